import { dayOf } from '#kernel/clock/clock.ts'
import { AppError } from '#kernel/errors.ts'
import { rupiah } from '#kernel/money/money.ts'
import type { CaseEffect, EffectInput, EffectUndo } from '#modules/services/index.ts'
import { changeAssessment } from '../commands/change-assessment.ts'
import { issueAssessment } from '../commands/issue-assessment.ts'
import { findAssessment } from '../queries/assessments.ts'
import type { OwnClaim } from '../queries/claim-facts.ts'
import { claimOfFile, groundOf } from './claim-of-file.ts'

/** While an objection is examined nothing is collected. @basis PP 35/2023 (penagihan ditangguhkan) */
export const disputeClaim: CaseEffect = async (input) => {
  const claim = await claimOfFile(input)
  if (claim.isDisputed)
    throw new AppError('conflict', {
      text: {
        id: 'Keberatan atas ketetapan ini sudah diajukan dan sedang diperiksa.',
        en: 'An objection to this assessment is being examined already.',
      },
    })
  const ground = groundOf(input, 'Keberatan diajukan')
  await changeAssessment(input.tx, input.context, claim.id, { kind: 'dispute', by: input.caseId, ground })
  return { facts: { assessmentId: claim.id }, documents: [] }
}

/** The objection was withdrawn or lapsed: it is collected again. */
export const undisputeClaim: EffectUndo = async (input, facts) => settle(input, String(facts['assessmentId']))

async function settle(input: EffectInput, assessmentId: string): Promise<void> {
  const ground = groundOf(input, 'Keberatan berakhir')
  await changeAssessment(input.tx, input.context, assessmentId, { kind: 'settle-dispute', ground })
}

/**
 * The decision on an objection: granted wholly or in part, or the tax is raised. What is granted only in part brings the fine.
 * @basis PP 35/2023 (keputusan keberatan)
 */
export const decideObjection: CaseEffect = async (input) => {
  const { answers, findings } = input
  const outcome = String(findings['outcome'])
  const agreed = Number(answers['agreedAmount'] ?? 0)
  const amount = outcome === 'whole' ? agreed : Number(findings['newAmount'] ?? 0)
  const claim = await claimOfFile(input)
  await settle(input, claim.id)
  await setAmount(input, claim, amount)
  const fine = outcome === 'part' ? await fineOf(input, claim, amount) : {}
  return { facts: { assessmentId: claim.id, outcome, amount, ...fine }, documents: [] }
}

/** Nobody decided in time: what the applicant agreed to is claimed from now on. */
export const grantObjection: CaseEffect = async (input) => {
  const claim = await claimOfFile(input)
  const amount = Number(input.answers['agreedAmount'] ?? 0)
  await settle(input, claim.id)
  await setAmount(input, claim, amount)
  return { facts: { assessmentId: claim.id, amount }, documents: [], seal: true }
}

/** Refused: it is collected again, with the fine on what was not paid before. */
export const refuseObjection: CaseEffect = async (input) => {
  const claim = await claimOfFile(input)
  await settle(input, claim.id)
  return { facts: { assessmentId: claim.id, ...(await fineOf(input, claim, claim.amount)) }, documents: [] }
}

async function setAmount(input: EffectInput, claim: OwnClaim, amount: number): Promise<void> {
  if (amount === claim.amount) return
  const kind = amount < claim.amount ? 'reduce' : 'increase'
  const ground = groundOf(input, 'Keputusan keberatan')
  await changeAssessment(input.tx, input.context, claim.id, { kind, amount: rupiah(amount), ground })
}

/** @basis PP 35/2023 (denda keberatan atas pajak yang belum dibayar sebelum keberatan) */
async function fineOf(
  input: EffectInput,
  claim: OwnClaim,
  decided: number,
): Promise<Readonly<Record<string, string | number>>> {
  const { tx, context } = input
  const paidBefore = Math.min(claim.paid, decided)
  const assessment = await findAssessment(tx, claim.id)
  if (decided === paidBefore || !assessment) return {}
  const today = dayOf(context.now, context.tenant.profile.zone)
  const fine = await issueAssessment(tx, context, {
    kind: 'stpd',
    tax: claim.tax,
    taxpayerId: assessment.taxpayerId,
    ...(assessment.objectId ? { objectId: assessment.objectId } : {}),
    year: claim.year,
    calculation: { calculator: 'dispute-fine', day: today, input: { stage: 'objection', decided, paidBefore } },
    ground: groundOf(input, `Denda keberatan atas ${claim.number}`),
    source: { type: 'case', id: input.caseId },
  })
  return { fineId: fine.assessmentId, fineNumber: fine.number }
}

/** Who appeals to the tax court does not owe the fine of the objection. @basis PP 35/2023 (denda tidak dikenakan bila banding) */
export const liftObjectionFine: CaseEffect = async (input) => {
  const { tx, context, caseId } = input
  const rows = await tx
    .selectFrom('local_tax.assessment')
    .select(['id', 'state'])
    .where('source_type', '=', 'case')
    .where('source_id', '=', caseId)
    .where('kind', '=', 'stpd')
    .where('state', '<>', 'cancelled')
    .execute()
  const ground = groundOf(input, 'Banding diajukan ke Pengadilan Pajak')
  for (const { id, state } of rows)
    await changeAssessment(
      tx,
      context,
      id,
      state === 'paid' ? { kind: 'reduce', amount: 0n, ground } : { kind: 'cancel', ground },
    )
  return { facts: { liftedFines: rows.length }, documents: [] }
}
