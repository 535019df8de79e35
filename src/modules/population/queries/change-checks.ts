import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { findPerson, listHistoryOf, sexLabels } from '#modules/people/index.ts'
import type { Answers, RegisterCheck } from '#modules/services/index.ts'

const changes = ['name-change', 'sex-change', 'data-change', 'citizenship-change', 'correction'] as const

/** What the register says of the person whose data are to change, and what was changed before. */
export async function changeChecks(
  _tenant: Tenant,
  db: AnyHandle,
  answers: Answers,
  applicantPersonId: string,
): Promise<RegisterCheck[]> {
  const person = await findPerson(db, String(answers['person'] ?? '') || applicantPersonId)
  if (!person) return []
  const checks: RegisterCheck[] = []
  const sex = sexLabels[person.sex]
  const now = (id: string, en: string): RegisterCheck['say'] => ({ id: `sekarang: ${id}`, en: `now: ${en}` })
  if (answers['newName']) checks.push({ field: 'newName', tone: 'info', say: now(person.fullName, person.fullName) })
  if (answers['newReligion']) {
    checks.push({ field: 'newReligion', tone: 'info', say: now(person.religion, person.religion) })
  }
  if (answers['newEducation']) {
    checks.push({ field: 'newEducation', tone: 'info', say: now(person.education, person.education) })
  }
  if (answers['newOccupation']) {
    checks.push({ field: 'newOccupation', tone: 'info', say: now(person.occupation, person.occupation) })
  }
  const earlier = (await listHistoryOf(db, { personId: person.id })).filter(
    (row) => row.stands && (changes as readonly string[]).includes(row.kind),
  )
  const last = earlier.at(-1)
  const of = { id: `${person.fullName}, ${sex.id.toLowerCase()}`, en: `${person.fullName}, ${sex.en.toLowerCase()}` }
  checks.push(
    last
      ? {
          field: 'person',
          tone: 'soon',
          say: { id: `${of.id}; pernah diubah: ${last.reason}`, en: `${of.en}; changed before: ${last.reason}` },
        }
      : { field: 'person', tone: 'good', say: { id: `${of.id}; belum pernah diubah`, en: `${of.en}; never changed` } },
  )
  return checks
}
