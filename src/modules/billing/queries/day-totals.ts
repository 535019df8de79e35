import { sql } from 'kysely'
import type { Actor } from '#kernel/access/access.ts'
import type { Zone } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { type Sen, senFromNumeric } from '#kernel/money/money.ts'
import { withinGrants } from './desk.ts'

export interface AccountTotal {
  readonly accountCode: string
  /** Label of one of its lines, so that a code can be recognised. */
  readonly label: string
  readonly bills: number
  readonly amount: Sen
}

export interface DayTotals {
  readonly accounts: readonly AccountTotal[]
  readonly onBills: Sen
  readonly inSuspense: Sen
  /** Money that left on that day, whenever it came. */
  readonly refunded: Sen
}

/**
 * What came in on one day: money on bills by revenue account, and money that still waits in suspense.
 * Money counts on the day it arrived, also when it found its bill later.
 */
export async function dayTotals(db: AnyHandle, actor: Actor, day: string, zone: Zone): Promise<DayTotals> {
  const from = sql`${day}::date::timestamp at time zone ${zone}`
  const to = sql`(${day}::date + 1)::timestamp at time zone ${zone}`
  const mine = withinGrants(actor, 'billing.read', 'p.unit_path')
  const came = sql`from billing.payment y join billing.placement p on p.payment_id = y.id`
  const on = sql`y.received_at >= ${from} and y.received_at < ${to}`
  const [accounts, suspense, refunds] = await Promise.all([
    sql<{ account_code: string; label: string; bills: number; amount: string }>`
      select l.account_code, min(b.label_id) as label, count(distinct p.bill_id)::int as bills, sum(l.amount)::text as amount
      ${came} join billing.placement_line l on l.placement_id = p.id
      join billing.bill_line b on b.bill_id = p.bill_id and b.position = l.position
      where ${on} and ${mine} group by l.account_code order by l.account_code`.execute(db),
    sql<{ amount: string }>`select coalesce(sum(p.amount), 0)::numeric(20, 2)::text as amount ${came}
      where ${on} and p.state <> 'refunded' and (p.bill_id is null or p.state = 'reserved') and (p.unit_path is null or ${mine})`.execute(
      db,
    ),
    sql<{ amount: string }>`select coalesce(sum(r.amount), 0)::numeric(20, 2)::text as amount
      from billing.refund r
      where r.state = 'approved' and r.decided_at >= ${from} and r.decided_at < ${to}
        and (r.unit_path is null or ${withinGrants(actor, 'billing.read', 'r.unit_path')})`.execute(db),
  ])
  const rows = accounts.rows.map((row) => ({
    accountCode: row.account_code,
    label: row.label,
    bills: row.bills,
    amount: senFromNumeric(row.amount),
  }))
  return {
    accounts: rows,
    onBills: rows.reduce((sum, row) => sum + row.amount, 0n),
    inSuspense: senFromNumeric(suspense.rows[0]?.amount ?? '0'),
    refunded: senFromNumeric(refunds.rows[0]?.amount ?? '0'),
  }
}
