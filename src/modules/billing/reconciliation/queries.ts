import { sql } from 'kysely'
import { instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { type Sen, senFromNumeric } from '#kernel/money/money.ts'
import { holding } from '../queries/desk.ts'
import type { DifferenceStepTable, DifferenceTable } from '../tables.ts'

export const differenceKinds = [
  'only-ours',
  'only-bank',
  'amount',
  'other-day',
  'twice',
  'less',
  'not-in-treasury',
  'only-treasury',
] as const
export const differenceStates = ['open', 'asked', 'explained', 'settled'] as const
export type DifferenceKind = DifferenceTable['kind']
export type DifferenceState = DifferenceTable['state']

export interface Side {
  readonly count: number
  readonly amount: Sen
}

export interface DaySides {
  readonly channel: string
  readonly ours: Side
  readonly bank: Side | undefined
  readonly treasury: Side | undefined
  readonly fee: Sen
  readonly failure: string | undefined
  readonly runAt: Temporal.Instant
}

export async function listDaySides(db: AnyHandle, day: string): Promise<DaySides[]> {
  const rows = await db
    .selectFrom('billing.reconciliation')
    .selectAll()
    .where('day', '=', day)
    .orderBy('channel')
    .execute()
  const side = (count: number | null, amount: string | null) =>
    count === null || amount === null ? undefined : { count, amount: senFromNumeric(amount) }
  return rows.map((row) => ({
    channel: row.channel,
    ours: { count: row.ours_count, amount: senFromNumeric(row.ours_amount) },
    bank: side(row.bank_count, row.bank_amount),
    treasury: side(row.treasury_count, row.treasury_amount),
    fee: senFromNumeric(row.fee_amount),
    failure: row.failure ?? undefined,
    runAt: instantOf(row.run_at),
  }))
}

export interface Difference {
  readonly id: string
  readonly day: Temporal.PlainDate
  readonly kind: DifferenceKind
  readonly channel: string
  readonly reference: string
  readonly ours: Sen | undefined
  readonly theirs: Sen | undefined
  readonly state: DifferenceState
  readonly ownerAccount: string | undefined
  readonly ownerName: string | undefined
  readonly reason: string | undefined
  readonly foundAt: Temporal.Instant
  readonly closedAt: Temporal.Instant | undefined
  /** What the bank wrote beside it. */
  readonly description: string
  /** Bill or suspense that the money of our side lies on. */
  readonly billId: string | undefined
  readonly placementId: string | undefined
}

interface Row {
  id: string
  day: string
  kind: DifferenceKind
  channel: string
  reference: string
  ours_amount: string | null
  theirs_amount: string | null
  state: DifferenceState
  owner_account: string | null
  owner_name: string | null
  reason: string | null
  found_at: Date
  closed_at: Date | null
  description: string | null
  bill_id: string | null
  placement_id: string | null
}

const columns =
  sql.raw(`d.id, d.day, d.kind, d.channel, d.reference, d.ours_amount, d.theirs_amount, d.state, d.owner_account,
  d.owner_name, d.reason, d.found_at, d.closed_at, p.description, place.bill_id, place.id as placement_id`)
const source = sql.raw(`billing.difference d left join billing.reported p on p.id = d.reported_id
  left join lateral (select y.bill_id, y.id from billing.placement y
    where y.payment_id = coalesce(d.payment_id, (select id from billing.payment z where z.channel = d.channel and z.reference = d.reference))
    order by y.id limit 1) place on true`)

function differenceOf(row: Row): Difference {
  return {
    id: row.id,
    day: Temporal.PlainDate.from(row.day),
    kind: row.kind,
    channel: row.channel,
    reference: row.reference,
    ours: row.ours_amount === null ? undefined : senFromNumeric(row.ours_amount),
    theirs: row.theirs_amount === null ? undefined : senFromNumeric(row.theirs_amount),
    state: row.state,
    ownerAccount: row.owner_account ?? undefined,
    ownerName: row.owner_name ?? undefined,
    reason: row.reason ?? undefined,
    foundAt: instantOf(row.found_at),
    closedAt: row.closed_at ? instantOf(row.closed_at) : undefined,
    description: row.description ?? '',
    billId: row.bill_id ?? undefined,
    placementId: row.placement_id ?? undefined,
  }
}

export interface DifferenceFilter {
  readonly text?: string | undefined
  readonly kind?: DifferenceKind | undefined
  /** Left out: those that nobody has ended. */
  readonly state?: DifferenceState | 'all' | undefined
  readonly day?: string | undefined
  /** Account whose differences are wanted. */
  readonly owner?: string | undefined
}

export const differencePageSize = 40

/** Oldest day first: what waits longest is looked at first. @param after id of the last one of the page before */
export async function listDifferences(
  db: AnyHandle,
  filter: DifferenceFilter,
  after: string | undefined,
  limit = differencePageSize,
): Promise<{ rows: Difference[]; next: string | undefined }> {
  const { state, text } = filter
  const { rows } = await sql<Row>`select ${columns} from ${source}
    where ${state === 'all' ? sql`true` : state ? sql`d.state = ${state}` : sql`d.closed_at is null`}
      ${filter.kind ? sql`and d.kind = ${filter.kind}` : sql``}
      ${filter.day ? sql`and d.day = ${filter.day}::date` : sql``}
      ${filter.owner ? sql`and d.owner_account = ${filter.owner}` : sql``}
      ${text ? sql`and (${holding('d.reference', text)} or ${holding('d.channel', text)} or ${holding('p.number', text)})` : sql``}
      ${after ? sql`and (d.day, d.id) > (select day, id from billing.difference where id = ${after}::uuid)` : sql``}
    order by d.day, d.id limit ${limit + 1}`.execute(db)
  const shown = rows.slice(0, limit)
  return { rows: shown.map(differenceOf), next: rows.length > limit ? shown.at(-1)?.id : undefined }
}

export async function findDifference(db: AnyHandle, id: string): Promise<Difference | undefined> {
  const { rows } = await sql<Row>`select ${columns} from ${source} where d.id = ${id}::uuid`.execute(db)
  return rows[0] && differenceOf(rows[0])
}

export interface DifferenceStep {
  readonly act: DifferenceStepTable['act']
  readonly note: string
  readonly madeBy: string
  readonly madeAt: Temporal.Instant
}

export async function listDifferenceSteps(db: AnyHandle, id: string): Promise<DifferenceStep[]> {
  const rows = await db
    .selectFrom('billing.difference_step')
    .selectAll()
    .where('difference_id', '=', id)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({ act: row.act, note: row.note, madeBy: row.made_by, madeAt: instantOf(row.made_at) }))
}

/** Nobody has ended them; up to a day when one is given. */
export async function countOpenDifferences(db: AnyHandle, upTo?: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from billing.difference
    where closed_at is null ${upTo ? sql`and day <= ${upTo}::date` : sql``}`.execute(db)
  return rows[0]?.n ?? 0
}
