import { dayOf, systemClock } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { getPerson } from '#modules/people/index.ts'
import { getRule, wholeNumber } from '#modules/rules/index.ts'
import { applicantFacts, type Known } from '#modules/services/index.ts'

/** What the register knows of somebody who asks for a change of data, his own or of somebody on his card. */
export async function changeFacts(tenant: Tenant, db: AnyHandle, personId: string): Promise<Known> {
  const facts = await applicantFacts(tenant, db, personId)
  const person = await getPerson(db, personId)
  const today = dayOf(systemClock.now(), tenant.profile.zone)
  const village = String(facts['villageCode'] ?? '')
  const figure = async (name: string) =>
    wholeNumber(await getRule(db, `civil-registration.birth.${name}`, village, today))
  return {
    ...facts,
    religion: person.religion,
    education: person.education,
    maritalStatus: person.maritalStatus,
    bloodType: person.bloodType ?? '',
    /** Nothing is issued by itself to whose data an officer has to look at first. */
    underCheck: person.checkReason !== undefined,
    nameWords: await figure('name-words'),
    nameLength: await figure('name-length'),
  }
}
