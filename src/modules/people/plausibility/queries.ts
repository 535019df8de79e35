import { type RawBuilder, sql } from 'kysely'
import { instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { notFound } from '#kernel/errors.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import type { ContradictionCode } from './contradictions.ts'

export const findingStates = ['open', 'marked', 'corrected', 'right'] as const
export type FindingState = (typeof findingStates)[number]

export interface Finding {
  readonly id: string
  readonly personId: string
  readonly fullName: string
  readonly birthOn: string
  readonly familyId: string | undefined
  readonly code: ContradictionCode
  readonly severity: 'refuse' | 'warn'
  readonly say: LocalText
  readonly territory: string
  readonly state: FindingState
  readonly foundAt: Temporal.Instant
  readonly changedAt: Temporal.Instant
  readonly changedBy: string | undefined
  readonly note: string | undefined
}

export interface FindingFilter {
  readonly territories: readonly string[]
  readonly text?: string | undefined
  /** What waits for somebody when left out. */
  readonly state?: FindingState | undefined
  readonly severity?: 'refuse' | 'warn' | undefined
  readonly area?: string | undefined
  readonly after?: string | undefined
}

interface Row {
  id: string
  person_id: string
  full_name: string
  birth_on: string
  family_id: string | null
  code: ContradictionCode
  severity: 'refuse' | 'warn'
  say_id: string
  say_en: string
  territory_code: string
  state: FindingState
  found_at: Date
  changed_at: Date
  changed_by: string | null
  note: string | null
}

const source = sql.raw(`people.check_finding c join people.person p on p.id = c.person_id`)
const columns = sql.raw('c.*, p.full_name, p.birth_on, p.family_id')

export const findingPageSize = 40

/** Findings, the impossible before the rare, the newest first. */
export async function listFindings(
  db: AnyHandle,
  filter: FindingFilter,
  limit = findingPageSize,
): Promise<{ rows: Finding[]; next: string | undefined }> {
  const after = /^(refuse|warn)_([0-9a-f-]{36})$/.exec(filter.after ?? '')
  const { rows } = await sql<Row>`
    select ${columns} from ${source}
    where ${waiting(filter)} and ${readable(filter)}
      ${filter.severity ? sql`and c.severity = ${filter.severity}` : sql``}
      ${filter.text ? sql`and exists (select 1 from people.person_search s where s.person_id = c.person_id and s.tokens @> array(select people.name_key(word) from unnest(people.name_words(${filter.text})) word))` : sql``}
      ${after ? sql`and (c.severity > ${after[1]} or (c.severity = ${after[1]} and c.id < ${after[2]}::uuid))` : sql``}
    order by c.severity, c.id desc limit ${limit + 1}`.execute(db)
  const shown = rows.slice(0, limit).map(toFinding)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > limit && last ? `${last.severity}_${last.id}` : undefined }
}

export async function countFindings(db: AnyHandle, territories: readonly string[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (
    select 1 from people.check_finding c where ${waiting({})} and ${readable({ territories })} limit 1000) waiting`.execute(
    db,
  )
  return rows[0]?.n ?? 0
}

/** @throws not-found, also for a finding of another area */
export async function getFinding(db: AnyHandle, id: string, territories: readonly string[]): Promise<Finding> {
  const { rows } = await sql<Row>`select ${columns} from ${source}
    where c.id = ${id}::uuid and ${readable({ territories })}`.execute(db)
  if (!rows[0]) throw notFound()
  return toFinding(rows[0])
}

function waiting({ state }: Pick<FindingFilter, 'state'>): RawBuilder<boolean> {
  return state ? sql<boolean>`c.state = ${state}` : sql<boolean>`c.state in ('open', 'marked')`
}

function readable({ territories, area }: Pick<FindingFilter, 'territories' | 'area'>): RawBuilder<boolean> {
  const within = (code: string) =>
    code === '' ? sql`true` : sql`(c.territory_code = ${code} or starts_with(c.territory_code, ${`${code}.`}))`
  return sql<boolean>`(${sql.join([sql`false`, ...territories.map(within)], sql` or `)}) and ${within(area ?? '')}`
}

function toFinding(row: Row): Finding {
  return {
    id: row.id,
    personId: row.person_id,
    fullName: row.full_name,
    birthOn: row.birth_on,
    familyId: row.family_id ?? undefined,
    code: row.code,
    severity: row.severity,
    say: { id: row.say_id, en: row.say_en },
    territory: row.territory_code,
    state: row.state,
    foundAt: instantOf(row.found_at),
    changedAt: instantOf(row.changed_at),
    changedBy: row.changed_by ?? undefined,
    note: row.note ?? undefined,
  }
}
