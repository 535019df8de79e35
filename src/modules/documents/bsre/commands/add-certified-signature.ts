import { z } from 'zod'
import { command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import { lastVersion } from '../../commands/raise-level.ts'
import { insertFileVersion } from '../../commands/stored-signatures.ts'
import { trustOfRegion } from '../../queries/trust.ts'
import { checkSigned } from '../check-signed.ts'
import { lowerLevel, mostAttempts, type Problem } from '../domain.ts'
import { nationalAuthorities } from '../settings.ts'
import { certifies, lockBatch } from './batches.ts'

export type CertifiedResult =
  | { readonly outcome: 'certified' }
  /** Something was added to the file meanwhile: what was signed is no longer its newest version. */
  | { readonly outcome: 'overtaken'; readonly again: boolean }
  | { readonly outcome: 'refused'; readonly problem: Problem }

/** A signature that was made earlier than we asked for it, beyond what clocks differ: the answer to an earlier request. */
const CLOCKS_MS = 60_000

/**
 * Puts what the national service gave back in the place of the file that it continues, if it is that and nothing else.
 * The same for a file that an official brings when the answer was lost.
 */
export const addCertifiedSignature = command({
  name: 'documents.add-certified-signature',
  event: 'documents.signature-certified.v1',
  access: certifies,
  input: z.object({
    batchId: z.uuid(),
    ordinal: z.int().min(0),
    file: z.instanceof(Uint8Array),
    signer: z.object({ names: z.array(z.string()).min(1), nik: z.string() }),
    /** From the service, as the answer to what was sent; or brought later, while the outcome was unknown. */
    from: z.enum(['answer', 'later']),
  }),
  async run(tx, { batchId, ordinal, file, signer, from }, context): Promise<{ result: CertifiedResult; event: never }> {
    const { tenant, now } = context
    const at = new Date(now.epochMilliseconds)
    const batch = await lockBatch(tx, context, batchId)
    const item = await tx
      .selectFrom('documents.certification as c')
      .innerJoin('documents.issued as i', 'i.id', 'c.document_id')
      .select(['c.document_id', 'c.sent_hash', 'c.asked_at', 'c.attempts', 'i.file_hash', 'i.level', 'i.revoked_at'])
      .where('c.batch_id', '=', batchId)
      .where('c.ordinal', '=', ordinal)
      .where('c.state', '=', from === 'answer' ? 'asked' : 'unknown')
      .executeTakeFirst()
    if (!item?.sent_hash || !item.asked_at) throw new AppError('wrong-state')
    const set = (state: 'waiting' | 'failed' | 'certified', problem: Problem | null) =>
      tx
        .updateTable('documents.certification')
        .set({ state, problem, ended_at: state === 'waiting' ? null : at })
        .where('batch_id', '=', batchId)
        .where('ordinal', '=', ordinal)
        .execute()
    const event = (payload: Readonly<Record<string, unknown>>) =>
      ({ subject: { type: 'document', id: item.document_id }, payload: { batchId, ordinal, ...payload } }) as never
    const refused = async (problem: Problem) => {
      if (from === 'answer') await set('failed', problem)
      return { result: { outcome: 'refused', problem } as const, event: event({ refused: problem }) }
    }
    const national = await nationalAuthorities(tx, tenant)
    const trust = { ...(await trustOfRegion(tx, tenant)), now: at }
    const checked = checkSigned(await tenant.files.get(item.sent_hash), file, signer, { trust, national })
    if (checked.fault) return refused(checked.fault)
    if (item.revoked_at) return refused('revoked')
    if (item.file_hash !== item.sent_hash) {
      const again = from === 'answer' && item.attempts < mostAttempts && batch.state === 'running'
      if (from === 'answer') await set(again ? 'waiting' : 'failed', again ? null : 'overtaken')
      return { result: { outcome: 'overtaken', again }, event: event({ overtaken: item.sent_hash }) }
    }
    const fileHash = await tenant.files.put(Buffer.from(file))
    await tx
      .updateTable('documents.issued')
      .set({ file_hash: fileHash, size_bytes: file.length, level: lowerLevel(item.level, checked.level) })
      .where('id', '=', item.document_id)
      .execute()
    await copySignature(tx, item.document_id, batch, checked)
    const version = (await lastVersion(tx, item.document_id)) + 1
    const added = { version, fileHash, sizeBytes: file.length, reason: 'certified', madeAt: at } as const
    await insertFileVersion(tx, item.document_id, added)
    await set('certified', null)
    await tx.updateTable('documents.certification_batch').set({ beat_at: at }).where('id', '=', batchId).execute()
    const isEarlier = checked.signedAt.getTime() < item.asked_at.getTime() - CLOCKS_MS
    const payload = { fileHash, serial: checked.serial, signedAt: checked.signedAt.toISOString(), isEarlier }
    return { result: { outcome: 'certified' }, event: event(payload) }
  },
})

/** In the same post and authority as the signature that it stands beside. */
async function copySignature(
  tx: WriteHandle,
  documentId: string,
  batch: { readonly official_id: string; readonly position_id: string },
  made: { readonly serial: string; readonly signedAt: Date },
): Promise<void> {
  const rows = await tx
    .selectFrom('documents.signature')
    .selectAll()
    .where('document_id', '=', documentId)
    .orderBy('ordinal')
    .execute()
  const own = rows.find((row) => row.official_id === batch.official_id && row.position_id === batch.position_id)
  const last = rows.at(-1)
  if (!own || !last) throw new AppError('wrong-state')
  await tx
    .insertInto('documents.signature')
    .values({
      ...own,
      ordinal: last.ordinal + 1,
      provider: 'bsre',
      certificate_serial: made.serial,
      signed_at: made.signedAt,
    })
    .execute()
}
