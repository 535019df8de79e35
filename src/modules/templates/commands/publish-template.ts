import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { AppError } from '#kernel/errors.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { checkContent } from '../letter/check-content.ts'
import { inventedFrame } from '../letter/specimen.ts'
import { tryPdf } from '../letter/try-letter.ts'
import { editorOf, getVersion, lockTemplate, noteChange, versionsOf, wrongState } from './template-row.ts'

const publishes = permitted('templates.publish', { stepUp: true })
const keyText = z.string().max(60)

/**
 * Makes a draft the version of new letters: by another person than who edited it last, and only when its specimen
 * comes out as an archival PDF. From then on it never changes.
 */
export const publishDraft = command({
  name: 'templates.publish-draft',
  event: 'templates.version-published.v1',
  access: publishes,
  input: z.object({ key: keyText, revision: z.number().int().min(1) }),
  async run(tx, input, context) {
    const template = await lockTemplate(tx, input.key)
    context.require('templates.publish', { unitPath: template.unit_path })
    const { draft } = await versionsOf(tx, template.id)
    if (!draft) throw wrongState('Templat ini tidak mempunyai konsep.', 'This template has no draft.')
    if (draft.revision !== input.revision) {
      throw new AppError('conflict', {
        text: {
          id: 'Konsep ini disimpan lagi setelah Anda membacanya. Baca dahulu perubahannya.',
          en: 'This draft was saved again after you read it. Read the changes first.',
        },
      })
    }
    if (draft.editor_key === editorOf(context)) {
      throw new AppError('forbidden', {
        text: {
          id: 'Konsep diterbitkan oleh orang lain daripada yang terakhir mengubahnya. Mintalah rekan memeriksanya.',
          en: 'A draft is published by somebody else than who edited it last. Ask a colleague to check it.',
        },
      })
    }
    const faults = checkContent(draft.content)
    if (faults.length > 0) throw new AppError('invalid-input', { fields: faults })
    const now = new Date(context.now.epochMilliseconds)
    const tried = await tryPdf(draft.content, template.copied_from ?? template.key, inventedFrame, now)
    if ('faults' in tried) {
      throw new AppError('invalid-input', { fields: tried.faults.map(({ say }) => ({ path: 'source', message: say })) })
    }
    await tx
      .updateTable('templates.version')
      .set({ state: 'published', published_at: context.now.toString(), published_by: labelOf(context.actor) })
      .where('id', '=', draft.id)
      .execute()
    await tx
      .updateTable('templates.template')
      .set({
        status: 'published',
        published_version: draft.version,
        kind: draft.content.kind,
        name_id: draft.content.name.id,
        name_en: draft.content.name.en,
      })
      .where('id', '=', template.id)
      .execute()
    await noteChange(tx, context, template, { version: draft.version, act: 'published' })
    const payload = { key: template.key, version: draft.version, hash: draft.hash.toString('hex') }
    return { result: { version: draft.version }, event: { subject: { type: 'template', id: template.id }, payload } }
  },
})

/** No new letter is made from it; those that are there go on. */
export const retireTemplate = command({
  name: 'templates.retire-template',
  event: 'templates.template-retired.v1',
  access: publishes,
  input: z.object({ key: keyText, reason: z.string().trim().min(5).max(500) }),
  async run(tx, input, context) {
    const template = await lockTemplate(tx, input.key)
    context.require('templates.publish', { unitPath: template.unit_path })
    if (template.status !== 'published') {
      throw wrongState('Hanya templat yang terbit dapat dihentikan.', 'Only a published template can be retired.')
    }
    await tx.updateTable('templates.template').set({ status: 'retired' }).where('id', '=', template.id).execute()
    await noteChange(tx, context, template, {
      version: template.published_version ?? 1,
      act: 'retired',
      note: input.reason,
    })
    const payload = { key: template.key, reason: input.reason }
    return { result: undefined, event: { subject: { type: 'template', id: template.id }, payload } }
  },
})

/** Lets letters be made from a retired template again, or from an earlier version of one. */
export const restoreTemplate = command({
  name: 'templates.restore-template',
  event: 'templates.template-restored.v1',
  access: publishes,
  input: z.object({
    key: keyText,
    /** Which published version; the last one when left out. */
    version: z.number().int().min(1).optional(),
    reason: z.string().trim().min(5).max(500),
  }),
  async run(tx, input, context) {
    const template = await lockTemplate(tx, input.key)
    context.require('templates.publish', { unitPath: template.unit_path })
    const version = input.version ?? template.published_version
    if (template.status === 'draft' || version === null) {
      throw wrongState('Templat ini belum pernah terbit.', 'This template was never published.')
    }
    if (template.status === 'published' && version === template.published_version) {
      throw wrongState('Versi ini sudah dipakai.', 'This version is in use.')
    }
    const chosen = await getVersion(tx, template.id, version)
    if (chosen.state !== 'published') {
      throw wrongState(
        'Hanya versi yang pernah terbit dapat dipakai lagi.',
        'Only a published version can be used again.',
      )
    }
    await tx
      .updateTable('templates.template')
      .set({
        status: 'published',
        published_version: version,
        kind: chosen.content.kind,
        name_id: chosen.content.name.id,
        name_en: chosen.content.name.en,
      })
      .where('id', '=', template.id)
      .execute()
    await noteChange(tx, context, template, { version, act: 'restored', note: input.reason })
    const payload = { key: template.key, version, reason: input.reason }
    return { result: { version }, event: { subject: { type: 'template', id: template.id }, payload } }
  },
})
