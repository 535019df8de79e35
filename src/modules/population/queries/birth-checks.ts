import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { findPersonByNik, listPossibleDuplicateBirths, type Person } from '#modules/people/index.ts'
import type { Answers, RegisterCheck } from '#modules/services/index.ts'
import { sameName } from '../domain.ts'

const say = {
  match: { id: 'cocok dengan register', en: 'matches the register' },
  unknown: { id: 'tidak ada pada register', en: 'not in the register' },
  died: { id: 'tercatat meninggal', en: 'recorded as deceased' },
  duplicate: { id: 'anak ini mungkin sudah terdaftar', en: 'this child may already be registered' },
  twin: { id: 'ada anak lain lahir pada hari yang sama', en: 'another child was born on the same day' },
  close: { id: 'terlalu dekat dengan kelahiran sebelumnya', en: 'too close to an earlier birth' },
  fresh: { id: 'belum pernah didaftarkan', en: 'not registered before' },
}
const duplicateSayings = { 'same-child': say.duplicate, 'same-day': say.twin, 'too-close': say.close }

/** What the register answers to a birth report, row by row. */
export async function birthChecks(tenant: Tenant, db: AnyHandle, answers: Answers): Promise<RegisterCheck[]> {
  const checks: RegisterCheck[] = []
  const mother = await checkPerson(tenant, db, answers, 'mother', checks)
  await checkPerson(tenant, db, answers, 'father', checks)
  await checkPerson(tenant, db, answers, 'witness1', checks)
  await checkPerson(tenant, db, answers, 'witness2', checks)
  if (mother && typeof answers['birthOn'] === 'string' && typeof answers['childName'] === 'string') {
    const found = await listPossibleDuplicateBirths(db, {
      motherPersonId: mother.id,
      bornOn: answers['birthOn'],
      name: answers['childName'],
    })
    const worst = found.find((row) => row.reason === 'same-child') ?? found[0]
    checks.push(
      worst
        ? {
            field: 'childName',
            tone: worst.reason === 'same-child' ? 'late' : 'soon',
            say: duplicateSayings[worst.reason],
          }
        : { field: 'childName', tone: 'good', say: say.fresh },
    )
  }
  return checks
}

async function checkPerson(
  tenant: Tenant,
  db: AnyHandle,
  answers: Answers,
  who: string,
  checks: RegisterCheck[],
): Promise<Person | undefined> {
  const nik = answers[`${who}Nik`]
  const name = answers[`${who}Name`]
  if (typeof nik !== 'string' || !nik) return undefined
  const person = await findPersonByNik(tenant, db, nik)
  if (!person) {
    checks.push({ field: `${who}Nik`, tone: 'late', say: say.unknown })
    return undefined
  }
  checks.push(
    person.diedOn
      ? { field: `${who}Nik`, tone: 'late', say: say.died }
      : { field: `${who}Nik`, tone: 'good', say: say.match },
  )
  const matches = typeof name === 'string' && sameName(name, person.fullName)
  checks.push(
    matches
      ? { field: `${who}Name`, tone: 'good', say: say.match }
      : {
          field: `${who}Name`,
          tone: 'late',
          say: { id: `pada register: ${person.fullName}`, en: `in the register: ${person.fullName}` },
        },
  )
  return person
}
