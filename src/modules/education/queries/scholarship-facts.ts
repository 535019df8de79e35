import { dayOf, systemClock } from '#kernel/clock/clock.ts'
import { getRule, wholeNumber } from '#modules/rules/index.ts'
import { applicantFacts, type KnownSource } from '#modules/services/index.ts'

/** Of an applicant for a scholarship: age and home, and the table of points and days by which all are ranked. */
export const scholarshipFacts: KnownSource = async (tenant, db, personId) => {
  const { fullName, birthOn, hasFamily, villageCode, phone, email } = (await applicantFacts(
    tenant,
    db,
    personId,
  )) as Readonly<Record<string, string | boolean>>
  const today = dayOf(systemClock.now(), tenant.profile.zone)
  const ruleOf = (name: string) => getRule(db, `education.scholarship.${name}`, '', today)
  const [closes, points, oldest, youngest] = [
    await ruleOf('closes'),
    await ruleOf('points'),
    await ruleOf('oldest'),
    await ruleOf('youngest'),
  ]
  return {
    applicantName: fullName ?? '',
    applicantBirthOn: birthOn ?? '',
    hasFamily: hasFamily ?? false,
    villageCode: villageCode ?? '',
    phone: phone ?? '',
    email: email ?? '',
    closesOn: String(closes.value),
    oldest: wholeNumber(oldest),
    youngest: wholeNumber(youngest),
    points: points.value as readonly Readonly<Record<string, string | number>>[],
  }
}
