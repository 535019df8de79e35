import { type RawBuilder, sql } from 'kysely'
import type { AnyHandle } from '#kernel/db/database.ts'
import { type AgeSexCell, ageSteps, type FlowKind, flowKinds } from '../domain.ts'

export interface Census {
  /** ISO day. */
  readonly countedOn: string
  readonly people: number
  readonly families: number
}

/** Days that were counted, the newest first. */
export async function listCensuses(db: AnyHandle): Promise<Census[]> {
  const rows = await db.selectFrom('demography.census').selectAll().orderBy('counted_on', 'desc').limit(60).execute()
  return rows.map((row) => ({ countedOn: row.counted_on, people: row.people, families: row.families }))
}

/** The area itself and everything below it; "" is the whole region. */
function within(area: string): RawBuilder<boolean> {
  return area === '' ? sql`true` : sql`(village_code = ${area} or starts_with(village_code, ${`${area}.`}))`
}

export interface AreaFigures {
  readonly cells: readonly AgeSexCell[]
  readonly male: number
  readonly female: number
  readonly families: number
  /** Of those under 18, how many have a birth certificate. */
  readonly children: { readonly all: number; readonly certified: number }
}

/** People of an area by age and sex on a counted day, everything in the open: hide small cells before showing it. */
export async function countArea(db: AnyHandle, countedOn: string, area: string): Promise<AreaFigures> {
  const { rows } = await sql<{ sex: string; age_from: number; people: number; certified: number }>`
    select sex, age_from, sum(people)::int as people, sum(with_birth_certificate)::int as certified
    from demography.population where counted_on = ${countedOn}::date and ${within(area)} group by 1, 2`.execute(db)
  const families = await sql<{ n: number }>`select coalesce(sum(families), 0)::int as n from demography.household_count
    where counted_on = ${countedOn}::date and ${within(area)}`.execute(db)
  const of = (sex: string, age: number) => rows.find((row) => row.sex === sex && row.age_from === age)
  const total = (sex: string) => rows.filter((row) => row.sex === sex).reduce((sum, row) => sum + row.people, 0)
  // Five-year groups: the young are those under 15, whose certificates are what offices are measured by.
  const young = rows.filter((row) => row.age_from < 15)
  return {
    cells: ageSteps.map((ageFrom) => ({
      ageFrom,
      male: of('male', ageFrom)?.people ?? 0,
      female: of('female', ageFrom)?.people ?? 0,
    })),
    male: total('male'),
    female: total('female'),
    families: families.rows[0]?.n ?? 0,
    children: {
      all: young.reduce((sum, row) => sum + row.people, 0),
      certified: young.reduce((sum, row) => sum + row.certified, 0),
    },
  }
}

export interface PartFigures {
  readonly code: string
  readonly male: number
  readonly female: number
  readonly families: number
}

/** The parts of an area one level below it: districts of the region, villages of a district. @param length of their codes */
export async function countParts(
  db: AnyHandle,
  countedOn: string,
  area: string,
  length: number,
): Promise<PartFigures[]> {
  const { rows } = await sql<{ code: string; male: number; female: number; families: number }>`
    select p.code, p.male, p.female, coalesce(h.families, 0)::int as families from (
      select left(village_code, ${length}) as code,
        coalesce(sum(people) filter (where sex = 'male'), 0)::int as male,
        coalesce(sum(people) filter (where sex = 'female'), 0)::int as female
      from demography.population where counted_on = ${countedOn}::date and ${within(area)} group by 1) p
    left join (select left(village_code, ${length}) as code, sum(families) as families from demography.household_count
      where counted_on = ${countedOn}::date and ${within(area)} group by 1) h using (code)
    order by p.code`.execute(db)
  return rows
}

export interface MonthFlow {
  /** ISO day, the first of the month. */
  readonly month: string
  readonly kind: FlowKind
  readonly male: number
  readonly female: number
  readonly late: number
  readonly delayDays: number
}

/** What was recorded in an area, by month. @param from the first of a month, ISO */
export async function listFlows(db: AnyHandle, area: string, from: string): Promise<MonthFlow[]> {
  const { rows } = await sql<{
    month: string
    kind: FlowKind
    male: number
    female: number
    late: number
    delay_days: number
  }>`select month, kind, coalesce(sum(people) filter (where sex = 'male'), 0)::int as male,
      coalesce(sum(people) filter (where sex = 'female'), 0)::int as female, sum(late)::int as late,
      sum(delay_days)::int as delay_days
    from demography.flow where month >= ${from}::date and ${within(area)} group by 1, 2 order by 1, 2`.execute(db)
  return rows.map(({ delay_days, ...row }) => ({ ...row, delayDays: delay_days }))
}

export interface MonthlyRow {
  readonly code: string
  readonly start: { readonly male: number; readonly female: number }
  readonly flows: Readonly<Record<FlowKind, { readonly male: number; readonly female: number }>>
  readonly end: { readonly male: number; readonly female: number }
}

/**
 * The monthly report of an office: people at its end, what came in and went out, and so at its beginning.
 * @param countedOn the last count of the month; @param month its first day, ISO
 */
export async function monthlyReport(
  db: AnyHandle,
  countedOn: string,
  month: string,
  area: string,
  length: number,
): Promise<MonthlyRow[]> {
  const parts = await countParts(db, countedOn, area, length)
  const { rows } = await sql<{ code: string; kind: FlowKind; male: number; female: number }>`
    select left(village_code, ${length}) as code, kind,
      coalesce(sum(people) filter (where sex = 'male'), 0)::int as male,
      coalesce(sum(people) filter (where sex = 'female'), 0)::int as female
    from demography.flow where month = ${month}::date and ${within(area)} group by 1, 2`.execute(db)
  return parts.map(({ code, male, female }) => {
    const flows = Object.fromEntries(
      flowKinds.map((kind) => {
        const row = rows.find((candidate) => candidate.code === code && candidate.kind === kind)
        return [kind, { male: row?.male ?? 0, female: row?.female ?? 0 }]
      }),
    ) as MonthlyRow['flows']
    const start = (sex: 'male' | 'female', end: number) =>
      end - flows.birth[sex] + flows.death[sex] - flows.in[sex] + flows.out[sex]
    return { code, start: { male: start('male', male), female: start('female', female) }, flows, end: { male, female } }
  })
}
