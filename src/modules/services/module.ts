import { provide } from '#kernel/define/extension-point.ts'
import { defineModule } from '#kernel/define/module.ts'
import { staffLanding } from '#modules/accounts/index.ts'
import { adminNav } from '#modules/organization/index.ts'
import { ruleUsages } from '#modules/rules/index.ts'
import { applicantFacts } from './applicant-facts.ts'
import { actOnCase } from './commands/act-on-case.ts'
import { allotPlaces, carryOutPlace } from './commands/allot-places.ts'
import { correctCase, noteRefusedAccess, takeApplicantStep, withdrawCase } from './commands/applicant-steps.ts'
import { attachFile, removeFile, reuseFile } from './commands/attachment.ts'
import { caseWorkCommands } from './commands/case-work.ts'
import { decideConsent } from './commands/co-signers.ts'
import { completeReview } from './commands/complete-review.ts'
import { discardDraft, saveAnswers, startDraft } from './commands/draft.ts'
import { migrateCases } from './commands/migrate-cases.ts'
import { movePaid } from './commands/move-paid.ts'
import { publishDefinition } from './commands/publish-definition.ts'
import { runTimers } from './commands/run-timers.ts'
import { submitCase } from './commands/submit-case.ts'
import { knownSources } from './extensions.ts'
import { carryOutAllotment, moveAfterPayment, sweepClock } from './jobs.ts'
import { servicePaths } from './paths.ts'
import { serviceRuleUsages } from './queries/rule-usages.ts'
import { releaseClaims } from './release-claims.ts'
import { apiRoutes } from './routes/api.ts'
import { caseWorkRoutes } from './routes/case-work.ts'
import * as draft from './routes/draft.tsx'
import { publicFaceRoutes } from './routes/public-face.ts'

export const services = defineModule({
  name: 'services',
  routes: [
    ...apiRoutes,
    ...publicFaceRoutes,
    draft.resumeDraft,
    draft.draftPage,
    draft.saveDraftPage,
    draft.uploadFile,
    draft.checkDraft,
    draft.sendDraft,
    draft.discard,
    ...caseWorkRoutes,
  ],
  commands: [
    startDraft,
    saveAnswers,
    discardDraft,
    attachFile,
    removeFile,
    reuseFile,
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
    ...caseWorkCommands,
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
  jobs: {
    'services.sweep-clock': sweepClock,
    'services.release-claims': releaseClaims,
    'services.move-after-payment': moveAfterPayment,
    'services.carry-out-allotment': carryOutAllotment,
  },
  cron: [
    { task: 'services.sweep-clock', match: '* * * * *' },
    { task: 'services.release-claims', match: '7 * * * *' },
  ],
  subscriptions: { 'billing.bill-paid.v1': 'services.move-after-payment' },
  provides: [
    provide(staffLanding, 'services', {
      label: { id: 'Meja pelayanan', en: 'Service desk' },
      permission: 'services.queue',
      path: servicePaths.desk,
      order: 10,
    }),
    provide(knownSources, 'services.applicant-facts', applicantFacts),
    provide(ruleUsages, 'services', serviceRuleUsages),
    provide(adminNav, 'services', {
      label: { id: 'Layanan', en: 'Services' },
      href: servicePaths.definitions,
      permission: 'services.publish',
      order: 50,
    }),
  ],
})
