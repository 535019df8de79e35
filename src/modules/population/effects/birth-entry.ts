import type { Selectable } from 'kysely'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { DocumentDraft } from '#modules/documents/index.ts'
import type { Sex } from '#modules/people/index.ts'
import type { BirthTable } from '../tables.ts'

type CertificateData = Extract<DocumentDraft, { template: 'birth-certificate' }>['data']
export type BirthParentsOnPaper = CertificateData['parents']

/** What the certificate says of child and parents. Only a correction changes it. */
export interface BirthBody {
  readonly name: string
  readonly sex: Sex
  readonly birthplace: string
  /** ISO day. */
  readonly bornOn: string
  readonly bornAt?: string | undefined
  /** Which child of its mother, from 1; not known of a foundling. */
  readonly order?: number | undefined
  /** "Warga Negara Indonesia". */
  readonly citizenship: string
  readonly parents: BirthParentsOnPaper
  /** Legal remarks of the first issue: reported late, born abroad. */
  readonly remarks: readonly string[]
  /** Of a birth abroad: where and under which number it was registered there. */
  readonly abroad?: { readonly country: string; readonly number: string } | undefined
}

export interface BirthEntry {
  readonly id: string
  readonly number: string
  readonly kind: 'LU' | 'LT' | 'LN'
  readonly personId: string
  readonly caseId: string
  readonly caseNumber: string
  readonly eventId: string
  readonly body: BirthBody
}

function toEntry(row: Selectable<BirthTable>): BirthEntry {
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    personId: row.person_id,
    caseId: row.case_id,
    caseNumber: row.case_number,
    eventId: row.event_id,
    body: row.body as BirthBody,
  }
}

/** The entry of a person's birth that stands in this register; undefined for who was entered elsewhere or earlier. */
export async function findBirthOf(db: AnyHandle, personId: string): Promise<BirthEntry | undefined> {
  const row = await db
    .selectFrom('population.birth')
    .selectAll()
    .where('person_id', '=', personId)
    .where('voided_at', 'is', null)
    .executeTakeFirst()
  return row && toEntry(row)
}

/** Entries of a case that stand, in the order of birth. */
export async function listBirthsOf(db: AnyHandle, caseId: string): Promise<BirthEntry[]> {
  const rows = await db
    .selectFrom('population.birth')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('voided_at', 'is', null)
    .orderBy('number')
    .forUpdate()
    .execute()
  return rows.map(toEntry)
}

/** Standing entries of the children whom a mother bore on a day, whoever reported them. */
export async function listBirthsByMother(
  db: AnyHandle,
  birth: { readonly motherId: string; readonly bornOn: string },
): Promise<BirthEntry[]> {
  const rows = await db
    .selectFrom('population.birth')
    .selectAll()
    .where('mother_person_id', '=', birth.motherId)
    .where('born_on', '=', birth.bornOn)
    .where('voided_at', 'is', null)
    .execute()
  return rows.map(toEntry)
}
