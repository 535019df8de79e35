import { exportNote } from '#kernel/export/note-export.ts'

/** The list says who wrote to whom about what. */
export const noteExport = exportNote('letters')
