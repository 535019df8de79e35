import { exportNote } from '#kernel/export/note-export.ts'

export const noteExport = exportNote('tax-returns')
