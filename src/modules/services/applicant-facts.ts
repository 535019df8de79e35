import { dayOf, systemClock } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { accountForPerson } from '#modules/accounts/index.ts'
import { districtOf, getFamily, getPerson, openKkNumber, openNik } from '#modules/people/index.ts'
import { getRule, wholeNumber } from '#modules/rules/index.ts'
import type { Known } from './definition/expressions.ts'
import { listFamily } from './queries/form-facts.ts'

/**
 * What every service may know about an applicant, so that nobody is asked for his own name and address: the
 * population register, his family card, and how his account can be reached. What is not known is "" or false.
 */
export async function applicantFacts(tenant: Tenant, db: AnyHandle, personId: string): Promise<Known> {
  const person = await getPerson(db, personId)
  const account = await accountForPerson(db, personId)
  const family = person.familyId ? await getFamily(db, person.familyId) : undefined
  const today = dayOf(systemClock.now(), tenant.profile.zone)
  const adult = await getRule(db, 'civil-registration.adult-age', family?.villageCode ?? '', today)
  return {
    personId: person.id,
    fullName: person.fullName,
    nik: openNik(tenant, person),
    birthOn: person.birthOn,
    /** From this age on somebody acts for himself. @basis UU 24/2013 pasal 63 */
    adultAge: wholeNumber(adult),
    sex: person.sex,
    citizenship: person.citizenship,
    occupation: person.occupation,
    hasFamily: family !== undefined,
    isHeadOfFamily: family?.headPersonId === person.id || (family !== undefined && person.familyRelation === 'head'),
    kkNumber: family ? openKkNumber(tenant, family) : '',
    villageCode: family?.villageCode ?? '',
    districtCode: family ? districtOf(family.villageCode) : '',
    street: family?.address ?? '',
    rt: family?.rt ?? '',
    rw: family?.rw ?? '',
    phone: account?.phone ?? '',
    email: account?.email ?? '',
    family: await listFamily(tenant, db, personId),
  }
}
