import { sql } from 'kysely'
import { instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { type Sen, senFromNumeric } from '#kernel/money/money.ts'
import { fewestCompared } from '../commands/compare-month.ts'
import type { Manner } from '../domain.ts'
import type { TaxReturn } from './returns.ts'

export interface Version {
  readonly ordinal: number
  readonly manner: Manner
  readonly service: string
  readonly turnover: Sen
  readonly exempt: Sen
  readonly exemptReason: string
  readonly taxAmount: Sen
  readonly reason: string
  readonly isLate: boolean
  readonly filedAt: Temporal.Instant
  readonly filedBy: string
  readonly documentId: string | undefined
  readonly days: readonly { readonly day: Temporal.PlainDate; readonly amount: Sen }[]
}

/** All versions that were filed, the latest first, with their days. */
export async function listVersions(db: AnyHandle, returnId: string): Promise<Version[]> {
  const [versions, lines] = await Promise.all([
    db
      .selectFrom('tax_returns.version')
      .selectAll()
      .where('return_id', '=', returnId)
      .orderBy('ordinal', 'desc')
      .limit(50)
      .execute(),
    db.selectFrom('tax_returns.line').selectAll().where('return_id', '=', returnId).orderBy('day').execute(),
  ])
  return versions.map((row) => ({
    ordinal: row.ordinal,
    manner: row.manner,
    service: row.service,
    turnover: senFromNumeric(row.turnover),
    exempt: senFromNumeric(row.exempt),
    exemptReason: row.exempt_reason,
    taxAmount: senFromNumeric(row.tax_amount),
    reason: row.reason,
    isLate: row.is_late,
    filedAt: instantOf(row.filed_at),
    filedBy: row.filed_by,
    documentId: row.document_id ?? undefined,
    days: lines
      .filter((line) => line.ordinal === row.ordinal)
      .map((line) => ({ day: Temporal.PlainDate.from(line.day), amount: senFromNumeric(line.amount) })),
  }))
}

export interface Paper {
  readonly id: string
  readonly fileHash: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly attachedAt: Temporal.Instant
}

export async function listPapers(db: AnyHandle, returnId: string): Promise<Paper[]> {
  const rows = await db
    .selectFrom('tax_returns.attachment')
    .selectAll()
    .where('return_id', '=', returnId)
    .where('removed_at', 'is', null)
    .orderBy('attached_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    fileHash: row.file_hash,
    name: row.name,
    mediaType: row.media_type,
    size: row.size_bytes,
    attachedAt: instantOf(row.attached_at),
  }))
}

export interface Finding {
  readonly id: string
  readonly kind: 'audit' | 'ex-officio'
  readonly state: 'proposed' | 'approved' | 'returned'
  readonly turnover: Sen
  readonly exempt: Sen
  readonly taxAmount: Sen
  readonly declared: Sen
  readonly ground: string
  readonly madeBy: string
  readonly madeByAccount: string
  readonly madeAt: Temporal.Instant
  readonly decidedBy: string | undefined
  readonly decidedAt: Temporal.Instant | undefined
  readonly note: string | undefined
  readonly assessmentId: string | undefined
}

/** What officers found, the latest first. */
export async function listFindings(db: AnyHandle, returnId: string): Promise<Finding[]> {
  const rows = await db
    .selectFrom('tax_returns.finding')
    .selectAll()
    .where('return_id', '=', returnId)
    .orderBy('made_at', 'desc')
    .limit(20)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    state: row.state,
    turnover: senFromNumeric(row.turnover),
    exempt: senFromNumeric(row.exempt),
    taxAmount: senFromNumeric(row.tax_amount),
    declared: senFromNumeric(row.declared_amount),
    ground: row.ground,
    madeBy: row.made_by,
    madeByAccount: row.made_by_account,
    madeAt: instantOf(row.made_at),
    decidedBy: row.decided_by ?? undefined,
    decidedAt: row.decided_at ? instantOf(row.decided_at) : undefined,
    note: row.decision_note ?? undefined,
    assessmentId: row.assessment_id ?? undefined,
  }))
}

export interface Comparison {
  /** The year before and this month, the latest first. */
  readonly months: readonly { readonly id: string; readonly month: Temporal.PlainYearMonth; readonly turnover: Sen }[]
  readonly average: Sen | undefined
  readonly lastYear: Sen | undefined
  /** What the median neighbour of the same size would turn over, and of how many. */
  readonly peers: { readonly turnover: Sen; readonly count: number } | undefined
}

/** What a return is to be held against. */
export async function compareReturn(db: AnyHandle, one: TaxReturn): Promise<Comparison> {
  const at = one.month.toPlainDate({ day: 1 }).toString()
  const { rows } = await sql<{ id: string; month: string; turnover: string }>`
    select id, month, turnover::text from tax_returns.return
    where object_id = ${one.objectId}::uuid and version > 0 and month <= ${at}::date
      and month >= ${at}::date - interval '12 months' order by month desc`.execute(db)
  const months = rows.map((row) => ({
    id: row.id,
    month: Temporal.PlainDate.from(row.month).toPlainYearMonth(),
    turnover: senFromNumeric(row.turnover),
  }))
  const earlier = months.filter(({ id }) => id !== one.id)
  const { rows: peers } = await sql<{ usual: string | null; n: number }>`
    select round(percentile_cont(0.5) within group (order by turnover / size)::numeric * ${one.size ?? 0}, 0)::text as usual,
      count(*)::int as n from tax_returns.return
    where month = ${at}::date and tax = ${one.tax} and version > 0 and state <> 'void' and size is not null`.execute(db)
  const [peer] = peers
  const before = one.month.subtract({ months: 12 })
  return {
    months,
    average:
      earlier.length >= fewestCompared
        ? earlier.reduce((sum, each) => sum + each.turnover, 0n) / BigInt(earlier.length)
        : undefined,
    lastYear: earlier.find(({ month }) => month.equals(before))?.turnover,
    peers:
      one.size && peer?.usual && peer.n >= fewestCompared
        ? { turnover: senFromNumeric(peer.usual), count: peer.n }
        : undefined,
  }
}
