import { type RawBuilder, type Selectable, sql } from 'kysely'
import { containing } from '#kernel/db/containing.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { type Sen, senFromNumeric } from '#kernel/money/money.ts'
import type { RemarkReason, RunState } from '../domain.ts'
import type { RunTable } from '../tables.ts'
import type { Page } from './assessments.ts'
import { inArea } from './territory-filter.ts'

export interface RunRule {
  readonly id: string
  readonly key: string
  readonly citation: string
}

export interface Run {
  readonly id: string
  readonly year: number
  readonly state: RunState
  readonly villageCode: string | undefined
  readonly dueOn: Temporal.PlainDate
  readonly total: number
  readonly done: number
  readonly assessed: number
  readonly amount: Sen
  readonly lastYearAmount: Sen
  readonly leftOut: number
  readonly rules: readonly RunRule[]
  readonly openRules: readonly RunRule[]
  readonly madeByAccount: string
  readonly madeBy: string
  readonly madeAt: Temporal.Instant
  readonly submittedByAccount: string | undefined
  readonly submittedBy: string | undefined
  readonly decidedBy: string | undefined
  readonly decisionNote: string | undefined
  readonly phaseStartedAt: Temporal.Instant
}

const instantOf = (moment: Date) => Temporal.Instant.fromEpochMilliseconds(moment.getTime())

function toRun(row: Selectable<RunTable>): Run {
  return {
    id: row.id,
    year: row.year,
    state: row.state,
    villageCode: row.village_code ?? undefined,
    dueOn: Temporal.PlainDate.from(row.due_on),
    total: row.total,
    done: row.done,
    assessed: row.assessed,
    amount: senFromNumeric(row.amount),
    lastYearAmount: senFromNumeric(row.last_year_amount),
    leftOut: row.left_out,
    rules: row.rules as RunRule[],
    openRules: row.open_rules as RunRule[],
    madeByAccount: row.made_by_account,
    madeBy: row.made_by,
    madeAt: instantOf(row.made_at),
    submittedByAccount: row.submitted_by_account ?? undefined,
    submittedBy: row.submitted_by ?? undefined,
    decidedBy: row.decided_by ?? undefined,
    decisionNote: row.decision_note ?? undefined,
    phaseStartedAt: instantOf(row.phase_started_at),
  }
}

export async function findRun(db: AnyHandle, id: string): Promise<Run | undefined> {
  const row = await db.selectFrom('local_tax.run').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toRun(row)
}

export interface RunFilter {
  /** Part of the name of who prepared, submitted or decided it. */
  readonly text?: string | undefined
  readonly year?: number | undefined
  readonly state?: RunState | undefined
  readonly area?: string | undefined
}

/** Yearly assessments, the latest first. */
export async function listRuns(db: AnyHandle, filter: RunFilter, after = '', limit = 50): Promise<Page<Run>> {
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  if (filter.year) conditions.push(sql`r.year = ${filter.year}`)
  if (filter.state) conditions.push(sql`r.state = ${filter.state}`)
  if (filter.area) conditions.push(inArea(sql`r.village_code`, filter.area))
  if (filter.text)
    conditions.push(
      sql`concat_ws(' ', r.year, r.made_by, r.submitted_by, r.decided_by) ilike ${containing(filter.text)}`,
    )
  if (after) conditions.push(sql`(r.made_at, r.id) < (select made_at, id from local_tax.run where id = ${after}::uuid)`)
  const { rows } = await sql<Selectable<RunTable>>`
    select * from local_tax.run r where ${sql.join(conditions, sql` and `)}
    order by r.made_at desc, r.id desc limit ${limit + 1}`.execute(db)
  const shown = rows.slice(0, limit).map(toRun)
  return { rows: shown, next: rows.length > limit ? shown.at(-1)?.id : undefined }
}

/** Years that were ever computed, the latest first. */
export async function listRunYears(db: AnyHandle): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`select distinct year from local_tax.run order by year desc`.execute(db)
  return rows.map((row) => row.year)
}

export interface RemarkCount {
  readonly reason: RemarkReason
  readonly count: number
}

export async function countRemarks(db: AnyHandle, runId: string): Promise<RemarkCount[]> {
  const { rows } = await sql<RemarkCount>`
    select reason, count(*)::int as count from local_tax.remark where run_id = ${runId}::uuid group by reason order by reason
  `.execute(db)
  return rows
}

export interface RunRemark {
  readonly id: string
  readonly code: string
  readonly reason: RemarkReason
  readonly objectId: string
  readonly name: string
  readonly isLeftOut: boolean
  readonly before: Sen | undefined
  readonly after: Sen | undefined
}

export interface RemarkFilter {
  readonly reason?: RemarkReason | undefined
  /** First digits of an NOP, or words of the object's name. */
  readonly text?: string | undefined
  readonly area?: string | undefined
}

/** What to look at in one run, in the order of the numbers. */
export async function listRemarks(
  db: AnyHandle,
  runId: string,
  filter: RemarkFilter,
  after = '',
  limit = 50,
): Promise<Page<RunRemark>> {
  const conditions: RawBuilder<unknown>[] = [sql`r.run_id = ${runId}::uuid`, sql`r.code || ' ' || r.reason > ${after}`]
  if (filter.reason) conditions.push(sql`r.reason = ${filter.reason}`)
  if (filter.area) conditions.push(inArea(sql`o.village_code`, filter.area))
  const digits = (filter.text ?? '').replace(/[\s.-]/g, '')
  if (/^\d{4,18}$/.test(digits)) conditions.push(sql`r.code like ${`${digits}%`}`)
  else if (filter.text) conditions.push(sql`o.search_text like ${containing(filter.text.toLowerCase())}`)
  const { rows } = await sql<{
    code: string
    reason: RemarkReason
    object_id: string
    name: string
    is_left_out: boolean
    before: string | null
    after: string | null
  }>`
    select r.code, r.reason, r.object_id, o.name, r.is_left_out, r.before::text, r.after::text
    from local_tax.remark r join local_tax.object o on o.id = r.object_id
    where ${sql.join(conditions, sql` and `)} order by r.code, r.reason limit ${limit + 1}`.execute(db)
  const shown = rows.slice(0, limit).map((row) => ({
    id: `${row.code} ${row.reason}`,
    code: row.code,
    reason: row.reason,
    objectId: row.object_id,
    name: row.name,
    isLeftOut: row.is_left_out,
    before: row.before === null ? undefined : senFromNumeric(row.before),
    after: row.after === null ? undefined : senFromNumeric(row.after),
  }))
  return { rows: shown, next: rows.length > limit ? shown.at(-1)?.id : undefined }
}

export interface LargeChange {
  readonly assessmentId: string
  readonly code: string
  readonly before: Sen
  readonly after: Sen
}

/** The ten parcels whose tax rises most in rupiah. */
export async function listLargestRises(db: AnyHandle, runId: string): Promise<LargeChange[]> {
  const { rows } = await sql<{ id: string; code: string; before: string; after: string }>`
    select a.id, r.code, r.before::text, r.after::text from local_tax.remark r
    join local_tax.assessment a on a.run_id = r.run_id and a.code = r.code
    where r.run_id = ${runId}::uuid and r.reason = 'large-rise' order by r.after - r.before desc limit 10`.execute(db)
  return rows.map((row) => ({
    assessmentId: row.id,
    code: row.code,
    before: senFromNumeric(row.before),
    after: senFromNumeric(row.after),
  }))
}
