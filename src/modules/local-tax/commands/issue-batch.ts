import { sql } from 'kysely'
import { systemOnly } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { senFromNumeric, senToNumeric } from '#kernel/money/money.ts'
import { type BatchInput, type BatchOutcome, batchInput } from './draft-batch.ts'
import { enqueueRun, eventOf, lockRun, takeStep } from './run-row.ts'

/** Drafts of one transaction: nothing is computed any more, so they are many. */
const draftsAtOnce = 5000

/**
 * Issues the next drafts as they were approved. One whose parcel changed since it was computed is not issued: it stands
 * on the list of remarks and is assessed again.
 */
export const issueBatch = command<BatchInput, BatchOutcome>({
  name: 'local-tax.issue-batch',
  event: 'local-tax.batch-issued.v1',
  access: systemOnly,
  input: batchInput,
  async run(tx, { runId, handOver }, context) {
    const run = await lockRun(tx, runId)
    if (run.state !== 'issuing') return { result: 'halted', event: undefined }
    if (handOver) await enqueueRun(context, runId)
    const upTo = await lastOfBatch(tx, runId, run.done_to)
    const now = context.now.toString()
    if (upTo === undefined) {
      const { to } = await takeStep(tx, context, runId, 'finish')
      await tx
        .updateTable('local_tax.run')
        .set({ state: to, finished_at: now, updated_at: now })
        .where('id', '=', runId)
        .execute()
      return { result: 'done', event: eventOf(runId, { finished: true, assessed: run.assessed, amount: run.amount }) }
    }
    const { rows: changed } = await sql<{ amount: string }>`
      with gone as (
        delete from local_tax.assessment a using local_tax.object o
        where a.run_id = ${runId} and a.code > ${run.done_to} and a.code <= ${upTo} and a.state = 'draft'
          and o.id = a.object_id and (o.version <> a.object_version or o.state <> 'active')
        returning a.code, a.object_id, a.amount
      ), noted as (
        insert into local_tax.remark (run_id, code, reason, object_id, is_left_out, after)
        select ${runId}, code, 'changed', object_id, true, amount from gone on conflict do nothing
      )
      select amount::text from gone`.execute(tx)
    const { numAffectedRows = 0n } = await sql`
      update local_tax.assessment set state = 'issued', due_on = ${run.due_on}::date,
        issued_on = ${dayOf(context.now, context.tenant.profile.zone).toString()}::date
      where run_id = ${runId} and code > ${run.done_to} and code <= ${upTo} and state = 'draft'`.execute(tx)
    const lost = changed.reduce((sum, { amount }) => sum + senFromNumeric(amount), 0n)
    await tx
      .updateTable('local_tax.run')
      .set({
        done: run.done + Number(numAffectedRows) + changed.length,
        done_to: upTo,
        assessed: run.assessed - changed.length,
        left_out: run.left_out + changed.length,
        amount: senToNumeric(senFromNumeric(run.amount) - lost),
        updated_at: now,
      })
      .where('id', '=', runId)
      .execute()
    return { result: 'more', event: eventOf(runId, { to: upTo, issued: Number(numAffectedRows) }) }
  },
})

async function lastOfBatch(tx: WriteHandle, runId: string, after: string): Promise<string | undefined> {
  const { rows } = await sql<{ code: string | null }>`
    select max(code) as code from (select code from local_tax.assessment
      where run_id = ${runId} and code > ${after} and state = 'draft' order by code limit ${draftsAtOnce}) next`.execute(
    tx,
  )
  return rows[0]?.code ?? undefined
}

/** Removes the drafts of a run that is not wanted; the run itself and its history stay. */
export const discardBatch = command<BatchInput, BatchOutcome>({
  name: 'local-tax.discard-batch',
  event: 'local-tax.batch-discarded.v1',
  access: systemOnly,
  input: batchInput,
  async run(tx, { runId, handOver }, context) {
    const run = await lockRun(tx, runId)
    if (run.state !== 'discarding') return { result: 'halted', event: undefined }
    if (handOver) await enqueueRun(context, runId)
    const upTo = await lastOfBatch(tx, runId, '')
    const now = context.now.toString()
    if (upTo === undefined) {
      const { to } = await takeStep(tx, context, runId, 'discarded')
      await tx.deleteFrom('local_tax.remark').where('run_id', '=', runId).execute()
      await tx
        .updateTable('local_tax.run')
        .set({ state: to, finished_at: now, updated_at: now })
        .where('id', '=', runId)
        .execute()
      return { result: 'done', event: eventOf(runId, { finished: true }) }
    }
    await sql`delete from local_tax.assessment where run_id = ${runId} and state = 'draft' and code <= ${upTo}`.execute(
      tx,
    )
    return { result: 'more', event: eventOf(runId, { to: upTo }) }
  },
})
