import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { findPersonByNik, listPossibleDuplicateBirths, type Person, sameName } from '#modules/people/index.ts'
import { type Answers, listRunningTwins, type RegisterCheck } from '#modules/services/index.ts'
import { reportedChildren } from '../effects/reported-children.ts'

const say = {
  match: { id: 'cocok dengan register', en: 'matches the register' },
  unknown: { id: 'tidak ada pada register', en: 'not in the register' },
  died: { id: 'tercatat meninggal', en: 'recorded as deceased' },
  duplicate: { id: 'anak ini mungkin sudah terdaftar', en: 'this child may already be registered' },
  twin: { id: 'ada anak lain lahir pada hari yang sama', en: 'another child was born on the same day' },
  close: { id: 'terlalu dekat dengan kelahiran sebelumnya', en: 'too close to an earlier birth' },
  fresh: { id: 'belum pernah didaftarkan', en: 'not registered before' },
  notSpouses: {
    id: 'ayah dan ibu tidak tercatat kawin pada kartu keluarga: akta anak seorang ibu, atau perbarui kartu keluarga dahulu',
    en: 'the card does not show father and mother as married: name the mother only, or renew the card first',
  },
}
const duplicateSayings = { 'same-child': say.duplicate, 'same-day': say.twin, 'too-close': say.close }

/** What the register answers to a birth report, row by row. */
export async function birthChecks(tenant: Tenant, db: AnyHandle, answers: Answers): Promise<RegisterCheck[]> {
  const checks: RegisterCheck[] = []
  const mother = await checkPerson(tenant, db, answers, 'mother', checks)
  const father = await checkPerson(tenant, db, answers, 'father', checks)
  await checkPerson(tenant, db, answers, 'carer', checks)
  await checkPerson(tenant, db, answers, 'witness1', checks)
  await checkPerson(tenant, db, answers, 'witness2', checks)
  if (mother) checks.push(...motherChecks(mother, father, answers))
  if (mother && typeof answers['birthOn'] === 'string' && typeof answers['childName'] === 'string') {
    checks.push(...(await earlierBirths(db, mother, answers)))
    checks.push(...(await otherFiles(tenant, db, answers)))
  }
  return checks
}

function motherChecks(mother: Person, father: Person | undefined, answers: Answers): RegisterCheck[] {
  const checks: RegisterCheck[] = []
  const isUnmarried = mother.maritalStatus === 'single' || (father && father.familyId !== mother.familyId)
  if (answers['parentage'] === 'unrecorded' && isUnmarried) {
    checks.push({ field: 'parentage', tone: 'late', say: say.notSpouses })
  }
  return checks
}

/** Children of the mother whom this report may repeat; those of a birth of twins are looked at one by one. */
async function earlierBirths(db: AnyHandle, mother: Person, answers: Answers): Promise<RegisterCheck[]> {
  const checks: RegisterCheck[] = []
  for (const [index, child] of reportedChildren(answers).entries()) {
    const field = index === 0 ? 'childName' : 'siblings'
    const found = await listPossibleDuplicateBirths(db, {
      motherPersonId: mother.id,
      bornOn: child.bornOn,
      name: child.name,
    })
    const worst = found.find((row) => row.reason === 'same-child') ?? found[0]
    if (worst) {
      const tone = worst.reason === 'same-child' ? 'late' : 'soon'
      checks.push({ field, tone, say: duplicateSayings[worst.reason] })
    } else if (index === 0) checks.push({ field, tone: 'good', say: say.fresh })
  }
  return checks
}

/** Two counters may have taken down the same birth: the desk names both files before one of them is signed. */
async function otherFiles(tenant: Tenant, db: AnyHandle, answers: Answers): Promise<RegisterCheck[]> {
  const twins = await listRunningTwins(tenant, db, 'birth-certificate', String(answers['motherNik'] ?? ''))
  const same = twins.filter(
    (twin) =>
      twin.answers['birthOn'] === answers['birthOn'] &&
      sameName(String(twin.answers['childName'] ?? ''), String(answers['childName'])),
  )
  if (same.length < 2) return []
  const numbers = same.map((twin) => twin.number).join(', ')
  const words = {
    id: `dilaporkan lebih dari sekali: berkas ${numbers}`,
    en: `reported more than once: files ${numbers}`,
  }
  return [{ field: 'childName', tone: 'late', say: words }]
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
  if (typeof name !== 'string') return person
  const matches = sameName(name, person.fullName)
  const other = { id: `pada register: ${person.fullName}`, en: `in the register: ${person.fullName}` }
  checks.push({ field: `${who}Name`, tone: matches ? 'good' : 'late', say: matches ? say.match : other })
  return person
}
