import { dayOf } from '#kernel/clock/clock.ts'
import { getFamily, getPerson, openNik, searchPeople } from '#modules/people/index.ts'
import { sidesOf } from '../outbox/compare.ts'
import type { RegisterPlace } from '../service.ts'
import { findThere, oddity } from './own-simulator.ts'

/** So many people are looked through, for so many examples at most. */
const looksAt = 400
const most = 6

/** Some of whom the made-up register says otherwise: what a first comparison of two real registers would bring up. */
export async function findOddities({ tenant, db, clock }: RegisterPlace) {
  const today = dayOf(clock.now(), tenant.profile.zone)
  const { rows } = await searchPeople(tenant, db, { text: '', territories: [''], today }, undefined, looksAt)
  const found = []
  for (const { id } of rows) {
    const person = await getPerson(db, id)
    const nik = openNik(tenant, person)
    if (!oddity(nik) || !person.familyId) continue
    const family = await getFamily(db, person.familyId)
    const sides = await sidesOf(tenant, db, person, await findThere(tenant, db, nik))
    found.push({
      personId: person.id,
      familyId: family.id,
      personName: person.fullName,
      territoryCode: family.villageCode,
      sides,
    })
    if (found.length === most) break
  }
  return found
}
