import { provide } from '#kernel/define/extension-point.ts'
import { defineModule } from '#kernel/define/module.ts'
import { staffLanding } from '#modules/accounts/index.ts'
import { interestSources, payerReferences } from '#modules/billing/index.ts'
import { workOnProposal } from './collecting-job.ts'
import { carryOut, finishProposal, noteFailed } from './commands/carry-out.ts'
import { changeTaxpayerState } from './commands/change-taxpayer-state.ts'
import { correctObject } from './commands/correct-object.ts'
import { correctTaxpayer } from './commands/correct-taxpayer.ts'
import { approveProposal, returnProposal, withdrawProposal } from './commands/decide-proposal.ts'
import { approveRun, discardRun, returnRun, startRun, submitRun } from './commands/decide-run.ts'
import { mergeLand, splitLand } from './commands/divide-land.ts'
import { discardDraft, draftAssessment } from './commands/draft-assessment.ts'
import { draftBatch } from './commands/draft-batch.ts'
import { followPayment } from './commands/follow-payment.ts'
import { discardBatch, issueBatch } from './commands/issue-batch.ts'
import { issuePaper } from './commands/issue-paper.ts'
import { markOverdue } from './commands/mark-overdue.ts'
import { noteExport } from './commands/note-export.ts'
import { endObject, passObject } from './commands/pass-object.ts'
import { keepPrintFile, notePrintTaken, startPrint } from './commands/print-notices.ts'
import { propose } from './commands/propose.ts'
import { recallPlan } from './commands/recall-plan.ts'
import { registerObject } from './commands/register-object.ts'
import { registerTaxpayer } from './commands/register-taxpayer.ts'
import { setTarget } from './commands/set-target.ts'
import { cancelAssessment, recordDelivery } from './commands/settle-assessment.ts'
import { findOverdue, hearOfPayment, workOnRun } from './jobs.ts'
import { interestName, lateInterest } from './late-interest.ts'
import { lookAtPlans } from './look-at-plans.ts'
import { localTaxPaths } from './paths.ts'
import { workOnPrint } from './print-job.ts'
import { acquisitionProvides } from './provides/acquisitions.ts'
import { claimProvides } from './provides/claims.ts'
import { objectProvides } from './provides/objects.ts'
import { taxpayerProvides } from './provides/taxpayers.ts'
import { listTaxpayersOf } from './queries/taxpayers.ts'
import { assessmentRoutes } from './routes/assessments.tsx'
import { citizenRoutes } from './routes/citizens.tsx'
import { collectingRoutes } from './routes/collecting.tsx'
import { home } from './routes/home.tsx'
import { objectRoutes } from './routes/objects.tsx'
import { officialRoutes } from './routes/official.tsx'
import { printRoutes } from './routes/prints.tsx'
import { realizationRoutes } from './routes/realization.tsx'
import { runRoutes } from './routes/runs.tsx'
import { taxpayerRoutes } from './routes/taxpayers.tsx'

export const localTax = defineModule({
  name: 'local-tax',
  routes: [
    home,
    ...taxpayerRoutes,
    ...objectRoutes,
    ...runRoutes,
    ...assessmentRoutes,
    ...officialRoutes,
    ...collectingRoutes,
    ...citizenRoutes,
    ...realizationRoutes,
    ...printRoutes,
  ],
  commands: [
    registerTaxpayer,
    correctTaxpayer,
    changeTaxpayerState,
    registerObject,
    correctObject,
    passObject,
    endObject,
    splitLand,
    mergeLand,
    startRun,
    draftBatch,
    submitRun,
    returnRun,
    approveRun,
    issueBatch,
    discardRun,
    discardBatch,
    recordDelivery,
    cancelAssessment,
    followPayment,
    issuePaper,
    startPrint,
    keepPrintFile,
    notePrintTaken,
    setTarget,
    draftAssessment,
    discardDraft,
    propose,
    approveProposal,
    returnProposal,
    withdrawProposal,
    carryOut,
    noteFailed,
    finishProposal,
    markOverdue,
    recallPlan,
    noteExport,
  ],
  permissions: {
    'local-tax.read': {
      id: 'Melihat wajib pajak daerah, objek, dan ketetapannya',
      en: 'See taxpayers of the region, their objects and assessments',
    },
    'local-tax.register': {
      id: 'Mendaftarkan dan memperbaiki wajib pajak serta objek pajak',
      en: 'Register and correct taxpayers and what is taxed',
    },
    'local-tax.assess': {
      id: 'Menyiapkan ketetapan, mengusulkan penagihan, dan mencatat penyampaian',
      en: 'Prepare assessments, propose collection and record deliveries',
    },
    'local-tax.approve': {
      id: 'Menyetujui ketetapan dan penagihan yang disiapkan orang lain, dan membatalkan ketetapan',
      en: 'Approve assessments and collection that somebody else prepared, and cancel assessments',
    },
  },
  jobs: {
    'local-tax.work-on-run': workOnRun,
    'local-tax.hear-of-payment': hearOfPayment,
    'local-tax.find-overdue': findOverdue,
    'local-tax.look-at-plans': lookAtPlans,
    'local-tax.work-on-proposal': workOnProposal,
    'local-tax.work-on-print': workOnPrint,
  },
  // Just after midnight in each zone of the country; what was found once is not found again.
  cron: [
    { task: 'local-tax.find-overdue', match: '7 15-17 * * *' },
    { task: 'local-tax.look-at-plans', match: '12 15-17 * * *' },
  ],
  subscriptions: {
    'billing.bill-paid.v1': 'local-tax.hear-of-payment',
    'billing.bill-part-paid.v1': 'local-tax.hear-of-payment',
    'billing.bill-refunded.v1': 'local-tax.hear-of-payment',
    'billing.bill-part-refunded.v1': 'local-tax.hear-of-payment',
  },
  provides: [
    ...taxpayerProvides,
    ...objectProvides,
    ...acquisitionProvides,
    ...claimProvides,
    provide(interestSources, interestName, lateInterest),
    provide(payerReferences, 'local-tax', async (db, personId) =>
      (await listTaxpayersOf(db, personId)).map(({ npwpd }) => ({ kind: 'npwpd', value: npwpd })),
    ),
    provide(staffLanding, 'local-tax', {
      label: { id: 'Pajak daerah', en: 'Regional taxes' },
      permission: 'local-tax.read',
      path: localTaxPaths.home,
      order: 34,
    }),
  ],
})
