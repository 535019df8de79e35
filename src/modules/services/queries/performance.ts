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
  readonly submittedThisMonth: number
  /** Median minutes by week, oldest first, for the trend. */
  readonly weekly: readonly { readonly week: string; readonly minutes: number }[]
}

const sampled = 400

/** @param calendar the region's working calendar: nights and holidays do not count as waiting at the office */
export async function measurePerformance(
  db: AnyHandle,
  serviceId: string,
  now: Temporal.Instant,
  calendar: WorkingCalendar,
): Promise<Performance> {
  const since = now.subtract({ hours: 24 * 90 }).toString()
  const finished = await sql<{ submitted_at: Date; closed_at: Date; promised_at: Date }>`
    select submitted_at, closed_at, promised_at from services.case
    where service_id = ${serviceId} and closed_at > ${since} and result = 'granted'
    order by closed_at desc limit ${sampled}`.execute(db)
  const month = now.toZonedDateTimeISO(calendar.zone).with({ day: 1 }).startOfDay().toInstant().toString()
  const submitted = await sql<{ n: number }>`
    select count(*)::int as n from services.case where service_id = ${serviceId} and submitted_at >= ${month}`.execute(
    db,
  )
  const rows = finished.rows.map((row) => ({
    week: weekOf(instantOf(row.closed_at), calendar.zone),
    minutes: workingMinutesBetween(instantOf(row.submitted_at), instantOf(row.closed_at), calendar),
    kept: row.closed_at <= row.promised_at,
  }))
  const weeks = [...new Set(rows.map((row) => row.week))].sort()
  return {
    medianMinutes: median(rows.map((row) => row.minutes)),
    keptShare: rows.length ? rows.filter((row) => row.kept).length / rows.length : undefined,
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

function weekOf(at: Temporal.Instant, zone: string): string {
  const day = at.toZonedDateTimeISO(zone).toPlainDate()
  return day.subtract({ days: day.dayOfWeek - 1 }).toString()
}
