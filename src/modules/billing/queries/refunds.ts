import { sql } from 'kysely'
import type { Actor } from '#kernel/access/access.ts'
import { instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { type Sen, senFromNumeric } from '#kernel/money/money.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { payeeAccountContext } from '../commands/request-refund.ts'
import { holding, withinGrants } from './desk.ts'

export const refundStates = ['requested', 'approved', 'refused'] as const
export type RefundState = (typeof refundStates)[number]

export interface Refund {
  readonly id: string
  readonly billId: string | undefined
  /** Part of the money of a bill, which stays paid. */
  readonly isPart: boolean
  /** The money in suspense; undefined for money of a bill. */
  readonly placementId: string | undefined
  readonly amount: Sen
  readonly state: RefundState
  readonly reason: string
  readonly payeeName: string
  readonly payeeBank: string
  readonly requestedBy: string
  readonly requestedByAccount: string
  readonly requestedAt: Temporal.Instant
  readonly decidedBy: string | undefined
  readonly decidedAt: Temporal.Instant | undefined
  readonly decisionNote: string | undefined
  readonly transferReference: string | undefined
  /** The payer of the bill, when the money was on or meant for one. */
  readonly payerPersonId: string | undefined
}

interface RefundRow {
  id: string
  bill_id: string | null
  placement_id: string | null
  is_part: boolean
  amount: string
  state: RefundState
  reason: string
  payee_name: string
  payee_bank: string
  payee_account: Buffer
  requested_by: string
  requested_by_account: string
  requested_at: Date
  decided_by: string | null
  decided_at: Date | null
  decision_note: string | null
  transfer_reference: string | null
  payer_person_id: string | null
}

export const refundPageSize = 40

const source = sql.raw(`billing.refund r left join billing.bill b on b.id = coalesce(r.bill_id, r.claimed_bill_id)`)

/** Either permission opens the list: who asks wants to see what became of it. */
function readable(actor: Actor) {
  const own = sql`${withinGrants(actor, 'billing.resolve', 'r.unit_path')} or ${withinGrants(actor, 'billing.approve-refund', 'r.unit_path')}`
  return sql`(r.unit_path is null or ${own})`
}

export interface RefundFilter {
  /** Part of the name of the payee or of who asked. */
  readonly text?: string | undefined
  readonly state?: RefundState | undefined
  /** Id of the last row of the page before. */
  readonly after?: string | undefined
}

/** Newest first. */
export async function listRefunds(
  db: AnyHandle,
  actor: Actor,
  filter: RefundFilter,
  limit = refundPageSize,
): Promise<{ rows: Refund[]; next: string | undefined }> {
  const { rows } = await sql<RefundRow>`
    select r.*, b.payer_person_id from ${source}
    where ${readable(actor)}
      ${filter.state ? sql`and r.state = ${filter.state}` : sql``}
      ${filter.after ? sql`and r.id < ${filter.after}::uuid` : sql``}
      ${filter.text ? sql`and (${holding('r.payee_name', filter.text)} or ${holding('r.requested_by', filter.text)})` : sql``}
    order by r.id desc limit ${limit + 1}`.execute(db)
  const shown = rows.slice(0, limit)
  return { rows: shown.map(refundOf), next: rows.length > limit ? shown.at(-1)?.id : undefined }
}

export async function countOpenRefunds(db: AnyHandle, actor: Actor): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from ${source} where r.state = 'requested' and ${readable(actor)}`.execute(db)
  return rows[0]?.n ?? 0
}

/** One refund with the opened account number of the payee, for those who decide or asked. */
export async function findRefund(
  tenant: Tenant,
  db: AnyHandle,
  actor: Actor,
  id: string,
): Promise<(Refund & { readonly payeeAccount: string }) | undefined> {
  const { rows } = await sql<RefundRow>`
    select r.*, b.payer_person_id from ${source} where r.id = ${id}::uuid and ${readable(actor)}`.execute(db)
  const row = rows[0]
  return row && { ...refundOf(row), payeeAccount: tenant.cipher.open(row.payee_account, payeeAccountContext) }
}

function refundOf(row: RefundRow): Refund {
  return {
    id: row.id,
    billId: row.bill_id ?? undefined,
    isPart: row.is_part,
    placementId: row.placement_id ?? undefined,
    amount: senFromNumeric(row.amount),
    state: row.state,
    reason: row.reason,
    payeeName: row.payee_name,
    payeeBank: row.payee_bank,
    requestedBy: row.requested_by,
    requestedByAccount: row.requested_by_account,
    requestedAt: instantOf(row.requested_at),
    decidedBy: row.decided_by ?? undefined,
    decidedAt: row.decided_at ? instantOf(row.decided_at) : undefined,
    decisionNote: row.decision_note ?? undefined,
    transferReference: row.transfer_reference ?? undefined,
    payerPersonId: row.payer_person_id ?? undefined,
  }
}
