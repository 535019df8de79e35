import { dayOf, systemClock } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { findPerson, getPerson, type Person } from '#modules/people/index.ts'
import { getRule, wholeNumber } from '#modules/rules/index.ts'
import { applicantFacts, type Known } from '#modules/services/index.ts'
import { getAreaPath } from '#modules/territory/index.ts'

/** What the register knows of somebody who reports his own marriage, and of the one that ended before. */
export async function marriageFacts(tenant: Tenant, db: AnyHandle, personId: string): Promise<Known> {
  const facts = await applicantFacts(tenant, db, personId)
  const person = await getPerson(db, personId)
  const village = String(facts['villageCode'] ?? '')
  const regency = village ? (await getAreaPath(db, village))[1] : undefined
  const today = dayOf(systemClock.now(), tenant.profile.zone)
  return {
    ...facts,
    religion: person.religion,
    maritalStatus: person.maritalStatus,
    formerMarriageEnded: await formerMarriageEnded(db, person),
    minimumAge: wholeNumber(await getRule(db, 'civil-registration.marriage.minimum-age', village, today)),
    regencyCode: regency?.code ?? '',
    regencyName: (regency?.name ?? '').replace(/^Kabupaten /, ''),
  }
}

/** How the register proves that a former marriage is over: number of the divorce, or the death of the spouse. */
async function formerMarriageEnded(db: AnyHandle, person: Person): Promise<string> {
  if (person.maritalStatus === 'divorced') return person.divorceCertificateNumber ?? ''
  if (person.maritalStatus !== 'widowed' || !person.spouseId) return ''
  const spouse = await findPerson(db, person.spouseId)
  return spouse?.diedOn ?? ''
}
