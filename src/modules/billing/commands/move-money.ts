import { type Selectable, sql } from 'kysely'
import { dateOf, dayOf } from '#kernel/clock/clock.ts'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { newId } from '#kernel/ids.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { senFromNumeric, senToNumeric } from '#kernel/money/money.ts'
import type { SuspenseReason } from '../domain.ts'
import { entryOf, type JournalLine, type Place, type PlaceState } from '../money/ledger.ts'
import { type PlacedLine, sumOf } from '../money/placing.ts'
import type { JournalEntryTable, PlacementTable } from '../tables.ts'
import type { ToldPayment } from './told-payment.ts'

type EntryKind = JournalEntryTable['kind']
export type PlacementRow = Selectable<PlacementTable>

/**
 * Writes money that arrived, where it goes, and the entry of it.
 * @returns undefined when another transaction wrote the same reference meanwhile
 */
export async function receiveMoney(
  tx: WriteHandle,
  context: CommandContext,
  told: ToldPayment,
  places: readonly Place[],
): Promise<string | undefined> {
  const amount = senFromNumeric(told.amount)
  mustEqual(amount, sumOf(places))
  const row = await tx
    .insertInto('billing.payment')
    .values({
      id: newId(context.now.epochMilliseconds),
      channel: told.channel,
      reference: told.reference,
      number_given: told.number,
      amount: told.amount,
      paid_at: told.paidAt,
      received_at: dateOf(context.now),
      received_by: labelOf(context.actor),
    })
    .onConflict((conflict) => conflict.columns(['channel', 'reference']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) return undefined
  for (const place of places) await insertPlace(tx, context, row.id, place)
  await writeEntry(tx, context, 'received', row.id, entryOf({ channel: told.channel, amount }, places))
  return row.id
}

/** Money that is somewhere goes elsewhere, whole or in pieces; the pieces add up to it. */
export async function moveMoney(
  tx: WriteHandle,
  context: CommandContext,
  kind: EntryKind,
  placement: PlacementRow,
  places: readonly [Place, ...Place[]],
): Promise<void> {
  mustEqual(senFromNumeric(placement.amount), sumOf(places))
  const before = await placeOf(tx, placement)
  const [first, ...others] = places
  await tx.updateTable('billing.placement').set(columnsOf(first)).where('id', '=', placement.id).execute()
  await tx.deleteFrom('billing.placement_line').where('placement_id', '=', placement.id).execute()
  await insertLines(tx, placement.id, first)
  for (const place of others) await insertPlace(tx, context, placement.payment_id, place)
  await writeEntry(tx, context, kind, placement.payment_id, entryOf([before], places))
}

/** A stored place as it is now, with its lines. */
export async function placeOf(tx: WriteHandle, row: PlacementRow): Promise<Place> {
  const lines = await tx
    .selectFrom('billing.placement_line')
    .selectAll()
    .where('placement_id', '=', row.id)
    .orderBy('position')
    .orderBy('component')
    .execute()
  return {
    amount: senFromNumeric(row.amount),
    state: row.state as PlaceState,
    billId: row.bill_id ?? undefined,
    claimedBillId: row.claimed_bill_id ?? undefined,
    orderId: row.order_id ?? undefined,
    refundId: row.refund_id ?? undefined,
    unitPath: row.unit_path ?? undefined,
    reason: (row.reason as SuspenseReason | null) ?? undefined,
    lines: lines.map(
      (line): PlacedLine => ({
        position: line.position,
        component: line.component,
        amount: senFromNumeric(line.amount),
        accountCode: line.account_code,
        beneficiaryId: line.beneficiary_id,
      }),
    ),
  }
}

function columnsOf(place: Place) {
  return {
    bill_id: place.billId ?? null,
    claimed_bill_id: place.claimedBillId ?? null,
    order_id: place.orderId ?? null,
    refund_id: place.refundId ?? null,
    unit_path: place.unitPath ?? null,
    amount: senToNumeric(place.amount),
    state: place.state,
    reason: place.reason ?? null,
  }
}

async function insertPlace(tx: WriteHandle, context: CommandContext, paymentId: string, place: Place): Promise<void> {
  const id = newId(context.now.epochMilliseconds)
  await tx
    .insertInto('billing.placement')
    .values({ id, payment_id: paymentId, placed_at: dateOf(context.now), ...columnsOf(place) })
    .execute()
  await insertLines(tx, id, place)
}

async function insertLines(tx: WriteHandle, placementId: string, place: Place): Promise<void> {
  const lines = place.lines ?? []
  if (place.state === 'on-bill') mustEqual(place.amount, sumOf(lines))
  if (lines.length === 0) return
  await tx
    .insertInto('billing.placement_line')
    .values(
      lines.map((line) => ({
        placement_id: placementId,
        position: line.position,
        component: line.component,
        amount: senToNumeric(line.amount),
        account_code: line.accountCode,
        beneficiary_id: line.beneficiaryId,
      })),
    )
    .execute()
}

async function writeEntry(
  tx: WriteHandle,
  context: CommandContext,
  kind: EntryKind,
  paymentId: string,
  lines: readonly JournalLine[],
): Promise<void> {
  // Money that changes its place but not its account (reserved by an order, then in suspense) is no entry.
  if (lines.length === 0) return
  const id = newId(context.now.epochMilliseconds)
  const accounts = new Map(lines.map(({ account }) => [account.code, account]))
  await tx
    .insertInto('billing.journal_account')
    .values(
      [...accounts.values()].map((account) => ({
        code: account.code,
        kind: account.kind,
        account_code: account.accountCode ?? null,
        beneficiary_id: account.beneficiaryId ?? null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await tx
    .insertInto('billing.journal_entry')
    .values({
      id,
      kind,
      payment_id: paymentId,
      entry_on: openDay(dayOf(context.now, context.tenant.profile.zone)),
      made_at: dateOf(context.now),
      made_by: labelOf(context.actor),
    })
    .execute()
  await tx
    .insertInto('billing.journal_line')
    .values(
      lines.map((line, index) => ({
        entry_id: id,
        position: index + 1,
        account: line.account.code,
        bill_id: line.billId ?? null,
        debit: senToNumeric(line.debit),
        credit: senToNumeric(line.credit),
      })),
    )
    .execute()
}

/** Today, or the first day whose books are open. */
function openDay(today: Temporal.PlainDate) {
  const day = sql<string>`${today.toString()}::date`
  return sql<string>`greatest(${day}, (select max(to_on) + 1 from billing.day_close where state = 'closed'))`
}

/** A fault of the program, never of a person: the transaction ends with nothing of it stored. */
function mustEqual(whole: bigint, parts: bigint): void {
  if (whole !== parts) throw new Error(`money does not add up: ${whole} sen became ${parts}`)
}
