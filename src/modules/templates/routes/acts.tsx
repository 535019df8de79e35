import { type Access, permitted } from '#kernel/access/access.ts'
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

/** A form that asks for what an act needs, and the act: `run` tells what was done. */
function actRoutes(
  act: TemplateAct,
  access: Access,
  run: (context: KeyContext, t: ReturnType<typeof templateTexts>) => Promise<string>,
) {
  const path = templatePaths.act(':key', act)
  return [
    get(path, { access, audit: 'none', params: keyParams, handle: (context) => show(context, act) }),
    post(path, {
      access,
      audit: 'none',
      params: keyParams,
      async handle(context) {
        context.notify(await run(context, templateTexts(context.locale)))
        return redirect(templatePaths.view(context.params.key))
      },
      invalid: (context, error) => show(context, act, error),
    }),
  ]
}

export const actsOnTemplate = [
  ...actRoutes('terbitkan', publishes, async ({ run, form, params: { key } }, t) => {
    const { version } = await run(publishDraft, { key, revision: Number(form.get('revision')) })
    return t('published', { n: version })
  }),
  ...actRoutes('hentikan', publishes, async ({ run, form, params: { key } }, t) => {
    await run(retireTemplate, { key, reason: form.get('reason') })
    return t('retired')
  }),
  ...actRoutes('pakai-lagi', publishes, async ({ run, form, params: { key } }, t) => {
    const version = Number(form.get('version')) || undefined
    await run(restoreTemplate, { key, reason: form.get('reason'), ...(version ? { version } : {}) })
    return t('restored')
  }),
  ...actRoutes('singkirkan', edits, async ({ run, form, params: { key } }, t) => {
    await run(discardDraft, { key, reason: form.get('reason') })
    return t('discarded')
  }),
]

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
