import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '#kernel/access/access.ts'
import { grantsFor } from '#kernel/access/access.ts'
import { instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { notFound } from '#kernel/errors.ts'
import type { ReadingMark, ReadingPattern } from './patterns.ts'

export const alarmStates = ['new', 'explained', 'accepted', 'misuse'] as const
export type AlarmState = (typeof alarmStates)[number]

export interface ReadingAlarm {
  readonly id: string
  readonly accountId: string
  readonly readerLabel: string
  readonly pattern: ReadingPattern
  readonly severity: 'notice' | 'alarm' | 'stop'
  readonly day: string
  readonly counted: number
  readonly threshold: number
  readonly lastAt: Temporal.Instant
  readonly state: AlarmState
  readonly explanation: string | undefined
  readonly explainedAt: Temporal.Instant | undefined
  readonly judgedBy: string | undefined
  readonly judgedAt: Temporal.Instant | undefined
  readonly judgement: string | undefined
}

interface Row {
  id: string
  account_id: string
  reader_label: string
  pattern: ReadingPattern
  severity: ReadingAlarm['severity']
  day: string
  counted: number
  threshold: number
  last_at: Date
  state: AlarmState
  explanation: string | null
  explained_at: Date | null
  judged_by: string | null
  judged_at: Date | null
  judgement: string | null
}

/** True while an officer reads nobody: beyond the hard limit, and no supervisor has let him go on. */
export async function isStopped(db: AnyHandle, accountId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from people.reading_alarm
    where account_id = ${accountId} and severity = 'stop' and state <> 'accepted' limit 1`.execute(db)
  return rows.length > 0
}

export interface AlarmFilter {
  readonly text?: string | undefined
  /** What waits for a judgement when left out. */
  readonly state?: AlarmState | undefined
  readonly pattern?: ReadingPattern | undefined
  readonly after?: string | undefined
}

export const alarmPageSize = 40

/** Alarms that this supervisor or auditor may see, the newest first; nobody sees his own here. */
export async function listAlarms(
  db: AnyHandle,
  actor: Actor,
  filter: AlarmFilter,
  limit = alarmPageSize,
): Promise<{ rows: ReadingAlarm[]; next: string | undefined }> {
  const after = /^(\S+)_([0-9a-f-]{36})$/.exec(filter.after ?? '')
  const { rows } = await sql<Row>`select a.* from people.reading_alarm a
    where ${readable(actor)} and ${waiting(filter.state)}
      ${filter.pattern ? sql`and a.pattern = ${filter.pattern}` : sql``}
      ${filter.text ? sql`and a.reader_label ilike ${`%${filter.text.replace(/[\\%_]/g, '\\$&')}%`}` : sql``}
      ${after ? sql`and (a.last_at, a.id) < (${after[1]}::timestamptz, ${after[2]}::uuid)` : sql``}
    order by a.last_at desc, a.id desc limit ${limit + 1}`.execute(db)
  const shown = rows.slice(0, limit).map(toAlarm)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > limit && last ? `${last.lastAt}_${last.id}` : undefined }
}

export async function countAlarms(db: AnyHandle, actor: Actor): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from people.reading_alarm a
    where ${readable(actor)} and ${waiting(undefined)}`.execute(db)
  return rows[0]?.n ?? 0
}

/** @throws not-found, also for one's own */
export async function getAlarm(db: AnyHandle, actor: Actor, id: string): Promise<ReadingAlarm> {
  const { rows } = await sql<Row>`select a.* from people.reading_alarm a
    where a.id = ${id}::uuid and ${readable(actor)}`.execute(db)
  if (!rows[0]) throw notFound()
  return toAlarm(rows[0])
}

/** What an officer is asked about, the newest first. */
export async function listOwnAlarms(db: AnyHandle, accountId: string): Promise<ReadingAlarm[]> {
  const { rows } = await sql<Row>`select a.* from people.reading_alarm a
    where a.account_id = ${accountId} order by a.last_at desc, a.id desc limit 100`.execute(db)
  return rows.map(toAlarm)
}

/** How many of them want an answer. */
export async function countOwnAlarms(db: AnyHandle, accountId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from people.reading_alarm
    where account_id = ${accountId} and state = 'new'`.execute(db)
  return rows[0]?.n ?? 0
}

export interface ReadPerson {
  readonly at: Temporal.Instant
  readonly personId: string
  readonly fullName: string
  readonly purpose: string
  readonly marks: readonly ReadingMark[]
}

/** Whom the officer looked up on the day of an alarm, and in the thirty days before for a slow one. */
export async function listReadings(db: AnyHandle, alarm: ReadingAlarm, zone: string): Promise<ReadPerson[]> {
  const day = Temporal.PlainDate.from(alarm.day)
  const isSlow = alarm.pattern === 'own-neighbours-month'
  const from = (isSlow ? day.subtract({ days: 30 }) : day).toZonedDateTime(zone).toInstant()
  const until = day.add({ days: 1 }).toZonedDateTime(zone).toInstant()
  const { rows } = await sql<{ at: Date; person_id: string; full_name: string; purpose: string; marks: ReadingMark[] }>`
    select r.at, r.person_id, p.full_name, r.purpose, r.marks
    from people.reading r join people.person p on p.id = r.person_id
    where r.account_id = ${alarm.accountId} and r.at >= ${from.toString()} and r.at < ${until.toString()}
      ${isSlow ? sql`and 'own-neighbour' = any(r.marks)` : sql``}
    order by r.at desc, r.person_id limit 500`.execute(db)
  return rows.map((row) => ({
    at: instantOf(row.at),
    personId: row.person_id,
    fullName: row.full_name,
    purpose: row.purpose,
    marks: row.marks,
  }))
}

/** A supervisor sees the officers of his unit and below it, an auditor everybody; nobody judges himself. */
function readable(actor: Actor): RawBuilder<boolean> {
  const all = grantsFor(actor, 'people.audit-reading').length > 0
  const units = grantsFor(actor, 'people.supervise-reading').map(({ unitPath }) => unitPath)
  const within = units.map((path) => sql`(a.unit_path = ${path} or starts_with(a.unit_path, ${`${path}.`}))`)
  const limits = all ? sql`true` : sql.join([sql`false`, ...within], sql` or `)
  return sql<boolean>`(${limits}) and a.account_id is distinct from ${actor.accountId ?? null}`
}

function waiting(state: AlarmState | undefined): RawBuilder<boolean> {
  return state ? sql<boolean>`a.state = ${state}` : sql<boolean>`a.state in ('new', 'explained')`
}

function toAlarm(row: Row): ReadingAlarm {
  const moment = (at: Date | null) => (at ? instantOf(at) : undefined)
  return {
    id: row.id,
    accountId: row.account_id,
    readerLabel: row.reader_label,
    pattern: row.pattern,
    severity: row.severity,
    day: row.day,
    counted: row.counted,
    threshold: row.threshold,
    lastAt: instantOf(row.last_at),
    state: row.state,
    explanation: row.explanation ?? undefined,
    explainedAt: moment(row.explained_at),
    judgedBy: row.judged_by ?? undefined,
    judgedAt: moment(row.judged_at),
    judgement: row.judgement ?? undefined,
  }
}
