import { sql } from 'kysely'
import { dateOf } from '#kernel/clock/clock.ts'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { senFromNumeric } from '#kernel/money/money.ts'
import { type FeeLimit, pickDeposit } from './pick-deposit.ts'

export interface TreasuryMatching extends FeeLimit {
  readonly day: Temporal.PlainDate
  /** So many days after the day a deposit may still come. */
  readonly within: number
}

/**
 * Finds which credit of a treasury account brought the payments of a day there: each by its own reference, each by its
 * billing code, or all that are left of a channel in one sum. What was matched stays matched.
 */
export async function settleTreasury(
  tx: WriteHandle,
  context: CommandContext,
  matching: TreasuryMatching,
): Promise<void> {
  await matchByReference(tx, context, matching)
  await matchByCode(tx, context, matching)
  await matchDeposits(tx, context, matching)
}

/** Payments of the day that no credit brought yet, and credits from that day on that brought none. */
const open = (context: CommandContext, { day, within }: TreasuryMatching) => {
  const { zone } = context.tenant.profile
  const from = sql`${day.toString()}::date::timestamp at time zone ${zone}`
  const to = sql`(${day.toString()}::date + 1)::timestamp at time zone ${zone}`
  return sql`ours as (
      select y.id, y.channel, y.reference, y.number_given, y.amount from billing.payment y
      where y.paid_at >= ${from} and y.paid_at < ${to}
        and not exists (select from billing.settlement s where s.payment_id = y.id)),
    credits as (
      select p.id, p.source, p.reference, p.number, p.amount, o.settles, p.reported_on from billing.reported p
      join billing.statement_source o on o.id = p.source
      where p.side = 'treasury' and p.reported_on between ${day.toString()}::date and ${day.toString()}::date + ${within}::int
        and not exists (select from billing.settlement s where s.reported_id = p.id))`
}

async function matchByReference(tx: WriteHandle, context: CommandContext, matching: TreasuryMatching): Promise<void> {
  await sql`with ${open(context, matching)}
    insert into billing.settlement (payment_id, reported_id, matched_at)
    select distinct on (y.id) y.id, c.id, ${dateOf(context.now)}
    from ours y join credits c on c.reference = y.reference and (c.source = y.channel or y.channel = any(c.settles))
    order by y.id, c.id on conflict do nothing`.execute(tx)
}

/** The same code twice on a day is matched in the order of amounts, so that one credit never stands for two payments. */
async function matchByCode(tx: WriteHandle, context: CommandContext, matching: TreasuryMatching): Promise<void> {
  const { mostFee } = matching
  await sql`with ${open(context, matching)},
    numbered as (select *, row_number() over (partition by channel, number_given order by amount, id) as n from ours),
    counted as (select c.*, channel, row_number() over (partition by channel, number order by amount, c.id) as n
      from credits c cross join unnest(c.settles) as channel where c.number <> '')
    insert into billing.settlement (payment_id, reported_id, matched_at)
    select y.id, c.id, ${dateOf(context.now)}
    from numbered y join counted c on c.channel = y.channel and c.number = y.number_given and c.n = y.n
    where c.amount <= y.amount
      and c.amount * ${mostFee.denominator.toString()}::numeric >= y.amount * ${(mostFee.denominator - mostFee.numerator).toString()}::numeric
    on conflict do nothing`.execute(tx)
}

async function matchDeposits(tx: WriteHandle, context: CommandContext, matching: TreasuryMatching): Promise<void> {
  const { rows: left } = await sql<{ channel: string; amount: string; fee: string }>`with ${open(context, matching)}
    select y.channel, sum(y.amount)::text as amount, coalesce(sum(p.fee), 0)::numeric(20, 2)::text as fee
    from ours y left join billing.reported p on p.side = 'channel' and p.source = y.channel and p.reference = y.reference
    group by y.channel order by y.channel`.execute(tx)
  for (const { channel, amount, fee } of left) {
    const { rows: credits } = await sql<{ id: string; amount: string }>`with ${open(context, matching)}
      select id, amount from credits where ${channel} = any(settles) and number = '' order by reported_on, id`.execute(
      tx,
    )
    const sizes = credits.map((credit) => ({ id: credit.id, amount: senFromNumeric(credit.amount) }))
    const picked = pickDeposit({ amount: senFromNumeric(amount), fee: senFromNumeric(fee) }, sizes, matching)
    if (!picked) continue
    await sql`with ${open(context, matching)}
      insert into billing.settlement (payment_id, reported_id, matched_at)
      select y.id, ${picked}::uuid, ${dateOf(context.now)} from ours y where y.channel = ${channel}
      on conflict do nothing`.execute(tx)
  }
}
