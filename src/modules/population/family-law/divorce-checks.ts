import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { findPerson, findSpouse, sameName } from '#modules/people/index.ts'
import type { Answers, RegisterCheck } from '#modules/services/index.ts'

/** What the register answers to a report of a divorce or of its annulment, row by row. */
export async function divorceChecks(
  _tenant: Tenant,
  db: AnyHandle,
  answers: Answers,
  applicantPersonId: string,
): Promise<RegisterCheck[]> {
  const text = (name: string) => (typeof answers[name] === 'string' ? (answers[name] as string) : '')
  const applicant = await findPerson(db, applicantPersonId)
  if (!applicant) return []
  const checks: RegisterCheck[] = []
  const spouse = await findSpouse(db, applicant)
  const matches = spouse !== undefined && sameName(spouse.fullName, text('spouseName'))
  checks.push(
    matches
      ? row('spouseName', 'good', 'suami atau istri menurut register', 'the spouse in the register')
      : spouse
        ? row('spouseName', 'late', `pada register: ${spouse.fullName}`, `in the register: ${spouse.fullName}`)
        : row('spouseName', 'soon', 'pasangan tidak ada pada register ini', 'the spouse is not in this register'),
  )
  const number = applicant.marriageCertificateNumber
  if (number) {
    checks.push(
      number === text('marriageNumber')
        ? row('marriageNumber', 'good', 'cocok dengan register', 'matches the register')
        : row('marriageNumber', 'soon', `pada register: ${number}`, `in the register: ${number}`),
    )
  }
  const expected = applicant.religion === 'Islam' ? 'religious' : 'general'
  if (text('court') && text('court') !== expected) {
    checks.push(
      row(
        'court',
        'soon',
        `agama pada register ${applicant.religion}: periksa pengadilannya`,
        `religion in the register is ${applicant.religion}: check the court`,
      ),
    )
  }
  if (applicant.marriedOn && text('decidedOn') && text('decidedOn') < applicant.marriedOn) {
    checks.push(row('decidedOn', 'late', 'mendahului tanggal perkawinan', 'before the marriage'))
  }
  return checks
}

function row(field: string, tone: RegisterCheck['tone'], id: string, en: string): RegisterCheck {
  return { field, tone, say: { id, en } }
}
