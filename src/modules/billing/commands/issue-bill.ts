import { sql } from 'kysely'
import { dateOf } from '#kernel/clock/clock.ts'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import { newId } from '#kernel/ids.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { type Sen, senToNumeric } from '#kernel/money/money.ts'
import { getUnit } from '#modules/organization/index.ts'
import { billingCode } from '../billing-code.ts'
import { totalOf } from '../domain.ts'
import { interestSources } from '../money/interest.ts'
import { ownTreasury } from '../money/ledger.ts'
import { lockBill, stepBill } from './bill-row.ts'
import { releaseMoney } from './release-money.ts'
import { tellPayer } from './tell-payer.ts'

/** One line of a bill, with where its money goes and by what law. */
export interface BillLineDraft {
  readonly label: LocalText
  readonly amount: Sen
  /** Code of the revenue account, for instance "4.1.02.01.01.0001". */
  readonly accountCode: string
  /** Whose money it is (`billing.beneficiary`); the region's own treasury when left out. Opsen and shares name another. */
  readonly beneficiaryId?: string | undefined
  readonly ruleIds?: readonly string[] | undefined
  /** "Perda 3/2024 Pasal 12", as it is printed beside the line. */
  readonly citation?: string | undefined
}

export interface BillDraft {
  readonly title: LocalText
  readonly payer: {
    readonly personId: string
    readonly name: string
    /** Absent for somebody without an account: he pays at a counter or by the printed code. */
    readonly accountId?: string | undefined
  }
  /** What the bill is for: `{ type: 'case', id }`. Found again by `findBillsOf`. */
  readonly subject: { readonly type: string; readonly id: string }
  readonly unitId: string
  readonly lines: readonly BillLineDraft[]
  /** Until when it is to be paid by law. */
  readonly dueAt: Temporal.Instant
  /** When its code stops counting: the due time when left out; `never` for what is owed until it is paid, as a tax is. */
  readonly expiresAt?: Temporal.Instant | 'never' | undefined
  /** Whether any part may be paid; the rest stays owed. */
  readonly allowsPart?: boolean | undefined
  /** Name of the source that computes interest of late days (`interestSources`). */
  readonly interestSource?: string | undefined
}

export interface IssuedBill {
  readonly billId: string
  /** Billing code of fifteen digits. */
  readonly number: string
  readonly total: Sen
}

/**
 * Issues a bill inside the deciding command and tells the payer: it exists exactly when the decision does.
 * The caller has checked that the actor may decide.
 * @throws RangeError when nothing is to be paid, or it would be due at once
 */
export async function issueBill(tx: WriteHandle, context: CommandContext, draft: BillDraft): Promise<IssuedBill> {
  const total = totalOf(draft.lines)
  if (total <= 0n || draft.lines.some((line) => line.amount < 0n)) throw new RangeError('a bill needs an amount')
  if (Temporal.Instant.compare(draft.dueAt, context.now) <= 0) throw new RangeError('a bill is due after its issue')
  if (draft.interestSource) interestSources.get(draft.interestSource)
  const expiresAt = draft.expiresAt ?? draft.dueAt
  const unit = await getUnit(tx, draft.unitId)
  const billId = newId<'bill'>(context.now.epochMilliseconds)
  const number = await nextNumber(tx, context)
  await tx
    .insertInto('billing.bill')
    .values({
      id: billId,
      number,
      state: 'issued',
      payer_person_id: draft.payer.personId,
      payer_name: draft.payer.name,
      account_id: draft.payer.accountId ?? null,
      title_id: draft.title.id,
      title_en: draft.title.en,
      subject_type: draft.subject.type,
      subject_id: draft.subject.id,
      unit_id: unit.id,
      unit_path: unit.path,
      total_amount: senToNumeric(total),
      received_amount: '0.00',
      refunded_amount: '0.00',
      issued_by: labelOf(context.actor),
      issued_at: dateOf(context.now),
      due_at: dateOf(draft.dueAt),
      expires_at: expiresAt === 'never' ? null : dateOf(expiresAt),
      allows_part: draft.allowsPart ?? false,
      interest_source: draft.interestSource ?? null,
      closed_reason: null,
    })
    .execute()
  await tx
    .insertInto('billing.bill_line')
    .values(
      draft.lines.map((line, index) => ({
        bill_id: billId,
        position: index + 1,
        label_id: line.label.id,
        label_en: line.label.en,
        amount: senToNumeric(line.amount),
        account_code: line.accountCode,
        beneficiary_id: line.beneficiaryId ?? ownTreasury,
        rule_ids: [...(line.ruleIds ?? [])],
        citation: line.citation ?? '',
      })),
    )
    .execute()
  await tellPayer(tx, context, await lockBill(tx, billId), 'issued')
  return { billId, number, total }
}

/**
 * Withdraws a bill that is not paid, inside the deciding command. What was paid of it goes into suspense to be given back or
 * put on another bill; so does money that arrives later.
 * @throws wrong-state when it is paid, expired or cancelled already; money is given back through a refund
 */
export async function cancelBill(
  tx: WriteHandle,
  context: CommandContext,
  billId: string,
  reason: string,
): Promise<void> {
  const bill = await lockBill(tx, billId)
  await stepBill(tx, context, bill, 'cancel', { reason })
  await releaseMoney(tx, context, bill, 'cancelled')
  await tellPayer(tx, context, bill, 'cancelled', { reason })
}

/** A sequence never gives a number twice; one that a rolled-back command took stays unused. */
export async function nextNumber(
  tx: WriteHandle,
  context: CommandContext,
  kind: 'bill' | 'order' = 'bill',
): Promise<string> {
  const { rows } = await sql<{ order: string }>`select nextval('billing.bill_number')::text as "order"`.execute(tx)
  const { year } = context.now.toZonedDateTimeISO(context.tenant.profile.zone)
  return billingCode(year, BigInt(rows[0]?.order ?? '0'), kind)
}
