import { sql } from 'kysely'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { type Likened, likeness, scorePair, slipsOfBirth, swappedBirth } from './score.ts'
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
 * has the same mother, or was born on that day or on one that a slip makes of it. The sounds of the names of one day
 * stand together in an index, so that only the few who are alike are read whole.
 * Nobody is refused for it; an officer decides.
 */
export async function findDuplicates(
  db: AnyHandle,
  _tenant: Tenant,
  person: DuplicateSubject,
): Promise<FoundDuplicate[]> {
  const self = await likenedOf(db, person)
  const alike = await findAlike(db, person, self)
  if (alike.length === 0) return []
  const { rows } = await sql<Row>`
    select p.id, p.full_name, p.sex, p.birth_on, p.birth_place, p.status, s.village_code, p.mother_person_id,
      p.family_id, p.birth_certificate_number, string_to_array(s.name_key, ' ') as name_keys,
      array(select substr(token, 2) from unnest(s.tokens) token where token like '^%') as mother_keys
    from people.person_search s join people.person p on p.id = s.person_id
    where s.person_id = any(${alike}::uuid[]) and s.status not in ('void', 'duplicate')`.execute(db)
  return rows
    .map((row) => toFound(row, self))
    .filter(({ score }) => score >= duplicateThreshold)
    .sort((a, b) => b.score - a.score || a.fullName.localeCompare(b.fullName))
}

async function findAlike(db: AnyHandle, person: DuplicateSubject, self: Likened): Promise<string[]> {
  const swapped = swappedBirth(person.birthOn)
  const slips = [...slipsOfBirth(person.birthOn), ...(swapped ? [swapped] : [])]
  const sameSounds = self.nameKeys.join(' ')
  const { rows } = await sql<{ id: string; sounds: string | null }>`
    (select person_id as id, name_key as sounds from people.person_search where birth_on = ${person.birthOn}::date
      limit ${mostCompared})
    union all (select person_id, name_key from people.person_search where birth_on = ${swapped ?? null}::date
      limit ${mostCompared})
    union all (select person_id, name_key from people.person_search
      where birth_on = any(${slips}::date[]) and name_key = ${sameSounds} limit ${mostCompared})
    union all (select id, null from people.person
      where birth_certificate_number = ${person.birthCertificateNumber ?? null} limit 20)`.execute(db)
  const alike = rows.filter(({ sounds }) => sounds === null || likeness(self.nameKeys, sounds.split(' ')) !== 'other')
  return [...new Set(alike.map(({ id }) => id))].filter((id) => id !== person.id)
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
