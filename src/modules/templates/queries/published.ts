import { sql } from 'kysely'
import type { AnyHandle } from '#kernel/db/database.ts'
import { notFound } from '#kernel/errors.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import type { Act, LetterLayout } from '#modules/documents/index.ts'
import { groupOf, type LetterGroup, type LetterKind } from '../kinds.ts'
import type { LetterTemplate, TemplateContent } from '../template.ts'

/** A template as one chooses among them. */
export interface PublishedTemplate {
  /** What a new letter keeps. */
  readonly versionId: string
  readonly key: string
  readonly version: number
  readonly name: LocalText
  readonly kind: LetterKind
  readonly group: LetterGroup
  readonly layout: LetterLayout
  readonly act: Act
  readonly register: string | undefined
  readonly signers: number
  readonly isBuiltIn: boolean
}

/**
 * What letters can be drafted from today, by kind and name.
 * @param unitPath only what that unit may use: templates of the region, of the unit and of those above it
 */
export async function listPublishedTemplates(
  db: AnyHandle,
  { unitPath }: { readonly unitPath?: string | undefined } = {},
): Promise<PublishedTemplate[]> {
  const { rows } = await sql<{
    id: string
    key: string
    version: number
    is_built_in: boolean
    kind: LetterKind
    name: LocalText
    layout: LetterLayout
    act: Act
    register: string | null
    signers: number
  }>`
    select v.id, t.key, v.version, t.is_built_in, t.kind, v.content -> 'name' as name,
      v.content ->> 'layout' as layout, v.content ->> 'act' as act, v.content ->> 'register' as register,
      jsonb_array_length(v.content -> 'signers') as signers
    from templates.template t
    join templates.version v on v.template_id = t.id and v.version = t.published_version
    where t.status = 'published'
      ${unitPath === undefined ? sql`` : sql`and (t.unit_path = '' or ${`${unitPath}.`} like t.unit_path || '.%')`}
    order by t.kind, t.name_id`.execute(db)
  return rows.map(({ id, register, is_built_in, ...row }) => ({
    ...row,
    versionId: id,
    group: groupOf(row.kind),
    register: register ?? undefined,
    isBuiltIn: is_built_in,
  }))
}

/** One version, published or not; a letter goes on with its own when a later one is published. @throws not-found */
export async function getTemplateVersion(db: AnyHandle, versionId: string): Promise<LetterTemplate> {
  const found = await findTemplateVersion(db, versionId)
  if (!found) throw notFound()
  return found
}

export async function findTemplateVersion(db: AnyHandle, versionId: string): Promise<LetterTemplate | undefined> {
  const row = await db
    .selectFrom('templates.version as v')
    .innerJoin('templates.template as t', 't.id', 'v.template_id')
    .select(['v.id', 'v.template_id', 'v.version', 'v.content', 't.key', 't.is_built_in'])
    .where('v.id', '=', versionId)
    .executeTakeFirst()
  if (!row) return undefined
  const content = row.content as TemplateContent
  return {
    ...content,
    versionId: row.id,
    templateId: row.template_id,
    key: row.key,
    version: row.version,
    group: groupOf(content.kind),
    isBuiltIn: row.is_built_in,
  }
}
