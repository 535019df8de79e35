import { getPerson, openNik } from '#modules/people/index.ts'
import type { Region } from './stage.ts'

/** What officers type, taken from the region's own files, so that every question has an answer. */
export interface Questions {
  readonly commonNames: readonly string[]
  readonly fullNames: readonly string[]
  readonly niks: readonly string[]
  readonly cases: readonly { readonly id: string; readonly number: string }[]
}

const asked = 400

export async function questionsOf({ tenant, cases }: Region): Promise<Questions> {
  const share = Math.min(100, (100 * asked * 8) / cases)
  const { rows } = await tenant.pools.readPool.query<{
    id: string
    number: string
    subject_name: string
    applicant_name: string
    applicant_person_id: string
  }>(
    `select * from (select id, number, subject_name, applicant_name, applicant_person_id
       from services.case tablesample system (${share.toFixed(4)}) repeatable (7)) found
     order by md5(id::text) limit ${asked}`,
  )
  if (rows.length < 100) throw new Error(`only ${rows.length} cases were drawn`)
  const persons = await Promise.all(rows.map((row) => getPerson(tenant.pools.read, row.applicant_person_id)))
  return {
    commonNames: mostFrequent(
      rows.flatMap((row) => [row.subject_name, row.applicant_name].map(firstWord)),
      20,
    ),
    fullNames: rows.map((row, index) => (index % 2 ? row.subject_name : row.applicant_name)),
    niks: persons.map((person) => openNik(tenant, person)),
    cases: rows.map(({ id, number }) => ({ id, number })),
  }
}

function firstWord(name: string): string {
  return name.split(' ')[0] ?? name
}

function mostFrequent(words: readonly string[], count: number): string[] {
  const times = new Map<string, number>()
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1)
  return [...times]
    .sort((a, b) => b[1] - a[1])
    .slice(0, count)
    .map(([word]) => word)
}
