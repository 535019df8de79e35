import { type RawBuilder, sql } from 'kysely'
import { type Actor, grantsFor } from '#kernel/access/access.ts'
import type { Zone } from '#kernel/clock/clock.ts'
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
  const unit = sql.ref(column)
  return sql<boolean>`exists (select 1 from unnest(${paths}::text[]) as allowed (path)
    where ${unit} = allowed.path or starts_with(${unit}, allowed.path || '.'))`
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
      ${filter.unitPath ? sql`and (b.unit_path = ${filter.unitPath} or starts_with(b.unit_path, ${`${filter.unitPath}.`}))` : sql``}
      ${filter.from ? sql`and b.issued_at >= ${filter.from}::date::timestamp at time zone ${zone}` : sql``}
      ${filter.to ? sql`and b.issued_at < (${filter.to}::date + 1)::timestamp at time zone ${zone}` : sql``}
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
