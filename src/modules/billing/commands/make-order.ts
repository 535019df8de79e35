import { z } from 'zod'
import { signedIn } from '#kernel/access/access.ts'
import { dateOf, dayOf, instantOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { invalidField, notFound } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { senToNumeric } from '#kernel/money/money.ts'
import { getRule, wholeNumber } from '#modules/rules/index.ts'
import { findOwnRegion } from '#modules/territory/index.ts'
import { isOpen } from '../domain.ts'
import { owedOf } from '../money/owed.ts'
import { placeAll, sumOf } from '../money/placing.ts'
import { isPayerOf, type Payer, payerOf } from '../queries/own.ts'
import { type BillRow, lockBill } from './bill-row.ts'
import { nextNumbers } from './issue-bill.ts'

/** No more bills than a bank shows on one screen of a phone, and than one transaction locks without harm. */
export const mostBills = 50

/**
 * One code for several bills of one payer, or for one late bill: everything that is owed today, with its interest frozen for
 * some days. The bills keep their own codes; whichever is paid first counts.
 */
export const makeOrder = command({
  name: 'billing.make-order',
  event: 'billing.order-made.v1',
  access: signedIn,
  input: z.object({ billIds: z.array(z.uuid()).min(1).max(mostBills) }),
  async run(tx, input, context) {
    return orderBills(tx, context, await payerOf(tx, context.tenant, context.actor), input.billIds)
  },
})

/** The order of a payer, whoever he is, with what is announced of it. @throws not-found for a bill that is not his */
export async function orderBills(tx: WriteHandle, context: CommandContext, payer: Payer, billIds: readonly string[]) {
  const day = dayOf(context.now, context.tenant.profile.zone)
  const bills: BillRow[] = []
  // In one order for everybody, so that two orders over the same bills wait for each other instead of colliding.
  for (const id of [...new Set(billIds)].sort()) bills.push(await openBill(tx, context, payer, id))
  const orderer = ordererOf(context, bills)
  const shares = await Promise.all(
    bills.map(async (bill) => ({ bill, lines: placeAll(await owedOf(tx, context.tenant, bill, day)) })),
  )
  const total = sumOf(shares.flatMap((share) => share.lines))
  const id = newId(context.now.epochMilliseconds)
  const [number = ''] = await nextNumbers(tx, context, 1, 'order')
  await tx
    .insertInto('billing.pay_order')
    .values({
      id,
      number,
      state: 'open',
      ...orderer,
      total_amount: senToNumeric(total),
      quoted_on: day.toString(),
      made_by: labelOf(context.actor),
      made_at: dateOf(context.now),
      valid_until: dateOf(await endOf(tx, context, bills)),
    })
    .execute()
  await tx
    .insertInto('billing.pay_order_line')
    .values(
      shares.flatMap(({ bill, lines }) =>
        lines.map((line) => ({
          order_id: id,
          bill_id: bill.id,
          position: line.position,
          component: line.component,
          amount: senToNumeric(line.amount),
        })),
      ),
    )
    .execute()
  const payload = { orderId: id, number, total: senToNumeric(total), bills: bills.map((bill) => bill.id) }
  return { result: { orderId: id, number }, event: { subject: { type: 'pay-order', id }, payload } }
}

/** Whoever pays for himself and for firms pays in his own name, a program in that of its firm; an official makes a code for one payer. */
function ordererOf({ actor }: CommandContext, bills: readonly BillRow[]) {
  const [first] = bills as [BillRow, ...BillRow[]]
  const isOne = bills.every(
    (bill) => bill.payer_person_id === first.payer_person_id && bill.payer_name === first.payer_name,
  )
  if (actor.kind !== 'staff') {
    const name = actor.kind === 'partner' && isOne ? first.payer_name : actor.name
    return { payer_person_id: actor.personId ?? null, payer_name: name, account_id: actor.accountId ?? null }
  }
  if (!isOne) {
    throw invalidField(
      'billIds',
      'Satu kode bayar hanya untuk satu pembayar. Pilih tagihan pembayar yang sama.',
      'One billing code is for one payer. Choose bills of the same payer.',
    )
  }
  return { payer_person_id: first.payer_person_id, payer_name: first.payer_name, account_id: first.account_id }
}

/** A bill of the one who asks, or of a unit whose money he receives. @throws not-found for any other */
async function openBill(tx: WriteHandle, context: CommandContext, payer: Payer, billId: string): Promise<BillRow> {
  const bill = await lockBill(tx, billId)
  const { actor } = context
  if (actor.kind === 'staff') context.require('billing.receive', { unitPath: bill.unit_path })
  else {
    const { id, account_id: accountId, payer_person_id: personId } = bill
    const named = { id, accountId: accountId ?? undefined, personId: personId ?? undefined }
    if (!(await isPayerOf(tx, payer, named))) throw notFound()
  }
  const isOver = bill.expires_at && instantOf(bill.expires_at).epochMilliseconds <= context.now.epochMilliseconds
  if (isOpen(bill.state) && !isOver) return bill
  throw invalidField(
    'billIds',
    `Tagihan ${bill.title_id} tidak dapat dibayar lagi. Hapus centangnya, lalu coba lagi.`,
    `The bill for ${bill.title_en} can no longer be paid. Leave it out and try again.`,
  )
}

/** The end of the last day that the rule gives, but never after the code of a bill itself. */
async function endOf(tx: WriteHandle, context: CommandContext, bills: readonly BillRow[]): Promise<Temporal.Instant> {
  const { zone } = context.tenant.profile
  const region = await findOwnRegion(tx)
  const today = dayOf(context.now, zone)
  const days = wholeNumber(await getRule(tx, 'billing.order-valid', region?.code ?? '', today))
  const end = today
    .add({ days: Math.max(days, 1) })
    .toZonedDateTime(zone)
    .toInstant()
    .subtract({ seconds: 1 })
  return bills
    .flatMap((bill) => (bill.expires_at ? [instantOf(bill.expires_at)] : []))
    .reduce((least, at) => (Temporal.Instant.compare(at, least) < 0 ? at : least), end)
}
