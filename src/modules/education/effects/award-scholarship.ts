import { dayOf } from '#kernel/clock/clock.ts'
import { AppError } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { rupiah, senToNumeric } from '#kernel/money/money.ts'
import { getRule, wholeNumber } from '#modules/rules/index.ts'
import type { CaseEffect, EffectUndo } from '#modules/services/index.ts'

/**
 * Enters a scholarship with the amount of the decree as it holds on the day of the award.
 * @basis Keputusan kepala daerah tentang beasiswa
 */
export const awardScholarship: CaseEffect = async (input) => {
  const { tx, context, answers } = input
  const today = dayOf(context.now, context.tenant.profile.zone)
  const amount = wholeNumber(await getRule(tx, 'education.scholarship.amount', input.territoryCode, today))
  const id = newId(context.now.epochMilliseconds)
  await tx
    .insertInto('education.award')
    .values({
      id,
      case_id: input.caseId,
      case_number: input.caseNumber,
      person_id: input.applicantPersonId,
      school: String(answers['school'] ?? ''),
      level: String(answers['level'] ?? ''),
      amount: senToNumeric(rupiah(amount)),
      awarded_on: today.toString(),
      awarded_at: context.now.toString(),
    })
    .execute()
  return { facts: { awardId: id, amount }, documents: [] }
}

/** A scholarship that was cancelled stays in the register, with the day of its end. */
export const endScholarship: EffectUndo = async ({ tx, context }, facts) => {
  const endedOn = dayOf(context.now, context.tenant.profile.zone).toString()
  const ended = await tx
    .updateTable('education.award')
    .set({ ended_on: endedOn, end_reason: 'dibatalkan' })
    .where('id', '=', String(facts['awardId']))
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  if (ended.numUpdatedRows !== 1n) throw new AppError('conflict')
}
