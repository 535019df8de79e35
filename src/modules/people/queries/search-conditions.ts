import { type RawBuilder, sql } from 'kysely'
import { isWithin } from '#modules/territory/index.ts'
import { ageGroups, type PeopleSearch } from './search-terms.ts'

/**
 * What narrows a list of people, each as a condition on a row `s` of people.person_search.
 * @param own code of the region; whoever stands on no family card belongs to the whole of it
 */
export function conditionsOf(search: PeopleSearch, own: string): RawBuilder<unknown>[] {
  const found: RawBuilder<unknown>[] = []
  const { area, sex, ageGroup, birthYear, today } = search
  const limits = limitsOf(search, own)
  if (limits) found.push(sql`(${sql.join([sql`false`, ...limits.map(inArea)], sql` or `)})`)
  if (area) found.push(inArea(area))
  if (sex) found.push(sql`s.sex = ${sex}`)
  if (ageGroup) {
    const [from, to] = ageGroups[ageGroup]
    const [latest, before] = [today.subtract({ years: from }), today.subtract({ years: to + 1 })]
    found.push(sql`s.birth_on <= ${latest.toString()} and s.birth_on > ${before.toString()}`)
  }
  if (birthYear) found.push(sql`s.birth_on between ${`${birthYear}-01-01`} and ${`${birthYear}-12-31`}`)
  const places = placeTokens(search)
  if (places.length) found.push(sql`s.tokens @> ${places}::text[]`)
  const status = search.status ?? 'active'
  if (status === 'checked') found.push(sql`s.is_checked`)
  else if (status !== 'any') found.push(sql`s.status = ${status}`)
  return found
}

/** Areas beyond which the reader sees nobody; undefined when the whole region is open. */
export function limitsOf({ territories }: PeopleSearch, own: string): readonly string[] | undefined {
  return territories.some((territory) => isWithin(own, territory)) ? undefined : territories
}

/** Tokens of RT and RW, written with or without zeros in front. */
export function placeTokens({ rt, rw }: Pick<PeopleSearch, 'rt' | 'rw'>): string[] {
  const plain = (text: string) => text.replace(/\D/g, '').replace(/^0+/, '')
  return [...(rt ? [`rt${plain(rt)}`] : []), ...(rw ? [`rw${plain(rw)}`] : [])]
}

/** A range, so that the index on places can be walked. */
function inArea(code: string): RawBuilder<boolean> {
  return sql<boolean>`(s.village_code = ${code} or (s.village_code >= ${`${code}.`} and s.village_code < ${`${code}/`}))`
}
