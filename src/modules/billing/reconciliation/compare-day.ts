import { type RawBuilder, sql } from 'kysely'
import { dateOf } from '#kernel/clock/clock.ts'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { newId } from '#kernel/ids.ts'

export interface Comparison {
  readonly day: Temporal.PlainDate
  /** Today: what is not in the treasury by now counts as missing only after so many days. */
  readonly today: Temporal.PlainDate
  readonly within: number
}

interface Found {
  readonly kind: string
  readonly channel: string
  readonly reference: string
  readonly payment_id: string | null
  readonly reported_id: string | null
  readonly ours_amount: string | null
  readonly theirs_amount: string | null
}

/**
 * Where ledger, bank and treasury disagree about a day, as far as each has spoken: a channel that reported nothing for the day
 * is missing as a whole, not payment by payment.
 */
function differencesOf(context: CommandContext, { day, today, within }: Comparison): RawBuilder<Found> {
  const { zone } = context.tenant.profile
  const date = sql`${day.toString()}::date`
  const isOver = Temporal.PlainDate.compare(day.add({ days: within }), today) < 0
  return sql<Found>`
    with ours as (
      select y.*, (y.paid_at at time zone ${zone})::date as day from billing.payment y
      where y.paid_at >= ${date}::timestamp at time zone ${zone} and y.paid_at < (${date} + 1)::timestamp at time zone ${zone}),
    bank as (select * from billing.reported where side = 'channel' and reported_on = ${date}),
    spoken as (
      select source as channel from bank
      union select o.channel from billing.statement s join billing.statement_source o on o.id = s.source_id
        where o.side = 'channel' and s.state in ('booking', 'booked') and ${date} between s.first_on and s.last_on
      union select channel from billing.reconciliation where day = ${date} and bank_count is not null),
    settled as (select distinct unnest(settles) as channel from billing.statement_source where side = 'treasury'),
    deposits as (
      select s.reported_id, min(y.channel) as channel, sum(y.amount) as ours, min(p.amount) as theirs, coalesce(sum(b.fee), 0) as fee
      from billing.settlement s join billing.payment y on y.id = s.payment_id join billing.reported p on p.id = s.reported_id
      left join billing.reported b on b.side = 'channel' and b.source = y.channel and b.reference = y.reference
      where s.reported_id in (select reported_id from billing.settlement s join ours y on y.id = s.payment_id)
      group by s.reported_id),
    unsettled as (
      select y.* from ours y where y.channel in (select channel from settled)
        and not exists (select from billing.settlement s where s.payment_id = y.id)),
    one_by_one as (
      select distinct y.channel from ours y join billing.settlement s on s.payment_id = y.id
      where 1 = (select count(*) from billing.settlement t where t.reported_id = s.reported_id))
    select 'only-ours' as kind, y.channel, y.reference, y.id as payment_id, null::uuid as reported_id, y.amount as ours_amount, null::numeric as theirs_amount
      from ours y where y.channel in (select channel from spoken) and not exists
        (select from billing.reported p where p.side = 'channel' and p.source = y.channel and p.reference = y.reference)
    union all select 'only-bank', b.source, b.reference, null, b.id, null, b.amount
      from bank b where not exists (select from billing.payment y where y.channel = b.source and y.reference = b.reference)
    union all select case when p.amount <> y.amount then 'amount' else 'other-day' end, y.channel, y.reference, y.id, p.id, y.amount, p.amount
      from ours y join billing.reported p on p.side = 'channel' and p.source = y.channel and p.reference = y.reference
      where p.amount <> y.amount or p.reported_on <> y.day
    union all select 'twice', t.source, t.reference, null, t.id, null, t.amount
      from (select b.*, row_number() over (partition by source, number, amount order by reference) as n from bank b where number <> '') t
      where t.n > 1
    union all select 'less', d.channel, p.reference, null, d.reported_id, d.ours, d.theirs
      from deposits d join billing.reported p on p.id = d.reported_id where d.theirs <> d.ours and d.theirs <> d.ours - d.fee
    union all select 'not-in-treasury', u.channel, u.reference, u.id, null, u.amount, null
      from unsettled u where ${isOver} and u.channel in (select channel from one_by_one)
    union all select 'not-in-treasury', u.channel, 'setoran ' || ${day.toString()}::text, null, null, sum(u.amount), null
      from unsettled u where ${isOver} and u.channel not in (select channel from one_by_one) group by u.channel
    union all select 'only-treasury', p.source, p.reference, null, p.id, null, p.amount
      from billing.reported p where p.side = 'treasury' and p.reported_on = ${date}
        and not exists (select from billing.settlement s where s.reported_id = p.id)`
}

/**
 * Writes what is found, once for each kind, channel and reference. What was open and is found no more has settled itself;
 * what had settled and is there again is open again. What an official explained stays explained.
 */
export async function noteDifferences(tx: WriteHandle, context: CommandContext, comparison: Comparison): Promise<void> {
  const now = dateOf(context.now)
  const day = comparison.day.toString()
  const { rows } = await differencesOf(context, comparison).execute(tx)
  const found = rows.map((row) => ({ ...row, id: newId(context.now.epochMilliseconds) as string }))
  const given = sql`jsonb_populate_recordset(null::billing.difference, ${JSON.stringify(found)}::jsonb)`
  const isFound = sql`exists (select from ${given} f where (f.kind, f.channel, f.reference) = (d.kind, d.channel, d.reference))`
  await sql`with gone as (
      update billing.difference d set state = 'settled', closed_at = ${now}
      where d.day = ${day}::date and d.closed_at is null and not ${isFound} returning d.id)
    ${steps('gone', 'vanished', now)}`.execute(tx)
  await sql`with back as (
      update billing.difference d set state = 'open', closed_at = null
      where d.day = ${day}::date and d.state = 'settled' and ${isFound} returning d.id)
    ${steps('back', 'reopened', now)}`.execute(tx)
  await sql`with fresh as (
      insert into billing.difference (id, day, kind, channel, reference, payment_id, reported_id, ours_amount, theirs_amount, state, found_at)
      select id, ${day}::date, kind, channel, reference, payment_id, reported_id, ours_amount, theirs_amount, 'open', ${now}
      from ${given} on conflict (kind, channel, reference) do nothing returning id)
    ${steps('fresh', 'found', now)}`.execute(tx)
}

const steps = (from: string, act: 'found' | 'vanished' | 'reopened', now: Date) => sql`
  insert into billing.difference_step (difference_id, position, act, note, made_by, made_at)
  select i.id, 1 + coalesce((select max(position) from billing.difference_step s where s.difference_id = i.id), 0),
    ${act}, '', 'rekonsiliasi', ${now}
  from ${sql.raw(from)} i`
