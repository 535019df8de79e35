import { type RawBuilder, sql } from 'kysely'
import { instantOf } from '#kernel/clock/clock.ts'
import { containing } from '#kernel/db/containing.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { FileVersionTable } from '../tables.ts'

/** What of the archive somebody asks for, and may see. */
export interface ArchiveFilter {
  readonly text?: string | undefined
  readonly template?: string | undefined
  readonly standing?: 'stands' | 'revoked' | 'replaced' | 'unfinished' | undefined
  /** ISO days in the region's zone, both inclusive, of issue. */
  readonly from?: Temporal.Instant | undefined
  readonly before?: Temporal.Instant | undefined
  /** Only of these units and below; `''` means every unit. */
  readonly unitPaths: readonly string[]
}

/** The last row of a page: moment of issue and id. */
export interface ArchiveCursor {
  readonly at: string
  readonly id: string
}

export interface ArchivedDocument {
  readonly id: string
  readonly code: string
  readonly template: string
  readonly title: string
  readonly number: string
  readonly subjectLabel: string
  readonly unitPath: string
  readonly signerName: string
  readonly issuedAt: Temporal.Instant
  readonly standing: 'stands' | 'revoked' | 'replaced' | 'unfinished'
  readonly level: 'B-B' | 'B-T' | 'B-LT' | 'B-LTA'
  readonly fileHash: string
  readonly contentHash: string
  readonly sizeBytes: number
}

interface Row {
  id: string
  code: string
  template: string
  title: string
  number: string
  subject_label: string
  unit_path: string
  signer_name: string
  issued_at: Date
  revoked_at: Date | null
  replaced_by: string | null
  completed_at: Date | null
  level: ArchivedDocument['level']
  file_hash: string
  content_hash: string
  size_bytes: number
}

const columns = sql`id, code, template, title, number, subject_label, unit_path, signer_name, issued_at, revoked_at,
  replaced_by, completed_at, level, file_hash, content_hash, size_bytes`

/** A page of the archive, the newest first. */
export async function listArchived(
  db: AnyHandle,
  filter: ArchiveFilter,
  page: { readonly after?: ArchiveCursor | undefined; readonly limit: number },
): Promise<ArchivedDocument[]> {
  const after = page.after ? [sql`(issued_at, id) < (${page.after.at}, ${page.after.id})`] : []
  const { rows } = await sql<Row>`
    select ${columns} from documents.issued where ${sql.join([...conditions(filter), ...after], sql` and `)}
    order by issued_at desc, id desc limit ${page.limit}`.execute(db)
  return rows.map(toArchived)
}

function conditions(filter: ArchiveFilter): RawBuilder<unknown>[] {
  if (filter.unitPaths.length === 0) return [sql`false`]
  const units = filter.unitPaths.includes('')
    ? [sql`true`]
    : [
        sql`(${sql.join(
          filter.unitPaths.map((path) => sql`unit_path = ${path} or unit_path like ${`${path}.%`}`),
          sql` or `,
        )})`,
      ]
  const standing = {
    stands: sql`revoked_at is null and completed_at is not null`,
    unfinished: sql`revoked_at is null and completed_at is null`,
    revoked: sql`revoked_at is not null and replaced_by is null`,
    replaced: sql`replaced_by is not null`,
  }
  const text = filter.text?.trim()
  return [
    ...units,
    ...(text ? [sql`(number || ' ' || title || ' ' || signer_name) ilike ${containing(text)}`] : []),
    ...(filter.template ? [sql`template = ${filter.template}`] : []),
    ...(filter.standing ? [standing[filter.standing]] : []),
    ...(filter.from ? [sql`issued_at >= ${filter.from.toString()}`] : []),
    ...(filter.before ? [sql`issued_at < ${filter.before.toString()}`] : []),
  ]
}

function toArchived(row: Row): ArchivedDocument {
  const isOpen = row.completed_at === null
  return {
    id: row.id,
    code: row.code,
    template: row.template,
    title: row.title,
    number: row.number,
    subjectLabel: row.subject_label,
    unitPath: row.unit_path,
    signerName: row.signer_name,
    issuedAt: instantOf(row.issued_at),
    standing: row.replaced_by ? 'replaced' : row.revoked_at ? 'revoked' : isOpen ? 'unfinished' : 'stands',
    level: row.level,
    fileHash: row.file_hash,
    contentHash: row.content_hash,
    sizeBytes: row.size_bytes,
  }
}

export async function findArchived(db: AnyHandle, id: string): Promise<ArchivedDocument | undefined> {
  const { rows } = await sql<Row>`select ${columns} from documents.issued where id = ${id}`.execute(db)
  return rows[0] && toArchived(rows[0])
}

export interface StoredFile {
  readonly version: number
  readonly fileHash: string
  readonly sizeBytes: number
  readonly reason: FileVersionTable['reason']
  readonly madeAt: Temporal.Instant
}

/** Every file of a document, the first one first. */
export async function listFileVersions(db: AnyHandle, documentId: string): Promise<StoredFile[]> {
  const rows = await db
    .selectFrom('documents.file_version')
    .selectAll()
    .where('document_id', '=', documentId)
    .orderBy('version')
    .execute()
  return rows.map((row) => ({
    version: row.version,
    fileHash: row.file_hash,
    sizeBytes: row.size_bytes,
    reason: row.reason,
    madeAt: instantOf(row.made_at),
  }))
}
