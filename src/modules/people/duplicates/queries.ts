import { type RawBuilder, sql } from 'kysely'
import { instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { notFound } from '#kernel/errors.ts'
import { isWithin } from '#modules/territory/index.ts'
import type { DuplicateStep } from './record-duplicates.ts'
import type { DuplicateReason } from './weights.ts'

export const duplicateStates = ['open', 'field-check', 'proposed', 'joined', 'different'] as const
export type DuplicateState = (typeof duplicateStates)[number]

export interface Duplicate {
  readonly id: string
  readonly personA: string
  readonly personB: string
  readonly nameA: string
  readonly nameB: string
  readonly bornA: string
  readonly bornB: string
  readonly score: number
  readonly reasons: readonly DuplicateReason[]
  readonly territory: string
  readonly state: DuplicateState
  readonly verdict: 'same' | 'different' | undefined
  readonly keepPersonId: string | undefined
  readonly proposedBy: string | undefined
  readonly eventId: string | undefined
  readonly foundAt: Temporal.Instant
}

export interface DuplicateFilter {
  readonly territories: readonly string[]
  /** Everything that waits for somebody when left out. */
  readonly state?: DuplicateState | undefined
  /** Words of either name. */
  readonly text?: string | undefined
  readonly reason?: DuplicateReason | undefined
  readonly area?: string | undefined
  readonly after?: string | undefined
}

interface Row {
  id: string
  person_a: string
  person_b: string
  name_a: string
  name_b: string
  born_a: string
  born_b: string
  score: number
  reasons: DuplicateReason[]
  territory_code: string
  state: DuplicateState
  verdict: 'same' | 'different' | null
  keep_person_id: string | null
  proposed_by: string | null
  event_id: string | null
  found_at: Date
}

const source = sql.raw(`people.duplicate_candidate d join people.person a on a.id = d.person_a
  join people.person b on b.id = d.person_b`)
const columns = sql.raw('d.*, a.full_name as name_a, b.full_name as name_b, a.birth_on as born_a, b.birth_on as born_b')

export const duplicatePageSize = 40

/** Pairs, the most likely first. */
export async function listDuplicates(
  db: AnyHandle,
  filter: DuplicateFilter,
  limit = duplicatePageSize,
): Promise<{ rows: Duplicate[]; next: string | undefined }> {
  const after = /^(\d{1,3})_([0-9a-f-]{36})$/.exec(filter.after ?? '')
  const { rows } = await sql<Row>`
    select ${columns} from ${source}
    where ${waiting(filter)} and ${readable(filter)}
      ${filter.reason ? sql`and ${filter.reason} = any(d.reasons)` : sql``}
      ${filter.text ? sql`and exists (select 1 from people.person_search s where s.person_id in (d.person_a, d.person_b) and s.tokens @> array(select people.name_key(word) from unnest(people.name_words(${filter.text})) word))` : sql``}
      ${after ? sql`and (d.score < ${Number(after[1])} or (d.score = ${Number(after[1])} and d.id > ${after[2]}::uuid))` : sql``}
    order by d.score desc, d.id limit ${limit + 1}`.execute(db)
  const shown = rows.slice(0, limit).map(toDuplicate)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > limit && last ? `${last.score}_${last.id}` : undefined }
}

export async function countDuplicates(db: AnyHandle, territories: readonly string[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (
    select 1 from people.duplicate_candidate d where ${waiting({})} and ${readable({ territories })} limit 1000) waiting`.execute(
    db,
  )
  return rows[0]?.n ?? 0
}

/** @throws not-found, also for a pair of another area */
export async function getDuplicate(db: AnyHandle, id: string, territories: readonly string[]): Promise<Duplicate> {
  const { rows } = await sql<Row>`select ${columns} from ${source} where d.id = ${id}::uuid`.execute(db)
  const row = rows[0]
  if (!row || !territories.some((territory) => isWithin(row.territory_code, territory))) throw notFound()
  return toDuplicate(row)
}

/** Other records that somebody may be the same as, for the page of a person. */
export async function listDuplicatesOf(db: AnyHandle, personId: string): Promise<Duplicate[]> {
  const { rows } = await sql<Row>`select ${columns} from ${source}
    where ${personId}::uuid in (d.person_a, d.person_b) and d.state <> 'different' order by d.score desc`.execute(db)
  return rows.map(toDuplicate)
}

export async function listSteps(db: AnyHandle, candidateId: string): Promise<DuplicateStep[]> {
  const { rows } = await sql<{ at: Date; actor_label: string; act: DuplicateStep['act']; reason: string }>`
    select at, actor_label, act, reason from people.duplicate_step
    where candidate_id = ${candidateId}::uuid order by ordinal`.execute(db)
  return rows.map((row) => ({ at: instantOf(row.at), by: row.actor_label, act: row.act, reason: row.reason }))
}

function waiting({ state }: Pick<DuplicateFilter, 'state'>): RawBuilder<boolean> {
  return state ? sql<boolean>`d.state = ${state}` : sql<boolean>`d.state in ('open', 'field-check', 'proposed')`
}

function readable({ territories, area }: Pick<DuplicateFilter, 'territories' | 'area'>): RawBuilder<boolean> {
  const within = (code: string) =>
    code === '' ? sql`true` : sql`(d.territory_code = ${code} or starts_with(d.territory_code, ${`${code}.`}))`
  const limits = sql.join([sql`false`, ...territories.map(within)], sql` or `)
  return sql<boolean>`(${limits}) and ${within(area ?? '')}`
}

function toDuplicate(row: Row): Duplicate {
  return {
    id: row.id,
    personA: row.person_a,
    personB: row.person_b,
    nameA: row.name_a,
    nameB: row.name_b,
    bornA: row.born_a,
    bornB: row.born_b,
    score: row.score,
    reasons: row.reasons,
    territory: row.territory_code,
    state: row.state,
    verdict: row.verdict ?? undefined,
    keepPersonId: row.keep_person_id ?? undefined,
    proposedBy: row.proposed_by ?? undefined,
    eventId: row.event_id ?? undefined,
    foundAt: instantOf(row.found_at),
  }
}
