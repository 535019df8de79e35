import { dayOf } from '#kernel/clock/clock.ts'
import { workingDeadline } from '#kernel/clock/working-days.ts'
import { getFamily } from '#modules/people/index.ts'
import { getCalendar, getRule, wholeNumber } from '#modules/rules/index.ts'
import type { EffectInput, EffectOutcome } from '#modules/services/index.ts'
import { getAreaPath } from '#modules/territory/index.ts'
import { coupleOf, type Spouse } from './spouses.ts'

/**
 * Puts a marriage on the public notice board for the working days of the law, so that whoever has a ground can object.
 * One that is announced again has its whole time again.
 * @basis PP 9/1975 pasal 8, 9; UU 1/1974 pasal 13 sampai 21
 */
export async function announceMarriage(input: EffectInput): Promise<EffectOutcome> {
  const { tx, context, answers } = input
  const { tenant, now } = context
  const couple = await coupleOf(input)
  const today = dayOf(now, tenant.profile.zone)
  const days = wholeNumber(await getRule(tx, 'civil-registration.marriage.notice-time', input.territoryCode, today))
  const until = workingDeadline(now, days, await getCalendar(tenant, tx, input.territoryCode))
  const notice = {
    husband_name: couple.husband.name,
    wife_name: couple.wife.name,
    husband_place: await villageOf(input, couple.husband),
    wife_place: await villageOf(input, couple.wife),
    place: String(answers['place'] ?? ''),
    married_on: String(answers['marriedOn'] ?? ''),
    announced_on: today.toString(),
    until_on: dayOf(until, tenant.profile.zone).toString(),
  }
  await tx
    .insertInto('population.marriage_notice')
    .values({ case_id: input.caseId, ...notice })
    .onConflict((conflict) => conflict.column('case_id').doUpdateSet(notice))
    .execute()
  return { facts: { announcedUntil: notice.until_on }, documents: [] }
}

/** Village and district where somebody lives; of who is not registered here only the country. */
async function villageOf({ tx }: EffectInput, { person, citizenship }: Spouse): Promise<string> {
  if (!person?.familyId) return citizenship
  const [, , district, village] = await getAreaPath(tx, (await getFamily(tx, person.familyId)).villageCode)
  return [village?.name, district?.name].filter(Boolean).join(', ')
}
