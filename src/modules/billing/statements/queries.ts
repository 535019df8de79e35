import { sql } from 'kysely'
import { instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { type Sen, senFromNumeric } from '#kernel/money/money.ts'
import { holding } from '../queries/desk.ts'
import type { StatementRowTable, StatementTable } from '../tables.ts'
import type { FileFormat, Layout, LineProblem, Side } from './layout.ts'

export interface StatementSource {
  readonly id: string
  readonly name: string
  readonly side: Side
  readonly channel: string | undefined
  readonly format: FileFormat
  readonly layout: Layout
  readonly settles: readonly string[]
  readonly changedAt: Temporal.Instant
  readonly changedBy: string
}

export async function listSources(db: AnyHandle): Promise<StatementSource[]> {
  const rows = await db.selectFrom('billing.statement_source').selectAll().orderBy('side').orderBy('name').execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    side: row.side,
    channel: row.channel ?? undefined,
    format: row.format,
    layout: row.layout as Layout,
    settles: row.settles,
    changedAt: instantOf(row.changed_at),
    changedBy: row.changed_by,
  }))
}

export const statementStates = ['read', 'booking', 'booked', 'discarded'] as const
export type StatementState = StatementTable['state']

export interface Statement {
  readonly id: string
  readonly sourceId: string
  readonly sourceName: string
  readonly side: Side
  readonly channel: string | undefined
  readonly fileName: string
  readonly state: StatementState
  readonly rows: number
  readonly broken: number
  readonly skipped: number
  readonly amount: Sen
  readonly firstOn: Temporal.PlainDate | undefined
  readonly lastOn: Temporal.PlainDate | undefined
  readonly doneTo: number
  readonly uploadedBy: string
  readonly uploadedAt: Temporal.Instant
  readonly decidedBy: string | undefined
  readonly decidedAt: Temporal.Instant | undefined
  readonly finishedAt: Temporal.Instant | undefined
}

interface Row {
  id: string
  source_id: string
  source_name: string
  side: Side
  channel: string | null
  file_name: string
  state: StatementState
  rows: number
  broken: number
  skipped: number
  amount: string
  first_on: string | null
  last_on: string | null
  done_to: number
  uploaded_by: string
  uploaded_at: Date
  decided_by: string | null
  decided_at: Date | null
  finished_at: Date | null
}

const columns =
  sql.raw(`s.id, s.source_id, o.name as source_name, o.side, o.channel, s.file_name, s.state, s.rows, s.broken, s.skipped,
  s.amount, s.first_on, s.last_on, s.done_to, s.uploaded_by, s.uploaded_at, s.decided_by, s.decided_at, s.finished_at`)
const source = sql.raw('billing.statement s join billing.statement_source o on o.id = s.source_id')
const day = (text: string | null) => (text ? Temporal.PlainDate.from(text) : undefined)
const moment = (at: Date | null) => (at ? instantOf(at) : undefined)

function statementOf(row: Row): Statement {
  return {
    id: row.id,
    sourceId: row.source_id,
    sourceName: row.source_name,
    side: row.side,
    channel: row.channel ?? undefined,
    fileName: row.file_name,
    state: row.state,
    rows: row.rows,
    broken: row.broken,
    skipped: row.skipped,
    amount: senFromNumeric(row.amount),
    firstOn: day(row.first_on),
    lastOn: day(row.last_on),
    doneTo: row.done_to,
    uploadedBy: row.uploaded_by,
    uploadedAt: instantOf(row.uploaded_at),
    decidedBy: row.decided_by ?? undefined,
    decidedAt: moment(row.decided_at),
    finishedAt: moment(row.finished_at),
  }
}

export async function findStatement(db: AnyHandle, id: string): Promise<Statement | undefined> {
  const { rows } = await sql<Row>`select ${columns} from ${source} where s.id = ${id}::uuid`.execute(db)
  return rows[0] && statementOf(rows[0])
}

export const statementPageSize = 40

/** Newest first. @param after id of the last one of the page before */
export async function listStatements(
  db: AnyHandle,
  filter: { text?: string | undefined; state?: StatementState | undefined; source?: string | undefined },
  after: string | undefined,
  limit = statementPageSize,
): Promise<{ rows: Statement[]; next: string | undefined }> {
  const { rows } = await sql<Row>`select ${columns} from ${source} where true
    ${after ? sql`and s.id < ${after}::uuid` : sql``}
    ${filter.state ? sql`and s.state = ${filter.state}` : sql``}
    ${filter.source ? sql`and s.source_id = ${filter.source}` : sql``}
    ${filter.text ? sql`and (${holding('s.file_name', filter.text)} or ${holding('s.uploaded_by', filter.text)})` : sql``}
    order by s.id desc limit ${limit + 1}`.execute(db)
  const shown = rows.slice(0, limit)
  return { rows: shown.map(statementOf), next: rows.length > limit ? shown.at(-1)?.id : undefined }
}

export const rowStates = ['read', 'broken', 'booked', 'suspended', 'known', 'listed'] as const
export type RowState = StatementRowTable['state']

export interface StatementRow {
  readonly line: number
  readonly state: RowState
  readonly reference: string
  readonly number: string
  readonly amount: Sen | undefined
  readonly paidAt: Temporal.Instant | undefined
  readonly description: string
  readonly problem: LineProblem | undefined
  readonly raw: string
}

/** Rows in the order of the file. @param after line of the last row of the page before */
export async function listStatementRows(
  db: AnyHandle,
  statementId: string,
  filter: { state?: RowState | undefined; text?: string | undefined },
  after: string | undefined,
  limit = statementPageSize,
): Promise<{ rows: StatementRow[]; next: string | undefined }> {
  let query = db
    .selectFrom('billing.statement_row')
    .selectAll()
    .where('statement_id', '=', statementId)
    .where('line', '>', Number(after ?? 0))
    .orderBy('line')
    .limit(limit + 1)
  if (filter.state) query = query.where('state', '=', filter.state)
  const { text } = filter
  if (text) {
    query = query.where(
      sql<boolean>`(${holding('reference', text)} or ${holding('number', text)} or ${holding('description', text)})`,
    )
  }
  const rows = await query.execute()
  const shown = rows.slice(0, limit)
  return {
    rows: shown.map((row) => ({
      line: row.line,
      state: row.state,
      reference: row.reference,
      number: row.number,
      amount: row.amount === null ? undefined : senFromNumeric(row.amount),
      paidAt: moment(row.paid_at),
      description: row.description,
      problem: (row.problem as LineProblem | null) ?? undefined,
      raw: row.raw,
    })),
    next: rows.length > limit ? String(shown.at(-1)?.line) : undefined,
  }
}

/** How many rows are in each state, and their sum. */
export async function countRows(
  db: AnyHandle,
  statementId: string,
): Promise<Map<RowState, { count: number; amount: Sen }>> {
  const { rows } = await sql<{ state: RowState; n: number; amount: string }>`
    select state, count(*)::int as n, coalesce(sum(amount), 0)::numeric(20, 2)::text as amount
    from billing.statement_row where statement_id = ${statementId}::uuid group by state`.execute(db)
  return new Map(rows.map((row) => [row.state, { count: row.n, amount: senFromNumeric(row.amount) }]))
}

/** Before it is booked: how many rows would find no bill, and how many of them a bill or payment that is here already. */
export async function previewOf(db: AnyHandle, statement: Statement): Promise<{ withoutCode: number; known: number }> {
  const { rows } = await sql<{ without_code: number; known: number }>`
    select count(*) filter (where number = '')::int as without_code,
      count(*) filter (where exists (select from billing.payment y where y.channel = ${statement.channel ?? ''} and y.reference = r.reference)
        or exists (select from billing.reported p where p.side = 'treasury' and p.source = ${statement.sourceId} and p.reference = r.reference))::int as known
    from billing.statement_row r where statement_id = ${statement.id}::uuid and state = 'read'`.execute(db)
  return { withoutCode: rows[0]?.without_code ?? 0, known: rows[0]?.known ?? 0 }
}

export async function listRowsToBook(db: AnyHandle, statementId: string, from: number, limit: number) {
  const rows = await db
    .selectFrom('billing.statement_row')
    .select(['line', 'reference', 'number', 'amount', 'paid_at'])
    .where('statement_id', '=', statementId)
    .where('state', '=', 'read')
    .where('line', '>', from)
    .orderBy('line')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    line: row.line,
    reference: row.reference,
    number: row.number,
    amount: row.amount as string,
    paidAt: instantOf(row.paid_at as Date),
  }))
}
