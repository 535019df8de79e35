import { dayOf } from '#kernel/clock/clock.ts'
import { AppError } from '#kernel/errors.ts'
import { formatRupiah, type Rate, rate, rupiah, times } from '#kernel/money/money.ts'
import { getRule } from '#modules/rules/index.ts'
import type { CaseEffect, EffectInput } from '#modules/services/index.ts'
import { findOwnRegion } from '#modules/territory/index.ts'
import { refuseOpenLaw } from '../commands/assessment-bills.ts'
import { changeAssessment } from '../commands/change-assessment.ts'
import { findAssessment } from '../queries/assessments.ts'
import type { OwnClaim } from '../queries/claim-facts.ts'
import { longestPlan, type Manner, planOf } from '../queries/plan-facts.ts'
import { claimOfFile, groundOf } from './claim-of-file.ts'
import { textOf } from './file-answers.ts'

const refusal = (id: string, en: string) => new AppError('conflict', { text: { id, en } })

/**
 * Less is claimed, nothing at all, or interest falls away when the tax is paid by a new day.
 * @basis UU 1/2022 pasal 96
 */
export const reduceClaim: CaseEffect = async (input) => {
  const { tx, context, findings } = input
  const claim = await claimOfFile(input)
  if (claim.isDisputed) throw refusal('Ketetapan ini sedang dikeberatani.', 'This assessment is disputed.')
  const relief = textOf(input, 'relief')
  if (relief === 'sanction' && claim.kind !== 'stpd') {
    const dueOn = Temporal.PlainDate.from(String(findings['payBy']))
    const ground = groundOf(input, 'Penghapusan sanksi')
    await changeAssessment(tx, context, claim.id, { kind: 'defer', dueOn, ground })
    return { facts: { assessmentId: claim.id, payBy: dueOn.toString() }, documents: [] }
  }
  const amount = relief === 'reduction' ? Number(findings['reducedAmount'] ?? 0) : 0
  if (relief === 'reduction') await refuseTooMuch(input, claim, amount)
  const ground = groundOf(input, relief === 'sanction' ? 'Penghapusan sanksi' : 'Pengurangan pajak')
  await changeAssessment(tx, context, claim.id, { kind: 'reduce', amount: rupiah(amount), ground })
  return { facts: { assessmentId: claim.id, amount }, documents: [] }
}

/** The regulation of the region says how much a tax can be reduced, counted from what was first assessed. */
async function refuseTooMuch({ tx, context }: EffectInput, claim: OwnClaim, amount: number): Promise<void> {
  const region = (await findOwnRegion(tx))?.code ?? ''
  const today = dayOf(context.now, context.tenant.profile.zone)
  const rule = await getRule(tx, 'local-tax.reduction.most', region, today)
  const most: Rate = rate(String(rule.value))
  const assessed = (await findAssessment(tx, claim.id))?.assessed ?? rupiah(claim.amount)
  const least = assessed - times(assessed, most, 'down')
  if (rupiah(amount) >= least) return
  throw refusal(
    `Pengurangan paling banyak ${rule.citation}: jumlahnya tidak boleh di bawah ${formatRupiah(least)}.`,
    `The reduction is limited (${rule.citation}): the amount may not be below ${formatRupiah(least)}.`,
  )
}

/**
 * What is still owed is paid in parts, or later, each part by a bill of its own.
 * @basis PP 35/2023 (angsuran dan penundaan)
 */
export const planPayment: CaseEffect = async (input) => {
  const { tx, context, answers } = input
  const claim = await claimOfFile(input)
  const manner: Manner = textOf(input, 'manner') === 'deferral' ? 'deferral' : 'instalments'
  const months = Number(answers['months'])
  const region = (await findOwnRegion(tx))?.code ?? ''
  const from = dayOf(context.now, context.tenant.profile.zone)
  if (months > (await longestPlan(tx, region, manner, from)))
    throw refusal('Jangka waktu ini sudah melewati batasnya.', 'This is longer than the law allows.')
  const { parts, openKeys } = await planOf(tx, { region, from, owed: claim.owed, manner, months })
  refuseOpenLaw(openKeys.map((key) => ({ key })))
  const ground = groundOf(input, manner === 'deferral' ? 'Penundaan' : 'Angsuran')
  const [first] = parts
  if (!first) throw refusal('Ketetapan ini sudah lunas.', 'This assessment is paid.')
  const bills = parts.map(({ dueOn, amount, interest }) => ({
    dueOn,
    amount: rupiah(amount),
    interest: rupiah(interest),
  }))
  await changeAssessment(
    tx,
    context,
    claim.id,
    manner === 'deferral'
      ? { kind: 'defer', dueOn: first.dueOn, interest: rupiah(first.interest), ground }
      : { kind: 'instalments', parts: bills, ground },
  )
  const plan = {
    case_id: input.caseId,
    case_number: input.caseNumber,
    manner,
    state: 'running' as const,
    parts: JSON.stringify(parts.map((part) => ({ ...part, dueOn: part.dueOn.toString() }))),
    next_due_on: first.dueOn.toString(),
    decided_at: context.now.toString(),
    ended_on: null,
  }
  await tx
    .insertInto('local_tax.plan')
    .values({ assessment_id: claim.id, ...plan })
    .onConflict((conflict) => conflict.column('assessment_id').doUpdateSet(plan))
    .execute()
  return { facts: { assessmentId: claim.id, parts: parts.length }, documents: [] }
}
