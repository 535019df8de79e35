import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { labelOf } from '#kernel/journal/journal.ts'

export const mostInBatch = 1000
export const signBatchTask = 'letters.sign-batch'

/** Puts letters together that an official wants to sign with one confirmation; nothing is signed yet. */
export const proposeBatch = command({
  name: 'letters.propose-batch',
  event: 'letters.batch-proposed.v1',
  access: permitted('letters.sign'),
  input: z.object({ letterIds: z.array(z.uuid()).min(1).max(mostInBatch) }),
  async run(tx, { letterIds }, context) {
    const { actor } = context
    if (!actor.position || !actor.personId || !actor.accountId) throw new AppError('forbidden')
    context.require('letters.sign', { unitPath: actor.position.unitPath })
    const letters = await waitingForPost(tx, actor.position.id, [...new Set(letterIds)])
    if (letters.length === 0) {
      throw new AppError('invalid-input', {
        fields: [
          {
            path: 'surat',
            message: {
              id: 'Tidak ada naskah terpilih yang menunggu tanda tangan jabatan Anda.',
              en: 'None of the chosen letters waits for the signature of your post.',
            },
          },
        ],
      })
    }
    const id = newId(context.now.epochMilliseconds)
    await tx
      .insertInto('letters.batch')
      .values({
        id,
        position_id: actor.position.id,
        person_id: actor.personId,
        account_id: actor.accountId,
        made_by: labelOf(actor),
        state: 'proposed',
        total: letters.length,
        made_at: context.now.toString(),
      })
      .execute()
    await tx
      .insertInto('letters.batch_item')
      .values(
        letters.map((letter, ordinal) => ({
          batch_id: id,
          ordinal,
          letter_id: letter.id,
          version: letter.version,
          content_hash: letter.content_hash,
          state: 'waiting' as const,
        })),
      )
      .execute()
    return {
      result: { id, count: letters.length },
      event: { subject: { type: 'letter-batch', id }, payload: { count: letters.length } },
    }
  },
})

function waitingForPost(tx: WriteHandle, positionId: string, ids: readonly string[]) {
  return tx
    .selectFrom('letters.turn as t')
    .innerJoin('letters.letter as l', 'l.id', 't.letter_id')
    .select(['l.id', 'l.version', 'l.content_hash'])
    .where('t.position_id', '=', positionId)
    .where('t.role', '=', 'signature')
    .where('l.id', 'in', ids)
    .orderBy('t.urgency_rank', 'desc')
    .orderBy('t.since')
    .orderBy('l.id')
    .execute()
}

/** The one confirmation, with fresh proof of identity. From here on the letters are signed one after another. */
export const confirmBatch = command({
  name: 'letters.confirm-batch',
  event: 'letters.batch-confirmed.v1',
  access: permitted('letters.sign', { stepUp: true }),
  input: z.object({ batchId: z.uuid() }),
  async run(tx, { batchId }, context) {
    const batch = await lockOwnBatch(tx, context, batchId)
    if (batch.state !== 'proposed') throw new AppError('wrong-state', { text: startedBefore })
    await tx
      .updateTable('letters.batch')
      .set({ state: 'running', confirmed_at: context.now.toString() })
      .where('id', '=', batchId)
      .execute()
    await context.enqueue(signBatchTask, { batchId }, { key: `sign-batch:${batchId}` })
    return { result: null, event: { subject: { type: 'letter-batch', id: batchId }, payload: { total: batch.total } } }
  },
})

/** Stops after the letter that is being signed. What is signed stays signed. */
export const stopBatch = command({
  name: 'letters.stop-batch',
  event: 'letters.batch-stopped.v1',
  access: permitted('letters.sign'),
  input: z.object({ batchId: z.uuid() }),
  async run(tx, { batchId }, context) {
    const batch = await lockOwnBatch(tx, context, batchId)
    if (batch.state !== 'running' && batch.state !== 'proposed') throw new AppError('wrong-state')
    await tx
      .updateTable('letters.batch')
      .set({
        state: 'stopped',
        confirmed_at: batch.confirmed_at ?? context.now.toString(),
        ended_at: context.now.toString(),
      })
      .where('id', '=', batchId)
      .execute()
    return { result: null, event: { subject: { type: 'letter-batch', id: batchId }, payload: {} } }
  },
})

/** Goes on where it was stopped, and tries again what failed. */
export const retryBatch = command({
  name: 'letters.retry-batch',
  event: 'letters.batch-retried.v1',
  access: permitted('letters.sign', { stepUp: true }),
  input: z.object({ batchId: z.uuid() }),
  async run(tx, { batchId }, context) {
    const batch = await lockOwnBatch(tx, context, batchId)
    if (batch.state !== 'stopped' && batch.state !== 'done') throw new AppError('wrong-state')
    await tx
      .updateTable('letters.batch_item')
      .set({ state: 'waiting', fault_id: null, fault_en: null })
      .where('batch_id', '=', batchId)
      .where('state', '=', 'failed')
      .execute()
    await tx
      .updateTable('letters.batch')
      .set({ state: 'running', confirmed_at: context.now.toString(), ended_at: null })
      .where('id', '=', batchId)
      .execute()
    await context.enqueue(signBatchTask, { batchId }, { key: `sign-batch:${batchId}` })
    return { result: null, event: { subject: { type: 'letter-batch', id: batchId }, payload: {} } }
  },
})

async function lockOwnBatch(tx: WriteHandle, context: CommandContext, batchId: string) {
  const row = await tx
    .selectFrom('letters.batch')
    .selectAll()
    .where('id', '=', batchId)
    .where('account_id', '=', context.actor.accountId ?? '')
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}

const startedBefore = {
  id: 'Penandatanganan ini sudah dimulai sebelumnya.',
  en: 'This batch was started before.',
}
