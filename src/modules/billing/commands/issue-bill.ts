import { sql } from 'kysely'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import { newId } from '#kernel/ids.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { type Sen, senToNumeric } from '#kernel/money/money.ts'
import { getUnit } from '#modules/organization/index.ts'
import { type BillReference, storedReference } from '../bill-reference.ts'
import { billingCode } from '../billing-code.ts'
import { totalOf } from '../domain.ts'
import { interestSources } from '../money/interest.ts'
import { ownTreasury } from '../money/ledger.ts'
import { insertAll } from './insert-all.ts'
import { tellOf } from './tell-payer.ts'

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
    /** Absent for a firm, and for who is known by name only. */
    readonly personId?: string | undefined
    readonly name: string
    /** Absent for somebody without an account: he pays at a counter or by the printed code. */
    readonly accountId?: string | undefined
  }
  /** Numbers by which payer and public find it without its code. */
  readonly references?: readonly BillReference[] | undefined
  /** What the bill is for: `{ type: 'case', id }`. Found again by `findBillsOf`. */
  readonly subject: { readonly type: string; readonly id: string }
  readonly unitId: string
  readonly lines: readonly BillLineDraft[]
  /** Until when it is to be paid by law; past already only where late days bear interest, as of a return filed late. */
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
 * @throws RangeError when nothing is to be paid, or it would be due at once without bearing interest
 */
export async function issueBill(tx: WriteHandle, context: CommandContext, draft: BillDraft): Promise<IssuedBill> {
  const [issued] = await issueBills(tx, context, [draft])
  return issued as IssuedBill
}

/**
 * Issues as many bills as are given, in as many statements as one needs; in the order of the drafts.
 * @throws RangeError as `issueBill` does, for the first draft that is wrong
 */
export async function issueBills(
  tx: WriteHandle,
  context: CommandContext,
  drafts: readonly BillDraft[],
): Promise<IssuedBill[]> {
  if (drafts.length === 0) return []
  for (const draft of drafts) mustBeBill(draft, context.now)
  const numbers = await nextNumbers(tx, context, drafts.length)
  const units = new Map<string, { id: string; path: string }>()
  for (const id of new Set(drafts.map((draft) => draft.unitId))) units.set(id, await getUnit(tx, id))
  const issued = drafts.map((draft, index) => ({
    billId: newId<'bill'>(context.now.epochMilliseconds) as string,
    number: numbers[index] as string,
    total: totalOf(draft.lines),
  }))
  const at = (index: number) => issued[index] as IssuedBill
  await insertAll(
    tx,
    'billing.bill',
    drafts.map((draft, index) =>
      billRow(context, draft, at(index), units.get(draft.unitId) as { id: string; path: string }),
    ),
  )
  await insertAll(
    tx,
    'billing.bill_line',
    drafts.flatMap((draft, index) => draft.lines.map((line, place) => lineRow(at(index).billId, place + 1, line))),
  )
  const references = drafts.flatMap((draft, index) =>
    (draft.references ?? []).map((given) => ({ bill_id: at(index).billId, ...storedReference(context.tenant, given) })),
  )
  await insertAll(tx, 'billing.bill_reference', references, 'on conflict do nothing')
  await tellOf(
    tx,
    context,
    'issued',
    issued.map((bill) => bill.billId),
  )
  return issued
}

function mustBeBill(draft: BillDraft, now: Temporal.Instant): void {
  const isNothing = totalOf(draft.lines) <= 0n || draft.lines.some((line) => line.amount < 0n)
  if (isNothing) throw new RangeError('a bill needs an amount')
  if (draft.interestSource) interestSources.get(draft.interestSource)
  else if (Temporal.Instant.compare(draft.dueAt, now) <= 0) throw new RangeError('a bill is due after its issue')
}

function billRow(context: CommandContext, draft: BillDraft, bill: IssuedBill, unit: { id: string; path: string }) {
  const expiresAt = draft.expiresAt ?? draft.dueAt
  return {
    id: bill.billId,
    number: bill.number,
    state: 'issued',
    payer_person_id: draft.payer.personId ?? null,
    payer_name: draft.payer.name,
    account_id: draft.payer.accountId ?? null,
    title_id: draft.title.id,
    title_en: draft.title.en,
    subject_type: draft.subject.type,
    subject_id: draft.subject.id,
    unit_id: unit.id,
    unit_path: unit.path,
    total_amount: senToNumeric(bill.total),
    issued_by: labelOf(context.actor),
    issued_at: context.now.toString(),
    due_at: draft.dueAt.toString(),
    expires_at: expiresAt === 'never' ? null : expiresAt.toString(),
    allows_part: draft.allowsPart ?? false,
    interest_source: draft.interestSource ?? null,
    received_amount: '0.00',
    refunded_amount: '0.00',
  }
}

function lineRow(billId: string, position: number, line: BillLineDraft) {
  return {
    bill_id: billId,
    position,
    label_id: line.label.id,
    label_en: line.label.en,
    amount: senToNumeric(line.amount),
    account_code: line.accountCode,
    beneficiary_id: line.beneficiaryId ?? ownTreasury,
    rule_ids: line.ruleIds ?? [],
    citation: line.citation ?? '',
  }
}

/** A sequence never gives a number twice; those that a rolled-back command took stay unused. */
export async function nextNumbers(
  tx: WriteHandle,
  context: CommandContext,
  count: number,
  kind: 'bill' | 'order' = 'bill',
): Promise<string[]> {
  const { rows } = await sql<{ order: string }>`
    select nextval('billing.bill_number')::text as "order" from generate_series(1, ${count}::int)`.execute(tx)
  const { year } = context.now.toZonedDateTimeISO(context.tenant.profile.zone)
  return rows.map((row) => billingCode(year, BigInt(row.order), kind))
}
