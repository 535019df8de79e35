import { sql } from 'kysely'
import { instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { BiometricItem } from '../biometrics.ts'
import type { CardKind } from '../machine.ts'

export interface PrintBatch {
  readonly id: string
  readonly kind: CardKind
  readonly number: string
  readonly cards: number
  readonly waiting: number
  readonly madeAt: Temporal.Instant
  readonly madeBy: string
  readonly closedAt: Temporal.Instant | undefined
}

/** Sheets, the newest first. */
export async function listBatches(
  db: AnyHandle,
  after?: string,
  limit = 40,
): Promise<{ rows: PrintBatch[]; next: string | undefined }> {
  const { rows } = await sql<BatchRow>`select ${batchColumns} from population.print_batch b
    where ${after ? sql`b.id < ${after}::uuid` : sql`true`} order by b.id desc limit ${limit + 1}`.execute(db)
  const shown = rows.slice(0, limit)
  return { rows: shown.map(batchOf), next: rows.length > limit ? shown.at(-1)?.id : undefined }
}

export async function findBatch(db: AnyHandle, id: string): Promise<PrintBatch | undefined> {
  const { rows } =
    await sql<BatchRow>`select ${batchColumns} from population.print_batch b where b.id = ${id}::uuid`.execute(db)
  return rows[0] && batchOf(rows[0])
}

interface BatchRow {
  id: string
  kind: CardKind
  number: string
  cards: number
  waiting: number
  made_at: Date
  made_by: string
  closed_at: Date | null
}

const batchColumns = sql.raw(`b.*, (select count(*)::int from population.identity_card c
  where c.batch_id = b.id and c.state = 'queued') as waiting`)

function batchOf(row: BatchRow): PrintBatch {
  return {
    id: row.id,
    kind: row.kind,
    number: row.number,
    cards: row.cards,
    waiting: row.waiting,
    madeAt: instantOf(row.made_at),
    madeBy: row.made_by,
    closedAt: row.closed_at ? instantOf(row.closed_at) : undefined,
  }
}

export interface BlankDay {
  readonly kind: CardKind
  readonly day: string
  readonly opening: number
  readonly received: number
  readonly used: number
  readonly spoiled: number
  readonly corrected: number
  readonly expected: number
  readonly counted: number | undefined
  readonly note: string | undefined
  readonly closedBy: string | undefined
}

/** The book of blanks of one kind, day by day, the newest first; the day that runs is open. */
export async function listBlankDays(
  db: AnyHandle,
  kind: CardKind,
  before?: string,
  limit = 31,
): Promise<{ rows: BlankDay[]; next: string | undefined }> {
  const { rows } = await sql<BlankRow>`
    with days as (
      select distinct moved_on as day from population.blank_movement where kind = ${kind}
      union select day from population.blank_day where kind = ${kind}),
    shown as (select day from days where day < ${before ?? 'infinity'}::date order by day desc limit ${limit + 1})
    select to_char(s.day, 'YYYY-MM-DD') as day, d.opening, d.expected, d.counted, d.note, d.closed_by,
      coalesce(sum(m.count) filter (where m.what = 'received'), 0)::int as received,
      coalesce(sum(m.count) filter (where m.what = 'used'), 0)::int as used,
      coalesce(sum(m.count) filter (where m.what = 'spoiled'), 0)::int as spoiled,
      coalesce(sum(case m.what when 'found' then m.count when 'missing' then -m.count else 0 end), 0)::int as corrected
    from shown s left join population.blank_day d on d.kind = ${kind} and d.day = s.day
      left join population.blank_movement m on m.kind = ${kind} and m.moved_on = s.day
    group by s.day, d.opening, d.expected, d.counted, d.note, d.closed_by order by s.day desc`.execute(db)
  const shown = rows.slice(0, limit)
  return { rows: shown.map((row) => dayOf(kind, row)), next: rows.length > limit ? shown.at(-1)?.day : undefined }
}

interface BlankRow {
  day: string
  opening: number | null
  expected: number | null
  counted: number | null
  note: string | null
  closed_by: string | null
  received: number
  used: number
  spoiled: number
  corrected: number
}

function dayOf(kind: CardKind, row: BlankRow): BlankDay {
  return {
    kind,
    day: row.day,
    opening: row.opening ?? 0,
    received: row.received,
    used: row.used,
    spoiled: row.spoiled,
    corrected: row.corrected,
    expected: row.expected ?? 0,
    counted: row.counted ?? undefined,
    note: row.note ?? undefined,
    closedBy: row.closed_by ?? undefined,
  }
}

export interface Capture {
  readonly item: BiometricItem
  readonly attempt: number
  readonly outcome: 'accepted' | 'poor' | 'missing'
  readonly quality: number | undefined
  readonly codes: readonly string[]
  readonly reason: string | undefined
  readonly device: string
}

/** What was taken for a card, without the biometrics themselves. */
export async function listCaptures(db: AnyHandle, cardId: string): Promise<Capture[]> {
  const rows = await db
    .selectFrom('population.biometric_capture')
    .select(['item', 'attempt', 'outcome', 'quality', 'codes', 'reason', 'device'])
    .where('card_id', '=', cardId)
    .orderBy('taken_at')
    .orderBy('attempt')
    .execute()
  return rows.map((row) => ({
    ...row,
    item: row.item as BiometricItem,
    quality: row.quality ?? undefined,
    reason: row.reason ?? undefined,
  }))
}
