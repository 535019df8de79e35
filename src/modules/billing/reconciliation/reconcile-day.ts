import { sql } from 'kysely'
import { z } from 'zod'
import { staff } from '#kernel/access/access.ts'
import { dateOf, dayOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { rate } from '#kernel/money/money.ts'
import { getRule, wholeNumber } from '#modules/rules/index.ts'
import { findOwnRegion } from '#modules/territory/index.ts'
import { insertAll } from '../commands/insert-all.ts'
import { toldPayment } from '../commands/told-payment.ts'
import { noteDifferences } from './compare-day.ts'
import { settleTreasury } from './settle-treasury.ts'

/** What one channel says of a day, or that it could not be asked. */
const word = z.object({
  channel: z.string().max(31),
  payments: z.array(toldPayment).optional(),
  failure: z.string().max(300).optional(),
})
export type ChannelWord = z.infer<typeof word>

/**
 * Compares ledger, banks and treasury account of one day. Done again it finds the same and doubles nothing; what a later file
 * or report explains settles itself.
 */
export const reconcileDay = command({
  name: 'billing.reconcile-day',
  event: 'billing.day-reconciled.v1',
  access: staff,
  input: z.object({ day: z.iso.date(), words: z.array(word) }),
  async run(tx, input, context) {
    if (context.actor.kind === 'staff') context.require('billing.reconcile', {})
    const { zone } = context.tenant.profile
    const day = Temporal.PlainDate.from(input.day)
    const today = dayOf(context.now, zone)
    if (Temporal.PlainDate.compare(day, today) >= 0) throw new AppError('wrong-state', { text: notOver })
    const region = (await findOwnRegion(tx))?.code ?? ''
    const within = wholeNumber(await getRule(tx, 'billing.settlement-days', region, day))
    const mostFee = rate(String((await getRule(tx, 'billing.settlement-fee-most', region, day)).value))
    for (const { channel, payments } of input.words) await noteWord(tx, context, channel, payments ?? [])
    await settleTreasury(tx, context, { day, within, mostFee })
    await noteSides(tx, context, day, input.words)
    await noteDifferences(tx, context, { day, today, within })
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from billing.difference
      where day = ${input.day}::date and closed_at is null`.execute(tx)
    const open = rows[0]?.n ?? 0
    return { result: { open }, event: { subject: { type: 'day', id: input.day }, payload: { open } } }
  },
})

const notOver = {
  id: 'Hari ini belum selesai. Rekonsiliasi dilakukan mulai besok.',
  en: 'The day is not over. It can be reconciled from tomorrow on.',
}

async function noteWord(
  tx: WriteHandle,
  context: CommandContext,
  channel: string,
  payments: NonNullable<ChannelWord['payments']>,
): Promise<void> {
  const { zone } = context.tenant.profile
  const rows = payments.map((told) => ({
    id: newId(context.now.epochMilliseconds) as string,
    side: 'channel',
    source: channel,
    reference: told.reference,
    number: told.number,
    amount: told.amount,
    reported_on: dayOf(Temporal.Instant.from(told.paidAt), zone).toString(),
    description: '',
    found_at: context.now.toString(),
  }))
  await insertAll(tx, 'billing.reported', rows, 'on conflict (side, source, reference) do nothing')
}

/** The three sides of each channel, as they stand now. */
async function noteSides(
  tx: WriteHandle,
  context: CommandContext,
  day: Temporal.PlainDate,
  words: readonly ChannelWord[],
): Promise<void> {
  const { zone } = context.tenant.profile
  const date = sql`${day.toString()}::date`
  const failures = JSON.stringify(
    Object.fromEntries(words.flatMap((each) => (each.failure ? [[each.channel, each.failure]] : []))),
  )
  const spoke = words.filter((each) => each.payments).map((each) => each.channel)
  await sql`with ours as (
      select y.id, y.channel, y.amount from billing.payment y
      where y.paid_at >= ${date}::timestamp at time zone ${zone} and y.paid_at < (${date} + 1)::timestamp at time zone ${zone}),
    bank as (select source as channel, count(*)::int as n, sum(amount) as amount, coalesce(sum(fee), 0) as fee
      from billing.reported where side = 'channel' and reported_on = ${date} group by source),
    silent as (select o.channel from billing.statement s join billing.statement_source o on o.id = s.source_id
      where o.side = 'channel' and s.state in ('booking', 'booked') and ${date} between s.first_on and s.last_on
      union select unnest(${spoke}::text[])),
    treasury as (select y.channel, count(*)::int as n, sum(y.amount) as amount
      from ours y join billing.settlement s on s.payment_id = y.id group by y.channel),
    settled as (select distinct unnest(settles) as channel from billing.statement_source where side = 'treasury'),
    channels as (select channel from ours union select channel from bank union select unnest(${words.map((each) => each.channel)}::text[])
      union select channel from billing.reconciliation where day = ${date})
    insert into billing.reconciliation (day, channel, ours_count, ours_amount, bank_count, bank_amount, treasury_count,
      treasury_amount, fee_amount, failure, run_at, run_by)
    select ${date}, c.channel, count(y.id)::int, coalesce(sum(y.amount), 0),
      case when b.n is not null then b.n when c.channel in (select channel from silent) then 0 end,
      case when b.n is not null then b.amount when c.channel in (select channel from silent) then 0 end,
      case when c.channel in (select channel from settled) then coalesce(t.n, 0) end,
      case when c.channel in (select channel from settled) then coalesce(t.amount, 0) end,
      coalesce(b.fee, 0), ${failures}::jsonb ->> c.channel, ${dateOf(context.now)}, ${labelOf(context.actor)}
    from channels c left join ours y on y.channel = c.channel left join bank b on b.channel = c.channel
    left join treasury t on t.channel = c.channel
    group by c.channel, b.n, b.amount, b.fee, t.n, t.amount
    on conflict (day, channel) do update set ours_count = excluded.ours_count, ours_amount = excluded.ours_amount,
      bank_count = excluded.bank_count, bank_amount = excluded.bank_amount, treasury_count = excluded.treasury_count,
      treasury_amount = excluded.treasury_amount, fee_amount = excluded.fee_amount, failure = excluded.failure,
      run_at = excluded.run_at, run_by = excluded.run_by`.execute(tx)
}
