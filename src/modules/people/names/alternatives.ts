import { sql } from 'kysely'
import type { AnyHandle } from '#kernel/db/database.ts'
import { editDistance } from './edit-distance.ts'

export type NamePart = 'name' | 'mother'

/** same: sounds the same; prefix: begins with what was typed; near: one slip of the finger away. */
export type Likeness = 'same' | 'prefix' | 'near'

/** One sound under which a typed word may stand in the register. */
export interface Alternative {
  readonly key: string
  readonly likeness: Likeness
  /** Spellings that the register holds of it. */
  readonly words: readonly string[]
  /** How many people bear it, as counted last night. */
  readonly people: number
}

/** One typed word and everything that it may mean. */
export interface TypedWord {
  readonly part: NamePart
  readonly word: string
  readonly key: string
  readonly alternatives: readonly Alternative[]
  /** Sound of this word and the next one as a single word: Nur Hayati, Nurhayati. */
  readonly joinedKey: string | undefined
}

interface Row {
  part: NamePart
  place: number
  word: string
  key: string
  joined: string | null
  found: Omit<Alternative, 'words'>[] | null
}

const mostNear = 5
const mostPrefixes = 12
const mostSpellings = 30

/**
 * What typed names may mean in this register. The vocabulary has some hundred thousand words however many people
 * there are, so that a slip of the finger costs no more at five million people than at five thousand.
 */
export async function findAlternatives(db: AnyHandle, typed: Readonly<Record<NamePart, string>>): Promise<TypedWord[]> {
  const { rows } = await sql<Row>`
    with typed as (
      select 'name' as part, n.word, n.place from unnest(people.name_words(${typed.name})) with ordinality n (word, place)
      where n.place <= 6
      union all
      select 'mother', n.word, n.place from unnest(people.name_words(${typed.mother})) with ordinality n (word, place)
      where n.place <= 6
    ), keyed as (
      select *, people.name_key(word) as key,
        people.name_key(word || lead(word) over (partition by part order by place)) as joined from typed
    ), sounds as (
      select k.part, k.place, s.key, 'same' as likeness, s.people from keyed k join people.name_sound s
        on s.key in (k.key, people.name_key(replace(k.word, 'z', 'j')), people.name_key(replace(k.word, 'j', 'z')))
      union all
      select k.part, k.place, begun.key, 'prefix', begun.people from keyed k, lateral (
        select w.key, max(w.people) as people from people.name_word w
        where w.word >= k.word collate "C" and w.word < (k.word || '~') collate "C" and length(k.word) >= 3
        group by w.key order by max(w.people) desc, w.key limit ${mostPrefixes}) begun
      union all
      select k.part, k.place, near.key, 'near', near.people from keyed k, lateral (
        select s.key, s.people from people.name_sound s
        where s.near && people.near_keys(k.key) and length(k.key) >= 3 limit 300) near
    )
    select k.part, k.place, k.word, k.key, k.joined,
      (select json_agg(json_build_object('key', s.key, 'likeness', s.likeness, 'people', s.people))
        from sounds s where s.part = k.part and s.place = k.place) as found
    from keyed k order by k.part, k.place`.execute(db)
  const chosen = rows.map((row) => ({ row, alternatives: choose(row) }))
  const words = await spellingsOf(db, [...new Set(chosen.flatMap((each) => each.alternatives.map(({ key }) => key)))])
  return chosen.map(({ row: { part, word, key, joined }, alternatives }) => ({
    part,
    word,
    key,
    joinedKey: joined ?? undefined,
    alternatives: alternatives.map((each) => ({ ...each, words: words.get(each.key) ?? [] })),
  }))
}

async function spellingsOf(db: AnyHandle, keys: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ key: string; words: string[] }>`
    select wanted.key, array(select w.word from people.name_word w where w.key = wanted.key collate "C"
      order by w.people desc, w.word limit ${mostSpellings}) as words
    from unnest(${keys}::text[]) wanted (key)`.execute(db)
  return new Map(rows.map((row) => [row.key, row.words]))
}

function choose(row: Row): Omit<Alternative, 'words'>[] {
  const found = row.found ?? []
  const sure = found.filter(({ likeness }) => likeness !== 'near')
  const known = new Map<string, Omit<Alternative, 'words'>>()
  // What sounds the same comes before what only begins alike.
  for (const each of sure.toSorted((a, b) => b.likeness.localeCompare(a.likeness))) {
    if (!known.has(each.key)) known.set(each.key, each)
  }
  // Two words of the register may stand here as one, which no list of words holds: Nurhayati for Nur Hayati.
  if (!known.has(row.key)) known.set(row.key, { key: row.key, likeness: 'same', people: 0 })
  const most = row.key.length <= 4 ? 1 : 2
  const near = found
    .filter(({ key, likeness }) => likeness === 'near' && !known.has(key))
    .map((each) => ({ ...each, distance: editDistance(row.key, each.key, most) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance || b.people - a.people || a.key.localeCompare(b.key))
    .slice(0, mostNear)
  return [...known.values(), ...near]
}
