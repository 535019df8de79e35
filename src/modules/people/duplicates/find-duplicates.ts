import { sql } from 'kysely'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { type Likened, scorePair, slipsOfBirth, swappedBirth } from './score.ts'
import { type DuplicateReason, duplicateThreshold } from './weights.ts'

/** Somebody who is about to be entered, or was. */
export interface DuplicateSubject {
  /** Left out before the entry is made. */
  readonly id?: string | undefined
  readonly fullName: string
  readonly sex: string
  readonly birthOn: string
  readonly birthPlace?: string | undefined
  readonly motherName?: string | undefined
  readonly motherId?: string | undefined
  readonly familyId?: string | undefined
  readonly birthCertificateNumber?: string | undefined
}

export interface FoundDuplicate {
  readonly personId: string
  readonly fullName: string
  readonly birthOn: string
  readonly status: string
  readonly villageCode: string
  /** 50 to 100; see `duplicateThreshold` and `duplicateAlarm`. */
  readonly score: number
  readonly reasons: readonly DuplicateReason[]
}

interface Row {
  id: string
  full_name: string
  sex: string
  birth_on: string
  birth_place: string
  status: string
  village_code: string
  mother_person_id: string | null
  family_id: string | null
  birth_certificate_number: string | null
  name_keys: string[]
  mother_keys: string[]
}

const mostCompared = 1500

/**
 * People already in the register who may be this one, the most likely first. Looks at who bears the same certificate,
 * has the same mother, or was born on that day or on one that a slip makes of it: some hundred rows at five million.
 * Nobody is refused for it; an officer decides.
 */
export async function findDuplicates(
  db: AnyHandle,
  _tenant: Tenant,
  person: DuplicateSubject,
): Promise<FoundDuplicate[]> {
  const self = await likenedOf(db, person)
  const swapped = swappedBirth(person.birthOn)
  const slips = [...slipsOfBirth(person.birthOn), ...(swapped ? [swapped] : [])]
  const { rows } = await sql<Row>`
    with near as (
      (select person_id as id from people.person_search where birth_on = ${person.birthOn}::date limit ${mostCompared})
      union (select person_id from people.person_search
        where birth_on = any(${slips}::date[]) and name_key = ${self.nameKeys.join(' ')} limit ${mostCompared})
      union (select id from people.person where birth_certificate_number = ${person.birthCertificateNumber ?? null} limit 20)
      union (select id from people.person where mother_person_id = ${person.motherId ?? null}::uuid limit 50)
    )
    select p.id, p.full_name, p.sex, p.birth_on, p.birth_place, p.status, s.village_code, p.mother_person_id,
      p.family_id, p.birth_certificate_number, string_to_array(s.name_key, ' ') as name_keys,
      array(select substr(token, 2) from unnest(s.tokens) token where token like '^%') as mother_keys
    from near join people.person_search s on s.person_id = near.id
      join people.person p on p.id = s.person_id
    where (s.name_key = ${self.nameKeys.join(' ')} or string_to_array(s.name_key, ' ') && ${self.nameKeys}::text[]
        or p.birth_certificate_number = ${person.birthCertificateNumber ?? null}
        or p.mother_person_id = ${person.motherId ?? null}::uuid
        or (s.tokens && ${self.motherKeys.map((key) => `^${key}`)}::text[] and s.birth_on = ${person.birthOn}::date))
      and s.status <> 'void' and s.status <> 'duplicate'
      and p.id is distinct from ${person.id ?? null}::uuid`.execute(db)
  return rows
    .map((row) => toFound(row, self))
    .filter(({ score }) => score >= duplicateThreshold)
    .sort((a, b) => b.score - a.score || a.fullName.localeCompare(b.fullName))
}

async function likenedOf(db: AnyHandle, person: DuplicateSubject): Promise<Likened> {
  const { rows } = await sql<{ name: string[]; mother: string[] }>`select
    array(select people.name_key(word) from unnest(people.name_words(${person.fullName})) word) as name,
    array(select people.name_key(word) from unnest(people.name_words(${person.motherName ?? ''})) word) as mother`.execute(
    db,
  )
  const { name = [], mother = [] } = rows[0] ?? {}
  return { ...person, nameKeys: name.toSorted(), motherKeys: mother }
}

function toFound(row: Row, self: Likened): FoundDuplicate {
  const other: Likened = {
    nameKeys: row.name_keys,
    motherKeys: row.mother_keys,
    sex: row.sex,
    birthOn: row.birth_on,
    birthPlace: row.birth_place,
    motherId: row.mother_person_id ?? undefined,
    familyId: row.family_id ?? undefined,
    birthCertificateNumber: row.birth_certificate_number ?? undefined,
  }
  return {
    personId: row.id,
    fullName: row.full_name,
    birthOn: row.birth_on,
    status: row.status,
    villageCode: row.village_code,
    ...scorePair(self, other),
  }
}
