import { provide } from '#kernel/define/extension-point.ts'
import { defineModule } from '#kernel/define/module.ts'
import { staffLanding } from '#modules/accounts/index.ts'
import { numberSource, numberSourceKey } from '#modules/people/index.ts'
import { beginAnnouncements, noteAnnouncements, noteHealth } from './commands/announce.ts'
import { addBlock, configure, endBlock, setSimulation, startSimulation, tryNow } from './commands/configure.ts'
import {
  closeDifference,
  confirmCorrection,
  exchangeTask,
  proposeCorrection,
  rejectCorrection,
  resumeDifferences,
  sendAgain,
  waitForDifference,
} from './commands/differences.ts'
import { noteInquiry, reportDifference } from './commands/inquiry.ts'
import { grantNumber, nationalNumbers } from './commands/numbers.ts'
import { exchangeJob } from './jobs.ts'
import { nationalPaths } from './paths.ts'
import * as board from './routes/board.tsx'
import * as check from './routes/check.tsx'
import * as differences from './routes/differences.tsx'
import * as settings from './routes/settings.tsx'

export const nationalRegister = defineModule({
  name: 'national-register',
  routes: [
    board.board,
    ...board.exportBoard,
    board.queue,
    ...board.exportQueue,
    board.tryAtOnce,
    differences.difference,
    differences.act,
    check.checkForm,
    check.check,
    settings.settingsForm,
    settings.saveSettings,
    settings.blocks,
    settings.newBlock,
    settings.stopBlock,
    settings.simulator,
    settings.changeSimulator,
  ],
  commands: [
    beginAnnouncements,
    noteAnnouncements,
    noteHealth,
    sendAgain,
    proposeCorrection,
    confirmCorrection,
    rejectCorrection,
    waitForDifference,
    closeDifference,
    resumeDifferences,
    grantNumber,
    noteInquiry,
    reportDifference,
    configure,
    startSimulation,
    setSimulation,
    tryNow,
    addBlock,
    endBlock,
    board.noteExport,
  ],
  permissions: {
    'national-register.read': {
      id: 'Melihat antrean dan perbedaan dengan register nasional',
      en: 'See the queue to the national register and differences with it',
    },
    'national-register.settle': {
      id: 'Memutuskan perbedaan dengan register nasional',
      en: 'Settle differences with the national register',
    },
    'national-register.verify': {
      id: 'Mencocokkan seorang penduduk dengan register nasional',
      en: 'Compare a resident with the national register',
    },
    'national-register.configure': {
      id: 'Mengatur sambungan ke register nasional dan nomor cadangan',
      en: 'Set up the connection to the national register and reserved numbers',
    },
  },
  jobs: { [exchangeTask]: exchangeJob },
  cron: [{ task: exchangeTask, match: '* * * * *' }],
  provides: [
    provide(numberSource, numberSourceKey, nationalNumbers),
    provide(staffLanding, 'national-register', {
      label: { id: 'Register nasional', en: 'National register' },
      permission: 'national-register.read',
      path: nationalPaths.board,
      order: 35,
    }),
  ],
})
