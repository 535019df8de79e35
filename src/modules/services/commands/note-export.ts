import { exportNote } from '#kernel/export/note-export.ts'

/** Lists of files name those they are about. */
export const noteExport = exportNote('services')
