import { dayOf, systemClock } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import {
  ageOn,
  findPerson,
  findPersonByNik,
  getFamily,
  getPerson,
  isCrowded,
  listFamilyMembers,
  type Person,
} from '#modules/people/index.ts'
import type { Answers, RegisterCheck } from '#modules/services/index.ts'
import { findNeighbourhood, whyNotThere } from '#modules/territory/index.ts'

type Check = (field: string, id: string, en: string) => RegisterCheck
const good: Check = (field, id, en) => ({ field, tone: 'good', say: { id, en } })
const soon: Check = (field, id, en) => ({ field, tone: 'soon', say: { id, en } })
const late: Check = (field, id, en) => ({ field, tone: 'late', say: { id, en } })

const adultAge = 17

interface Address {
  readonly rt: string
  readonly rw: string
  readonly area: string
}

/** What the register answers to any request about a family card, row by row. */
export async function familyCardChecks(
  tenant: Tenant,
  db: AnyHandle,
  answers: Answers,
  applicantPersonId: string,
): Promise<RegisterCheck[]> {
  const applicant = await getPerson(db, applicantPersonId)
  const checks: RegisterCheck[] = []
  const movers: Person[] = answers['why'] === undefined ? [applicant] : []
  for (const field of ['partnerNik', 'hostNik', 'hostNikByLetter', 'guestNik'] as const) {
    const nik = answers[field]
    if (typeof nik !== 'string' || !nik) continue
    const person = await findPersonByNik(tenant, db, nik)
    checks.push(...onPerson(field, person))
    if (!person) continue
    if (field === 'partnerNik') movers.push(person)
    if (field === 'guestNik') movers.splice(0, movers.length, person)
    if (field.startsWith('host')) checks.push(...(await onHost(db, field, person, movers.length)))
  }
  const companions = Array.isArray(answers['companions']) ? (answers['companions'] as string[]) : []
  for (const id of [...companions, ...one(answers['partnerMember']), ...one(answers['newHead'])]) {
    const person = await findPerson(db, id)
    const field = companions.includes(id) ? 'companions' : answers['newHead'] === id ? 'newHead' : 'partnerMember'
    checks.push(...onPerson(field, person))
    if (person && field !== 'newHead') movers.push(person)
  }
  checks.push(...(await onRemaining(db, tenant, applicant, movers)))
  const address = answers['newAddress'] as Address | undefined
  if (address?.area) {
    const place = { villageCode: address.area, rt: address.rt, rw: address.rw }
    const why = whyNotThere(place, await findNeighbourhood(db, place))
    checks.push(
      why
        ? { field: 'newAddress', tone: 'late', say: why }
        : good('newAddress', 'RT/RW ini ada', 'this neighbourhood stands'),
    )
  }
  return checks
}

const one = (answer: unknown) => (typeof answer === 'string' && answer ? [answer] : [])

function onPerson(field: string, person: Person | undefined): RegisterCheck[] {
  if (!person) return [late(field, 'tidak ada pada register', 'not in the register')]
  if (person.status === 'dead') return [late(field, 'tercatat meninggal', 'recorded as deceased')]
  if (person.status !== 'active')
    return [late(field, `${person.fullName} tidak lagi penduduk di sini`, `${person.fullName} no longer lives here`)]
  if (person.checkReason)
    return [late(field, `data ${person.fullName} sedang diperiksa`, `the data of ${person.fullName} are under check`)]
  return [good(field, `pada register: ${person.fullName}`, `in the register: ${person.fullName}`)]
}

async function onHost(db: AnyHandle, field: string, host: Person, joining: number): Promise<RegisterCheck[]> {
  if (!host.familyId) return [late(field, 'tidak ada pada kartu keluarga', 'on no family card')]
  const family = await getFamily(db, host.familyId)
  const members = (await listFamilyMembers(db, family.id)).length
  return [
    family.headPersonId === host.id
      ? good(field, 'kepala keluarga pada kartunya', 'heads that card')
      : late(field, 'bukan kepala keluarga pada kartunya', 'does not head that card'),
    ...(isCrowded(members + joining)
      ? [
          soon(
            field,
            `kartu itu akan memuat ${members + joining} orang; pastikan mereka benar tinggal bersama`,
            `that card would hold ${members + joining} people; make sure that they live together`,
          ),
        ]
      : []),
  ]
}

/** Who is left behind: children alone need a guardian's card first. */
async function onRemaining(
  db: AnyHandle,
  tenant: Tenant,
  applicant: Person,
  movers: readonly Person[],
): Promise<RegisterCheck[]> {
  if (!applicant.familyId || !movers.some((mover) => mover.id === applicant.id)) return []
  const remaining = (await listFamilyMembers(db, applicant.familyId)).filter(
    (member) => !movers.some((mover) => mover.id === member.id),
  )
  const today = dayOf(systemClock.now(), tenant.profile.zone)
  const isGrown = (member: Person) => member.maritalStatus !== 'single' || ageOn(member.birthOn, today) >= adultAge
  if (remaining.length === 0 || remaining.some(isGrown)) return []
  return [
    late(
      'companions',
      'yang tersisa pada kartu lama hanya anak-anak: perlu wali (Perpres 96/2018 pasal 12)',
      'only children are left on the old card: a guardian is needed (Perpres 96/2018 art. 12)',
    ),
  ]
}
