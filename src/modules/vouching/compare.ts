import { z } from 'zod'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import {
  ageOn,
  findPerson,
  findPersonByNik,
  getFamily,
  openKkNumber,
  type Person,
  parseKkNumber,
  sameName,
} from '#modules/people/index.ts'
import type { Comparable } from './domain.ts'

const areaCode = /^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/

/** What a partner claims; each is answered with yes or no. */
export const claimsShape = z.strictObject({
  birthPlace: z.string().trim().min(1).max(80).optional(),
  sex: z.enum(['male', 'female']).optional(),
  motherName: z.string().trim().min(1).max(120).optional(),
  isAlive: z.boolean().optional(),
  isMarried: z.boolean().optional(),
  livesIn: z.string().regex(areaCode).optional(),
  rtRw: z.strictObject({ rt: z.string().max(3), rw: z.string().max(3) }).optional(),
  ageAtLeast: z.number().int().min(1).max(120).optional(),
  kkNumber: z.string().max(30).optional(),
  parentOf: z.string().max(30).optional(),
})
export type Claims = z.infer<typeof claimsShape>

/** Who it is said to be. */
export const identityShape = z.strictObject({
  nik: z.string().trim().max(30),
  fullName: z.string().trim().min(1).max(120),
  birthOn: z.iso.date(),
})
export type Identity = z.infer<typeof identityShape>

/**
 * The person of that NIK, when name and day of birth are his too: a number alone opens nothing. A record that was found
 * to be a duplicate leads to the one that was kept.
 */
export async function findIdentity(tenant: Tenant, db: AnyHandle, given: Identity): Promise<Person | undefined> {
  const found = await findPersonByNik(tenant, db, given.nik)
  const person = found?.duplicateOf ? await findPerson(db, found.duplicateOf) : found
  if (!person || person.status === 'void') return undefined
  return sameName(person.fullName, given.fullName) && person.birthOn === given.birthOn ? person : undefined
}

/** Yes or no for each claim. @param today of the region */
export async function compareClaims(
  tenant: Tenant,
  db: AnyHandle,
  person: Person,
  claims: Claims,
  today: Temporal.PlainDate,
): Promise<Partial<Record<Comparable, boolean>>> {
  const family = person.familyId && person.status === 'active' ? await getFamily(db, person.familyId) : undefined
  const answers: Partial<Record<Comparable, boolean>> = {}
  if (claims.birthPlace !== undefined) answers.birthPlace = sameName(claims.birthPlace, person.birthPlace)
  if (claims.sex !== undefined) answers.sex = claims.sex === person.sex
  if (claims.motherName !== undefined) answers.motherName = sameName(claims.motherName, person.motherName ?? '')
  if (claims.isAlive !== undefined) answers.isAlive = claims.isAlive === (person.diedOn === undefined)
  if (claims.isMarried !== undefined)
    answers.isMarried = claims.isMarried === person.maritalStatus.startsWith('married')
  if (claims.livesIn !== undefined) {
    answers.livesIn = `${family?.villageCode ?? ''}.`.startsWith(`${claims.livesIn}.`)
  }
  if (claims.rtRw !== undefined) {
    answers.rtRw = sameNumber(claims.rtRw.rt, family?.rt) && sameNumber(claims.rtRw.rw, family?.rw)
  }
  if (claims.ageAtLeast !== undefined) answers.ageAtLeast = ageOn(person.birthOn, today) >= claims.ageAtLeast
  if (claims.kkNumber !== undefined) {
    answers.kkNumber = family !== undefined && parseKkNumber(claims.kkNumber) === openKkNumber(tenant, family)
  }
  if (claims.parentOf !== undefined) {
    const child = await findPersonByNik(tenant, db, claims.parentOf)
    answers.parentOf = child !== undefined && (child.motherId === person.id || child.fatherId === person.id)
  }
  return answers
}

/** "3" is RT 003. */
function sameNumber(claimed: string, known: string | undefined): boolean {
  return known !== undefined && /^\d+$/.test(claimed) && Number(claimed) === Number(known)
}
