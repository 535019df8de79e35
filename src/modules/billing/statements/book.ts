import { sql } from 'kysely'
import { z } from 'zod'
import { systemOnly } from '#kernel/access/access.ts'
import { dateOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import type { JobContext } from '#kernel/define/module.ts'
import { fromChannel } from '../channel/from-channel.ts'
import { takePayment } from '../commands/pay-bill.ts'
import { findStatement, listRowsToBook } from './queries.ts'

const atOnce = 50

/**
 * Books the rows of a file in their order, each in the way in which every word of a channel is taken, so that what a
 * notification told before counts once. How far it is stands in the statement: killed, it goes on there.
 */
export async function bookStatementJob(payload: { statementId: string }, context: JobContext): Promise<void> {
  const { statementId } = payload
  for (;;) {
    const { pools } = context.tenant
    const statement = await findStatement(pools.write, statementId)
    if (statement?.state !== 'booking') return
    const rows = await listRowsToBook(pools.write, statementId, statement.doneTo, atOnce)
    const { channel } = statement
    if (channel) {
      for (const row of rows) {
        const { reference, number, amount, paidAt } = row
        const told = { channel, reference, number: number || 'tanpa-kode', amount, paidAt: paidAt.toString() }
        await takePayment(context.run, told, fromChannel(channel))
      }
    }
    await context.run(noteBooked, { statementId, upTo: rows.at(-1)?.line ?? null }, fromChannel('statement'))
  }
}

/** What became of the rows up to a line, as the ledger says it; without a line the file is done. */
export const noteBooked = command({
  name: 'billing.note-booked',
  event: 'billing.statement-booked.v1',
  access: systemOnly,
  input: z.object({ statementId: z.uuid(), upTo: z.number().int().nullable() }),
  async run(tx, input, context) {
    const statement = await findStatement(tx, input.statementId)
    if (statement?.state !== 'booking') return { result: undefined, event: undefined }
    const { upTo } = input
    if (upTo !== null) {
      await noteOutcomes(tx, statement.id, statement.doneTo, upTo, statement.channel)
      await tx.updateTable('billing.statement').set({ done_to: upTo }).where('id', '=', statement.id).execute()
      return { result: undefined, event: undefined }
    }
    await tx
      .updateTable('billing.statement')
      .set({ state: 'booked', finished_at: dateOf(context.now) })
      .where('id', '=', statement.id)
      .execute()
    const payload = { source: statement.sourceId, rows: statement.rows }
    return { result: undefined, event: { subject: { type: 'statement', id: statement.id }, payload } }
  },
})

/** On bills, or in suspense: as the ledger says. Rows whose money was here before the file are known already. */
async function noteOutcomes(
  tx: WriteHandle,
  statementId: string,
  from: number,
  upTo: number,
  channel: string | undefined,
): Promise<void> {
  await sql`update billing.statement_row r set state = case
      when exists (select from billing.placement p where p.payment_id = y.id and p.bill_id is not null) then 'booked'
      else 'suspended' end
    from billing.payment y
    where r.statement_id = ${statementId}::uuid and r.state = 'read' and r.line > ${from} and r.line <= ${upTo}
      and y.channel = ${channel ?? ''} and y.reference = r.reference`.execute(tx)
}
