import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Actor } from '#kernel/access/access.ts'
import { instantOf } from '#kernel/clock/clock.ts'
import { containing } from '#kernel/db/containing.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { findOwnRegion } from '#modules/territory/index.ts'
import type { PrintTable } from '../tables.ts'
import { type Assessment, findAssessments, type Page } from './assessments.ts'
import { inArea, readable } from './territory-filter.ts'

export interface Print {
  readonly id: string
  readonly year: number
  readonly villageCode: string
  readonly state: 'working' | 'done'
  /** Number of the notice behind which it goes on. */
  readonly doneTo: string
  readonly total: number
  readonly done: number
  readonly madeBy: string
  readonly madeAt: Temporal.Instant
}

type Row = Selectable<PrintTable>

const toPrint = (row: Row): Print => ({
  id: row.id,
  year: row.year,
  villageCode: row.village_code,
  state: row.state,
  doneTo: row.done_to,
  total: row.total,
  done: row.done,
  madeBy: row.made_by,
  madeAt: instantOf(row.made_at),
})

export interface PrintFilter {
  readonly text?: string | undefined
  readonly year?: number | undefined
  readonly area?: string | undefined
}

/** The latest first. */
export async function listPrints(
  db: AnyHandle,
  actor: Actor,
  filter: PrintFilter,
  after = '',
  limit = 50,
): Promise<Page<Print>> {
  const own = (await findOwnRegion(db))?.code ?? ''
  const conditions: RawBuilder<unknown>[] = [readable(actor, own, sql`p.village_code`)]
  if (filter.year) conditions.push(sql`p.year = ${filter.year}`)
  if (filter.area) conditions.push(inArea(sql`p.village_code`, filter.area))
  if (filter.text) conditions.push(sql`concat_ws(' ', p.year, p.made_by) ilike ${containing(filter.text)}`)
  if (after)
    conditions.push(sql`(p.made_at, p.id) < (select made_at, id from local_tax.print where id = ${after}::uuid)`)
  const { rows } = await sql<Row>`
    select p.* from local_tax.print p where ${sql.join(conditions, sql` and `)}
    order by p.made_at desc, p.id desc limit ${limit + 1}`.execute(db)
  const shown = rows.slice(0, limit).map(toPrint)
  return { rows: shown, next: rows.length > limit ? shown.at(-1)?.id : undefined }
}

export async function findPrint(db: AnyHandle, id: string): Promise<Print | undefined> {
  const row = await db.selectFrom('local_tax.print').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toPrint(row)
}

export interface PrintFile {
  readonly ordinal: number
  readonly from: string
  readonly to: string
  readonly notices: number
  readonly hash: string
  readonly size: number
}

export async function listPrintFiles(db: AnyHandle, printId: string): Promise<PrintFile[]> {
  const rows = await db
    .selectFrom('local_tax.print_file')
    .selectAll()
    .where('print_id', '=', printId)
    .orderBy('ordinal')
    .execute()
  return rows.map((row) => ({
    ordinal: row.ordinal,
    from: row.from_code,
    to: row.to_code,
    notices: row.notices,
    hash: row.file_hash,
    size: row.size_bytes,
  }))
}

/** The next notices of a print, in the order in which they are carried round. */
export async function nextToPrint(db: AnyHandle, print: Print, limit: number): Promise<Assessment[]> {
  const rows = await db
    .selectFrom('local_tax.assessment')
    .select('id')
    .where('kind', '=', 'sppt')
    .where('year', '=', print.year)
    .where('village_code', '=', print.villageCode)
    .where('state', 'not in', ['draft', 'cancelled'])
    .where('number', '>', print.doneTo)
    .orderBy('number')
    .limit(limit)
    .execute()
  return findAssessments(
    db,
    rows.map((row) => row.id),
  )
}
