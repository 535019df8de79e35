import { exportNote } from '#kernel/export/note-export.ts'

/** The list of items names officials and files. */
export const noteExport = exportNote('field-counter')
