import { exportNote } from '#kernel/export/note-export.ts'

/** The list of deliveries tells to whom something was sent, by masked address. */
export const noteExport = exportNote('messaging')
