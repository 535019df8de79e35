import { sql } from 'kysely'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { FoundPair } from './record-duplicates.ts'
import { type Likened, scorePair } from './score.ts'
import { duplicateThreshold } from './weights.ts'

interface Side {
  id: string
  keys: string
  mother: string[]
  sex: string
  birth_on: string
  birth_place: string
  mother_id: string | null
  family_id: string | null
  certificate: string | null
  village: string
}

const side = (
  of: 'a' | 'b',
) => sql`json_build_object('id', ${sql.ref(`${of}.person_id`)}, 'keys', ${sql.ref(`${of}.name_key`)},
  'mother', array(select substr(token, 2) from unnest(${sql.ref(`${of}.tokens`)}) token where token like '^%'),
  'sex', ${sql.ref(`${of}.sex`)}, 'birth_on', ${sql.ref(`${of}.birth_on`)}, 'village', ${sql.ref(`${of}.village_code`)},
  'birth_place', ${sql.ref(`p${of}.birth_place`)}, 'mother_id', ${sql.ref(`p${of}.mother_person_id`)},
  'family_id', ${sql.ref(`p${of}.family_id`)}, 'certificate', ${sql.ref(`p${of}.birth_certificate_number`)})`

const people = sql`join people.person pa on pa.id = a.person_id join people.person pb on pb.id = b.person_id`
const counts = sql`a.status not in ('duplicate', 'void') and b.status not in ('duplicate', 'void')`

/**
 * Pairs of people born from one day to another who may be one person: with names and day alike, with day and month
 * swapped, or with the same certificate. Days are compared with themselves only, so that the work grows with the
 * register and not with its square.
 * @param from ISO days, both included
 */
export async function pairsBornBetween(db: AnyHandle, from: string, to: string): Promise<FoundPair[]> {
  const { rows } = await sql<{ a: Side; b: Side }>`
    with near as (
      select a.person_id as a, b.person_id as b from people.person_search a join people.person_search b
        on b.birth_on = a.birth_on and b.name_key = a.name_key and b.person_id > a.person_id
        where a.birth_on between ${from} and ${to}
      union
      select a.person_id, b.person_id from people.person_search a join people.person_search b
        on b.birth_on = a.birth_on and b.mother_name = a.mother_name and b.person_id > a.person_id
        where a.birth_on between ${from} and ${to}
      union
      select least(a.person_id, b.person_id), greatest(a.person_id, b.person_id)
        from people.person_search a join people.person_search b
        on b.birth_on = make_date(extract(year from a.birth_on)::int, extract(day from a.birth_on)::int, extract(month from a.birth_on)::int)
          and b.name_key = a.name_key
        where a.birth_on between ${from} and ${to} and extract(day from a.birth_on) < extract(month from a.birth_on)
      union
      select least(x.id, y.id), greatest(x.id, y.id) from people.person x join people.person y
        on y.birth_certificate_number = x.birth_certificate_number and y.id <> x.id
        where x.id in (select person_id from people.person_search where birth_on between ${from} and ${to})
    )
    select ${side('a')} as a, ${side('b')} as b
    from near join people.person_search a on a.person_id = near.a join people.person_search b on b.person_id = near.b
      ${people} where ${counts} limit 20000`.execute(db)
  return rows.flatMap(({ a, b }) => {
    const { score, reasons } = scorePair(toLikened(a), toLikened(b))
    if (score < duplicateThreshold) return []
    return [{ personId: a.id, otherId: b.id, territoryCode: b.village || a.village, score, reasons }]
  })
}

function toLikened(row: Side): Likened {
  return {
    nameKeys: row.keys.split(' ').filter(Boolean),
    motherKeys: row.mother,
    sex: row.sex,
    birthOn: row.birth_on,
    birthPlace: row.birth_place,
    motherId: row.mother_id ?? undefined,
    familyId: row.family_id ?? undefined,
    birthCertificateNumber: row.certificate ?? undefined,
  }
}
