import { dayOf } from '#kernel/clock/clock.ts'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { type Sen, senFromNumeric, senToNumeric } from '#kernel/money/money.ts'
import { type IssuedBill, issueBills } from '#modules/billing/index.ts'
import { getRule, listRules, type Rule, wholeNumber } from '#modules/rules/index.ts'
import { calculate, findCalculator, LawBook } from '#modules/tax/index.ts'
import { findOwnRegion } from '#modules/territory/index.ts'
import type { AssessmentKind, Tax } from '../claims.ts'
import { billBook, type KeptLine, refuseOpenLaw } from './assessment-bills.ts'
import { lockAssessment, takeStepOf } from './assessment-row.ts'
import { nextOf } from './counter.ts'
import type { RememberedRule } from './run-row.ts'

export const assessmentDueTime = 'local-tax.assessment-due-time'

/** What is claimed of a taxpayer, as the office or the taxpayer himself computed it. */
export interface AssessmentDraft {
  /** Notices of land come from the yearly assessment only. */
  readonly kind: Exclude<AssessmentKind, 'sppt'>
  readonly tax: Tax
  readonly taxpayerId: string
  readonly objectId?: string | undefined
  /** Tax year. */
  readonly year: number
  /** Of a tax that is owed by the month or for a time: its first and last day. */
  readonly period?: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate } | undefined
  /** Computed here, so that amount and law cannot be told apart from it. */
  readonly calculation: { readonly calculator: string; readonly day: Temporal.PlainDate; readonly input: unknown }
  /** Report, deed, contract or audit it rests on. */
  readonly ground: string
  /** Left out: after the time of `local-tax.assessment-due-time`. */
  readonly dueOn?: Temporal.PlainDate | undefined
  /** The file it came of: `{ type: 'case', id }`. */
  readonly source?: { readonly type: string; readonly id: string } | undefined
}

export interface IssuedAssessment {
  readonly assessmentId: string
  readonly number: string
  readonly amount: Sen
  /** Absent when there is nothing to pay. */
  readonly bill: IssuedBill | undefined
}

/** What an assessment that was computed by a calculator keeps of it. */
export interface CalculatedBasis {
  readonly calculator: string
  readonly day: string
  readonly input: unknown
  readonly lines: readonly KeptLine[]
  readonly rules: readonly RememberedRule[]
}

/**
 * Enters one claim and its bill inside the deciding command, which has checked that the actor may decide.
 * @throws invalid-input of the calculator; conflict while a row of law behind it is not checked; not-found
 */
export async function issueAssessment(
  tx: WriteHandle,
  context: CommandContext,
  draft: AssessmentDraft,
): Promise<IssuedAssessment> {
  const id = await writeDraft(tx, context, draft)
  return issueDrafted(tx, context, id, draft.ground)
}

/** Enters a claim as a draft: nothing is owed yet. @returns its id */
export async function writeDraft(tx: WriteHandle, context: CommandContext, draft: AssessmentDraft): Promise<string> {
  const own = (await findOwnRegion(tx))?.code ?? ''
  const today = dayOf(context.now, context.tenant.profile.zone)
  const place = await placeOf(tx, draft)
  const { calculator, day, input } = draft.calculation
  const found = findCalculator(calculator)
  if (!found) throw new Error(`there is no calculation ${calculator}`)
  const result = calculate(found, new LawBook(await listRules(tx, found.rules)), { day, region: own, input })
  const due = draft.dueOn ?? (await dueAfter(tx, own, today)).day
  refuseOpenLaw(result.openRules)
  if (!result.isOfficial)
    throw new AppError('conflict', {
      text: {
        id: 'Angka yang diketik sendiri tidak dapat menjadi dasar ketetapan. Daftarkan aturannya lebih dahulu.',
        en: 'A figure that was typed in cannot be the base of an assessment. Record the rule first.',
      },
    })
  const total = senFromNumeric(result.total.decimal(2))
  const amount = senToNumeric(total > 0n ? total : 0n)
  const basis: CalculatedBasis = {
    calculator,
    day: day.toString(),
    input,
    lines: result.lines.map((line) => ({
      id: line.id,
      label: line.label,
      amount: line.amount.decimal(2),
      destination: line.destination,
    })),
    rules: result.rules.map(remembered),
  }
  const id = newId<'tax-assessment'>(context.now.epochMilliseconds) as string
  await tx
    .insertInto('local_tax.assessment')
    .values({
      id,
      kind: draft.kind,
      tax: draft.tax,
      object_id: draft.objectId ?? null,
      taxpayer_id: draft.taxpayerId,
      object_version: place.version,
      number: await nextNumber(tx, draft.kind, draft.tax, today.year),
      year: draft.year,
      period_from: draft.period?.from.toString() ?? null,
      period_to: draft.period?.to.toString() ?? null,
      state: 'draft',
      village_code: place.villageCode,
      code: place.code,
      basis: JSON.stringify(basis),
      ground: draft.ground,
      source_type: draft.source?.type ?? null,
      source_id: draft.source?.id ?? null,
      assessed_amount: amount,
      amount,
      paid_amount: '0.00',
      written_off_amount: '0.00',
      due_on: due.toString(),
    })
    .execute()
  return id
}

const remembered = ({ id, key, citation }: Rule): RememberedRule => ({ id, key, citation })

/** Issues a draft: from now on it is owed, and can be paid by the code of its bill. @throws wrong-state */
export async function issueDrafted(
  tx: WriteHandle,
  context: CommandContext,
  assessmentId: string,
  ground: string,
  documentId?: string,
): Promise<IssuedAssessment> {
  const row = await lockAssessment(tx, assessmentId)
  const { zone } = context.tenant.profile
  const today = dayOf(context.now, zone)
  const amount = senFromNumeric(row.amount)
  const facts = { ground, amount, documentId }
  if (amount === 0n) {
    await takeStepOf(tx, context, row, 'find-nil', { ...facts, set: { issued_on: today.toString() } })
    return { assessmentId, number: row.number, amount, bill: undefined }
  }
  const book = await billBook(tx, zone, today, [row.taxpayer_id])
  const { lines, rules } = row.basis as CalculatedBasis
  const [bill] = await issueBills(tx, context, [book.draftOf(row, lines, rules)])
  const set = { issued_on: today.toString(), bill_id: bill?.billId ?? null }
  await takeStepOf(tx, context, row, 'issue', { ...facts, set })
  return { assessmentId, number: row.number, amount, bill }
}

/** When an assessment of the office is due. */
export async function dueAfter(tx: WriteHandle, own: string, today: Temporal.PlainDate) {
  const rule = await getRule(tx, assessmentDueTime, own, today)
  if (rule.status !== 'verified') refuseOpenLaw([rule])
  return { rule, day: today.add({ months: wholeNumber(rule) }) }
}

async function placeOf(tx: WriteHandle, { taxpayerId, objectId }: AssessmentDraft) {
  const taxpayer = await tx
    .selectFrom('local_tax.taxpayer')
    .select('village_code')
    .where('id', '=', taxpayerId)
    .executeTakeFirst()
  if (!taxpayer) throw notFound()
  if (!objectId) return { villageCode: taxpayer.village_code, code: '', version: null }
  const object = await tx
    .selectFrom('local_tax.object')
    .select(['village_code', 'code', 'version'])
    .where('id', '=', objectId)
    .executeTakeFirst()
  if (!object) throw notFound()
  return { villageCode: object.village_code, code: object.code, version: object.version }
}

/** "SKPD-2026-000012"; what taxpayers declare is an SPTPD, of an acquisition an SSPD. */
async function nextNumber(tx: WriteHandle, kind: AssessmentDraft['kind'], tax: Tax, year: number): Promise<string> {
  const word = kind !== 'self' ? kind.toUpperCase() : tax === 'bphtb' ? 'SSPD' : 'SPTPD'
  return numbered(tx, word, year)
}

export async function numbered(tx: WriteHandle, word: string, year: number): Promise<string> {
  const order = await nextOf(tx, `number:${word}:${year}`)
  return `${word}-${year}-${String(order).padStart(6, '0')}`
}
