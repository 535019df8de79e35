import { permitted } from '#kernel/access/access.ts'
import type { AppError } from '#kernel/errors.ts'
import { type Answer, get, page, post, redirect } from '#kernel/http/route.ts'
import { discardDraft } from '../commands/edit-template.ts'
import { publishDraft, restoreTemplate, retireTemplate } from '../commands/publish-template.ts'
import { templatePaths } from '../paths.ts'
import { listVersions } from '../queries/templates.ts'
import { templateTexts } from '../texts.ts'
import { type TemplateAct, TemplateActPage } from '../views/form-pages.tsx'
import { type KeyContext, keyParams, templateOf } from './templates.tsx'

const publishes = permitted('templates.publish', { stepUp: true })
const edits = permitted('templates.edit')

export const publishForm = get('/admin/templat/:key/terbitkan', {
  access: publishes,
  audit: 'none',
  params: keyParams,
  handle: (context) => show(context, 'terbitkan'),
})

export const publish = post('/admin/templat/:key/terbitkan', {
  access: publishes,
  audit: 'none',
  params: keyParams,
  async handle(context) {
    const { key } = context.params
    const { version } = await context.run(publishDraft, { key, revision: Number(context.form.get('revision')) })
    context.notify(templateTexts(context.locale)('published', { n: version }))
    return redirect(templatePaths.view(key))
  },
  invalid: (context, error) => show(context, 'terbitkan', error),
})

export const retireForm = get('/admin/templat/:key/hentikan', {
  access: publishes,
  audit: 'none',
  params: keyParams,
  handle: (context) => show(context, 'hentikan'),
})

export const retire = post('/admin/templat/:key/hentikan', {
  access: publishes,
  audit: 'none',
  params: keyParams,
  async handle(context) {
    const { key } = context.params
    await context.run(retireTemplate, { key, reason: context.form.get('reason') })
    context.notify(templateTexts(context.locale)('retired'))
    return redirect(templatePaths.view(key))
  },
  invalid: (context, error) => show(context, 'hentikan', error),
})

export const restoreForm = get('/admin/templat/:key/pakai-lagi', {
  access: publishes,
  audit: 'none',
  params: keyParams,
  handle: (context) => show(context, 'pakai-lagi'),
})

export const restore = post('/admin/templat/:key/pakai-lagi', {
  access: publishes,
  audit: 'none',
  params: keyParams,
  async handle(context) {
    const { key } = context.params
    const version = Number(context.form.get('version')) || undefined
    await context.run(restoreTemplate, { key, reason: context.form.get('reason'), ...(version ? { version } : {}) })
    context.notify(templateTexts(context.locale)('restored'))
    return redirect(templatePaths.view(key))
  },
  invalid: (context, error) => show(context, 'pakai-lagi', error),
})

export const discardForm = get('/admin/templat/:key/singkirkan', {
  access: edits,
  audit: 'none',
  params: keyParams,
  handle: (context) => show(context, 'singkirkan'),
})

export const discard = post('/admin/templat/:key/singkirkan', {
  access: edits,
  audit: 'none',
  params: keyParams,
  async handle(context) {
    const { key } = context.params
    await context.run(discardDraft, { key, reason: context.form.get('reason') })
    context.notify(templateTexts(context.locale)('discarded'))
    return redirect(templatePaths.view(key))
  },
  invalid: (context, error) => show(context, 'singkirkan', error),
})

async function show(context: KeyContext, act: TemplateAct, error?: AppError): Promise<Answer> {
  const template = await templateOf(context)
  const versions = await listVersions(context.db, template.id)
  const draft = versions.find(({ state }) => state === 'draft')
  return page(
    <TemplateActPage
      {...context}
      template={template}
      act={act}
      versions={versions}
      isOwnDraft={draft?.editorKey === context.actor.accountId}
      form={context.kept ?? context.form}
      error={error}
    />,
    error?.status ?? 200,
  )
}
