import { z } from 'zod'
import { permitted, systemOnly } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { getAccount } from '#modules/accounts/index.ts'
import { sendMessage } from '#modules/messaging/index.ts'
import { letterPaths } from '../paths.ts'
import { noticeTexts } from '../texts/notices.ts'
import { signOne } from './sign-letter.ts'

const item = { batchId: z.uuid(), ordinal: z.number().int().min(0) }

/**
 * Signs one letter of a batch, in a transaction of its own: the letter, its number, its file and the mark that it is
 * done come together or not at all. A program that dies in between finds it waiting; one that died after finds it done.
 */
export const signBatchItem = command({
  name: 'letters.sign-batch-item',
  event: 'letters.batch-item-signed.v1',
  // Only the job runs it, as the official who confirmed the batch with fresh proof of identity.
  access: permitted('letters.sign'),
  input: z.object(item),
  async run(tx, { batchId, ordinal }, context) {
    const row = await lockWaiting(tx, batchId, ordinal, context.actor.accountId ?? '')
    if (!row) return { result: 'passed-over' as const, event: undefined }
    const signed = await signOne(tx, context, row.letter_id, row.content_hash)
    await tx
      .updateTable('letters.batch_item')
      .set({ state: 'signed', tried_at: context.now.toString() })
      .where('batch_id', '=', batchId)
      .where('ordinal', '=', ordinal)
      .execute()
    const payload = { batchId, ...signed }
    return { result: 'signed' as const, event: { subject: { type: 'letter', id: row.letter_id }, payload } }
  },
})

/** The row while the batch runs and is this official's; the batch is locked, so that "stop" means stop. */
async function lockWaiting(tx: WriteHandle, batchId: string, ordinal: number, accountId: string) {
  const batch = await tx
    .selectFrom('letters.batch')
    .select('state')
    .where('id', '=', batchId)
    .where('account_id', '=', accountId)
    .where('state', '=', 'running')
    .forShare()
    .executeTakeFirst()
  if (!batch) return undefined
  return tx
    .selectFrom('letters.batch_item')
    .selectAll()
    .where('batch_id', '=', batchId)
    .where('ordinal', '=', ordinal)
    .where('state', '=', 'waiting')
    .forUpdate()
    .executeTakeFirst()
}

/** What became of one letter of a batch when it was not signed, or after its file was verified. */
export const noteBatchItem = command({
  name: 'letters.note-batch-item',
  event: 'letters.batch-item-noted.v1',
  access: systemOnly,
  input: z.object({
    ...item,
    outcome: z.enum(['checked', 'failed']),
    fault: z.object({ id: z.string().max(1000), en: z.string().max(1000) }).optional(),
  }),
  async run(tx, { batchId, ordinal, outcome, fault }, context) {
    const changed = await tx
      .updateTable('letters.batch_item')
      .set({
        state: outcome,
        fault_id: outcome === 'failed' ? (fault?.id ?? '') : null,
        fault_en: outcome === 'failed' ? (fault?.en ?? '') : null,
        tried_at: context.now.toString(),
      })
      .where('batch_id', '=', batchId)
      .where('ordinal', '=', ordinal)
      .where('state', 'in', outcome === 'checked' ? ['signed'] : ['waiting', 'signed'])
      .returning('letter_id')
      .executeTakeFirst()
    if (!changed) return { result: null, event: undefined }
    const payload = { batchId, outcome, fault: fault?.en }
    return { result: null, event: { subject: { type: 'letter', id: changed.letter_id }, payload } }
  },
})

/** Nothing waits any more. Tells the official how it went. */
export const finishBatch = command({
  name: 'letters.finish-batch',
  event: 'letters.batch-finished.v1',
  access: systemOnly,
  input: z.object({ batchId: z.uuid() }),
  async run(tx, { batchId }, context) {
    const row = await tx
      .updateTable('letters.batch')
      .set({ state: 'done', ended_at: context.now.toString() })
      .where('id', '=', batchId)
      .where('state', '=', 'running')
      .returning(['account_id', 'total'])
      .executeTakeFirst()
    if (!row) return { result: null, event: undefined }
    const { failed } = await tx
      .selectFrom('letters.batch_item')
      .select((eb) => eb.fn.countAll<number>().as('failed'))
      .where('batch_id', '=', batchId)
      .where('state', '=', 'failed')
      .executeTakeFirstOrThrow()
    const t = noticeTexts((await getAccount(tx, row.account_id)).locale)
    await sendMessage(tx, context, {
      accountId: row.account_id,
      title: t('batch-title'),
      body: t('batch-body', { done: row.total - failed, failed }),
      link: letterPaths.batch(batchId),
    })
    return {
      result: null,
      event: { subject: { type: 'letter-batch', id: batchId }, payload: { total: row.total, failed } },
    }
  },
})
