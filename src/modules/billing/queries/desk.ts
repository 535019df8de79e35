import { type RawBuilder, sql } from 'kysely'
import { type Actor, grantsFor } from '#kernel/access/access.ts'
import { dateOf, type Zone } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { readBillingCode } from '../billing-code.ts'
import type { BillRow } from '../commands/bill-row.ts'
import type { BillState } from '../domain.ts'
import { type BillSummary, summaryOf } from './bills.ts'

export interface DeskFilter {
  /** Billing code, or words of payer and title. */
  readonly text?: string | undefined
  readonly state?: BillState | undefined
  readonly unitPath?: string | undefined
  /** Days of issue in the region's own zone, both included. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** Id of the last bill of the page before. */
  readonly after?: string | undefined
}

export interface DeskBill extends BillSummary {
  readonly unitPath: string
}

export const deskPageSize = 40

/** SQL that is true for rows of units within the actor's grants of a permission. */
export function withinGrants(actor: Actor, permission: string, column: string): RawBuilder<boolean> {
  const paths = [...new Set(grantsFor(actor, permission).map((grant) => grant.unitPath))]
  if (paths.length === 0) return sql<boolean>`false`
  if (paths.includes('')) return sql<boolean>`true`
  return sql<boolean>`(${sql.join(
    paths.map((path) => withinUnit(column, path)),
    sql` or `,
  )})`
}

/** The unit itself or one below it, in a form that the index on paths answers. */
function withinUnit(column: string, path: string): RawBuilder<boolean> {
  const unit = sql.ref(column)
  return sql<boolean>`(${unit} = ${path} or starts_with(${unit}, ${`${path}.`}))`
}

/** SQL that is true where a column holds a text, however it is written. */
export function holding(column: string, text: string): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(column)} ilike ${`%${text.trim().replace(/[%_\\]/g, '\\$&')}%`}`
}

/** The least id of the moment a day begins: ids begin with their millisecond, so days are ranges of the primary key. */
function firstIdOf(day: string, zone: Zone, plusDays = 0): string {
  const start = Temporal.PlainDate.from(day).add({ days: plusDays }).toZonedDateTime(zone)
  const hex = start.epochMilliseconds.toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`
}

/** Newest first, of the units whose bills the actor may read. */
export async function listDeskBills(
  db: AnyHandle,
  actor: Actor,
  filter: DeskFilter,
  zone: Zone,
  limit = deskPageSize,
): Promise<{ rows: DeskBill[]; next: string | undefined }> {
  const { rows } = await sql<BillRow>`
    select b.* from billing.bill b
    where ${withinGrants(actor, 'billing.read', 'b.unit_path')}
      ${filter.after ? sql`and b.id < ${filter.after}::uuid` : sql``}
      ${filter.state ? sql`and b.state = ${filter.state}` : sql``}
      ${filter.unitPath ? sql`and ${withinUnit('b.unit_path', filter.unitPath)}` : sql``}
      ${filter.from ? sql`and b.id >= ${firstIdOf(filter.from, zone)}::uuid` : sql``}
      ${filter.to ? sql`and b.id < ${firstIdOf(filter.to, zone, 1)}::uuid` : sql``}
      ${matching(filter.text)}
    order by b.id desc limit ${limit + 1}`.execute(db)
  const shown = rows.slice(0, limit)
  return {
    rows: shown.map((row) => ({ ...summaryOf(row), unitPath: row.unit_path })),
    next: rows.length > limit ? shown.at(-1)?.id : undefined,
  }
}

function matching(text: string | undefined): RawBuilder<unknown> {
  const typed = text?.trim() ?? ''
  if (!typed) return sql``
  const code = readBillingCode(typed)
  if (code) return sql`and b.number = ${code}`
  const words = typed.match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length === 0) return sql`and false`
  const query = words.map((word) => `${word}:*`).join(' & ')
  return sql`and to_tsvector('simple', b.payer_name || ' ' || b.title_id) @@ to_tsquery('simple', ${query})`
}

/** Other bills of the same payer on which money can still be put: by person, or by name where no person is known. */
export async function listOthersOfPayer(
  db: AnyHandle,
  actor: Actor,
  bill: { readonly id: string; readonly payerPersonId: string | undefined; readonly payerName: string },
  now: Temporal.Instant,
  limit: number,
): Promise<BillSummary[]> {
  const same = bill.payerPersonId
    ? sql`b.payer_person_id = ${bill.payerPersonId}::uuid and b.payer_name = ${bill.payerName}`
    : sql`b.payer_person_id is null and to_tsvector('simple', b.payer_name || ' ' || b.title_id) @@ plainto_tsquery('simple', ${bill.payerName})
        and b.payer_name = ${bill.payerName}`
  const { rows } = await sql<BillRow>`select b.* from billing.bill b where ${same} and b.id <> ${bill.id}::uuid
    and b.state in ('issued', 'partly-paid') and (b.expires_at is null or b.expires_at > ${dateOf(now)})
    and ${withinGrants(actor, 'billing.receive', 'b.unit_path')} order by b.due_at, b.id limit ${limit}`.execute(db)
  return rows.map(summaryOf)
}
