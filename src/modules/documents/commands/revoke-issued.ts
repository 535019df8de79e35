import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { notFound } from '#kernel/errors.ts'
import { revokeDocument } from './revoke-document.ts'

/** Takes a document out of force by hand: one that was issued wrongly, or whose paper is misused. */
export const revokeIssued = command({
  name: 'documents.revoke-issued',
  event: 'documents.document-revoked.v1',
  access: permitted('documents.revoke', { stepUp: true }),
  input: z.object({ documentId: z.uuid(), reason: z.string().trim().min(10).max(300) }),
  async run(tx, { documentId, reason }, context) {
    const row = await tx
      .selectFrom('documents.issued')
      .select(['unit_path', 'number'])
      .where('id', '=', documentId)
      .executeTakeFirst()
    if (!row) throw notFound()
    context.require('documents.revoke', { unitPath: row.unit_path })
    await revokeDocument(tx, context, documentId, reason)
    return {
      result: { number: row.number },
      event: { subject: { type: 'document', id: documentId }, payload: { number: row.number, reason } },
    }
  },
})
