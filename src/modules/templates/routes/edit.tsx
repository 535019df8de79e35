import { isPermitted, permitted } from '#kernel/access/access.ts'
import { type AppError, AppError as Refusal } from '#kernel/errors.ts'
import { FormValues } from '#kernel/http/form-values.ts'
import { type Answer, get, json, page, post, redirect } from '#kernel/http/route.ts'
import { listUnits } from '#modules/organization/index.ts'
import { copyTemplate, saveDraft } from '../commands/edit-template.ts'
import { checkContent, contentSchema } from '../letter/check-content.ts'
import { contentEntries, readContent } from '../letter/read-content.ts'
import { type TriedLetter, tryPages } from '../letter/try-letter.ts'
import { templatePaths } from '../paths.ts'
import { listVersions } from '../queries/templates.ts'
import type { TemplateContent } from '../template.ts'
import { templateTexts } from '../texts.ts'
import { EditTemplatePage } from '../views/edit-page.tsx'
import { CopyTemplatePage } from '../views/form-pages.tsx'
import { frameFor, type KeyContext, keyParams, originOf, templateOf } from './templates.tsx'

const edits = permitted('templates.edit')
/** Previews are asked for while one types. */
const previewsPerMinute = 90

export const editForm = get('/admin/templat/:key/ubah', {
  access: edits,
  audit: 'none',
  params: keyParams,
  handle: (context) => showEdit(context),
})

export const edit = post('/admin/templat/:key/ubah', {
  access: edits,
  audit: 'none',
  params: keyParams,
  async handle(context) {
    const { form, params } = context
    // Rows that come and go, and a look at the pages, save nothing.
    if (form.has('add-row') || form.has('remove-row') || form.has('pratinjau')) return showEdit(context)
    await context.run(saveDraft, {
      key: params.key,
      revision: Number(form.get('revision')),
      content: readContent(form),
      note: form.get('note'),
    } as never)
    context.notify(templateTexts(context.locale)('saved'))
    return redirect(templatePaths.view(params.key))
  },
  invalid: (context, error) => showEdit(context, error),
})

async function showEdit(context: KeyContext, error?: AppError): Promise<Answer> {
  const template = await templateOf(context)
  if (template.isBuiltIn) {
    throw new Refusal('wrong-state', {
      text: {
        id: 'Templat bawaan tidak diubah. Salin dahulu menjadi templat daerah, lalu ubah salinannya.',
        en: 'A template that comes with the program is not changed. Copy it, then change the copy.',
      },
    })
  }
  const versions = await listVersions(context.db, template.id)
  const draft = versions.find(({ state }) => state === 'draft')
  const current = draft ?? versions.find(({ version }) => version === template.publishedVersion) ?? versions[0]
  const typed = context.kept ?? (context.form.has('source') ? context.form : undefined)
  const form = typed ?? new FormValues(current ? contentEntries(current.content) : [])
  const tried = await tryTyped(context, form)
  return page(
    <EditTemplatePage
      {...context}
      template={template}
      form={form}
      error={error}
      // What was read when the form was first shown, so that a saving in between is noticed.
      revision={typed ? Number(form.get('revision')) : (draft?.revision ?? 0)}
      pages={'pages' in tried ? tried.pages : []}
      faults={'faults' in tried ? tried.faults : []}
    />,
    error?.status ?? 200,
  )
}

export const preview = post('/admin/templat/:key/pratinjau', {
  access: edits,
  audit: 'none',
  params: keyParams,
  perMinute: previewsPerMinute,
  async handle(context) {
    const { locale } = context
    const tried = await tryTyped(context, context.form)
    if ('pages' in tried) return json({ pages: tried.pages })
    return json({ faults: tried.faults.map(({ say, ...place }) => ({ ...place, text: say[locale] })) })
  },
})

/** The pages of what is in the form, whether or not it could be saved already. */
async function tryTyped(context: KeyContext, form: FormValues): Promise<TriedLetter> {
  const template = await templateOf(context)
  const parsed = contentSchema.safeParse(readContent(form))
  if (!parsed.success) {
    const rows = parsed.error.issues.map((issue) => issue.path.join('.')).slice(0, 3)
    const say = {
      id: `Lengkapi dahulu: ${rows.join(', ')}.`,
      en: `Complete this first: ${rows.join(', ')}.`,
    }
    return { faults: [{ say }] }
  }
  const [fault] = checkContent(parsed.data as TemplateContent)
  if (fault) return { faults: [{ say: fault.message }] }
  return tryPages(parsed.data, originOf(template), await frameFor(context, template))
}

export const copyForm = get('/admin/templat/:key/salin', {
  access: edits,
  audit: 'none',
  params: keyParams,
  handle: (context) => showCopy(context),
})

export const copy = post('/admin/templat/:key/salin', {
  access: edits,
  audit: 'none',
  params: keyParams,
  async handle(context) {
    const typed = context.form.pick('nameId', 'nameEn', 'key', 'unitPath')
    const { key } = await context.run(copyTemplate, { from: context.params.key, ...typed })
    context.notify(templateTexts(context.locale)('copied'))
    return redirect(templatePaths.view(key))
  },
  invalid: (context, error) => showCopy(context, error),
})

async function showCopy(context: KeyContext, error?: AppError): Promise<Answer> {
  const template = await templateOf(context)
  const { actor } = context
  const units = (await listUnits(context.db)).filter(({ path }) =>
    isPermitted(actor, 'templates.edit', { unitPath: path }),
  )
  const suggested = new FormValues([
    ['nameId', template.name.id],
    ['nameEn', template.name.en],
    ['key', `${template.key}-daerah`.slice(0, 60)],
    ['unitPath', actor.position?.unitPath ?? ''],
  ])
  return page(
    <CopyTemplatePage
      {...context}
      template={template}
      units={units}
      mayEverywhere={isPermitted(actor, 'templates.edit', { unitPath: '' })}
      form={context.kept ?? (context.form.has('key') ? context.form : suggested)}
      error={error}
    />,
    error?.status ?? 200,
  )
}
