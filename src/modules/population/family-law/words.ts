import type { Person } from '#modules/people/index.ts'

/** `Hartono Wiryawan dan Ratna Dewanti`; a dash when neither is known. */
export function parentsLine(person: Partial<Pick<Person, 'fatherName' | 'motherName'>>): string {
  return [person.fatherName, person.motherName].filter(Boolean).join(' dan ') || '-'
}
