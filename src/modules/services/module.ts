import { provide } from '#kernel/define/extension-point.ts'
import { defineModule } from '#kernel/define/module.ts'
import { staffLanding } from '#modules/accounts/index.ts'
import { applicantFacts } from './applicant-facts.ts'
import { actOnCase } from './commands/act-on-case.ts'
import { correctCase, noteRefusedAccess, takeApplicantStep, withdrawCase } from './commands/applicant-steps.ts'
import { attachFile, removeFile } from './commands/attachment.ts'
import { decideConsent } from './commands/co-signers.ts'
import { completeReview } from './commands/complete-review.ts'
import { discardDraft, saveAnswers, startDraft } from './commands/draft.ts'
import { allotPlaces, carryOutPlace } from './commands/allot-places.ts'
import { migrateCases } from './commands/migrate-cases.ts'
import { movePaid } from './commands/move-paid.ts'
import { publishDefinition } from './commands/publish-definition.ts'
import { runTimers } from './commands/run-timers.ts'
import { submitCase } from './commands/submit-case.ts'
import { knownSources } from './extensions.ts'
import { carryOutAllotment, moveAfterPayment, sweepClock } from './jobs.ts'
import { servicePaths } from './paths.ts'
import * as cases from './routes/cases.tsx'
import * as catalogue from './routes/catalogue.tsx'
import * as desk from './routes/desk.tsx'
import * as draft from './routes/draft.tsx'
import * as tracking from './routes/tracking.tsx'

export const services = defineModule({
  name: 'services',
  routes: [
    catalogue.catalogue,
    catalogue.suggestions,
    catalogue.servicePage,
    catalogue.procedure,
    catalogue.blankForm,
    catalogue.startPage,
    catalogue.start,
    draft.resumeDraft,
    draft.draftPage,
    draft.saveDraftPage,
    draft.uploadFile,
    draft.checkDraft,
    draft.sendDraft,
    draft.discard,
    cases.ownFiles,
    cases.status,
    cases.receipt,
    cases.receiptPdf,
    cases.correction,
    cases.sendCorrection,
    cases.withdrawForm,
    cases.withdraw,
    cases.attachment,
    cases.downloadDocument,
    tracking.trackForm,
    tracking.track,
    tracking.trackedStatus,
    desk.desk,
    desk.deskSearch,
    desk.deskCase,
    desk.decide,
  ],
  commands: [
    startDraft,
    saveAnswers,
    discardDraft,
    attachFile,
    removeFile,
    submitCase,
    correctCase,
    withdrawCase,
    actOnCase,
    completeReview,
    takeApplicantStep,
    decideConsent,
    runTimers,
    movePaid,
    allotPlaces,
    carryOutPlace,
    publishDefinition,
    migrateCases,
    noteRefusedAccess,
  ],
  permissions: {
    'services.queue': { id: 'Melihat antrean mejanya', en: 'See the queue of the desk' },
    'services.read-case': { id: 'Membuka berkas unitnya', en: 'Open files of the unit' },
    'services.receive': {
      id: 'Menerima dan meneruskan berkas di loket',
      en: 'Receive and forward files at the counter',
    },
    'services.verify': { id: 'Memverifikasi, menyetujui atau menolak berkas', en: 'Verify, accept or refuse files' },
    'services.allot': { id: 'Menetapkan penerima bila tempat terbatas', en: 'Allot places that are few' },
    'services.publish': { id: 'Menerbitkan definisi layanan', en: 'Publish service definitions' },
    'services.supervise': {
      id: 'Memimpin meja layanan: beban kerja, pengalihan, peringatan tenggat',
      en: 'Lead a service desk: workload, reassignment, deadline warnings',
    },
    'services.sign': { id: 'Menandatangani keputusan', en: 'Sign decisions' },
  },
  jobs: { 'services.sweep-clock': sweepClock, 'services.move-after-payment': moveAfterPayment, 'services.carry-out-allotment': carryOutAllotment },
  cron: [{ task: 'services.sweep-clock', match: '* * * * *' }],
  subscriptions: { 'billing.bill-paid.v1': 'services.move-after-payment' },
  provides: [
    provide(staffLanding, 'services', { permission: 'services.queue', path: servicePaths.desk, order: 10 }),
    provide(knownSources, 'services.applicant-facts', applicantFacts),
  ],
})
