import { sql } from 'kysely'
import { instantOf } from '#kernel/clock/clock.ts'
import { containing } from '#kernel/db/containing.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import type { ContentPart } from '../domain.ts'
import { groupOf, type LetterGroup, type LetterKind, letterKinds } from '../kinds.ts'
import type { ChangeTable } from '../tables.ts'
import type { TemplateContent } from '../template.ts'

export type TemplateStatus = 'draft' | 'published' | 'retired'

/** A template in the list of those who keep them. */
export interface ListedTemplate {
  readonly id: string
  readonly key: string
  readonly name: LocalText
  readonly kind: LetterKind
  readonly group: LetterGroup
  readonly isBuiltIn: boolean
  readonly copiedFrom: string | undefined
  readonly unitPath: string
  readonly status: TemplateStatus
  readonly publishedVersion: number | undefined
  /** Version of a draft that waits to be published. */
  readonly draftVersion: number | undefined
  readonly changedAt: Temporal.Instant
  readonly changedBy: string
}

export interface TemplateFilter {
  /** Part of name or key. */
  readonly text?: string | undefined
  readonly group?: LetterGroup | undefined
  readonly status?: TemplateStatus | undefined
  readonly origin?: 'built-in' | 'own' | undefined
  /** Name and key of the last row of the page before, as the list gave it. */
  readonly after?: string | undefined
}

export const templatePageSize = 50

export async function listTemplates(
  db: AnyHandle,
  { text, group, status, origin, after }: TemplateFilter,
  limit = templatePageSize,
): Promise<{ rows: ListedTemplate[]; next: string | undefined }> {
  const kinds = group && (Object.keys(letterKinds) as LetterKind[]).filter((kind) => groupOf(kind) === group)
  const like = containing(text ?? '')
  const [name, key] = after?.split('\n') ?? []
  const { rows } = await selectTemplates(
    db,
    sql`where true
      ${text ? sql`and (t.name_id ilike ${like} or t.name_en ilike ${like} or t.key ilike ${like})` : sql``}
      ${kinds ? sql`and t.kind = any(${kinds})` : sql``}
      ${status ? sql`and t.status = ${status}` : sql``}
      ${origin ? sql`and t.is_built_in = ${origin === 'built-in'}` : sql``}
      ${name && key ? sql`and (t.name_id, t.key) > (${name}, ${key})` : sql``}
      order by t.name_id, t.key limit ${limit + 1}`,
  )
  const shown = rows.slice(0, limit).map(templateOf)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > limit && last ? `${last.name.id}\n${last.key}` : undefined }
}

export async function findTemplate(db: AnyHandle, key: string): Promise<ListedTemplate | undefined> {
  const { rows } = await selectTemplates(db, sql`where t.key = ${key}`)
  return rows[0] && templateOf(rows[0])
}

export interface TemplateVersion {
  readonly id: string
  readonly version: number
  readonly state: 'draft' | 'published' | 'discarded'
  readonly revision: number
  readonly note: string
  readonly content: TemplateContent
  readonly editedAt: Temporal.Instant
  readonly editedBy: string
  readonly editorKey: string
  readonly publishedAt: Temporal.Instant | undefined
  readonly publishedBy: string | undefined
}

/** Newest first. */
export async function listVersions(db: AnyHandle, templateId: string): Promise<TemplateVersion[]> {
  const rows = await db
    .selectFrom('templates.version')
    .selectAll()
    .where('template_id', '=', templateId)
    .orderBy('version', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    state: row.state,
    revision: row.revision,
    note: row.note,
    content: row.content as TemplateContent,
    editedAt: instantOf(row.edited_at),
    editedBy: row.edited_by,
    editorKey: row.editor_key,
    publishedAt: row.published_at ? instantOf(row.published_at) : undefined,
    publishedBy: row.published_by ?? undefined,
  }))
}

export interface TemplateChange {
  readonly id: string
  readonly version: number
  readonly act: ChangeTable['act']
  readonly parts: readonly ContentPart[]
  readonly note: string
  readonly at: Temporal.Instant
  readonly by: string
}

/** The last hundred changes, newest first. */
export async function listChanges(db: AnyHandle, templateId: string): Promise<TemplateChange[]> {
  const rows = await db
    .selectFrom('templates.change')
    .selectAll()
    .where('template_id', '=', templateId)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    act: row.act,
    parts: row.parts as ContentPart[],
    note: row.note,
    at: instantOf(row.made_at),
    by: row.made_by,
  }))
}

interface TemplateRow {
  id: string
  key: string
  name_id: string
  name_en: string
  kind: LetterKind
  is_built_in: boolean
  copied_from: string | null
  unit_path: string
  status: TemplateStatus
  published_version: number | null
  draft_version: number | null
  changed_at: Date
  changed_by: string
}

function selectTemplates(db: AnyHandle, rest: ReturnType<typeof sql>) {
  return sql<TemplateRow>`
    select t.id, t.key, t.name_id, t.name_en, t.kind, t.is_built_in, t.copied_from, t.unit_path, t.status,
      t.published_version, d.version as draft_version, t.changed_at, t.changed_by
    from templates.template t
    left join templates.version d on d.template_id = t.id and d.state = 'draft'
    ${rest}`.execute(db)
}

function templateOf(row: TemplateRow): ListedTemplate {
  return {
    id: row.id,
    key: row.key,
    name: { id: row.name_id, en: row.name_en },
    kind: row.kind,
    group: groupOf(row.kind),
    isBuiltIn: row.is_built_in,
    copiedFrom: row.copied_from ?? undefined,
    unitPath: row.unit_path,
    status: row.status,
    publishedVersion: row.published_version ?? undefined,
    draftVersion: row.draft_version ?? undefined,
    changedAt: instantOf(row.changed_at),
    changedBy: row.changed_by,
  }
}
