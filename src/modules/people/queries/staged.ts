import { sql } from 'kysely'
import type { AnyHandle } from '#kernel/db/database.ts'

export interface StagedCounts {
  readonly families: Readonly<Record<'good' | 'bad' | 'known' | 'entered', number>>
  readonly people: Readonly<Record<'good' | 'bad' | 'known' | 'entered', number>>
  /** Rows that have an error, or belong to a family that has one. */
  readonly rejectedRows: number
}

/** How the families of a file were judged, and what became of them. */
export async function countStaged(db: AnyHandle, importId: string): Promise<StagedCounts> {
  const { rows } = await sql<{ verdict: keyof StagedCounts['families']; families: number; people: number }>`
    select f.verdict, count(distinct f.family_no)::int as families, count(s.row_number)::int as people
    from people.staged_family f
    left join people.staged_person s on s.import_id = f.import_id and s.family_no = f.family_no
    where f.import_id = ${importId} group by f.verdict`.execute(db)
  const of = (verdict: string, what: 'families' | 'people') => rows.find((row) => row.verdict === verdict)?.[what] ?? 0
  const all = (what: 'families' | 'people') => ({
    good: of('good', what),
    bad: of('bad', what),
    known: of('known', what),
    entered: of('entered', what),
  })
  const rejected = await sql<{ n: number }>`
    select count(*)::int as n from (${rejectedRows(importId)}) rejected`.execute(db)
  return { families: all('families'), people: all('people'), rejectedRows: rejected.rows[0]?.n ?? 0 }
}

function rejectedRows(importId: string) {
  return sql`
    select s.row_number from people.staged_person s
    join people.staged_family f on f.import_id = s.import_id and f.family_no = s.family_no and f.verdict = 'bad'
    where s.import_id = ${importId}
    union select row_number from people.staged_problem where import_id = ${importId} and severity = 'error'`
}

export interface RejectedRow {
  readonly row: number
  /** Codes with their fields, "no-head relation"; none when only another row of the family has an error. */
  readonly reasons: readonly string[]
}

/** Rows that are not entered, in order, from behind `after`. */
export async function listRejectedRows(
  db: AnyHandle,
  importId: string,
  after: number,
  limit: number,
): Promise<RejectedRow[]> {
  const { rows } = await sql<{ row: number; reasons: string[] }>`
    select row_number as row, array(
      select p.code || ' ' || p.field from people.staged_problem p
      where p.import_id = ${importId} and p.row_number = rejected.row_number and p.severity = 'error' order by p.id) as reasons
    from (select row_number from (${rejectedRows(importId)}) every where row_number > ${after}
      order by row_number limit ${limit}) rejected order by row_number`.execute(db)
  return rows
}

export interface FoundProblem {
  readonly id: string
  readonly row: number
  readonly severity: 'error' | 'warning'
  readonly code: string
  readonly field: string
  readonly shown: string | undefined
  readonly otherRow: number | undefined
}

export interface ProblemFilter {
  readonly severity?: 'error' | 'warning' | undefined
  readonly code?: string | undefined
  readonly field?: string | undefined
  /** One row of the file. */
  readonly row?: number | undefined
}

/** @param after cursor of the page before: row and id */
export async function listStagedProblems(
  db: AnyHandle,
  importId: string,
  filter: ProblemFilter,
  after: string | undefined,
  limit: number,
): Promise<{ rows: FoundProblem[]; next: string | undefined }> {
  const [afterRow, afterId] = /^\d{1,9}-\d{1,15}$/.test(after ?? '') ? (after as string).split('-').map(Number) : [0, 0]
  const found = await db
    .selectFrom('people.staged_problem')
    .select(['id', 'row_number', 'severity', 'code', 'field', 'shown', 'other_row'])
    .where('import_id', '=', importId)
    .where(sql<boolean>`(row_number, id) > (${afterRow}::int, ${afterId}::bigint)`)
    .$if(Boolean(filter.severity), (query) => query.where('severity', '=', filter.severity as 'error'))
    .$if(Boolean(filter.code), (query) => query.where('code', '=', filter.code as string))
    .$if(Boolean(filter.field), (query) => query.where('field', '=', filter.field as string))
    .$if(filter.row !== undefined, (query) => query.where('row_number', '=', filter.row as number))
    .orderBy('row_number')
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  const rows = found.slice(0, limit).map((row) => ({
    id: String(row.id),
    row: row.row_number,
    severity: row.severity as FoundProblem['severity'],
    code: row.code,
    field: row.field,
    shown: row.shown ?? undefined,
    otherRow: row.other_row ?? undefined,
  }))
  const last = rows.at(-1)
  return { rows, next: found.length > limit && last ? `${last.row}-${last.id}` : undefined }
}

export interface ProblemCount {
  readonly severity: 'error' | 'warning'
  readonly code: string
  readonly field: string
  readonly count: number
}

/** How often each thing was found, most often first. */
export async function countStagedProblems(db: AnyHandle, importId: string): Promise<ProblemCount[]> {
  const { rows } = await sql<ProblemCount>`
    select severity, code, field, count(*)::int as count from people.staged_problem where import_id = ${importId}
    group by 1, 2, 3 order by severity, count desc`.execute(db)
  return rows
}

/** The number of the last family of a file; 0 when there is none. */
export async function lastStagedFamily(db: AnyHandle, importId: string): Promise<number> {
  const row = await db
    .selectFrom('people.staged_family')
    .select(({ fn }) => fn.max('family_no').as('last'))
    .where('import_id', '=', importId)
    .executeTakeFirst()
  return row?.last ?? 0
}

/** Families of an import that cannot be taken back any more, because something happened to them since. */
export async function countResting(db: AnyHandle, importId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(distinct e.id)::int as n from people.event e join people.change c on c.event_id = e.id
    join lateral (
      select o.event_id from people.change o where o.person_id = c.person_id and o.event_id <> e.id
      union all select o.event_id from people.change o where o.family_id = c.family_id and o.event_id <> e.id
    ) later on true
    join people.event oe on oe.id = later.event_id and oe.voided_at is null and oe.kind <> 'cancellation'
    where e.source_id = ${importId} and e.kind = 'import' and e.voided_at is null`.execute(db)
  return rows[0]?.n ?? 0
}
