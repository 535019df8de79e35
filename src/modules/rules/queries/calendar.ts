import { sql } from 'kysely'
import type { OpeningHours, WorkingCalendar } from '#kernel/clock/working-days.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import type { RuleStatus } from '../domain.ts'

export interface Holiday {
  readonly day: string
  readonly kind: 'national' | 'joint' | 'regional'
  readonly name: { readonly id: string; readonly en: string }
  readonly citation: string
  readonly status: RuleStatus
}

/** Holidays of a year as they count in a region: those of the whole country and its own. */
export async function listHolidays(db: AnyHandle, year: number, region: string): Promise<Holiday[]> {
  const { rows } = await sql<{
    day: string
    kind: Holiday['kind']
    name_id: string
    name_en: string
    citation: string
    status: RuleStatus
  }>`
    select day, kind, name_id, name_en, citation, status from rules.holiday
    where day between ${`${year}-01-01`} and ${`${year}-12-31`} and (region = '' or ${region} = region or ${region} like region || '.%')
    order by day`.execute(db)
  return rows.map((row) => ({
    day: row.day,
    kind: row.kind,
    name: { id: row.name_id, en: row.name_en },
    citation: row.citation,
    status: row.status,
  }))
}

/** Years for which holidays are known. */
export async function listHolidayYears(db: AnyHandle): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    select distinct extract(year from day)::int as year from rules.holiday order by year`.execute(db)
  return rows.map((row) => row.year)
}

type CalendarsByRegion = Map<string, { readonly calendar: WorkingCalendar; readonly readAt: number }>
const calendars = new WeakMap<Tenant, CalendarsByRegion>()
const freshForMs = 30_000

/** The working calendar of a region: opening hours and every holiday known; read again every half minute. */
export async function getCalendar(tenant: Tenant, db: AnyHandle, region: string): Promise<WorkingCalendar> {
  const byRegion: CalendarsByRegion = calendars.get(tenant) ?? new Map()
  const known = byRegion.get(region)
  if (known && Date.now() - known.readAt < freshForMs) return known.calendar
  const calendar = await readCalendarIn(tenant.profile.zone, db, region)
  calendars.set(tenant, byRegion.set(region, { calendar, readAt: Date.now() }))
  return calendar
}

/**
 * Forgets what this process has read of the calendar: after a holiday was added. Other processes see it within half a
 * minute by themselves.
 */
export function forgetCalendars(tenant: Tenant): void {
  calendars.delete(tenant)
}

/** The calendar as it was known at a moment: a holiday that was decreed later is not in it. */
export async function calendarKnownAt(
  tenant: Tenant,
  db: AnyHandle,
  region: string,
  at: Temporal.Instant,
): Promise<WorkingCalendar> {
  return readCalendarIn(tenant.profile.zone, db, region, at)
}

/** The calendar as it stands in a zone, read at this moment: for proofs that need no region's own profile. */
export async function readCalendarIn(
  zone: WorkingCalendar['zone'],
  db: AnyHandle,
  region: string,
  knownAt?: Temporal.Instant,
): Promise<WorkingCalendar> {
  const known = knownAt ? sql`recorded_at <= ${knownAt.toString()}` : sql`true`
  const holidays = await sql<{ day: string }>`select day from rules.holiday
    where (region = '' or ${region} = region or ${region} like region || '.%') and ${known}`.execute(db)
  const hours = await sql<{ weekday: number; opens: string; closes: string }>`
    select distinct on (weekday) weekday, opens::text, closes::text from rules.opening_hours
    where (region = '' or ${region} = region or ${region} like region || '.%') and valid_to is null
    order by weekday, length(region) desc, valid_from desc`.execute(db)
  const open = hours.rows.map((row): [number, OpeningHours] => [
    row.weekday,
    { opens: Temporal.PlainTime.from(row.opens), closes: Temporal.PlainTime.from(row.closes) },
  ])
  if (open.length === 0) throw new Error('no opening hours are known: load rules/opening-hours.json')
  return { zone, hours: new Map(open), holidays: new Set(holidays.rows.map((row) => row.day)) }
}
