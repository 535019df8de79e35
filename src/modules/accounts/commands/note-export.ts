import { exportNote } from '#kernel/export/note-export.ts'

/** The list of accounts names every official. */
export const noteExport = exportNote('accounts')
