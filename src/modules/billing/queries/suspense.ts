import { sql } from 'kysely'
import type { Actor } from '#kernel/access/access.ts'
import { instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { type Sen, senFromNumeric } from '#kernel/money/money.ts'
import type { SuspenseReason } from '../domain.ts'
import { holding, withinGrants } from './desk.ts'

/** Money that has not found its bill. */
export interface SuspendedMoney {
  readonly id: string
  readonly amount: Sen
  readonly reason: SuspenseReason
  readonly state: 'in-suspense' | 'refunding' | 'refunded'
  readonly channel: string
  readonly reference: string
  readonly numberGiven: string
  readonly paidAt: Temporal.Instant
  readonly receivedAt: Temporal.Instant
  readonly unitPath: string | undefined
  /** The bill that the given code belongs to. */
  readonly claimed: { readonly id: string; readonly payerName: string; readonly titleId: string } | undefined
}

interface SuspenseRow {
  id: string
  amount: string
  reason: SuspenseReason
  state: SuspendedMoney['state']
  channel: string
  reference: string
  number_given: string
  paid_at: Date
  received_at: Date
  unit_path: string | null
  claimed_id: string | null
  payer_name: string | null
  title_id: string | null
}

export const suspensePageSize = 40

export interface SuspenseFilter {
  /** Billing code, reference, or part of the name of who was to pay. */
  readonly text?: string | undefined
  readonly reason?: SuspenseReason | undefined
  /** Id of the last row of the page before. */
  readonly after?: string | undefined
}

const columns = sql.raw(`p.id, p.amount, p.reason, p.state, y.channel, y.reference, y.number_given, y.paid_at,
  y.received_at, p.unit_path, b.id as claimed_id, b.payer_name, b.title_id`)
const source = sql.raw(`billing.placement p join billing.payment y on y.id = p.payment_id
  left join billing.bill b on b.id = p.claimed_bill_id`)

/** Oldest first: who waits longest is helped first. Money without a bill belongs to every treasurer. */
export async function listSuspense(
  db: AnyHandle,
  actor: Actor,
  filter: SuspenseFilter,
  limit = suspensePageSize,
): Promise<{ rows: SuspendedMoney[]; next: string | undefined }> {
  const { rows } = await sql<SuspenseRow>`
    select ${columns} from ${source}
    where p.state = 'in-suspense' and (p.unit_path is null or ${withinGrants(actor, 'billing.resolve', 'p.unit_path')})
      ${filter.reason ? sql`and p.reason = ${filter.reason}` : sql``}
      ${filter.after ? sql`and p.id > ${filter.after}::uuid` : sql``}
      ${filter.text ? sql`and (${named(filter.text)})` : sql``}
    order by p.id limit ${limit + 1}`.execute(db)
  const shown = rows.slice(0, limit)
  return { rows: shown.map(moneyOf), next: rows.length > limit ? shown.at(-1)?.id : undefined }
}

function named(text: string) {
  const digits = text.replace(/\D/g, '')
  const code = digits.length >= 4 ? sql`y.number_given like ${`${digits}%`}` : sql`false`
  return sql`${code} or ${holding('y.reference', text)} or ${holding('b.payer_name', text)}`
}

export async function countSuspense(db: AnyHandle, actor: Actor): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from billing.placement p
    where p.state = 'in-suspense' and (p.unit_path is null or ${withinGrants(actor, 'billing.resolve', 'p.unit_path')})`.execute(
    db,
  )
  return rows[0]?.n ?? 0
}

/** One sum in suspense, whatever became of it since; undefined when it is on a bill or of another unit. */
export async function findSuspended(db: AnyHandle, actor: Actor, id: string): Promise<SuspendedMoney | undefined> {
  const { rows } = await sql<SuspenseRow>`
    select ${columns} from ${source}
    where p.id = ${id}::uuid and p.bill_id is null
      and (p.unit_path is null or ${withinGrants(actor, 'billing.resolve', 'p.unit_path')})`.execute(db)
  return rows[0] && moneyOf(rows[0])
}

/** What came for a bill without settling it: shown to the payer on its page. */
export async function listSuspendedFor(db: AnyHandle, billId: string): Promise<SuspendedMoney[]> {
  const { rows } = await sql<SuspenseRow>`
    select ${columns} from ${source}
    where p.claimed_bill_id = ${billId}::uuid and p.bill_id is null order by p.id`.execute(db)
  return rows.map(moneyOf)
}

function moneyOf(row: SuspenseRow): SuspendedMoney {
  return {
    id: row.id,
    amount: senFromNumeric(row.amount),
    reason: row.reason,
    state: row.state,
    channel: row.channel,
    reference: row.reference,
    numberGiven: row.number_given,
    paidAt: instantOf(row.paid_at),
    receivedAt: instantOf(row.received_at),
    unitPath: row.unit_path ?? undefined,
    claimed: row.claimed_id
      ? { id: row.claimed_id, payerName: row.payer_name ?? '', titleId: row.title_id ?? '' }
      : undefined,
  }
}
