import { type RawBuilder, sql } from 'kysely'
import { type Actor, type Grant, grantsFor } from '#kernel/access/access.ts'
import type { Zone } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { parseNik } from '#modules/people/index.ts'
import { nameTokens, nikToken, phraseToken } from '../case/search-tokens.ts'
import { parseCaseNumber } from '../case/tracking.ts'
import type { CaseResult } from '../domain.ts'
import { type CaseListRow, columns, type DeskRow, toDeskRow } from './desk.ts'

const mostShown = 50
/** How many cases of one word are looked at, the newest first. */
const mostCandidates = 2000
/** How many are looked at in any order when the whole name is known in its own order. */
const mostWhenNameIsKnown = 200
/** How many words a half typed one may stand for, and how many cases each of these adds. */
const mostEndings = 20
const mostCandidatesOfEnding = 200

/** What a list of found or kept cases is narrowed by, besides words. */
export interface CaseFilter {
  readonly serviceId?: string | undefined
  /** How it ended; `open` for those that have not. */
  readonly standing?: CaseResult | 'open' | undefined
  /** Days of submission in the region's own zone, both included. */
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** Conditions on `services.case c`. */
export function filtered({ serviceId, standing, from, to }: CaseFilter, zone: Zone): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = []
  const startOf = (day: string) => Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant().toString()
  if (serviceId) parts.push(sql`and c.service_id = ${serviceId}`)
  // In the words of the index `case_standing`.
  if (standing) parts.push(sql`and coalesce(c.result, 'open') = ${standing}`)
  if (from) parts.push(sql`and c.submitted_at >= ${startOf(from)}`)
  if (to) parts.push(sql`and c.submitted_at < ${startOf(Temporal.PlainDate.from(to).add({ days: 1 }).toString())}`)
  return parts.length ? sql.join(parts, sql` `) : sql``
}

/**
 * Finds cases by number, NIK, or words of a name, newest first, within what the officer may read. The last
 * word may be half typed. Words in the order of the name lead straight to it; in another order the rarest
 * leads, and of it the newest `mostCandidates` cases are looked at. So the cost has a bound whatever the
 * number of files.
 */
export async function searchCases(
  tenant: Tenant,
  db: AnyHandle,
  actor: Actor,
  text: string,
  more: CaseFilter & { readonly before?: string | undefined; readonly limit?: number | undefined } = {},
): Promise<DeskRow[]> {
  const scope = scopeOf(grantsFor(actor, 'services.read-case'))
  if (!scope) return []
  const within = sql`${scope} ${filtered(more, tenant.profile.zone)}`
  const part = { within, before: more.before, limit: more.limit ?? mostShown }
  const number = parseCaseNumber(text)
  if (number) {
    const { rows } =
      await sql<CaseListRow>`select ${columns} from services.case c where c.number = ${number} and ${within}`.execute(
        db,
      )
    return rows.map(toDeskRow)
  }
  const nik = parseNik(text)
  if (nik) return casesOf(db, [[nikToken(tenant, nik)]], part)
  const words = nameTokens(text)
  const phrase = words.length > 1 ? await knownWords(db, [phraseToken(words)]) : []
  const inOrder = await casesOf(db, phrase, part)
  if (inOrder.length) return inOrder
  // Somebody bears this very name, only not among what the officer may read: another order is less likely then.
  const isName = phrase.some((endings) => endings.length > 0)
  return casesOf(db, await knownWords(db, words), part, isName ? mostWhenNameIsKnown : mostCandidates)
}

/** Ids of the newest cases that a text leads to, whoever may read them: to narrow a list that has its own bounds. */
export async function findCaseIds(tenant: Tenant, db: AnyHandle, text: string): Promise<string[]> {
  const number = parseCaseNumber(text)
  if (number) {
    const found = await db.selectFrom('services.case').select('id').where('number', '=', number).execute()
    return found.map((row) => row.id)
  }
  const nik = parseNik(text)
  const words = nameTokens(text)
  const keys = nik ? [[nikToken(tenant, nik)]] : await knownWords(db, words)
  const [lead, ...others] = keys
  if (!lead || keys.some((endings) => endings.length === 0)) return []
  const { rows } = await sql<{ case_id: string }>`select t.case_id from (${newestOf(lead)}) t
    where true ${sql.join(others.map(alsoNamed), sql` `)} limit ${mostCandidates}`.execute(db)
  return rows.map((row) => row.case_id)
}

function alsoNamed(endings: readonly string[]): RawBuilder<unknown> {
  return sql`and exists (select 1 from services.case_token o
    where o.case_id = t.case_id and o.token = any (${endings}::text[]))`
}

function scopeOf(grants: readonly Grant[]): RawBuilder<unknown> | undefined {
  if (grants.length === 0) return undefined
  return sql`exists (select 1 from unnest(${grants.map((grant) => grant.unitPath)}::text[], ${grants.map((grant) => grant.territory)}::text[]) as g (path, territory)
    where (g.path = '' or c.unit_path = g.path or starts_with(c.unit_path, g.path || '.') or c.serving_path = g.path or starts_with(c.serving_path, g.path || '.'))
      and (g.territory = '' or c.territory_code = g.territory or starts_with(c.territory_code, g.territory || '.')))`
}

interface Part {
  readonly within: RawBuilder<unknown>
  /** Only cases older than this one. */
  readonly before: string | undefined
  readonly limit: number
}

/** @param words for each word what it stands for, the leading one first; a case must have one of each */
async function casesOf(
  db: AnyHandle,
  words: readonly (readonly string[])[],
  { within, before, limit }: Part,
  most = mostCandidates,
): Promise<DeskRow[]> {
  const [lead, ...others] = words
  if (!lead || words.some((endings) => endings.length === 0)) return []
  const also = others.map(alsoNamed)
  // Who may read what is answered from the index `case_scope`; only rows that are shown are visited.
  const { rows } = await sql<CaseListRow>`
    select ${columns} from (
      select c.id from (${newestOf(lead, most, before)}) t join services.case c on c.id = t.case_id
      where ${within} ${sql.join(also, sql` `)}
      order by t.case_id desc limit ${limit}) found
    join services.case c on c.id = found.id
    order by found.id desc`.execute(db)
  return rows.map(toDeskRow)
}

/** In the order of the index, so that the search ends with the last row that is shown. */
function newestOf(endings: readonly string[], most = mostCandidates, before?: string): RawBuilder<unknown> {
  const older = before ? sql`and case_id < ${before}::uuid` : sql``
  const [word] = endings
  if (endings.length === 1) {
    return sql`select case_id from services.case_token where token = ${word} ${older} order by case_id desc limit ${most}`
  }
  return sql`select distinct n.case_id from unnest(${endings}::text[]) with ordinality w (token, place)
    cross join lateral (select o.case_id from services.case_token o where o.token = w.token ${older}
      order by o.case_id desc limit case w.place when 1 then ${most}::int else ${mostCandidatesOfEnding}::int end) n
    order by n.case_id desc`
}

/**
 * What each typed word stands for in the index, the rarest first: itself, and the last one also every word
 * that begins with it. A word that occurs nowhere stands for nothing.
 */
async function knownWords(db: AnyHandle, tokens: readonly string[]): Promise<string[][]> {
  const last = tokens.at(-1)
  if (last === undefined) return []
  const { rows } = await sql<{ typed: string; word: string; files: number }>`
    with recursive ending (word) as (
      (select token from services.case_token where token >= ${last} and token < ${`${last}\u{10ffff}`} order by token limit 1)
      union all
      select (select t.token from services.case_token t where t.token > e.word and t.token < ${`${last}\u{10ffff}`} order by t.token limit 1)
      from ending e where e.word is not null),
    word (typed, word) as (
      select w, w from unnest(${tokens.slice(0, -1)}::text[]) w
      union all (select ${last}::text, word from ending where word is not null limit ${mostEndings}))
    select typed, word, (select count(*)::int from
      (select 1 from services.case_token t where t.token = w.word limit ${mostCandidates}) n) as files
    from word w order by word`.execute(db)
  const found = tokens.map((typed) => rows.filter((row) => row.typed === typed && row.files > 0))
  const filesOf = (list: readonly { files: number }[]) => list.reduce((sum, row) => sum + row.files, 0)
  return found.sort((a, b) => filesOf(a) - filesOf(b)).map((list) => list.map((row) => row.word))
}
