import { dayOf, systemClock } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { findSpouse, getPerson } from '#modules/people/index.ts'
import { getRule, wholeNumber } from '#modules/rules/index.ts'
import { applicantFacts, type Known } from '#modules/services/index.ts'
import { getAreaPath } from '#modules/territory/index.ts'

/** What registers know of somebody who asks for a family or identity card: himself, his card and place on it, his marriage. */
export async function cardFacts(tenant: Tenant, db: AnyHandle, personId: string): Promise<Known> {
  const facts = await applicantFacts(tenant, db, personId)
  const person = await getPerson(db, personId)
  const spouse = await findSpouse(db, person)
  const village = String(facts['villageCode'] ?? '')
  const [, regency] = village ? await getAreaPath(db, village) : []
  const today = dayOf(systemClock.now(), tenant.profile.zone)
  const figure = async (key: string) =>
    wholeNumber(await getRule(db, `identity-documents.child-card.${key}`, village, today))
  return {
    ...facts,
    relation: person.familyRelation,
    maritalStatus: person.maritalStatus,
    /** Married now or before: of age for the law whatever the years. @basis UU 24/2013 pasal 63 */
    wasMarried: person.maritalStatus !== 'single',
    marriageNumber: person.marriageCertificateNumber ?? '',
    spouseOnCard: spouse !== undefined && spouse.familyId === person.familyId,
    regencyCode: regency?.code ?? '',
    underCheck: person.checkReason !== undefined,
    photoFrom: await figure('photo-from'),
    childUntil: await figure('until'),
  }
}
