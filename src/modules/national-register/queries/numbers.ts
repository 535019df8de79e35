import { sql } from 'kysely'
import { instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'

export interface WantedNumber {
  readonly id: string
  readonly kind: 'nik' | 'kk'
  readonly districtCode: string
  readonly day: string
  readonly sex: 'male' | 'female' | undefined
}

export async function listWantedNumbers(db: AnyHandle, now: Temporal.Instant, limit: number): Promise<WantedNumber[]> {
  const rows = await db
    .selectFrom('national_register.number_request')
    .select(['id', 'kind', 'district_code', 'day', 'sex'])
    .where('state', '=', 'waiting')
    .where((where) => where.or([where('next_try_at', 'is', null), where('next_try_at', '<=', now.toString() as never)]))
    .orderBy('requested_at')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    districtCode: row.district_code,
    day: row.day,
    sex: row.sex ?? undefined,
  }))
}

/** A range of last four digits that the national register left to the region. */
export interface NumberBlock {
  readonly id: string
  readonly kind: 'nik' | 'kk'
  readonly districtCode: string
  readonly first: number
  readonly last: number
  readonly letter: string
  readonly addedAt: Temporal.Instant
  readonly addedBy: string
  readonly endedAt: Temporal.Instant | undefined
}

export async function listBlocks(db: AnyHandle): Promise<NumberBlock[]> {
  const rows = await db
    .selectFrom('national_register.number_block')
    .selectAll()
    .orderBy(sql`ended_at is not null`)
    .orderBy('district_code')
    .orderBy('kind')
    .orderBy('first')
    .limit(500)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    districtCode: row.district_code,
    first: row.first,
    last: row.last,
    letter: row.letter,
    addedAt: instantOf(row.added_at),
    addedBy: row.added_by,
    endedAt: row.ended_at ? instantOf(row.ended_at) : undefined,
  }))
}

/** A case waits for a number: the sentence for its page; undefined when it waits for none. */
export async function isWaitingForNumber(db: AnyHandle, caseId: string): Promise<boolean> {
  const row = await db
    .selectFrom('national_register.number_request')
    .select('id')
    .where('case_id', '=', caseId)
    .where('state', '=', 'waiting')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
