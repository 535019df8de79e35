import { provide } from '#kernel/define/extension-point.ts'
import { defineModule } from '#kernel/define/module.ts'
import { staffLanding } from '#modules/accounts/index.ts'
import { confirmBatch, proposeBatch, retryBatch, signBatchTask, stopBatch } from './commands/batches.ts'
import { abandonLetter, noteOpening, voidLetter, withdrawLetter, writeLetterNote } from './commands/end-letter.ts'
import { initialLetter, returnLetter, skipVacantPost } from './commands/initial-letter.ts'
import { mergeLetters } from './commands/merge-letters.ts'
import { noteExport } from './commands/note-export.ts'
import { dropTyping, forgetTyping, keepTyping, saveLetter } from './commands/save-letter.ts'
import { retireChainTemplate, saveChainTemplate, setChain } from './commands/set-chain.ts'
import { finishBatch, noteBatchItem, signBatchItem } from './commands/sign-batch-item.ts'
import { signLetter } from './commands/sign-letter.ts'
import { startLetter } from './commands/start-letter.ts'
import { recallLetter, submitLetter } from './commands/submit-letter.ts'
import { forgetOldTyping, signBatch } from './jobs.ts'
import { letterPaths } from './paths.ts'
import * as acts from './routes/acts.tsx'
import * as batches from './routes/batches.tsx'
import * as chain from './routes/chain.tsx'
import { compare } from './routes/compare.tsx'
import * as edit from './routes/edit.tsx'
import * as letter from './routes/letter.tsx'
import * as lists from './routes/lists.tsx'
import * as merge from './routes/merge.tsx'

export const letters = defineModule({
  name: 'letters',
  routes: [
    lists.queue,
    lists.drafts,
    lists.list,
    ...lists.exportList,
    edit.startForm,
    edit.start,
    letter.letterView,
    letter.letterPicture,
    letter.letterPreview,
    letter.letterFile,
    letter.changeAnnexes,
    letter.letterAnnex,
    letter.sendNote,
    edit.editForm,
    edit.edit,
    edit.typing,
    chain.chainForm,
    chain.changeLetterChain,
    acts.submit,
    acts.initial,
    acts.returnForm,
    acts.giveBack,
    acts.recall,
    acts.signForm,
    acts.sign,
    acts.skipForm,
    acts.skipPost,
    acts.endForm,
    acts.end,
    compare,
    merge.mergeForm,
    merge.merge,
    batches.batchList,
    lists.propose,
    batches.batchView,
    batches.batchStart,
    batches.batchStop,
    batches.batchRetry,
    chain.chainList,
    chain.retireChain,
  ],
  commands: [
    startLetter,
    saveLetter,
    keepTyping,
    dropTyping,
    forgetTyping,
    setChain,
    saveChainTemplate,
    retireChainTemplate,
    submitLetter,
    recallLetter,
    initialLetter,
    returnLetter,
    skipVacantPost,
    signLetter,
    abandonLetter,
    voidLetter,
    withdrawLetter,
    writeLetterNote,
    noteOpening,
    mergeLetters,
    proposeBatch,
    confirmBatch,
    stopBatch,
    retryBatch,
    signBatchItem,
    noteBatchItem,
    finishBatch,
    noteExport,
  ],
  permissions: {
    'letters.read': { id: 'Membaca naskah dinas unitnya', en: 'Read the letters of the unit' },
    'letters.read-secret': {
      id: 'Membaca naskah rahasia unitnya',
      en: 'Read the secret letters of the unit',
    },
    'letters.draft': { id: 'Menulis dan mengajukan naskah dinas', en: 'Draft letters and send them on their way' },
    'letters.initial': { id: 'Memaraf naskah dinas', en: 'Put initials to letters' },
    'letters.sign': { id: 'Menandatangani naskah dinas', en: 'Sign letters' },
    'letters.keep': {
      id: 'Mengelola naskah unit: rantai, jabatan lowong, pembatalan, pencabutan',
      en: 'Keep the letters of the unit: chains, vacant posts, void and withdrawn letters',
    },
  },
  jobs: { [signBatchTask]: signBatch, 'letters.forget-typing': forgetOldTyping },
  cron: [{ task: 'letters.forget-typing', match: '23 18 * * *' }],
  provides: [
    provide(staffLanding, 'letters', {
      label: { id: 'Naskah dinas', en: 'Official letters' },
      permission: 'letters.sign',
      path: letterPaths.desk,
      order: 40,
    }),
  ],
})
