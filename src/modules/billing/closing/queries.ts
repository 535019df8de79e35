import type { Selectable } from 'kysely'
import { instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { DayCloseTable } from '../tables.ts'
import { type AccountTotal, bookOfDays, closingHash } from './book-of-days.ts'

export type ClosingState = DayCloseTable['state']
export const closingStates = ['prepared', 'closed', 'returned'] as const

export interface Closing {
  readonly id: string
  readonly number: number
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
  readonly state: ClosingState
  readonly totals: readonly AccountTotal[]
  readonly entries: number
  readonly entriesHash: string
  readonly previousHash: string | undefined
  readonly hash: string
  readonly preparedBy: string
  readonly preparedByAccount: string
  readonly preparedAt: Temporal.Instant
  readonly decidedBy: string | undefined
  readonly decidedAt: Temporal.Instant | undefined
  readonly note: string | undefined
}

function closingOf(row: Selectable<DayCloseTable>): Closing {
  return {
    id: row.id,
    number: row.number,
    from: Temporal.PlainDate.from(row.from_on),
    to: Temporal.PlainDate.from(row.to_on),
    state: row.state,
    totals: row.totals as AccountTotal[],
    entries: row.entries,
    entriesHash: row.entries_hash.toString('hex'),
    previousHash: row.previous_hash?.toString('hex'),
    hash: row.hash.toString('hex'),
    preparedBy: row.prepared_by,
    preparedByAccount: row.prepared_by_account,
    preparedAt: instantOf(row.prepared_at),
    decidedBy: row.decided_by ?? undefined,
    decidedAt: row.decided_at ? instantOf(row.decided_at) : undefined,
    note: row.note ?? undefined,
  }
}

export const closingPageSize = 40

/** Newest first. @param after id of the last one of the page before */
export async function listClosings(
  db: AnyHandle,
  filter: { state?: ClosingState | undefined; day?: string | undefined },
  after: string | undefined,
  limit = closingPageSize,
): Promise<{ rows: Closing[]; next: string | undefined }> {
  let query = db
    .selectFrom('billing.day_close')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (after) query = query.where('id', '<', after)
  if (filter.state) query = query.where('state', '=', filter.state)
  if (filter.day) query = query.where('from_on', '<=', filter.day).where('to_on', '>=', filter.day)
  const rows = await query.execute()
  const shown = rows.slice(0, limit)
  return { rows: shown.map(closingOf), next: rows.length > limit ? shown.at(-1)?.id : undefined }
}

export async function findClosing(db: AnyHandle, id: string): Promise<Closing | undefined> {
  const row = await db.selectFrom('billing.day_close').selectAll().where('id', '=', id).executeTakeFirst()
  return row && closingOf(row)
}

/**
 * Reads the journal of every closing anew and follows the chain.
 * @returns how many closings are right, and the number of the first that is not
 */
export async function checkChain(db: AnyHandle): Promise<{ right: number; brokenAt: number | undefined }> {
  const rows = await db
    .selectFrom('billing.day_close')
    .selectAll()
    .where('state', '=', 'closed')
    .orderBy('number')
    .execute()
  let previousHash: string | undefined
  let right = 0
  for (const closing of rows.map(closingOf)) {
    const [from, to] = [closing.from.toString(), closing.to.toString()]
    const book = await bookOfDays(db, from, to)
    const hash = closingHash({ ...book, number: closing.number, from, to, previousHash })
    if (hash !== closing.hash) return { right, brokenAt: closing.number }
    previousHash = hash
    right += 1
  }
  return { right, brokenAt: undefined }
}
