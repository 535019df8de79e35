import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dateOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { invalidField } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { formatRupiah, type Sen, senFromNumeric, senToNumeric } from '#kernel/money/money.ts'
import { readRupiah } from '../domain.ts'
import type { Place } from '../money/ledger.ts'
import { least, takePart } from '../money/placing.ts'
import { type BillRow, lockBill, stepBill } from './bill-row.ts'
import { moveMoney, type PlacementRow, placeOf } from './move-money.ts'
import { lockSuspended } from './pay-from-suspense.ts'
import { tellPayer } from './tell-payer.ts'

export const payeeAccountContext = 'billing.refund.payee_account'

const payee = {
  reason: z.string().trim().min(10).max(500),
  payeeName: z.string().trim().min(3).max(120),
  payeeBank: z.string().trim().min(2).max(80),
  payeeAccount: z
    .string()
    .transform((typed) => typed.replace(/[\s.-]+/g, ''))
    .pipe(z.string().regex(/^\d{6,20}$/)),
}
type Payee = z.infer<z.ZodObject<typeof payee>>

/** How much of the money goes back; all of it when nothing is written. */
const amount = z.string().trim().max(30).optional()

/** The treasurer asks to give back what was paid on a bill, or money in suspense, whole or in part. Another official decides. */
export const requestRefund = command({
  name: 'billing.request-refund',
  event: 'billing.refund-requested.v1',
  access: permitted('billing.resolve'),
  input: z.union([
    z.object({ billId: z.uuid(), placementId: z.undefined().optional(), amount, ...payee }),
    z.object({ placementId: z.uuid(), billId: z.undefined().optional(), amount, ...payee }),
  ]),
  async run(tx, input, context) {
    const refundId = newId(context.now.epochMilliseconds)
    const money =
      input.billId === undefined
        ? await suspendedMoney(tx, context, input.placementId, input.amount)
        : await billMoney(tx, context, input.billId, input.amount)
    await insertRefund(tx, context, refundId, money, input)
    await sendBack(tx, context, refundId, money)
    if (money.bill) await tellPayer(tx, context, money.bill, 'refund-requested', { total: formatRupiah(money.amount) })
    const payload = { refundId, amount: senToNumeric(money.amount), ...(money.bill ? { billId: money.bill.id } : {}) }
    return { result: refundId, event: { subject: { type: 'refund', id: refundId }, payload } }
  },
})

interface MoneyBack {
  readonly amount: Sen
  readonly whole: Sen
  readonly bill: BillRow | undefined
  readonly claimedBillId: string | null
  readonly unitPath: string | null
  /** Newest first: what came last goes back first. */
  readonly placements: readonly PlacementRow[]
}

async function billMoney(
  tx: WriteHandle,
  context: CommandContext,
  billId: string,
  typed: string | undefined,
): Promise<MoneyBack> {
  const bill = await lockBill(tx, billId)
  context.require('billing.resolve', { unitPath: bill.unit_path })
  await stepBill(tx, context, bill, 'request-refund')
  const placements = await tx
    .selectFrom('billing.placement')
    .selectAll()
    .where('bill_id', '=', bill.id)
    .where('state', '=', 'on-bill')
    .orderBy('id', 'desc')
    .forUpdate()
    .execute()
  const whole = placements.reduce((sum, row) => sum + senFromNumeric(row.amount), 0n)
  const { unit_path: unitPath, id: claimedBillId } = bill
  return { amount: readPart(typed, whole), whole, bill, claimedBillId, unitPath, placements }
}

async function suspendedMoney(
  tx: WriteHandle,
  context: CommandContext,
  placementId: string,
  typed: string | undefined,
): Promise<MoneyBack> {
  const row = await lockSuspended(tx, context, placementId)
  const whole = senFromNumeric(row.amount)
  const { unit_path: unitPath, claimed_bill_id: claimedBillId } = row
  return { amount: readPart(typed, whole), whole, bill: undefined, claimedBillId, unitPath, placements: [row] }
}

/** @throws invalid-input at the field */
function readPart(typed: string | undefined, whole: Sen): Sen {
  if (!typed) return whole
  const sum = readRupiah(typed)
  if (sum !== undefined && sum <= whole) return sum
  const most = formatRupiah(whole)
  throw invalidField(
    'amount',
    `Tulis jumlah dalam rupiah, paling banyak ${most}. Kosongkan bila semuanya dikembalikan.`,
    `Write a sum in rupiah, at most ${most}. Leave it empty when all of it goes back.`,
  )
}

async function sendBack(tx: WriteHandle, context: CommandContext, refundId: string, money: MoneyBack): Promise<void> {
  let left = money.amount
  for (const row of money.placements) {
    if (left === 0n) break
    const place = await placeOf(tx, row)
    const now = least(left, place.amount)
    left -= now
    const { taken, kept } = takePart(place.lines ?? [], now)
    const back: Place = { ...place, amount: now, state: 'refunding', refundId, lines: taken }
    const rest: Place = { ...place, amount: place.amount - now, lines: kept }
    await moveMoney(tx, context, 'refund-requested', row, rest.amount > 0n ? [back, rest] : [back])
  }
}

async function insertRefund(
  tx: WriteHandle,
  context: CommandContext,
  id: string,
  money: MoneyBack,
  input: Payee,
): Promise<void> {
  await tx
    .insertInto('billing.refund')
    .values({
      id,
      placement_id: money.bill ? null : (money.placements[0]?.id ?? null),
      bill_id: money.bill?.id ?? null,
      is_part: money.bill !== undefined && money.amount < money.whole,
      claimed_bill_id: money.claimedBillId,
      unit_path: money.unitPath,
      amount: senToNumeric(money.amount),
      state: 'requested',
      reason: input.reason,
      payee_name: input.payeeName,
      payee_bank: input.payeeBank,
      payee_account: context.tenant.cipher.seal(input.payeeAccount, payeeAccountContext),
      requested_by: labelOf(context.actor),
      requested_by_account: context.actor.accountId ?? '',
      requested_by_person: context.actor.personId ?? null,
      requested_at: dateOf(context.now),
      decided_by: null,
      decided_by_account: null,
      decision_note: null,
      transfer_reference: null,
    })
    .execute()
}
