import { createHash } from 'node:crypto'
import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { storedFileSchema } from '#modules/services/index.ts'
import { partBytes } from '../domain.ts'
import { type DeviceProof, proofSchema, requireDevice } from './device-proof.ts'

/** One piece of a file. The same piece again changes nothing. */
export const keepPart = command({
  name: 'field-counter.keep-part',
  event: 'field-counter.part-kept.v1',
  access: permitted('field-counter.work'),
  input: z.object({
    itemId: z.uuid(),
    fileId: z.uuid(),
    number: z.number().int().min(0).max(4000),
    bytes: z.instanceof(Uint8Array),
    proof: proofSchema,
  }),
  async run(tx, { itemId, fileId, number, bytes, proof }, context) {
    await requireArriving(tx, context, itemId, proof)
    const file = await tx
      .selectFrom('field_counter.file')
      .select(['parts', 'size_bytes', 'stored'])
      .where('item_id', '=', itemId)
      .where('id', '=', fileId)
      .executeTakeFirst()
    if (!file || number >= file.parts) throw notFound()
    if (file.stored) return { result: undefined, event: undefined }
    const wanted = number === file.parts - 1 ? file.size_bytes - number * partBytes : partBytes
    if (bytes.length !== wanted) throw new AppError('unreadable')
    await tx
      .insertInto('field_counter.part')
      .values({
        item_id: itemId,
        file_id: fileId,
        number,
        bytes: Buffer.from(bytes),
        kept_at: context.now.toString(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return { result: undefined, event: undefined }
  },
})

/** Where the whole file lies now; its pieces have done their work. */
export const noteStoredFile = command({
  name: 'field-counter.note-stored-file',
  event: 'field-counter.file-stored.v1',
  access: permitted('field-counter.work'),
  input: z.object({ itemId: z.uuid(), fileId: z.uuid(), proof: proofSchema, stored: storedFileSchema }),
  async run(tx, { itemId, fileId, proof, stored }, context) {
    await requireArriving(tx, context, itemId, proof)
    await tx
      .updateTable('field_counter.file')
      .set({ stored: JSON.stringify(stored) })
      .where('item_id', '=', itemId)
      .where('id', '=', fileId)
      .execute()
    await tx.deleteFrom('field_counter.part').where('item_id', '=', itemId).where('file_id', '=', fileId).execute()
    return { result: undefined, event: undefined }
  },
})

/** A file whose bytes are not those that the device named starts again. */
export const dropParts = command({
  name: 'field-counter.drop-parts',
  event: 'field-counter.parts-dropped.v1',
  access: permitted('field-counter.work'),
  input: z.object({ itemId: z.uuid(), fileId: z.uuid(), proof: proofSchema }),
  async run(tx, { itemId, fileId, proof }, context) {
    await requireArriving(tx, context, itemId, proof)
    await tx.deleteFrom('field_counter.part').where('item_id', '=', itemId).where('file_id', '=', fileId).execute()
    return { result: undefined, event: undefined }
  },
})

async function requireArriving(
  tx: WriteHandle,
  context: CommandContext,
  itemId: string,
  proof: DeviceProof,
): Promise<void> {
  const device = await requireDevice(tx, context, proof)
  const item = await tx
    .selectFrom('field_counter.item')
    .select('state')
    .where('id', '=', itemId)
    .where('device_id', '=', device.id)
    .where('account_id', '=', context.actor.accountId ?? '')
    .executeTakeFirst()
  if (!item) throw notFound()
  if (item.state !== 'arriving') throw new AppError('wrong-state')
}

export function isSameFile(bytes: Uint8Array, digest: Buffer): boolean {
  return createHash('sha256').update(bytes).digest().equals(digest)
}
