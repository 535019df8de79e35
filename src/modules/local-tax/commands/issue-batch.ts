import { sql } from 'kysely'
import { systemOnly } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { senFromNumeric, senToNumeric } from '#kernel/money/money.ts'
import { issueBills } from '#modules/billing/index.ts'
import { billBook, type KeptLine } from './assessment-bills.ts'
import { type BatchInput, type BatchOutcome, batchInput } from './draft-batch.ts'
import { enqueueRun, eventOf, lockRun, type RememberedRule, type RunRow, takeStep } from './run-row.ts'

/** Drafts of one transaction: each comes with its bill. */
const draftsAtOnce = 2000

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
    const issued = await issueWithBills(tx, context, run, upTo)
    const lost = changed.reduce((sum, { amount }) => sum + senFromNumeric(amount), 0n)
    await tx
      .updateTable('local_tax.run')
      .set({
        done: run.done + issued + changed.length,
        done_to: upTo,
        assessed: run.assessed - changed.length,
        left_out: run.left_out + changed.length,
        amount: senToNumeric(senFromNumeric(run.amount) - lost),
        updated_at: now,
      })
      .where('id', '=', runId)
      .execute()
    return { result: 'more', event: eventOf(runId, { to: upTo, issued: issued }) }
  },
})

/** Every notice and its bill in one transaction: there is never one without the other. */
async function issueWithBills(tx: WriteHandle, context: CommandContext, run: RunRow, upTo: string): Promise<number> {
  const { zone } = context.tenant.profile
  const today = dayOf(context.now, zone)
  const drafts = await tx
    .selectFrom('local_tax.assessment')
    .select(['id', 'tax', 'taxpayer_id', 'code', 'year', 'number', 'amount', 'basis'])
    .where('run_id', '=', run.id)
    .where('code', '>', run.done_to)
    .where('code', '<=', upTo)
    .where('state', '=', 'draft')
    .orderBy('code')
    .execute()
  if (drafts.length === 0) return 0
  const book = await billBook(
    tx,
    zone,
    today,
    drafts.map((draft) => draft.taxpayer_id),
  )
  const rules = run.rules as RememberedRule[]
  const bills = await issueBills(
    tx,
    context,
    drafts.map((draft) =>
      book.draftOf({ ...draft, due_on: run.due_on }, (draft.basis as { lines: KeptLine[] }).lines, rules),
    ),
  )
  const pairs = drafts.map((draft, index) => ({ id: draft.id, bill_id: bills[index]?.billId }))
  await sql`
    update local_tax.assessment a set state = 'issued', due_on = ${run.due_on}::date, issued_on = ${today.toString()}::date,
      bill_id = pair.bill_id
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as pair (id uuid, bill_id uuid) where a.id = pair.id`.execute(
    tx,
  )
  return drafts.length
}

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
