import { sql } from 'kysely'
import type { Actor } from '#kernel/access/access.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { type BillReference, referencesOf } from '../bill-reference.ts'
import type { BillRow } from '../commands/bill-row.ts'
import { type BillSummary, summaryOf } from './bills.ts'
import { holding } from './desk.ts'

/** Who pays: by his account, as the person whom a bill names, or by numbers of taxpayers for whom he answers. */
export interface Payer {
  readonly accountId: string | undefined
  readonly personId: string | undefined
  readonly references: readonly BillReference[]
}

export async function payerOf(db: AnyHandle, tenant: Tenant, actor: Actor): Promise<Payer> {
  const { accountId, personId } = actor
  return { accountId, personId, references: await referencesOf(db, tenant, personId) }
}

/** Whether a bill is one that the payer answers for. */
export async function isPayerOf(
  db: AnyHandle,
  payer: Payer,
  bill: { readonly id: string; readonly accountId: string | undefined; readonly personId: string | undefined },
): Promise<boolean> {
  if (payer.accountId && bill.accountId === payer.accountId) return true
  if (payer.personId && bill.personId === payer.personId) return true
  if (payer.references.length === 0) return false
  const { rows } = await sql`select 1 from billing.bill_reference r join ${listed(payer)} using (kind, value)
    where r.bill_id = ${bill.id}::uuid limit 1`.execute(db)
  return rows.length > 0
}

const listed = ({ references }: Payer) => sql`unnest(${references.map((each) => each.kind)}::text[],
  ${references.map((each) => each.value)}::text[]) as mine (kind, value)`

export interface OwnFilter {
  /** Billing code, or words of the title. */
  readonly text?: string | undefined
  readonly state?: 'open' | 'over' | undefined
}

export const ownPageSize = 30

/** Newest first. Each way of being the payer is an index of its own. @param after id of the last bill of the page before */
export async function listOwnBills(
  db: AnyHandle,
  payer: Payer,
  filter: OwnFilter,
  after: string | undefined,
  limit = ownPageSize,
): Promise<{ rows: BillSummary[]; next: string | undefined }> {
  const { text, state } = filter
  const digits = text?.replace(/\D/g, '') ?? ''
  const wanted = sql`${after ? sql`and b.id < ${after}::uuid` : sql``}
    ${state === 'open' ? sql`and b.state in ('issued', 'partly-paid')` : state ? sql`and b.state not in ('issued', 'partly-paid')` : sql``}
    ${text ? sql`and (${holding('b.title_id', text)} or ${holding('b.title_en', text)} ${digits.length > 3 ? sql`or b.number like ${`${digits}%`}` : sql``})` : sql``}
    order by b.id desc limit ${limit + 1}`
  const { rows } = await sql<BillRow>`select b.* from (
      (select b.id from billing.bill b where b.account_id = ${payer.accountId ?? null} ${wanted})
      union (select b.id from billing.bill b where b.payer_person_id = ${payer.personId ?? null}::uuid ${wanted})
      union (select own.id from ${listed(payer)} cross join lateral
        (select b.id from billing.bill_reference r join billing.bill b on b.id = r.bill_id
          where r.kind = mine.kind and r.value = mine.value ${wanted}) own)
    ) own join billing.bill b on b.id = own.id order by b.id desc limit ${limit + 1}`.execute(db)
  const shown = rows.slice(0, limit)
  return { rows: shown.map(summaryOf), next: rows.length > limit ? shown.at(-1)?.id : undefined }
}

/** On which money can still be put, those due first. */
export async function listOwnOpenBills(db: AnyHandle, payer: Payer, limit: number): Promise<BillSummary[]> {
  const isOpen = sql`b.state in ('issued', 'partly-paid') order by b.due_at limit ${limit}`
  const { rows } = await sql<BillRow>`select b.* from (
      (select b.id from billing.bill b where b.account_id = ${payer.accountId ?? null} and ${isOpen})
      union (select b.id from billing.bill b where b.payer_person_id = ${payer.personId ?? null}::uuid and ${isOpen})
      union (select own.id from ${listed(payer)} cross join lateral
        (select b.id from billing.bill_reference r join billing.bill b on b.id = r.bill_id
          where r.kind = mine.kind and r.value = mine.value and ${isOpen}) own)
    ) own join billing.bill b on b.id = own.id order by b.due_at, b.id limit ${limit}`.execute(db)
  return rows.map(summaryOf)
}
