import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '#kernel/access/access.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { type Sen, senFromNumeric } from '#kernel/money/money.ts'
import { findOwnRegion } from '#modules/territory/index.ts'
import { type Tax, taxes } from '../claims.ts'
import { inArea, readable } from './territory-filter.ts'

export interface RealizationFilter {
  /** Of the money, not of the tax. */
  readonly year: number
  readonly tax?: Tax | undefined
  readonly area?: string | undefined
}

export interface Realized {
  /** Tax and interest. */
  readonly received: Sen
  readonly interest: Sen
  readonly payments: number
}

export interface TaxRealized extends Realized {
  readonly tax: Tax
  readonly target: Sen | undefined
}

/** All targets together, and what came in of the taxes that have one: money of others is nearer to no target. */
export function againstTargets(rows: readonly TaxRealized[]): { readonly target: Sen; readonly received: Sen } {
  const meant = rows.filter((row) => row.target !== undefined)
  return {
    target: meant.reduce((sum, row) => sum + (row.target ?? 0n), 0n),
    received: meant.reduce((sum, row) => sum + row.received, 0n),
  }
}

export interface MonthRealized extends Realized {
  /** 1 to 12. */
  readonly month: number
}

export interface PartRealized extends Realized {
  /** Of a district or village; empty for what lies outside the region. */
  readonly code: string
}

interface SumRow {
  readonly key: string
  readonly received: string
  readonly interest: string
  readonly payments: number
}

const realized = (row: SumRow | undefined): Realized => ({
  received: senFromNumeric(row?.received ?? '0'),
  interest: senFromNumeric(row?.interest ?? '0'),
  payments: row?.payments ?? 0,
})

async function sums(
  db: AnyHandle,
  { year, tax, area }: RealizationFilter,
  key: RawBuilder<string>,
  only?: RawBuilder<unknown>,
): Promise<SumRow[]> {
  const conditions: RawBuilder<unknown>[] = [
    sql`r.received_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date`,
  ]
  if (only) conditions.push(only)
  if (tax) conditions.push(sql`r.tax = ${tax}`)
  if (area) conditions.push(inArea(sql`r.village_code`, area))
  const { rows } = await sql<SumRow>`
    select ${key} as key, sum(r.principal + r.interest)::text as received, sum(r.interest)::text as interest,
      count(*)::int as payments
    from local_tax.receipt r where ${sql.join(conditions, sql` and `)} group by 1 order by 1`.execute(db)
  return rows
}

/** What an official may see of it. Without an actor everything, as the public does: it names nobody. */
async function within(db: AnyHandle, actor: Actor | undefined): Promise<RawBuilder<unknown> | undefined> {
  if (!actor) return undefined
  const own = (await findOwnRegion(db))?.code ?? ''
  return readable(actor, own, sql`coalesce(r.village_code, '')`)
}

/** Each tax with its target: those that have one, or money. */
export async function realizedByTax(
  db: AnyHandle,
  actor: Actor | undefined,
  filter: RealizationFilter,
): Promise<TaxRealized[]> {
  const [rows, targets] = await Promise.all([
    sums(db, filter, sql<string>`r.tax`, await within(db, actor)),
    // A target is of the whole region: beside a part of it it would say nothing.
    filter.area ? new Map<Tax, Sen>() : targetsOf(db, filter.year),
  ])
  const found = new Map(rows.map((row) => [row.key, row]))
  return taxes
    .filter((tax) => !filter.tax || filter.tax === tax)
    .map((tax) => ({ tax, target: targets.get(tax), ...realized(found.get(tax)) }))
    .filter((row) => row.target !== undefined || row.payments > 0)
}

export async function realizedByMonth(
  db: AnyHandle,
  actor: Actor | undefined,
  filter: RealizationFilter,
): Promise<MonthRealized[]> {
  const key = sql<string>`extract(month from r.received_on)::int::text`
  const rows = await sums(db, filter, key, await within(db, actor))
  const found = new Map(rows.map((row) => [Number(row.key), row]))
  return Array.from({ length: 12 }, (_, index) => ({ month: index + 1, ...realized(found.get(index + 1)) }))
}

/** Districts of the region, or villages of a district. */
export async function realizedByPart(db: AnyHandle, actor: Actor, filter: RealizationFilter): Promise<PartRealized[]> {
  const length = (filter.area ?? '').length < 8 ? 8 : 13
  const key = sql<string>`coalesce(left(r.village_code, ${length}), '')`
  const rows = await sums(db, filter, key, await within(db, actor))
  return rows.map((row) => ({ code: row.key, ...realized(row) }))
}

/** The targets of a year as they hold now: a revised budget counts from its day on. */
async function targetsOf(db: AnyHandle, year: number): Promise<Map<Tax, Sen>> {
  const { rows } = await sql<{ tax: Tax; amount: string }>`
    select distinct on (tax) tax, amount::text from local_tax.target
    where year = ${year} order by tax, valid_from desc, recorded_at desc`.execute(db)
  return new Map(rows.map((row) => [row.tax, senFromNumeric(row.amount)]))
}

export interface Target {
  readonly id: string
  readonly tax: Tax
  readonly amount: Sen
  readonly ground: string
  readonly validFrom: Temporal.PlainDate
  readonly recordedBy: string
}

/** Every target that was ever set for a year, the latest first. */
export async function listTargets(db: AnyHandle, year: number): Promise<Target[]> {
  const rows = await db
    .selectFrom('local_tax.target')
    .selectAll()
    .where('year', '=', year)
    .orderBy('valid_from', 'desc')
    .orderBy('recorded_at', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    tax: row.tax as Tax,
    amount: senFromNumeric(row.amount),
    ground: row.ground,
    validFrom: Temporal.PlainDate.from(row.valid_from),
    recordedBy: row.recorded_by,
  }))
}

/** Years in which money came, or for which there is a target, the latest first. */
export async function listRealizationYears(db: AnyHandle, today: Temporal.PlainDate): Promise<number[]> {
  const { rows } = await sql<{ first: number | null }>`
    select least((select extract(year from min(received_on)) from local_tax.receipt), (select min(year) from local_tax.target))::int
      as first`.execute(db)
  const first = Math.min(rows[0]?.first ?? today.year, today.year)
  return Array.from({ length: today.year + 1 - first + 1 }, (_, back) => today.year + 1 - back)
}
