import { provide } from '#kernel/define/extension-point.ts'
import { defineModule } from '#kernel/define/module.ts'
import { recordFinders } from '#kernel/proof-log/record-finders.ts'
import { staffLanding } from '#modules/accounts/index.ts'
import { adminNav, mandateActs } from '#modules/organization/index.ts'
import { actKeys, acts } from './authority/acts.ts'
import { nationalSigning } from './bsre/manifest.ts'
import { hasNationalSigning } from './bsre/settings.ts'
import { listRevoked } from './commands/list-revoked.ts'
import { noteBundle, noteExport } from './commands/note-export.ts'
import { reissueDocument } from './commands/reissue-document.ts'
import { revokeIssued } from './commands/revoke-issued.ts'
import { listRevokedJob } from './jobs.ts'
import { longTerm } from './long-term/manifest.ts'
import { documentPaths } from './paths.ts'
import { parseVerificationCode } from './qr/verification-code.ts'
import { findDocumentByCode } from './queries/documents.ts'
import * as archive from './routes/archive.tsx'
import * as certificates from './routes/certificates.tsx'
import * as offline from './routes/offline.tsx'
import * as verify from './routes/verify.tsx'

export const documents = defineModule({
  name: 'documents',
  routes: [
    verify.verifyForm,
    verify.verifyTyped,
    verify.verifyCode,
    verify.verifyScanned,
    verify.authorityCertificate,
    offline.offlinePage,
    offline.offlineData,
    offline.offlineWorker,
    archive.archiveList,
    ...archive.exportArchive,
    archive.archiveBundle,
    archive.archivedView,
    archive.archivedPost,
    archive.archivedFile,
    certificates.certificateList,
    certificates.certificateView,
    certificates.certificatePost,
    ...longTerm.routes,
    ...nationalSigning.routes,
  ],
  commands: [
    listRevoked,
    reissueDocument,
    revokeIssued,
    noteExport,
    noteBundle,
    ...longTerm.commands,
    ...nationalSigning.commands,
  ],
  jobs: { 'documents.list-revoked': listRevokedJob, ...longTerm.jobs, ...nationalSigning.jobs },
  cron: [{ task: 'documents.list-revoked', match: '* * * * *' }, ...longTerm.cron, ...nationalSigning.cron],
  permissions: {
    'documents.sign': {
      id: 'Menandatangani dokumen atas nama unitnya',
      en: 'Sign documents on behalf of the unit',
    },
    'documents.archive': {
      id: 'Membuka arsip dokumen terbit',
      en: 'Open the archive of issued documents',
    },
    'documents.archive-everywhere': {
      id: 'Membuka arsip dokumen terbit semua unit',
      en: 'Open the archive of issued documents of every unit',
    },
    'documents.revoke': {
      id: 'Mencabut dokumen terbit',
      en: 'Revoke issued documents',
    },
    ...longTerm.permissions,
    ...nationalSigning.permissions,
  },
  provides: [
    provide(staffLanding, 'documents', {
      label: { id: 'Tanda tangan tersertifikasi', en: 'Certified signatures' },
      permission: 'documents.certify',
      path: documentPaths.uncertified,
      order: 60,
      isOffered: hasNationalSigning,
    }),
    ...actKeys.map((act) => provide(mandateActs, act, acts[act])),
    provide(adminNav, 'documents-archive', {
      label: { id: 'Arsip', en: 'Archive' },
      href: documentPaths.archive,
      permission: 'documents.archive',
      order: 66,
    }),
    provide(adminNav, 'documents-certificates', {
      label: { id: 'Sertifikat', en: 'Certificates' },
      href: documentPaths.certificates,
      permission: 'documents.revoke-certificates',
      order: 67,
    }),
    provide(recordFinders, 'documents', async (db, typed) => {
      const code = parseVerificationCode(typed)
      return code ? (await findDocumentByCode(db, code))?.id : undefined
    }),
  ],
})
