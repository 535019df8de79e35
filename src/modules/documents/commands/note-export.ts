import { z } from 'zod'
import { staff } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { exportNote } from '#kernel/export/note-export.ts'

export const noteExport = exportNote('documents')

/** Writes down who took whole files along, and which, before the first byte leaves. */
export const noteBundle = command({
  name: 'documents.note-bundle',
  event: 'documents.files-bundled.v1',
  access: staff,
  input: z.object({ filter: z.record(z.string(), z.string()), documents: z.array(z.uuid()).max(2000) }),
  async run(_tx, { filter, documents }) {
    const payload = { filter, documents, count: documents.length }
    return { result: null, event: { subject: { type: 'list', id: 'archive' }, payload } }
  },
})
