import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, notFound } from '#kernel/errors.ts'

/**
 * Takes a document out of force, inside the command that decides it. The file stays; whoever checks its code reads
 * that it no longer holds, since when and why.
 * @param reason shown to anyone who holds the code: it names nobody
 * @throws not-found; wrong-state when it was revoked or replaced before
 */
export async function revokeDocument(
  tx: WriteHandle,
  context: CommandContext,
  id: string,
  reason: string,
): Promise<void> {
  const words = reason.trim()
  if (!words) throw new Error(`document ${id} is not revoked without a reason`)
  const { numUpdatedRows } = await tx
    .updateTable('documents.issued')
    .set({ revoked_at: context.now.toString(), revoked_reason: words })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows > 0n) return
  const known = await tx.selectFrom('documents.issued').select('id').where('id', '=', id).executeTakeFirst()
  if (!known) throw notFound()
  throw new AppError('wrong-state', {
    text: { id: 'Dokumen ini sudah dicabut sebelumnya.', en: 'This document was revoked before.' },
  })
}

/** A new document takes the place of older ones. Those revoked before keep the day and reason of that. */
export async function replaceDocuments(
  tx: WriteHandle,
  context: CommandContext,
  ids: readonly string[],
  by: { readonly id: string; readonly title: string; readonly number: string },
): Promise<void> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return
  const known = await tx.selectFrom('documents.issued').select('id').where('id', 'in', wanted).execute()
  if (known.length < wanted.length) throw notFound()
  await tx
    .updateTable('documents.issued')
    .set({
      revoked_at: context.now.toString(),
      revoked_reason: `diganti dengan ${by.title} nomor ${by.number}`,
      replaced_by: by.id,
    })
    .where('id', 'in', wanted)
    .where('revoked_at', 'is', null)
    .execute()
}
