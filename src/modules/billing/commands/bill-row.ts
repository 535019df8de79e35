import type { Selectable } from 'kysely'
import { instantOf } from '#kernel/clock/clock.ts'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { type Sen, senFromNumeric } from '#kernel/money/money.ts'
import { type BillState, billMachine, type PayableBill } from '../domain.ts'
import type { BillAnnounced } from '../events.ts'
import type { BillTable } from '../tables.ts'

export type BillRow = Selectable<BillTable>

/** @throws not-found */
export async function lockBill(tx: WriteHandle, billId: string): Promise<BillRow> {
  const row = await tx.selectFrom('billing.bill').selectAll().where('id', '=', billId).forUpdate().executeTakeFirst()
  if (!row) throw notFound()
  return row
}

export async function lockBillByNumber(tx: WriteHandle, number: string): Promise<BillRow | undefined> {
  return tx.selectFrom('billing.bill').selectAll().where('number', '=', number).forUpdate().executeTakeFirst()
}

/** @param owed as of the day on which the money was given */
export function payable(row: BillRow, owed: Sen): PayableBill {
  return {
    state: row.state,
    owed,
    expiresAt: row.expires_at ? instantOf(row.expires_at) : undefined,
    allowsPart: row.allows_part,
  }
}

export function totalAmount(row: BillRow): Sen {
  return senFromNumeric(row.total_amount)
}

/** Facts that every event about a bill carries. */
export function announced(row: BillRow): BillAnnounced {
  return {
    billId: row.id,
    number: row.number,
    subject: { type: row.subject_type, id: row.subject_id },
    total: row.total_amount,
  }
}

interface Closing {
  readonly paidAt?: Temporal.Instant
  readonly reason?: string
}

/** Takes one step of a locked bill. @throws wrong-state, in the words of bills */
export async function stepBill(
  tx: WriteHandle,
  context: CommandContext,
  row: BillRow,
  verb: string,
  closing: Closing = {},
): Promise<void> {
  const state = nextState(row, verb)
  const ends = state === 'expired' || state === 'cancelled' || state === 'refunded'
  await tx
    .updateTable('billing.bill')
    .set({
      state,
      ...(closing.paidAt ? { paid_at: closing.paidAt.toString() } : {}),
      ...(ends ? { closed_at: context.now.toString(), closed_reason: closing.reason ?? null } : {}),
    })
    .where('id', '=', row.id)
    .execute()
}

/** @throws wrong-state */
export function nextState(row: BillRow, verb: string): BillState {
  const step = billMachine.from(row.state).find((candidate) => candidate.verb === verb)
  if (step) return step.to as BillState
  throw new AppError('wrong-state', {
    text: {
      id: 'Tindakan ini tidak dapat dilakukan lagi karena tagihan sudah berubah keadaan.',
      en: 'This action is no longer possible because the bill has changed.',
    },
    params: { state: row.state, verb },
  })
}
