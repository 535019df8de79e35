import type { ModuleManifest } from '#kernel/define/module.ts'
import { addCertifiedSignature } from './commands/add-certified-signature.ts'
import { askSignatures } from './commands/ask-signatures.ts'
import {
  noteCertification,
  proposeCertification,
  releaseCertification,
  settleCertifications,
  startCertification,
  stopCertification,
} from './commands/batches.ts'
import { foundSimulatedAuthority } from './commands/found-simulated-authority.ts'
import { settleCertificationsJob } from './jobs.ts'
import * as batches from './routes/batches.tsx'
import * as settle from './routes/settle.tsx'
import * as waiting from './routes/waiting.tsx'

/** Certified signatures of the national service, as the module's page lists it. */
export const nationalSigning = {
  routes: [
    waiting.waitingList,
    waiting.propose,
    waiting.checkState,
    waiting.signedFile,
    batches.batchList,
    batches.batchView,
    batches.sendCode,
    batches.sign,
    batches.stop,
    settle.settleForm,
    settle.settle,
    settle.simulatedList,
  ],
  commands: [
    proposeCertification,
    startCertification,
    askSignatures,
    addCertifiedSignature,
    noteCertification,
    stopCertification,
    releaseCertification,
    settleCertifications,
    foundSimulatedAuthority,
  ],
  permissions: {
    'documents.certify': {
      id: 'Membubuhkan tanda tangan tersertifikasi (BSrE) pada dokumen yang ditandatanganinya',
      en: 'Add a certified signature (BSrE) to documents that one signed',
    },
  },
  jobs: { 'documents.settle-certifications': settleCertificationsJob },
  cron: [{ task: 'documents.settle-certifications', match: '* * * * *' }],
} satisfies Partial<ModuleManifest>
