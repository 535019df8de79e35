import { type Selectable, sql } from 'kysely'
import { type Actor, grantsFor } from '#kernel/access/access.ts'
import { containing } from '#kernel/db/containing.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import type { ProblemCount, StagedCounts } from '#modules/people/index.ts'
import { columnsContext, mappingContext, sampleContext } from '../commands/note-reading.ts'
import type { ImportState } from '../domain.ts'
import type { ColumnFacts, Mapping } from '../mapping/mapping.ts'
import type { FileShape, RawRow } from '../reading/raw-row.ts'
import type { StoredPart } from '../reading/stored-file.ts'
import type { UnreadableReason } from '../reading/unreadable.ts'
import type { ImportTable } from '../tables.ts'

export interface ImportCounts extends StagedCounts {
  readonly rows: number
  readonly badRows: number
}

/** An import as its pages show it. */
export interface Import {
  readonly id: string
  readonly state: ImportState
  readonly fileName: string
  readonly fileSize: number
  readonly fileHash: string | undefined
  readonly note: string
  readonly asOf: string
  readonly shape: FileShape | undefined
  readonly sheet: string | undefined
  readonly headingRow: number
  readonly unreadable: { readonly reason: UnreadableReason; readonly row?: number } | undefined
  readonly counts: ImportCounts | undefined
  readonly problems: readonly ProblemCount[]
  readonly phase: string | undefined
  readonly done: number
  readonly total: number
  readonly phaseStartedAt: Temporal.Instant | undefined
  readonly enteredFamilies: number
  readonly enteredPeople: number
  readonly enteredTo: number
  readonly lastFamily: number
  readonly recalledFamilies: number
  readonly decisionNote: string | undefined
  readonly unitPath: string
  readonly madeByAccount: string
  readonly madeBy: string
  readonly madeAt: Temporal.Instant
  readonly submittedByAccount: string | undefined
  readonly submittedBy: string | undefined
  readonly decidedBy: string | undefined
  readonly decidedAt: Temporal.Instant | undefined
  readonly finishedAt: Temporal.Instant | undefined
  readonly forgottenAt: Temporal.Instant | undefined
}

function toImport(row: Selectable<ImportTable>): Import {
  return {
    id: row.id,
    state: row.state as ImportState,
    fileName: row.file_name,
    fileSize: row.file_size,
    fileHash: row.file_hash ?? undefined,
    note: row.note,
    asOf: row.as_of,
    shape: (row.shape as FileShape | null) ?? undefined,
    sheet: row.sheet ?? undefined,
    headingRow: row.heading_row ?? 0,
    unreadable: (row.unreadable as Import['unreadable'] | null) ?? undefined,
    counts: (row.counts as ImportCounts | null) ?? undefined,
    problems: (row.problems as ProblemCount[] | null) ?? [],
    phase: row.phase ?? undefined,
    done: row.done,
    total: row.total,
    phaseStartedAt: instantOf(row.phase_started_at),
    enteredFamilies: row.entered_families,
    enteredPeople: row.entered_people,
    enteredTo: row.entered_to,
    lastFamily: row.last_family,
    recalledFamilies: row.recalled_families,
    decisionNote: row.decision_note ?? undefined,
    unitPath: row.unit_path,
    madeByAccount: row.made_by_account,
    madeBy: row.made_by,
    madeAt: instantOf(row.made_at) as Temporal.Instant,
    submittedByAccount: row.submitted_by_account ?? undefined,
    submittedBy: row.submitted_by ?? undefined,
    decidedBy: row.decided_by ?? undefined,
    decidedAt: instantOf(row.decided_at),
    finishedAt: instantOf(row.finished_at),
    forgottenAt: instantOf(row.forgotten_at),
  }
}

function instantOf(moment: Date | null): Temporal.Instant | undefined {
  return moment ? Temporal.Instant.fromEpochMilliseconds(moment.getTime()) : undefined
}

export async function findImport(db: AnyHandle, id: string): Promise<Import | undefined> {
  const row = await db.selectFrom('population_import.import').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toImport(row)
}

export interface ImportFilter {
  readonly text?: string | undefined
  readonly state?: ImportState | undefined
}

/** Imports of the units that somebody may look at, newest first. */
export async function listImports(
  db: AnyHandle,
  actor: Actor,
  filter: ImportFilter,
  after: string | undefined,
  limit = 30,
): Promise<{ rows: Import[]; next: string | undefined }> {
  const units = grantsFor(actor, 'population-import.read').map((grant) => grant.unitPath)
  const found = await db
    .selectFrom('population_import.import')
    .selectAll()
    .where(
      sql<boolean>`exists (select from unnest(${units}::text[]) as unit (path)
        where unit.path = '' or unit_path = unit.path or starts_with(unit_path, unit.path || '.'))`,
    )
    .$if(Boolean(filter.text), (query) =>
      query.where(
        sql<boolean>`(file_name ilike ${containing(filter.text as string)} or note ilike ${containing(filter.text as string)})`,
      ),
    )
    .$if(Boolean(filter.state), (query) => query.where('state', '=', filter.state as ImportState))
    .$if(Boolean(after), (query) => query.where('id', '<', after as string))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const rows = found.slice(0, limit).map(toImport)
  return { rows, next: found.length > limit ? rows.at(-1)?.id : undefined }
}

/** An earlier import of the very same file that entered people. */
export async function findSameFile(db: AnyHandle, one: Import): Promise<Import | undefined> {
  if (!one.fileHash) return undefined
  const row = await db
    .selectFrom('population_import.import')
    .selectAll()
    .where('file_hash', '=', one.fileHash)
    .where('id', '<>', one.id)
    .where(sql<boolean>`made_at < ${one.madeAt.toString()}`)
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && toImport(row)
}

export async function listParts(db: AnyHandle, importId: string): Promise<StoredPart[]> {
  const rows = await db
    .selectFrom('population_import.part')
    .select(['from_byte', 'size', 'hash'])
    .where('import_id', '=', importId)
    .orderBy('from_byte')
    .execute()
  return rows.map((row) => ({ fromByte: row.from_byte, size: row.size, hash: row.hash }))
}

export async function countReceived(db: AnyHandle, importId: string): Promise<number> {
  const last = (await listParts(db, importId)).at(-1)
  return last ? last.fromByte + last.size : 0
}

/** How far the people who were entered are findable by name, in families; undefined before anybody is entered. */
export async function findableTo(db: AnyHandle, importId: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('population_import.search_pass')
    .select('to_family')
    .where('import_id', '=', importId)
    .executeTakeFirst()
  return row?.to_family
}

export interface SealedReading {
  readonly columns: readonly ColumnFacts[]
  readonly sample: readonly RawRow[]
  readonly mapping: Mapping
}

/** Columns, first rows and mapping; undefined before the file was read, and after it was removed. */
export async function openReading(tenant: Tenant, db: AnyHandle, importId: string): Promise<SealedReading | undefined> {
  const row = await db
    .selectFrom('population_import.import')
    .select(['columns_sealed', 'sample_sealed', 'mapping_sealed'])
    .where('id', '=', importId)
    .executeTakeFirst()
  if (!row?.columns_sealed || !row.sample_sealed || !row.mapping_sealed) return undefined
  return {
    columns: tenant.cipher.openJson(row.columns_sealed, columnsContext),
    sample: tenant.cipher.openJson(row.sample_sealed, sampleContext),
    mapping: tenant.cipher.openJson(row.mapping_sealed, mappingContext),
  }
}

export interface HistoryEntry {
  readonly id: string
  readonly at: Temporal.Instant
  readonly command: string
  readonly by: string
  readonly payload: Readonly<Record<string, unknown>>
}

const unremarkable = ['part-received', 'batch-entered', 'batch-findable', 'batch-recalled'].map(
  (name) => `population-import.${name}.v1`,
)

/** What was done with an import, from the journal; pieces and batches of work are left out, but for the last. */
export async function listImportHistory(db: AnyHandle, importId: string): Promise<HistoryEntry[]> {
  const { rows } = await sql<{
    id: string
    at: Date
    command: string
    actor_label: string
    payload: Record<string, unknown>
  }>`
    select id, at, command, actor_label, payload from journal.event
    where subject_type = 'population-import' and subject_id = ${importId}
      and (name <> all(${unremarkable}::text[]) or payload ->> 'finished' = 'true')
    order by at, id limit 200`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    at: instantOf(row.at) as Temporal.Instant,
    command: row.command,
    by: row.actor_label,
    payload: row.payload,
  }))
}

/** Imports that ended, or lie untouched, since before a moment, and still keep their file. */
export async function listForgettable(db: AnyHandle, before: Temporal.Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('population_import.import')
    .select('id')
    .where('forgotten_at', 'is', null)
    .where(sql<boolean>`updated_at < ${before.toString()}`)
    .where('state', 'in', [
      'receiving',
      'unreadable',
      'mapping',
      'checked',
      'submitted',
      'entered',
      'stopped',
      'recalled',
      'discarded',
    ])
    .limit(50)
    .execute()
  return rows.map((row) => row.id)
}
