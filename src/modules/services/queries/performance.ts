import { sql } from 'kysely'
import { instantOf } from '#kernel/clock/clock.ts'
import { type WorkingCalendar, workingMinutesBetween } from '#kernel/clock/working-days.ts'
import type { AnyHandle } from '#kernel/db/database.ts'

/** How a service really did over the last 90 days. Undefined where nothing was finished. */
export interface Performance {
  /** Median opening time from submission to result, in minutes. */
  readonly medianMinutes: number | undefined
  /** Share of finished files that kept their first promise or its lawful extension, 0 to 1. */
  readonly keptShare: number | undefined
  /** Share that was ready on the very first promised date, however long the applicant held the file. */
  readonly firstKeptShare: number | undefined
  /** Opening minutes within which nine of ten were ready. */
  readonly slowMinutes: number | undefined
  /** Decided in the last 90 days. */
  readonly granted: number
  readonly refused: number
  /** Share of decided files that were sent back for correction at least once. */
  readonly returnedShare: number | undefined
  /** Papers that one applicant had to bring on average, and that were already there. */
  readonly papersAsked: number | undefined
  readonly papersKnown: number | undefined
  readonly submittedThisMonth: number
  /** Median minutes by week, oldest first, for the trend. */
  readonly weekly: readonly { readonly week: string; readonly minutes: number }[]
}

const sampled = 400

interface DecidedRow {
  submitted_at: Date
  closed_at: Date
  promised_at: Date
  first_promised_at: Date
  result: 'granted' | 'refused'
  papers_asked: number
  papers_known: number
  returned: boolean
}

/** @param calendar the region's working calendar: nights and holidays do not count as waiting at the office */
export async function measurePerformance(
  db: AnyHandle,
  serviceId: string,
  now: Temporal.Instant,
  calendar: WorkingCalendar,
): Promise<Performance> {
  const since = now.subtract({ hours: 24 * 90 }).toString()
  const decided = await sql<DecidedRow>`
    select submitted_at, closed_at, promised_at, first_promised_at, result, papers_asked, papers_known,
      jsonb_array_length(held_spans) > 0 as returned
    from services.case
    where service_id = ${serviceId} and closed_at > ${since} and result in ('granted', 'refused')
    order by closed_at desc limit ${sampled}`.execute(db)
  const counted = await sql<{ granted: number; refused: number }>`
    select count(*) filter (where result = 'granted')::int as granted,
      count(*) filter (where result = 'refused')::int as refused
    from services.case where service_id = ${serviceId} and closed_at > ${since}`.execute(db)
  const newest = decided.rows
  const month = now.toZonedDateTimeISO(calendar.zone).with({ day: 1 }).startOfDay().toInstant().toString()
  const submitted = await sql<{ n: number }>`
    select count(*)::int as n from services.case where service_id = ${serviceId} and submitted_at >= ${month}`.execute(
    db,
  )
  const rows = newest
    .filter((row) => row.result === 'granted')
    .map((row) => ({
      week: weekOf(instantOf(row.closed_at), calendar.zone),
      minutes: workingMinutesBetween(instantOf(row.submitted_at), instantOf(row.closed_at), calendar),
      kept: row.closed_at <= row.promised_at,
      firstKept: row.closed_at <= row.first_promised_at,
    }))
  const weeks = [...new Set(rows.map((row) => row.week))].sort()
  return {
    medianMinutes: median(rows.map((row) => row.minutes)),
    keptShare: shareOf(rows, (row) => row.kept),
    firstKeptShare: shareOf(rows, (row) => row.firstKept),
    slowMinutes: percentile(
      rows.map((row) => row.minutes),
      0.9,
    ),
    granted: counted.rows[0]?.granted ?? 0,
    refused: counted.rows[0]?.refused ?? 0,
    returnedShare: shareOf(newest, (row) => row.returned),
    papersAsked: average(newest.map((row) => row.papers_asked)),
    papersKnown: average(newest.map((row) => row.papers_known)),
    submittedThisMonth: submitted.rows[0]?.n ?? 0,
    weekly: weeks.map((week) => ({
      week,
      minutes: median(rows.filter((row) => row.week === week).map((row) => row.minutes)) ?? 0,
    })),
  }
}

/** Figures for the start page: files finished in the last seven days, promises kept among the newest ones. */
export async function measureAll(
  db: AnyHandle,
  now: Temporal.Instant,
): Promise<{ finishedThisWeek: number; keptShare: number | undefined }> {
  const { rows } = await sql<{ finished: number; kept: number; looked: number }>`
    select (select count(*)::int from services.case
        where closed_at > ${now.subtract({ hours: 24 * 7 }).toString()} and result = 'granted') as finished,
      count(*) filter (where closed_at <= promised_at)::int as kept, count(*)::int as looked
    from (select closed_at, promised_at from services.case
      where closed_at > ${now.subtract({ hours: 24 * 90 }).toString()} and result = 'granted'
      order by closed_at desc limit 2000) newest`.execute(db)
  const row = rows[0]
  return { finishedThisWeek: row?.finished ?? 0, keptShare: row?.looked ? row.kept / row.looked : undefined }
}

function median(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2
    ? sorted[middle]
    : Math.round(((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2)
}

function shareOf<Row>(rows: readonly Row[], holds: (row: Row) => boolean): number | undefined {
  return rows.length ? rows.filter(holds).length / rows.length : undefined
}

function average(values: readonly number[]): number | undefined {
  return values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : undefined
}

/** The smallest value that `share` of all do not pass. */
function percentile(values: readonly number[], share: number): number | undefined {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]
}

function weekOf(at: Temporal.Instant, zone: string): string {
  const day = at.toZonedDateTimeISO(zone).toPlainDate()
  return day.subtract({ days: day.dayOfWeek - 1 }).toString()
}
