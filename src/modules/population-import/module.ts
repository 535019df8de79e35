import { provide } from '#kernel/define/extension-point.ts'
import { defineModule } from '#kernel/define/module.ts'
import { staffLanding } from '#modules/accounts/index.ts'
import { pauseImport, resumeImport, stopImport } from './commands/control-entering.ts'
import { approveImport, discardImport, returnImport, submitImport } from './commands/decide-import.ts'
import { enterBatch, findBatch } from './commands/enter-batch.ts'
import { forgetImport } from './commands/forget-import.ts'
import { chooseSheet, mapColumns, remapColumns } from './commands/map-columns.ts'
import { noteCheck } from './commands/note-check.ts'
import { noteExport } from './commands/note-export.ts'
import { noteInspection, refuseFile } from './commands/note-reading.ts'
import { askRecall, decideRecall, recallBatch } from './commands/recall-import.ts'
import { addPart, startImport } from './commands/receive-file.ts'
import { checkImport, enterImport, findImported, forgetImports, inspectImport, recallImport } from './jobs.ts'
import { importPaths } from './paths.ts'
import { actRoutes } from './routes/acts.ts'
import * as columns from './routes/columns.tsx'
import * as imports from './routes/imports.tsx'
import { problemRoutes } from './routes/problems.tsx'
import * as upload from './routes/upload.tsx'

export const populationImport = defineModule({
  name: 'population-import',
  routes: [
    imports.importList,
    ...imports.exportImports,
    upload.uploadForm,
    upload.upload,
    upload.uploadPart,
    imports.showImport,
    columns.columnForm,
    columns.saveColumns,
    ...problemRoutes,
    ...actRoutes,
  ],
  commands: [
    startImport,
    addPart,
    noteInspection,
    refuseFile,
    mapColumns,
    chooseSheet,
    remapColumns,
    noteCheck,
    submitImport,
    approveImport,
    returnImport,
    discardImport,
    enterBatch,
    findBatch,
    pauseImport,
    resumeImport,
    stopImport,
    askRecall,
    decideRecall,
    recallBatch,
    forgetImport,
    noteExport,
  ],
  permissions: {
    'population-import.read': { id: 'Melihat impor data penduduk', en: 'See imports of residents' },
    'population-import.prepare': {
      id: 'Mengunggah dan memeriksa berkas penduduk, serta mengajukannya',
      en: 'Upload and check files of residents, and ask for approval',
    },
    'population-import.approve': {
      id: 'Menyetujui atau menarik impor yang disiapkan orang lain',
      en: 'Approve or take back imports that somebody else prepared',
    },
  },
  jobs: {
    'population-import.inspect': inspectImport,
    'population-import.check': checkImport,
    'population-import.enter': enterImport,
    'population-import.find': findImported,
    'population-import.recall': recallImport,
    'population-import.forget': forgetImports,
  },
  cron: [{ task: 'population-import.forget', match: '41 2 * * *', options: { backfillPeriod: 86_400_000 } }],
  provides: [
    provide(staffLanding, 'population-import', {
      label: { id: 'Impor data penduduk', en: 'Import of residents' },
      permission: 'population-import.read',
      path: importPaths.list,
      order: 32,
    }),
  ],
})
