import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import type { AppError } from '#kernel/errors.ts'
import { type Answer, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { findTemplateVersion, type LetterTemplate, listPublishedTemplates } from '#modules/templates/index.ts'
import { mergeLetters } from '../commands/merge-letters.ts'
import { emptyContent } from '../commands/start-letter.ts'
import { parseRows } from '../merge/parse-rows.ts'
import { type MergeReading, readMerge } from '../merge/read-merge.ts'
import { letterPaths } from '../paths.ts'
import { listChainTemplates } from '../queries/chain-templates.ts'
import { readContent } from '../read-form.ts'
import { workTexts } from '../texts/work.ts'
import { MergePage } from '../views/merge-page.tsx'

const drafts = permitted('letters.draft')
const mergeQuery = z.object({ templat: z.uuid().optional().catch(undefined) })

async function show(
  context: RouteContext,
  template: LetterTemplate | undefined,
  more: {
    readonly reading?: MergeReading | undefined
    readonly error?: AppError | undefined
    readonly status?: number
  } = {},
): Promise<Answer> {
  const { db, actor, tenant } = context
  const unitPath = actor.position?.unitPath
  const form = context.kept ?? context.form
  return page(
    <MergePage
      {...context}
      zone={tenant.profile.zone}
      template={template}
      templates={await listPublishedTemplates(db, { unitPath })}
      chains={unitPath ? await listChainTemplates(db, unitPath) : []}
      content={template && readContent(template, form, emptyContent(template))}
      form={form}
      reading={more.reading}
      error={more.error}
    />,
    more.error?.status ?? more.status ?? 200,
  )
}

export const mergeForm = get(letterPaths.merge, {
  access: drafts,
  audit: 'none',
  query: mergeQuery,
  async handle(context) {
    const id = context.query.templat ?? context.kept?.get('templat')
    return show(context, id ? await findTemplateVersion(context.db, id) : undefined)
  },
})

async function templateOf(context: RouteContext): Promise<LetterTemplate | undefined> {
  const id = z.uuid().safeParse(context.form.get('templat'))
  return id.success ? findTemplateVersion(context.db, id.data) : undefined
}

/** First a check of every row, then all letters at once. */
export const merge = post(letterPaths.merge, {
  access: drafts,
  audit: 'none',
  async handle(context) {
    const { form, locale } = context
    const template = await templateOf(context)
    if (!template || form.has('add-row') || form.has('remove-row')) return show(context, template)
    const base = readContent(template, form, emptyContent(template))
    const reading = readMerge(template, base, parseRows(form.get('rows')))
    const isReady = reading.faults.length === 0 && reading.rows.every((row) => row.errors.length === 0)
    if (!isReady) return show(context, template, { reading, status: 422 })
    if (!form.has('buat')) return show(context, template, { reading })
    const submit = form.get('ajukan') === 'yes'
    const { count } = await context.run(mergeLetters, {
      templateVersionId: template.versionId,
      name: form.get('name'),
      contents: reading.rows.map((row) => row.content),
      chainTemplateId: form.get('rantai') || undefined,
      submit,
    })
    context.notify(workTexts(locale)(submit ? 'merge.done-submitted' : 'merge.done', { n: count }))
    return redirect(letterPaths.drafts)
  },
  async invalid(context, error) {
    const template = await templateOf(context)
    return show(context, template, { error })
  },
})
