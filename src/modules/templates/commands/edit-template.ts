import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { AppError, invalidField } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { changedParts } from '../domain.ts'
import { hashContent, plain } from '../install.ts'
import { checkContent, contentSchema } from '../letter/check-content.ts'
import type { TemplateContent } from '../template.ts'
import {
  editorOf,
  getVersion,
  lockTemplate,
  noteChange,
  refuseBuiltIn,
  versionsOf,
  wrongState,
} from './template-row.ts'

const edits = permitted('templates.edit')
const keyText = z.string().max(60)

/** A template of the region's own, from one that is there: begins as a draft. */
export const copyTemplate = command({
  name: 'templates.copy-template',
  event: 'templates.template-copied.v1',
  access: edits,
  input: z.object({
    /** Of the one that is copied. */
    from: keyText,
    key: z
      .string()
      .trim()
      .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
      .min(3)
      .max(60),
    nameId: z.string().trim().min(3).max(120),
    nameEn: z.string().trim().min(3).max(120),
    /** The unit that keeps it; empty for the whole region. */
    unitPath: z.string().max(200),
  }),
  async run(tx, input, context) {
    context.require('templates.edit', { unitPath: input.unitPath })
    const origin = await lockTemplate(tx, input.from)
    const taken = await tx.selectFrom('templates.template').select('id').where('key', '=', input.key).executeTakeFirst()
    if (taken) throw invalidField('key', 'Kunci ini sudah dipakai templat lain.', 'Another template has this key.')
    const { newest } = await versionsOf(tx, origin.id)
    const source = await getVersion(tx, origin.id, origin.published_version ?? newest)
    const content: TemplateContent = { ...source.content, name: { id: input.nameId, en: input.nameEn } }
    const id = newId(context.now.epochMilliseconds)
    const by = labelOf(context.actor)
    await tx
      .insertInto('templates.template')
      .values({
        id,
        key: input.key,
        kind: content.kind,
        is_built_in: false,
        copied_from: origin.key,
        unit_path: input.unitPath,
        status: 'draft',
        name_id: input.nameId,
        name_en: input.nameEn,
        changed_at: context.now.toString(),
        changed_by: by,
      })
      .execute()
    await insertDraft(tx, context, id, 1, content, '')
    await noteChange(tx, context, { id }, { version: 1, act: 'copied', note: origin.key })
    const payload = { key: input.key, from: origin.key, unitPath: input.unitPath }
    return { result: { key: input.key }, event: { subject: { type: 'template', id }, payload } }
  },
})

/** Saves what a template will say; the first saving after a publication begins the next version. */
export const saveDraft = command({
  name: 'templates.save-draft',
  event: 'templates.draft-saved.v1',
  access: edits,
  input: z.object({
    key: keyText,
    /** Of the draft as it was read; 0 when there was none. */
    revision: z.number().int().min(0),
    content: contentSchema,
    /** Why, in the editor's words. */
    note: z.string().trim().max(500),
  }),
  async run(tx, input, context) {
    const template = await lockTemplate(tx, input.key)
    context.require('templates.edit', { unitPath: template.unit_path })
    refuseBuiltIn(template)
    const faults = checkContent(input.content)
    if (faults.length > 0) throw new AppError('invalid-input', { fields: faults })
    const content = plain(input.content)
    const { draft, newest } = await versionsOf(tx, template.id)
    if ((draft?.revision ?? 0) !== input.revision) throw editedMeanwhile(draft?.edited_by)
    const version = draft?.version ?? newest + 1
    const before = draft ?? (await getVersion(tx, template.id, newest))
    const parts = changedParts(before.content, content)
    // Saved again as it was: nothing happened.
    if (parts.length === 0) return { result: { version, revision: input.revision }, event: undefined }
    if (draft) {
      await tx
        .updateTable('templates.version')
        .set({
          content: JSON.stringify(content),
          hash: hashContent(content),
          revision: draft.revision + 1,
          note: input.note,
          edited_at: context.now.toString(),
          edited_by: labelOf(context.actor),
          editor_key: editorOf(context),
        })
        .where('id', '=', draft.id)
        .execute()
    } else await insertDraft(tx, context, template.id, version, content, input.note)
    if (template.status === 'draft') {
      await tx
        .updateTable('templates.template')
        .set({ name_id: content.name.id, name_en: content.name.en, kind: content.kind })
        .where('id', '=', template.id)
        .execute()
    }
    await noteChange(tx, context, template, { version, act: draft ? 'edited' : 'begun', parts, note: input.note })
    return {
      result: { version, revision: (draft?.revision ?? 0) + 1 },
      event: { subject: { type: 'template', id: template.id }, payload: { key: template.key, version, parts } },
    }
  },
})

/** Puts a draft aside; its number is not used again. */
export const discardDraft = command({
  name: 'templates.discard-draft',
  event: 'templates.draft-discarded.v1',
  access: edits,
  input: z.object({ key: keyText, reason: z.string().trim().min(5).max(500) }),
  async run(tx, input, context) {
    const template = await lockTemplate(tx, input.key)
    context.require('templates.edit', { unitPath: template.unit_path })
    const { draft } = await versionsOf(tx, template.id)
    if (!draft) throw wrongState('Templat ini tidak mempunyai konsep.', 'This template has no draft.')
    if (template.published_version === null) {
      throw wrongState(
        'Konsep ini versi satu-satunya. Ubah isinya, atau biarkan tidak diterbitkan.',
        'This draft is the only version. Change it, or leave it unpublished.',
      )
    }
    await tx
      .updateTable('templates.version')
      .set({ state: 'discarded', note: input.reason })
      .where('id', '=', draft.id)
      .execute()
    await noteChange(tx, context, template, { version: draft.version, act: 'discarded', note: input.reason })
    const payload = { key: template.key, version: draft.version, reason: input.reason }
    return { result: undefined, event: { subject: { type: 'template', id: template.id }, payload } }
  },
})

async function insertDraft(
  tx: Parameters<typeof copyTemplate.run>[0],
  context: Parameters<typeof copyTemplate.run>[2],
  templateId: string,
  version: number,
  content: TemplateContent,
  note: string,
): Promise<void> {
  await tx
    .insertInto('templates.version')
    .values({
      id: newId(context.now.epochMilliseconds),
      template_id: templateId,
      version,
      state: 'draft',
      content: JSON.stringify(content),
      hash: hashContent(content),
      note,
      edited_at: context.now.toString(),
      edited_by: labelOf(context.actor),
      editor_key: editorOf(context),
    })
    .execute()
}

function editedMeanwhile(by: string | undefined): AppError {
  const message = by
    ? {
        id: `Templat ini baru saja disimpan oleh ${by}. Buka lagi di tab lain, lalu gabungkan perubahan Anda.`,
        en: `${by} has just saved this template. Open it in another tab and bring your changes together.`,
      }
    : {
        id: 'Konsep ini sudah diterbitkan atau disingkirkan. Buka lagi templatnya di tab lain, lalu gabungkan perubahan Anda.',
        en: 'This draft has been published or put aside. Open the template in another tab and bring your changes together.',
      }
  // With a field, though of none: the form comes back with everything that was typed.
  return new AppError('conflict', { text: message, fields: [{ path: '', message }] })
}
