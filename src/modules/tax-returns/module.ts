import { defineModule } from '#kernel/define/module.ts'
import { compareMonth } from './commands/compare-month.ts'
import { fileReturn } from './commands/file-return.ts'
import { approveFinding, proposeFinding, returnFinding } from './commands/findings.ts'
import { attachPaper, keepDraft, removePaper } from './commands/keep-draft.ts'
import { noteExport } from './commands/note-export.ts'
import { openMonth } from './commands/open-month.ts'
import { acceptReturn, beginExamination, recordReminder, remindLate, voidReturn } from './commands/return-acts.ts'
import { compareMonths, openMonths, remindAllLate } from './jobs.ts'
import { deskRoutes } from './routes/desk.tsx'
import { ownRoutes } from './routes/own.tsx'

export const taxReturns = defineModule({
  name: 'tax-returns',
  routes: [...ownRoutes, ...deskRoutes],
  commands: [
    openMonth,
    keepDraft,
    attachPaper,
    removePaper,
    fileReturn,
    acceptReturn,
    beginExamination,
    recordReminder,
    remindLate,
    voidReturn,
    proposeFinding,
    approveFinding,
    returnFinding,
    compareMonth,
    noteExport,
  ],
  permissions: {
    'tax-returns.read': {
      id: 'Melihat laporan pajak bulanan (SPTPD)',
      en: 'See monthly tax returns (SPTPD)',
    },
    'tax-returns.examine': {
      id: 'Menerima dan memeriksa laporan pajak, mencatat teguran, mengusulkan temuan',
      en: 'Accept and examine tax returns, record reminders, propose findings',
    },
    'tax-returns.approve': {
      id: 'Memutuskan temuan yang diusulkan orang lain, dan meniadakan masa pajak',
      en: 'Decide findings that somebody else proposed, and take months away',
    },
  },
  jobs: {
    'tax-returns.open-months': openMonths,
    'tax-returns.remind-late': remindAllLate,
    'tax-returns.compare-months': compareMonths,
  },
  // Just after midnight in each zone of the country; what was done once is not done again.
  cron: [
    { task: 'tax-returns.open-months', match: '17 15-17 * * *' },
    { task: 'tax-returns.compare-months', match: '37 15-17 * * *' },
    // In the morning, when people look at their messages.
    { task: 'tax-returns.remind-late', match: '5 1 * * *' },
  ],
})
