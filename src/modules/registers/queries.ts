import { sql } from 'kysely'
import { instantOf } from '#kernel/clock/clock.ts'
import { containing } from '#kernel/db/containing.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import type { Counting, NumberStatus } from './domain.ts'

export interface Register {
  readonly id: string
  readonly key: string
  readonly name: LocalText
  readonly countsBy: Counting
  /** As it holds today; undefined while only definitions bring one along. */
  readonly pattern: string | undefined
  readonly citation: string | undefined
  /** Numbers ever counted, whatever became of them. */
  readonly counted: number
  /** Reserved ones that nobody has used yet. */
  readonly open: number
}

/** Every register with how far it has been counted, by name. */
export async function listRegisters(db: AnyHandle, today: string, text = ''): Promise<Register[]> {
  return readRegisters(
    db,
    today,
    text ? sql`where r.name_id ilike ${containing(text)} or r.key ilike ${containing(text)}` : sql``,
  )
}

export async function findRegisterSummary(db: AnyHandle, today: string, key: string): Promise<Register | undefined> {
  return (await readRegisters(db, today, sql`where r.key = ${key}`))[0]
}

async function readRegisters(db: AnyHandle, today: string, where: ReturnType<typeof sql>): Promise<Register[]> {
  const { rows } = await sql<{
    id: string
    key: string
    name_id: string
    name_en: string
    counts_by: Counting
    pattern: string | null
    citation: string | null
    counted: number
    open: number
  }>`
    select r.id, r.key, r.name_id, r.name_en, r.counts_by, p.pattern, p.citation, c.counted, n.open
    from registers.register r
    left join lateral (select pattern, citation from registers.pattern p
      where p.register_id = r.id and p.valid_from <= ${today} order by valid_from desc limit 1) p on true
    cross join lateral (select count(*)::int as open
      from registers.number n where n.register_id = r.id and n.status = 'reserved') n
    cross join lateral (select coalesce(sum(last_sequence), 0)::int as counted
      from registers.counter c where c.register_id = r.id) c
    ${where} order by r.name_id`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    key: row.key,
    name: { id: row.name_id, en: row.name_en },
    countsBy: row.counts_by,
    pattern: row.pattern ?? undefined,
    citation: row.citation ?? undefined,
    counted: row.counted,
    open: row.open,
  }))
}

export interface RegisterNumber {
  readonly id: string
  readonly text: string
  readonly status: NumberStatus
  readonly datedOn: string
  readonly unitPath: string
  readonly purpose: string
  readonly isDocument: boolean
  readonly lateReason: string | undefined
  readonly voidReason: string | undefined
  readonly voidedBy: string | undefined
  readonly takenAt: Temporal.Instant
  readonly takenBy: string
}

export interface NumberFilter {
  /** Part of the number or of its purpose. */
  readonly text?: string | undefined
  readonly status?: NumberStatus | 'inserted' | undefined
  /** "<takenAt>_<id>" of the last row of the page before. */
  readonly after?: string | undefined
}

export const numberPageSize = 50

/** Numbers of a register, those taken last first. */
export async function listNumbers(
  db: AnyHandle,
  registerId: string,
  { text, status, after }: NumberFilter,
  limit = numberPageSize,
): Promise<{ rows: RegisterNumber[]; next: string | undefined }> {
  const [at, id] = after?.split('_') ?? []
  const { rows } = await sql<NumberRow>`
    select n.* from registers.number n
    where n.register_id = ${registerId}
      ${status === 'inserted' ? sql`and n.insertion <> ''` : status ? sql`and n.status = ${status}` : sql``}
      ${text ? sql`and (n.text ilike ${containing(text)} or n.purpose ilike ${containing(text)})` : sql``}
      ${at && id ? sql`and (n.taken_at, n.id) < (${at}::timestamptz, ${id}::uuid)` : sql``}
    order by n.taken_at desc, n.id desc limit ${limit + 1}`.execute(db)
  const shown = rows.slice(0, limit).map(numberOf)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > limit && last ? `${last.takenAt}_${last.id}` : undefined }
}

export async function findNumber(db: AnyHandle, registerId: string, id: string): Promise<RegisterNumber | undefined> {
  const { rows } = await sql<NumberRow>`
    select n.* from registers.number n
    where n.register_id = ${registerId} and n.id = ${id}::uuid`.execute(db)
  return rows[0] && numberOf(rows[0])
}

export interface Block {
  readonly id: string
  readonly first: number
  readonly last: number
  readonly unitPath: string
  readonly reservedAt: Temporal.Instant
  readonly closedAt: Temporal.Instant | undefined
  /** Numbers of it that nobody has used yet. */
  readonly open: number
}

export async function listBlocks(db: AnyHandle, registerId: string): Promise<Block[]> {
  const { rows } = await sql<{
    id: string
    first_sequence: number
    last_sequence: number
    unit_path: string
    reserved_at: Date
    closed_at: Date | null
    open: number
  }>`
    select b.id, b.first_sequence, b.last_sequence, b.unit_path, b.reserved_at, b.closed_at,
      (select count(*)::int from registers.number n where n.block_id = b.id and n.status = 'reserved') as open
    from registers.block b
    where b.register_id = ${registerId} order by b.reserved_at desc limit 50`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    first: row.first_sequence,
    last: row.last_sequence,
    unitPath: row.unit_path,
    reservedAt: instantOf(row.reserved_at),
    closedAt: row.closed_at ? instantOf(row.closed_at) : undefined,
    open: row.open,
  }))
}

export interface Completeness {
  readonly counted: number
  readonly taken: number
  readonly reserved: number
  readonly voided: number
  readonly inserted: number
  /** Sequences that a counter passed over without a number, at most 100: there is never one. */
  readonly gaps: readonly { readonly period: string; readonly sequence: number }[]
}

/** Holds a register against its counters. Reads every number of it. */
export async function checkCompleteness(db: AnyHandle, registerId: string): Promise<Completeness> {
  const { rows } = await sql<Omit<Completeness, 'gaps'>>`
    select count(*) filter (where status = 'taken')::int as taken, count(*) filter (where status = 'reserved')::int as reserved,
      count(*) filter (where status = 'void')::int as voided, count(*) filter (where insertion <> '')::int as inserted,
      (select coalesce(sum(last_sequence), 0)::int from registers.counter where register_id = ${registerId}) as counted
    from registers.number where register_id = ${registerId}`.execute(db)
  const gaps = await sql<{ period: string; sequence: number }>`
    select c.period, s.sequence from registers.counter c
    cross join lateral generate_series(1, c.last_sequence) s (sequence)
    left join registers.number n on n.register_id = c.register_id and n.period = c.period
      and n.sequence = s.sequence and n.insertion = ''
    where c.register_id = ${registerId} and n.id is null
    order by c.period, s.sequence limit 100`.execute(db)
  return { ...(rows[0] as Omit<Completeness, 'gaps'>), gaps: gaps.rows }
}

interface NumberRow {
  id: string
  text: string
  status: NumberStatus
  dated_on: string
  unit_path: string
  purpose: string
  object_id: string | null
  late_reason: string | null
  void_reason: string | null
  voided_by: string | null
  taken_at: Date
  taken_by: string
}

function numberOf(row: NumberRow): RegisterNumber {
  return {
    id: row.id,
    text: row.text,
    status: row.status,
    datedOn: row.dated_on,
    unitPath: row.unit_path,
    purpose: row.purpose,
    isDocument: row.object_id !== null,
    lateReason: row.late_reason ?? undefined,
    voidReason: row.void_reason ?? undefined,
    voidedBy: row.voided_by ?? undefined,
    takenAt: instantOf(row.taken_at),
    takenBy: row.taken_by,
  }
}
