import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { findPerson, findPersonByNik, findSpouse, sameName } from '#modules/people/index.ts'
import type { Answers, RegisterCheck } from '#modules/services/index.ts'

/** What the register answers to a report about a child: who it is, and which parents it has. */
export async function childChecks(
  tenant: Tenant,
  db: AnyHandle,
  answers: Answers,
  applicantPersonId: string,
): Promise<RegisterCheck[]> {
  const text = (name: string) => (typeof answers[name] === 'string' ? (answers[name] as string) : '')
  const child = await findPersonByNik(tenant, db, text('childNik'))
  if (!child) return [row('childNik', 'late', 'tidak ada pada register', 'not in the register')]
  const applicant = await findPerson(db, applicantPersonId)
  const checks = [
    child.status === 'active'
      ? row('childNik', 'good', 'cocok dengan register', 'matches the register')
      : row('childNik', 'late', 'tidak lagi tercatat di sini', 'no longer registered here'),
    sameName(text('childName'), child.fullName)
      ? row('childName', 'good', 'cocok dengan register', 'matches the register')
      : row('childName', 'late', `pada register: ${child.fullName}`, `in the register: ${child.fullName}`),
  ]
  if (applicant && applicant.birthOn >= child.birthOn) {
    checks.push(row('childNik', 'late', 'lebih tua daripada pelapor', 'older than the reporter'))
  }
  for (const [known, name, idWord, enWord] of [
    [child.fatherId, child.fatherName, 'ayah', 'father'],
    [child.motherId, child.motherName, 'ibu', 'mother'],
  ] as const) {
    if (known || name) checks.push(row('childNik', 'info', `${idWord}: ${name ?? '-'}`, `${enWord}: ${name ?? '-'}`))
    else checks.push(row('childNik', 'info', `${idWord} belum tercatat`, `no ${enWord} recorded`))
  }
  const agreed = text('motherNik') ? await findPersonByNik(tenant, db, text('motherNik')) : undefined
  if (text('motherNik')) {
    checks.push(
      agreed && agreed.id === child.motherId
        ? row('motherNik', 'good', 'ibu menurut register', 'the mother in the register')
        : row('motherNik', 'late', 'bukan ibu menurut register', 'not the mother in the register'),
    )
  }
  const spouse = applicant && (await findSpouse(db, applicant))
  if (spouse)
    checks.push(row('childName', 'info', `pasangan pelapor: ${spouse.fullName}`, `spouse: ${spouse.fullName}`))
  return checks
}

function row(field: string, tone: RegisterCheck['tone'], id: string, en: string): RegisterCheck {
  return { field, tone, say: { id, en } }
}
