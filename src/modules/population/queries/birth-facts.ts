import { dayOf, systemClock } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { findSpouse, getFamily, getPerson, openNik, type Person } from '#modules/people/index.ts'
import { getRule, wholeNumber } from '#modules/rules/index.ts'
import type { Known } from '#modules/services/index.ts'
import { getAreaPath } from '#modules/territory/index.ts'
import { birthNoticeFacts } from './notice-facts.ts'

/** Figures of law that the questions compare with. */
const figures = {
  reporterAge: 'reporter-age',
  reportWithin: 'report-within',
  nameWords: 'name-words',
  nameLength: 'name-length',
} as const

/** What the register knows of somebody who reports a birth: both parents, their marriage, where they live. */
export async function birthFacts(tenant: Tenant, db: AnyHandle, personId: string): Promise<Known> {
  const applicant = await getPerson(db, personId)
  const facts: Record<string, string | number | boolean> = {
    applicantName: applicant.fullName,
    applicantBirthOn: applicant.birthOn,
    hasFamily: applicant.familyId !== undefined,
  }
  const today = dayOf(systemClock.now(), tenant.profile.zone)
  if (applicant.familyId) {
    const family = await getFamily(db, applicant.familyId)
    facts['villageCode'] = family.villageCode
    const [, regency] = await getAreaPath(db, family.villageCode)
    facts['regencyName'] = (regency?.name ?? '').replace(/^Kabupaten /, '')
  }
  for (const [name, rule] of Object.entries(figures)) {
    const figure = await getRule(db, `civil-registration.birth.${rule}`, String(facts['villageCode'] ?? ''), today)
    facts[name] = wholeNumber(figure)
  }
  const spouse = await findSpouse(db, applicant)
  const [mother, father] = applicant.sex === 'female' ? [applicant, spouse] : [spouse, applicant]
  Object.assign(facts, parentFacts(tenant, 'mother', mother), parentFacts(tenant, 'father', father))
  Object.assign(facts, await birthNoticeFacts(tenant, db, [mother?.id, father?.id]))
  facts['informantRelation'] = applicant.sex === 'female' ? 'mother' : 'father'
  facts['parentage'] = parentage(applicant)
  facts['marriageNumber'] = applicant.marriageCertificateNumber ?? ''
  return facts
}

function parentage(applicant: Person): string {
  if (applicant.maritalStatus === 'married') return 'married'
  return applicant.maritalStatus === 'married-unrecorded'
    ? 'unrecorded'
    : applicant.sex === 'female'
      ? 'mother-only'
      : ''
}

function parentFacts(tenant: Tenant, who: 'mother' | 'father', person: Person | undefined): Record<string, string> {
  return { [`${who}Name`]: person?.fullName ?? '', [`${who}Nik`]: person ? openNik(tenant, person) : '' }
}
