import { sql } from 'kysely'
import { instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { headContext, type LetterHead } from '../content.ts'
import type { Security, Urgency } from '../domain.ts'

export type BatchState = 'proposed' | 'running' | 'stopped' | 'done'
export type ItemState = 'waiting' | 'signed' | 'checked' | 'failed'

export interface Batch {
  readonly id: string
  readonly positionId: string
  readonly personId: string
  readonly accountId: string
  readonly madeBy: string
  readonly state: BatchState
  readonly total: number
  readonly madeAt: Temporal.Instant
  readonly endedAt: Temporal.Instant | undefined
  readonly counts: Readonly<Record<ItemState, number>>
}

interface BatchRow {
  id: string
  position_id: string
  person_id: string
  account_id: string
  made_by: string
  state: BatchState
  total: number
  made_at: Date
  ended_at: Date | null
  waiting: number
  signed: number
  checked: number
  failed: number
}

const withCounts = sql`select b.*, c.* from letters.batch b
  cross join lateral (select count(*) filter (where state = 'waiting')::int as waiting,
    count(*) filter (where state = 'signed')::int as signed, count(*) filter (where state = 'checked')::int as checked,
    count(*) filter (where state = 'failed')::int as failed from letters.batch_item i where i.batch_id = b.id) c`

const batchOf = (row: BatchRow): Batch => ({
  id: row.id,
  positionId: row.position_id,
  personId: row.person_id,
  accountId: row.account_id,
  madeBy: row.made_by,
  state: row.state,
  total: row.total,
  madeAt: instantOf(row.made_at),
  endedAt: row.ended_at ? instantOf(row.ended_at) : undefined,
  counts: { waiting: row.waiting, signed: row.signed, checked: row.checked, failed: row.failed },
})

export async function findBatch(db: AnyHandle, id: string): Promise<Batch | undefined> {
  const { rows } = await sql<BatchRow>`${withCounts} where b.id = ${id}`.execute(db)
  return rows[0] && batchOf(rows[0])
}

export async function listBatches(db: AnyHandle, accountId: string): Promise<Batch[]> {
  const { rows } = await sql<BatchRow>`${withCounts} where b.account_id = ${accountId}
    order by b.made_at desc limit 50`.execute(db)
  return rows.map(batchOf)
}

export interface BatchItem {
  readonly ordinal: number
  readonly letterId: string
  readonly version: number
  readonly hash: string
  readonly state: ItemState
  readonly fault: LocalText | undefined
  readonly kind: string
  readonly subject: string
  readonly recipients: readonly string[]
  readonly number: string | undefined
  readonly security: Security
  readonly urgency: Urgency
  readonly documentId: string | undefined
  /** The letter is no longer the version that the official saw. */
  readonly isChanged: boolean
}

export const batchPageSize = 100

/** Letters of a batch in their order; those that failed alone, when asked. */
export async function listBatchItems(
  tenant: Tenant,
  db: AnyHandle,
  batchId: string,
  { after = -1, state, limit = batchPageSize }: { after?: number; state?: ItemState | undefined; limit?: number } = {},
): Promise<{ rows: BatchItem[]; next: number | undefined }> {
  const { rows } = await sql<{
    ordinal: number
    letter_id: string
    version: number
    content_hash: string
    state: ItemState
    fault_id: string | null
    fault_en: string | null
    kind: string
    head_sealed: Buffer
    number: string | null
    security: Security
    urgency: Urgency
    document_id: string | null
    hash_now: string
  }>`
    select i.ordinal, i.letter_id, i.version, i.content_hash, i.state, i.fault_id, i.fault_en, l.kind, l.head_sealed,
      l.number, l.security, l.urgency, l.document_id, l.content_hash as hash_now
    from letters.batch_item i join letters.letter l on l.id = i.letter_id
    where i.batch_id = ${batchId} and i.ordinal > ${after} ${state ? sql`and i.state = ${state}` : sql``}
    order by i.ordinal limit ${limit + 1}`.execute(db)
  const shown = rows.slice(0, limit).map((row): BatchItem => {
    const head = tenant.cipher.openJson<LetterHead>(row.head_sealed, headContext)
    return {
      ...head,
      ordinal: row.ordinal,
      letterId: row.letter_id,
      version: row.version,
      hash: row.content_hash,
      state: row.state,
      fault: row.fault_id ? { id: row.fault_id, en: row.fault_en ?? row.fault_id } : undefined,
      kind: row.kind,
      number: row.number ?? undefined,
      security: row.security,
      urgency: row.urgency,
      documentId: row.document_id ?? undefined,
      isChanged: row.hash_now !== row.content_hash,
    }
  })
  return { rows: shown, next: rows.length > limit ? shown.at(-1)?.ordinal : undefined }
}
