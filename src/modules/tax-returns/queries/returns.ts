import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '#kernel/access/access.ts'
import { containing } from '#kernel/db/containing.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { type Sen, senFromNumeric } from '#kernel/money/money.ts'
import { inArea, readable } from '#modules/local-tax/index.ts'
import type { ReturnState, ReturnTax, Typed } from '../domain.ts'
import { ownRegion } from './law.ts'

export type Flag = 'own' | 'last-year' | 'peers'

export interface TaxReturn {
  readonly id: string
  readonly objectId: string
  readonly taxpayerId: string
  readonly tax: ReturnTax
  readonly month: Temporal.PlainYearMonth
  readonly state: ReturnState
  readonly objectCode: string
  readonly objectName: string
  readonly objectAddress: string
  readonly villageCode: string
  readonly npwpd: string
  readonly ownerName: string
  readonly size: number | undefined
  readonly fileDueOn: Temporal.PlainDate
  readonly payDueOn: Temporal.PlainDate
  readonly draft: Typed | undefined
  readonly version: number
  readonly turnover: Sen | undefined
  readonly taxAmount: Sen | undefined
  readonly filedOn: Temporal.PlainDate | undefined
  readonly assessmentId: string | undefined
  readonly remindedOn: Temporal.PlainDate | undefined
  readonly flags: readonly Flag[]
  readonly endReason: string | undefined
}

interface Row {
  readonly id: string
  readonly object_id: string
  readonly taxpayer_id: string
  readonly tax: ReturnTax
  readonly month: string
  readonly state: ReturnState
  readonly object_code: string
  readonly object_name: string
  readonly object_address: string
  readonly village_code: string
  readonly npwpd: string
  readonly owner_name: string
  readonly size: number | null
  readonly file_due_on: string
  readonly pay_due_on: string
  readonly draft: Typed | null
  readonly version: number
  readonly turnover: string | null
  readonly tax_amount: string | null
  readonly filed_on: string | null
  readonly assessment_id: string | null
  readonly reminded_on: string | null
  readonly flags: Flag[]
  readonly end_reason: string | null
}

const columns = sql`r.id, r.object_id, r.taxpayer_id, r.tax, r.month, r.state, r.object_code, r.object_name, r.object_address,
  r.village_code, r.npwpd, r.owner_name, r.size, r.file_due_on, r.pay_due_on, r.draft, r.version, r.turnover::text,
  r.tax_amount::text, r.filed_on, r.assessment_id, r.reminded_on, r.flags, r.end_reason`

/** States as a list is narrowed by them: `late` is open after its day. */
export const listStates = ['open', 'late', 'filed', 'examining', 'accepted', 'assessed', 'void'] as const
export type ListState = (typeof listStates)[number]

export interface ReturnFilter {
  readonly text?: string | undefined
  readonly tax?: ReturnTax | undefined
  readonly month?: Temporal.PlainYearMonth | undefined
  readonly state?: ListState | undefined
  readonly area?: string | undefined
  readonly isFlagged?: boolean | undefined
}

/** Returns an official may see, the latest month first, within a month in the order of the objects. */
export async function listReturns(
  db: AnyHandle,
  actor: Actor,
  filter: ReturnFilter,
  today: Temporal.PlainDate,
  after = '',
  limit = 50,
): Promise<{ rows: TaxReturn[]; next: string | undefined }> {
  const own = await ownRegion(db)
  const conditions: RawBuilder<unknown>[] = [readable(actor, own, sql`r.village_code`, 'tax-returns.read')]
  for (const word of (filter.text ?? '').toLowerCase().split(/\s+/).filter(Boolean).slice(0, 6))
    conditions.push(sql`r.search_text like ${containing(word)}`)
  if (filter.tax) conditions.push(sql`r.tax = ${filter.tax}`)
  if (filter.month) conditions.push(sql`r.month = ${filter.month.toPlainDate({ day: 1 }).toString()}::date`)
  if (filter.state === 'late') conditions.push(sql`r.state = 'open' and r.file_due_on < ${today.toString()}::date`)
  else if (filter.state) conditions.push(sql`r.state = ${filter.state}`)
  if (filter.area) conditions.push(inArea(sql`r.village_code`, filter.area))
  if (filter.isFlagged) conditions.push(sql`r.flags <> '{}'`)
  const [month, code] = after.split(' ')
  if (month && code)
    conditions.push(sql`(r.month < ${month}::date or (r.month = ${month}::date and r.object_code > ${code}))`)
  const { rows } = await sql<Row>`
    select ${columns} from tax_returns.return r where ${sql.join(conditions, sql` and `)}
    order by r.month desc, r.object_code limit ${limit + 1}`.execute(db)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: shown.map(toReturn),
    next: rows.length > limit && last ? `${last.month} ${last.object_code}` : undefined,
  }
}

export const cursorPattern = /^\d{4}-\d{2}-\d{2} [0-9A-Z.]{1,20}$/

export async function findReturn(db: AnyHandle, id: string): Promise<TaxReturn | undefined> {
  const { rows } = await sql<Row>`select ${columns} from tax_returns.return r where r.id = ${id}::uuid`.execute(db)
  return rows[0] && toReturn(rows[0])
}

/** Of taxpayers that somebody answers for: what waits for them first, then the latest. */
export async function listOwnReturns(
  db: AnyHandle,
  taxpayerIds: readonly string[],
  before?: Temporal.PlainYearMonth,
): Promise<{ waiting: TaxReturn[]; others: TaxReturn[]; hasMore: boolean }> {
  const mine = sql`r.taxpayer_id = any (${[...taxpayerIds]}::uuid[])`
  const { rows: waiting } = await sql<Row>`
    select ${columns} from tax_returns.return r where ${mine} and r.state = 'open'
    order by r.month, r.object_code limit 200`.execute(db)
  const from = before ? sql`r.month < ${before.toPlainDate({ day: 1 }).toString()}::date` : sql`true`
  const { rows: others } = await sql<Row>`
    select ${columns} from tax_returns.return r where ${mine} and r.state <> 'open' and ${from}
    order by r.month desc, r.object_code limit ${ownAtOnce + 1}`.execute(db)
  return {
    waiting: waiting.map(toReturn),
    others: others.slice(0, ownAtOnce).map(toReturn),
    hasMore: others.length > ownAtOnce,
  }
}

const ownAtOnce = 60

/** Ids of returns that are late and not reminded of yet. */
export async function listLate(
  db: AnyHandle,
  today: Temporal.PlainDate,
  after: string,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from tax_returns.return
    where state = 'open' and reminded_on is null and file_due_on < ${today.toString()}::date
      and (${after} = '' or id > nullif(${after}, '')::uuid)
    order by id limit ${limit}`.execute(db)
  return rows.map((row) => row.id)
}

/** The latest month that was opened for anybody. */
export async function latestMonth(db: AnyHandle): Promise<Temporal.PlainYearMonth | undefined> {
  const { rows } = await sql<{ month: string | null }>`select max(month) as month from tax_returns.return`.execute(db)
  const [row] = rows
  return row?.month ? Temporal.PlainDate.from(row.month).toPlainYearMonth() : undefined
}

const day = (text: string | null) => (text ? Temporal.PlainDate.from(text) : undefined)

function toReturn(row: Row): TaxReturn {
  return {
    id: row.id,
    objectId: row.object_id,
    taxpayerId: row.taxpayer_id,
    tax: row.tax,
    month: Temporal.PlainDate.from(row.month).toPlainYearMonth(),
    state: row.state,
    objectCode: row.object_code,
    objectName: row.object_name,
    objectAddress: row.object_address,
    villageCode: row.village_code,
    npwpd: row.npwpd,
    ownerName: row.owner_name,
    size: row.size ?? undefined,
    fileDueOn: Temporal.PlainDate.from(row.file_due_on),
    payDueOn: Temporal.PlainDate.from(row.pay_due_on),
    draft: row.draft ?? undefined,
    version: row.version,
    turnover: row.turnover === null ? undefined : senFromNumeric(row.turnover),
    taxAmount: row.tax_amount === null ? undefined : senFromNumeric(row.tax_amount),
    filedOn: day(row.filed_on),
    assessmentId: row.assessment_id ?? undefined,
    remindedOn: day(row.reminded_on),
    flags: row.flags,
    endReason: row.end_reason ?? undefined,
  }
}
