import { instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { BatchState, ItemState } from '../domain.ts'

const pageSize = 50

export interface Batch {
  readonly id: string
  readonly accountId: string
  readonly officialId: string
  readonly positionId: string
  readonly state: BatchState
  readonly problem: string | null
  readonly detail: string | null
  readonly total: number
  readonly madeAt: Temporal.Instant
  readonly startedAt: Temporal.Instant | undefined
  readonly endedAt: Temporal.Instant | undefined
  readonly counts: Readonly<Record<ItemState, number>>
}

const batchColumns = [
  'id',
  'account_id',
  'official_id',
  'position_id',
  'state',
  'problem',
  'detail',
  'total',
  'made_at',
  'started_at',
  'ended_at',
] as const

export async function findBatch(db: AnyHandle, id: string): Promise<Batch | undefined> {
  const row = await db
    .selectFrom('documents.certification_batch')
    .select(batchColumns)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && (await withCounts(db, [row]))[0]
}

export async function listBatches(db: AnyHandle, accountId: string, limit = 50): Promise<Batch[]> {
  const rows = await db
    .selectFrom('documents.certification_batch')
    .select(batchColumns)
    .where('account_id', '=', accountId)
    .orderBy('made_at', 'desc')
    .limit(limit)
    .execute()
  return withCounts(db, rows)
}

interface BatchRow {
  id: string
  account_id: string
  official_id: string
  position_id: string
  state: BatchState
  problem: string | null
  detail: string | null
  total: number
  made_at: Date
  started_at: Date | null
  ended_at: Date | null
}

async function withCounts(db: AnyHandle, rows: readonly BatchRow[]): Promise<Batch[]> {
  if (rows.length === 0) return []
  const counted = await db
    .selectFrom('documents.certification')
    .select(['batch_id', 'state', (eb) => eb.fn.countAll<string>().as('count')])
    .where(
      'batch_id',
      'in',
      rows.map(({ id }) => id),
    )
    .groupBy(['batch_id', 'state'])
    .execute()
  return rows.map((row) => {
    const counts = { waiting: 0, asked: 0, certified: 0, failed: 0, unknown: 0, released: 0 }
    for (const one of counted) if (one.batch_id === row.id) counts[one.state] = Number(one.count)
    return {
      id: row.id,
      accountId: row.account_id,
      officialId: row.official_id,
      positionId: row.position_id,
      state: row.state,
      problem: row.problem,
      detail: row.detail,
      total: row.total,
      madeAt: instantOf(row.made_at),
      startedAt: row.started_at ? instantOf(row.started_at) : undefined,
      endedAt: row.ended_at ? instantOf(row.ended_at) : undefined,
      counts,
    }
  })
}

export interface BatchItem {
  readonly batchId: string
  readonly ordinal: number
  readonly documentId: string
  readonly number: string
  readonly title: string
  readonly state: ItemState
  readonly problem: string | null
  readonly detail: string | null
  readonly sentHash: string | null
  readonly remoteId: string | null
  readonly askedAt: Temporal.Instant | undefined
}

export async function listItems(
  db: AnyHandle,
  batchId: string,
  options: { readonly after?: number | undefined; readonly states?: readonly ItemState[] | undefined } = {},
): Promise<{ rows: BatchItem[]; next: number | undefined }> {
  let query = items(db)
    .where('c.batch_id', '=', batchId)
    .where('c.ordinal', '>', options.after ?? -1)
    .orderBy('c.ordinal')
    .limit(pageSize + 1)
  if (options.states) query = query.where('c.state', 'in', [...options.states])
  const rows = (await query.execute()).map(toItem)
  return { rows: rows.slice(0, pageSize), next: rows.length > pageSize ? rows[pageSize - 1]?.ordinal : undefined }
}

export async function findItem(db: AnyHandle, batchId: string, ordinal: number): Promise<BatchItem | undefined> {
  const row = await items(db).where('c.batch_id', '=', batchId).where('c.ordinal', '=', ordinal).executeTakeFirst()
  return row && toItem(row)
}

/** Documents that an official asked for and whose outcome nobody knows. */
export async function listUnknown(db: AnyHandle, officialId: string): Promise<BatchItem[]> {
  const rows = await items(db)
    .where('c.official_id', '=', officialId)
    .where('c.state', '=', 'unknown')
    .orderBy('c.asked_at')
    .limit(100)
    .execute()
  return rows.map(toItem)
}

/** In their order, those that are still to be asked for. */
export async function listOpenOrdinals(db: AnyHandle, batchId: string): Promise<number[]> {
  const rows = await db
    .selectFrom('documents.certification')
    .select('ordinal')
    .where('batch_id', '=', batchId)
    .where('state', '=', 'waiting')
    .orderBy('ordinal')
    .execute()
  return rows.map(({ ordinal }) => ordinal)
}

const items = (db: AnyHandle) =>
  db
    .selectFrom('documents.certification as c')
    .innerJoin('documents.issued as i', 'i.id', 'c.document_id')
    .select([
      'c.batch_id',
      'c.ordinal',
      'c.document_id',
      'i.number',
      'i.title',
      'c.state',
      'c.problem',
      'c.detail',
      'c.sent_hash',
      'c.remote_id',
      'c.asked_at',
    ])

type ItemRow = Awaited<ReturnType<ReturnType<typeof items>['execute']>>[number]

const toItem = (row: ItemRow): BatchItem => ({
  batchId: row.batch_id,
  ordinal: row.ordinal,
  documentId: row.document_id,
  number: row.number,
  title: row.title,
  state: row.state,
  problem: row.problem,
  detail: row.detail,
  sentHash: row.sent_hash,
  remoteId: row.remote_id,
  askedAt: row.asked_at ? instantOf(row.asked_at) : undefined,
})
