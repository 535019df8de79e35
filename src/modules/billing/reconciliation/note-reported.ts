import { sql } from 'kysely'
import { dateOf } from '#kernel/clock/clock.ts'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'

/** What a file says, kept beside our ledger to be compared with it. What is known from another file or from the bank stays. */
export async function noteReported(tx: WriteHandle, context: CommandContext, statementId: string): Promise<void> {
  const { zone } = context.tenant.profile
  await sql`insert into billing.reported (id, side, source, reference, number, amount, fee, reported_on, description, statement_id, found_at)
    select gen_random_uuid(), o.side, coalesce(o.channel, o.id), r.reference, r.number, r.amount, r.fee,
      (r.paid_at at time zone ${zone})::date, r.description, r.statement_id, ${dateOf(context.now)}
    from billing.statement_row r join billing.statement s on s.id = r.statement_id
    join billing.statement_source o on o.id = s.source_id
    where r.statement_id = ${statementId}::uuid and r.state = 'read'
    on conflict (side, source, reference) do nothing`.execute(tx)
}
