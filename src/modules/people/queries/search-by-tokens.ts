import { type RawBuilder, sql } from 'kysely'
import type { AnyHandle } from '#kernel/db/database.ts'
import { findAlternatives, type TypedWord } from '../names/alternatives.ts'
import { type FoundBy, likenessOf } from '../names/likeness.ts'
import { conditionsOf, limitsOf, placeTokens } from './search-conditions.ts'
import { readCursor, writeCursor } from './search-cursor.ts'
import { type PeopleSearch, type RankedPage, type SearchRow, searchColumns } from './search-terms.ts'
import { isInitial, type Reach, tokenCondition } from './search-tokens.ts'

/** So many people are looked through for one search; who fits best of them comes first. */
const mostCandidates = 600

/** True for what few people share: then the index of tokens leads. Anything else only narrows the alphabet. */
export function isSelective({ text, mother, birthOn, street }: PeopleSearch): boolean {
  return [text, mother, birthOn, street].some((value) => value?.trim())
}

/** People by what is known of them, the best fit first. */
export async function searchByTokens(
  db: AnyHandle,
  search: PeopleSearch,
  own: string,
  cursor: string | undefined,
  pageSize: number,
): Promise<RankedPage> {
  const typed = await findAlternatives(db, { name: search.text, mother: search.mother ?? '' })
  const most = Math.max(mostCandidates, pageSize)
  const spelled = await candidates(db, search, own, typed, 'spellings', most)
  // Slips of the finger are looked for when the spellings do not even fill a page.
  const isShort = spelled.length < Math.min(pageSize, 20) && typed.length > 0
  const all = isShort ? await candidates(db, search, own, typed, 'slips', most) : spelled
  const known = new Map([...spelled, ...all].map((row) => [row.id, row]))
  const ranked = [...known.values()].map((row) => rank(row, typed)).sort(byFit)
  const after = readCursor(cursor)
  const from = after ? ranked.findIndex((row) => byFit(row, asRanked(after)) > 0) : 0
  const left = from < 0 ? [] : ranked.slice(from)
  const rows = left.slice(0, pageSize)
  const last = rows.at(-1)
  const next =
    left.length > pageSize && last ? writeCursor({ score: last.score, name: last.full_name, id: last.id }) : undefined
  return { rows, next, tooMany: known.size >= most }
}

interface Ranked extends SearchRow {
  readonly score: number
  readonly why: readonly FoundBy[]
}

function rank(row: SearchRow, typed: readonly TypedWord[]): Ranked {
  const of = (part: TypedWord['part']) => typed.filter((word) => word.part === part)
  const name = likenessOf(of('name'), row.full_name)
  const mother = likenessOf(of('mother'), row.mother_name ?? '')
  const mothers = mother.why.map(({ word }): FoundBy => ({ kind: 'mother', word }))
  // The name itself counts most: of two mothers alike the child with the name that was typed is meant.
  const score = of('mother').length === 0 ? name.score : (3 * name.score + mother.score) / 4
  return { ...row, score: Math.round(score * 1000) / 1000, why: [...name.why, ...mothers] }
}

type Fit = Pick<Ranked, 'score' | 'full_name' | 'id'>

function byFit(a: Fit, b: Fit): number {
  return b.score - a.score || compare(a.full_name, b.full_name) || compare(a.id, b.id)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function asRanked({ score, name, id }: { score: number; name: string; id: string }): Fit {
  return { score, full_name: name, id }
}

async function candidates(
  db: AnyHandle,
  search: PeopleSearch,
  own: string,
  typed: readonly TypedWord[],
  reach: Reach,
  most: number,
): Promise<SearchRow[]> {
  const words = typed.filter((word) => !isInitial(word))
  const found = tokenCondition(words, mustsOf(search, own, await streetWords(db, search.street)), reach)
  if (!found || (words.length === 0 && typed.length > 0 && !hasOther(search))) return []
  const conditions = [found, ...conditionsOf(search, own)]
  const { rows } = await sql<SearchRow>`
    select ${searchColumns} from people.person_search s
    where ${sql.join<RawBuilder<unknown>>(conditions, sql` and `)} limit ${most}`.execute(db)
  return rows
}

function hasOther(search: PeopleSearch): boolean {
  return isSelective({ ...search, text: '' })
}

/** Everything else that is known and that the index of tokens can tell. */
function mustsOf(search: PeopleSearch, own: string, street: readonly string[]): string[][] {
  const { area, birthOn, birthYear } = search
  const limits = limitsOf(search, own)
  return [
    ...(birthOn ? [[birthOn]] : []),
    ...(birthYear ? [[String(birthYear)]] : []),
    ...(area?.includes('.') ? [[area]] : []),
    ...(limits ? [[...limits]] : []),
    ...placeTokens(search).map((token) => [token]),
    ...street.map((word) => [`@${word}`]),
  ]
}

async function streetWords(db: AnyHandle, street: string | undefined): Promise<string[]> {
  if (!street?.trim()) return []
  const { rows } = await sql<{ words: string[] }>`select people.street_words(${street}) as words`.execute(db)
  return rows[0]?.words ?? []
}
