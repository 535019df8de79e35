import { dayOf } from '#kernel/clock/clock.ts'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, invalidField } from '#kernel/errors.ts'
import { type Sen, senFromNumeric, senToNumeric } from '#kernel/money/money.ts'
import { type BillSummary, cancelBills, findBillsOf, replaceBills } from '#modules/billing/index.ts'
import { findOwnRegion } from '#modules/territory/index.ts'
import type { AssessmentState } from '../claims.ts'
import { billBook, type KeptLine } from './assessment-bills.ts'
import { type AssessmentRow, lockAssessment, subjectType, takeStepOf } from './assessment-row.ts'
import { type CalculatedBasis, dueAfter } from './issue-assessment.ts'
import { revokePapers } from './issue-paper.ts'
import type { RememberedRule, RunRow } from './run-row.ts'

interface Instalment {
  readonly dueOn: Temporal.PlainDate
  readonly amount: Sen
  /** Interest of the instalment itself. */
  readonly interest?: Sen | undefined
}

/** What may be changed of an assessment after its issue; each names the decree or law it rests on. */
export type AssessmentChange = { readonly ground: string } & (
  | { readonly kind: 'reduce' /** What is claimed from now on. */; readonly amount: Sen }
  /** A decision that raises the claim, of an objection for example; what was paid is due again on the day given. */
  | { readonly kind: 'increase'; readonly amount: Sen; readonly dueOn?: Temporal.PlainDate | undefined }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'defer'; readonly dueOn: Temporal.PlainDate; readonly interest?: Sen | undefined }
  /** Their amounts make up what is still owed of the tax. */
  | { readonly kind: 'instalments'; readonly parts: readonly Instalment[] }
  /** A plan of instalments ends: all that is still owed is due today. */
  | { readonly kind: 'recall' }
  /** An objection is filed: nothing is collected until it is decided. */
  | { readonly kind: 'dispute'; readonly by: string }
  | { readonly kind: 'settle-dispute' }
)

/**
 * Changes an assessment inside the deciding command, which has checked that the actor may decide. Its bill is renewed: the old
 * one is cancelled, what was paid stays and lies on the new one.
 * @throws wrong-state; invalid-input at `amount`, `dueOn` or `parts`
 */
export async function changeAssessment(
  tx: WriteHandle,
  context: CommandContext,
  assessmentId: string,
  change: AssessmentChange,
): Promise<AssessmentState> {
  const row = await lockAssessment(tx, assessmentId)
  const { ground } = change
  if (change.kind !== 'dispute' && change.kind !== 'settle-dispute')
    await revokePapers(tx, context, assessmentId, 'ketetapannya diubah atau dibatalkan')
  switch (change.kind) {
    case 'dispute':
      return takeStepOf(tx, context, row, 'change', { ground, set: { disputed_by: change.by } })
    case 'settle-dispute':
      return takeStepOf(tx, context, row, 'change', { ground, set: { disputed_by: null } })
    case 'cancel': {
      await cancelBills(tx, context, openOf(await findBillsOf(tx, subjectType, row.id)), ground)
      return takeStepOf(tx, context, row, 'cancel', { ground, set: { cancel_reason: ground } })
    }
    case 'reduce':
      return reduce(tx, context, row, change.amount, ground)
    case 'increase':
      return increase(tx, context, row, change)
    case 'defer': {
      const surcharge = change.interest ?? 0n
      const whole = senFromNumeric(row.amount) + surcharge
      mustBeLater(change.dueOn, dayOf(context.now, context.tenant.profile.zone), 'dueOn')
      const due_on = change.dueOn.toString()
      await renewBills(tx, context, { ...row, due_on }, [{ amount: whole, dueOn: change.dueOn }], ground)
      return takeStepOf(tx, context, row, 'defer', {
        ground,
        amount: whole,
        set: { due_on, amount: senToNumeric(whole) },
      })
    }
    case 'recall': {
      const dueOn = dayOf(context.now, context.tenant.profile.zone)
      const due_on = dueOn.toString()
      await renewBills(tx, context, { ...row, due_on }, [{ amount: senFromNumeric(row.amount), dueOn }], ground)
      return takeStepOf(tx, context, row, 'change', { ground, set: { due_on } })
    }
    case 'instalments':
      return intoInstalments(tx, context, row, change.parts, ground)
  }
}

async function reduce(
  tx: WriteHandle,
  context: CommandContext,
  row: AssessmentRow,
  amount: Sen,
  ground: string,
): Promise<AssessmentState> {
  if (amount < 0n || amount >= senFromNumeric(row.amount))
    throw invalidField(
      'amount',
      'Jumlah baru harus di bawah jumlah sekarang, dan tidak di bawah nol.',
      'The new amount lies below the present one, and not below zero.',
    )
  const set = { amount: senToNumeric(amount) }
  const facts = { ground, amount, set }
  // Of what is paid in full nothing is billed anew: too much was paid, and the treasurer sends it back.
  if (row.state === 'paid') return takeStepOf(tx, context, row, 'change', facts)
  const stillOwed = await renewBills(tx, context, row, [{ amount, dueOn: Temporal.PlainDate.from(row.due_on) }], ground)
  return takeStepOf(tx, context, row, stillOwed ? 'change' : 'settle', facts)
}

async function increase(
  tx: WriteHandle,
  context: CommandContext,
  row: AssessmentRow,
  change: { readonly amount: Sen; readonly dueOn?: Temporal.PlainDate | undefined; readonly ground: string },
): Promise<AssessmentState> {
  const { amount, ground } = change
  if (amount <= senFromNumeric(row.amount))
    throw invalidField(
      'amount',
      'Jumlah baru harus di atas jumlah sekarang.',
      'The new amount lies above the present one.',
    )
  const today = dayOf(context.now, context.tenant.profile.zone)
  const isSettled = row.state === 'paid' || row.state === 'nil'
  const own = (await findOwnRegion(tx))?.code ?? ''
  const dueOn = change.dueOn ?? (isSettled ? (await dueAfter(tx, own, today)).day : Temporal.PlainDate.from(row.due_on))
  const due_on = dueOn.toString()
  await renewBills(tx, context, { ...row, due_on }, [{ amount, dueOn }], ground)
  const set = { amount: senToNumeric(amount), due_on }
  return takeStepOf(tx, context, row, isSettled ? 'raise' : 'change', { ground, amount, set })
}

async function intoInstalments(
  tx: WriteHandle,
  context: CommandContext,
  row: AssessmentRow,
  parts: readonly Instalment[],
  ground: string,
): Promise<AssessmentState> {
  const today = dayOf(context.now, context.tenant.profile.zone)
  const owed = senFromNumeric(row.amount) - senFromNumeric(row.paid_amount)
  const sum = parts.reduce((total, part) => total + part.amount, 0n)
  const refuse = (id: string, en: string) => {
    throw invalidField('parts', id, en)
  }
  if (parts.length < 2) refuse('Angsuran sedikitnya dua kali.', 'There are at least two instalments.')
  if (parts.some((part) => part.amount <= 0n || (part.interest ?? 0n) < 0n))
    refuse('Setiap angsuran harus di atas nol.', 'Every instalment is above zero.')
  if (sum !== owed)
    refuse('Jumlah angsuran harus sama dengan sisa pajaknya.', 'The instalments make up what is still owed.')
  for (const part of parts) mustBeLater(part.dueOn, today, 'parts')
  let surcharge = 0n
  const [first, ...later] = [...parts]
    .sort((a, b) => Temporal.PlainDate.compare(a.dueOn, b.dueOn))
    .map(({ dueOn, amount, interest = 0n }) => {
      surcharge += interest
      return { dueOn, amount: amount + interest }
    })
  const whole = senFromNumeric(row.amount) + surcharge
  // The first one takes with it what was paid before.
  const rest = later.reduce((total, part) => total + part.amount, 0n)
  const bills = [{ dueOn: (first as Instalment).dueOn, amount: whole - rest }, ...later]
  await renewBills(tx, context, row, bills, ground)
  const due_on = (later.at(-1) ?? (first as Instalment)).dueOn.toString()
  const set = { due_on, amount: senToNumeric(whole) }
  return takeStepOf(tx, context, row, 'defer', { ground, amount: whole, set })
}

function mustBeLater(day: Temporal.PlainDate, today: Temporal.PlainDate, field: string): void {
  if (Temporal.PlainDate.compare(day, today) > 0) return
  throw invalidField(field, 'Jatuh tempo baru harus setelah hari ini.', 'The new due day lies after today.')
}

const openOf = (bills: readonly BillSummary[]) =>
  bills.filter((bill) => bill.state === 'issued' || bill.state === 'partly-paid').map((bill) => bill.id)

/**
 * Replaces the open bills by others; amounts are of the whole claim, so that bills that are paid count on the first of them.
 * @returns whether anything is left to be paid by a bill
 */
export async function renewBills(
  tx: WriteHandle,
  context: CommandContext,
  row: AssessmentRow,
  wanted: readonly { readonly amount: Sen; readonly dueOn: Temporal.PlainDate }[],
  ground: string,
): Promise<boolean> {
  const bills = await findBillsOf(tx, subjectType, row.id)
  if (bills.some((bill) => bill.state === 'refunding')) throw new AppError('wrong-state')
  let settled = bills
    .filter((bill) => bill.state === 'paid')
    .reduce((sum, bill) => sum + bill.total - bill.refunded, 0n)
  const { zone } = context.tenant.profile
  const book = await billBook(tx, zone, dayOf(context.now, zone), [row.taxpayer_id])
  const { lines, rules } = await lawOf(tx, row)
  const drafts = wanted.flatMap(({ amount, dueOn }) => {
    const left = amount > settled ? amount - settled : 0n
    settled = settled > amount ? settled - amount : 0n
    const facts = { ...row, amount: senToNumeric(left), due_on: dueOn.toString() }
    return left > 0n ? [book.draftOf(facts, lines, rules)] : []
  })
  const [first] = await replaceBills(tx, context, openOf(bills), drafts, ground)
  if (first)
    await tx.updateTable('local_tax.assessment').set({ bill_id: first.billId }).where('id', '=', row.id).execute()
  return drafts.length > 0
}

/** The lines and rows of law of an assessment; a notice of land has its law in its run. */
async function lawOf(
  tx: WriteHandle,
  row: AssessmentRow,
): Promise<{ lines: readonly KeptLine[]; rules: readonly RememberedRule[] }> {
  const { lines, rules } = row.basis as CalculatedBasis
  if (!row.run_id) return { lines, rules }
  const run = await tx.selectFrom('local_tax.run').select('rules').where('id', '=', row.run_id).executeTakeFirst()
  return { lines, rules: ((run as RunRow | undefined)?.rules ?? []) as RememberedRule[] }
}
