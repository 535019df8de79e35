import type { Selectable } from 'kysely'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import type { ContentPart } from '../domain.ts'
import type { ChangeTable, TemplateTable, VersionTable } from '../tables.ts'
import type { TemplateContent } from '../template.ts'

export type TemplateRow = Selectable<TemplateTable>
export type VersionRow = Omit<Selectable<VersionTable>, 'content'> & { readonly content: TemplateContent }

/** Locks a template for a change. @throws not-found */
export async function lockTemplate(tx: WriteHandle, key: string): Promise<TemplateRow> {
  const row = await tx
    .selectFrom('templates.template')
    .selectAll()
    .where('key', '=', key)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** The draft of a template, if it has one, and its newest version. */
export async function versionsOf(
  tx: WriteHandle,
  templateId: string,
): Promise<{ readonly draft: VersionRow | undefined; readonly newest: number }> {
  const rows = (await tx
    .selectFrom('templates.version')
    .selectAll()
    .where('template_id', '=', templateId)
    .orderBy('version', 'desc')
    .limit(1)
    .execute()) as VersionRow[]
  const [last] = rows
  return { draft: last?.state === 'draft' ? last : undefined, newest: last?.version ?? 0 }
}

export async function getVersion(tx: WriteHandle, templateId: string, version: number): Promise<VersionRow> {
  const row = await tx
    .selectFrom('templates.version')
    .selectAll()
    .where('template_id', '=', templateId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (!row) throw notFound()
  return row as VersionRow
}

/** Writes the history of a template, and when it was last touched. */
export async function noteChange(
  tx: WriteHandle,
  context: CommandContext,
  template: Pick<TemplateRow, 'id'>,
  change: {
    readonly version: number
    readonly act: ChangeTable['act']
    readonly parts?: readonly ContentPart[] | undefined
    readonly note?: string | undefined
  },
): Promise<void> {
  const at = context.now.toString()
  const by = labelOf(context.actor)
  await tx
    .insertInto('templates.change')
    .values({
      id: newId(context.now.epochMilliseconds),
      template_id: template.id,
      version: change.version,
      act: change.act,
      parts: [...(change.parts ?? [])],
      note: change.note ?? '',
      made_at: at,
      made_by: by,
    })
    .execute()
  await tx
    .updateTable('templates.template')
    .set({ changed_at: at, changed_by: by })
    .where('id', '=', template.id)
    .execute()
}

/** Who edited: an account, or a post where tests have none. */
export function editorOf({ actor }: CommandContext): string {
  return actor.accountId ?? actor.name
}

export function wrongState(id: string, en: string): AppError {
  return new AppError('wrong-state', { text: { id, en } })
}

export function refuseBuiltIn(template: TemplateRow): void {
  if (!template.is_built_in) return
  throw wrongState(
    'Templat bawaan tidak diubah. Salin dahulu menjadi templat daerah, lalu ubah salinannya.',
    'A template that comes with the program is not changed. Copy it, then change the copy.',
  )
}
