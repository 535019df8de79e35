import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { ageOn, findPerson, findPersonByNik, listFamilyMembers, type Person, sameName } from '#modules/people/index.ts'
import type { Answers, RegisterCheck } from '#modules/services/index.ts'

const adultAge = 17
const say = {
  found: { id: 'ada pada register, belum tercatat meninggal', en: 'in the register, not recorded as deceased' },
  unknown: { id: 'tidak ada pada register', en: 'not in the register' },
  recorded: { id: 'kematian sudah tercatat', en: 'the death is already recorded' },
  match: { id: 'cocok dengan register', en: 'matches the register' },
  tooEarly: { id: 'mendahului tanggal lahir pada register', en: 'before the date of birth in the register' },
  minors: {
    id: 'yang tersisa pada kartu keluarga hanya anak-anak: perlu wali (Perpres 96/2018 pasal 12)',
    en: 'only children are left on the family card: a guardian is needed (Perpres 96/2018 art. 12)',
  },
}

/** What the register answers to a report of a death, row by row. */
export async function deathChecks(tenant: Tenant, db: AnyHandle, answers: Answers): Promise<RegisterCheck[]> {
  const inFamily = answers['reporterKind'] === 'family'
  const field = inFamily ? 'deceasedMember' : 'deceasedNik'
  const given = answers[field]
  if (typeof given !== 'string' || !given) return []
  const person = inFamily ? await findPerson(db, given) : await findPersonByNik(tenant, db, given)
  if (!person) return [{ field, tone: 'late', say: say.unknown }]
  const checks: RegisterCheck[] = [
    person.diedOn ? { field, tone: 'late', say: say.recorded } : { field, tone: 'good', say: say.found },
  ]
  const name = answers['deceasedName']
  if (!inFamily && typeof name === 'string') {
    const other = { id: `pada register: ${person.fullName}`, en: `in the register: ${person.fullName}` }
    const matches = sameName(name, person.fullName)
    checks.push({ field: 'deceasedName', tone: matches ? 'good' : 'late', say: matches ? say.match : other })
  }
  const diedOn = answers['diedOn']
  if (typeof diedOn === 'string' && diedOn < person.birthOn) {
    checks.push({ field: 'diedOn', tone: 'late', say: say.tooEarly })
  }
  const day = typeof diedOn === 'string' ? diedOn : person.birthOn
  if (await leavesOnlyChildren(db, person, Temporal.PlainDate.from(day)))
    checks.push({ field, tone: 'soon', say: say.minors })
  return checks
}

async function leavesOnlyChildren(db: AnyHandle, person: Person, day: Temporal.PlainDate): Promise<boolean> {
  if (!person.familyId) return false
  const others = (await listFamilyMembers(db, person.familyId)).filter((member) => member.id !== person.id)
  return others.length > 0 && others.every((member) => isMinor(member, day))
}

function isMinor(member: Person, day: Temporal.PlainDate): boolean {
  return member.maritalStatus === 'single' && ageOn(member.birthOn, day) < adultAge
}
