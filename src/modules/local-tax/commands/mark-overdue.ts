import { sql } from 'kysely'
import { z } from 'zod'
import { systemOnly } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import { labelOf } from '#kernel/journal/journal.ts'

/** Claims of one transaction. */
const atOnce = 2000

/** Claims whose due day is over and that are not paid, a batch at a time. Run again it finds only what is new. */
export const markOverdue = command({
  name: 'local-tax.mark-overdue',
  event: 'local-tax.fell-overdue.v1',
  access: systemOnly,
  input: z.object({}),
  async run(tx, _input, context) {
    const today = dayOf(context.now, context.tenant.profile.zone).toString()
    const { rows } = await sql<{ n: number }>`
      with late as (
        select id, state from local_tax.assessment
        where state in ('issued', 'delivered') and due_on < ${today}::date order by due_on, id limit ${atOnce} for update
      ), moved as (
        update local_tax.assessment a set state = 'overdue' from late where a.id = late.id
        returning a.id, late.state as before, a.amount - a.paid_amount as owed
      ), noted as (
        insert into local_tax.step (id, assessment_id, at, verb, from_state, to_state, by, amount)
        select gen_random_uuid(), id, ${context.now.toString()}::timestamptz, 'fall-overdue', before, 'overdue',
          ${labelOf(context.actor)}, owed from moved
      )
      select count(*)::int as n from moved`.execute(tx)
    const count = rows[0]?.n ?? 0
    return {
      result: count === atOnce ? ('more' as const) : ('done' as const),
      event: count === 0 ? undefined : { subject: { type: 'tax-day', id: today }, payload: { count } },
    }
  },
})
