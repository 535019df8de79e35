import { exportNote } from '#kernel/export/note-export.ts'

/** Lists of the treasurer name people who owe or are owed. */
export const noteExport = exportNote('billing')
