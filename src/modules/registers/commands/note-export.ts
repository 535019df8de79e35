import { exportNote } from '#kernel/export/note-export.ts'

/** The list says which officer took which number. */
export const noteExport = exportNote('registers')
