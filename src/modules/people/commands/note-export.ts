import { exportNote } from '#kernel/export/note-export.ts'

/** Lists of the register's desks name people. */
export const noteExport = exportNote('people')
