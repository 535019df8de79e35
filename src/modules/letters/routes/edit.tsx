import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { permitted, staff } from '#kernel/access/access.ts'
import { AppError } from '#kernel/errors.ts'
import { type Answer, get, json, page, post, redirect } from '#kernel/http/route.ts'
import { getTemplateVersion, type LetterTemplate, listPublishedTemplates } from '#modules/templates/index.ts'
import { dropTyping, keepTyping, saveLetter } from '../commands/save-letter.ts'
import { startLetter } from '../commands/start-letter.ts'
import { submitLetter } from '../commands/submit-letter.ts'
import { changedBetween, type LetterContent } from '../content.ts'
import { actsOf } from '../letter-acts.ts'
import { getContent, type OpenLetter } from '../letter-row.ts'
import { letterPaths } from '../paths.ts'
import { listChainTemplates } from '../queries/chain-templates.ts'
import { findTyping, listVersions, listWorkingCopies } from '../queries/letter-file.ts'
import { readContent } from '../read-form.ts'
import { letterTexts } from '../texts/letter.ts'
import { workTexts } from '../texts/work.ts'
import { EditPage } from '../views/edit-page.tsx'
import { StartPage } from '../views/start-page.tsx'
import { type LetterContext, letterParams, readableLetter } from './letter.tsx'

const drafts = permitted('letters.draft')
const tabName = /^[A-Za-z0-9_-]{8,40}$/

export const startForm = get(letterPaths.start, {
  access: drafts,
  audit: 'none',
  query: z.object({ q: z.string().max(80).catch('') }),
  async handle(context) {
    const { db, actor, query, locale } = context
    const unitPath = actor.position?.unitPath
    const words = query.q.toLowerCase().split(/\s+/).filter(Boolean)
    const all = await listPublishedTemplates(db, { unitPath })
    const templates = all.filter((one) => {
      const text = `${one.name.id} ${one.name.en} ${one.kind}`.toLowerCase()
      return words.every((word) => text.includes(word))
    })
    const chains = unitPath ? await listChainTemplates(db, unitPath) : []
    const zone = context.tenant.profile.zone
    return page(
      <StartPage {...context} locale={locale} zone={zone} text={query.q} templates={templates} chains={chains} />,
    )
  },
})

export const start = post(letterPaths.start, {
  access: drafts,
  audit: 'none',
  async handle(context) {
    const { form } = context
    const { id } = await context.run(startLetter, {
      templateVersionId: form.get('templat'),
      chainTemplateId: form.get('rantai') || undefined,
    })
    return redirect(letterPaths.edit(id))
  },
})

interface Shown {
  readonly content: LetterContent
  readonly baseVersion: number
  readonly tab: string
  readonly error?: AppError | undefined
  readonly conflictAfter?: number | undefined
  readonly isResumed?: boolean
  readonly status?: number
}

async function show(
  context: LetterContext,
  letter: OpenLetter,
  template: LetterTemplate,
  shown: Shown,
): Promise<Answer> {
  const { db, actor, tenant, now } = context
  const copies = await listWorkingCopies(db, letter.row.id)
  const recent = now.subtract({ minutes: 15 })
  const versions = shown.conflictAfter === undefined ? [] : await listVersions(db, letter.row.id)
  const own = copies.find((copy) => copy.accountId === actor.accountId && copy.tab !== shown.tab)
  return page(
    <EditPage
      {...context}
      zone={tenant.profile.zone}
      letterId={letter.row.id}
      state={letter.row.state}
      template={template}
      content={shown.content}
      baseVersion={shown.baseVersion}
      tab={shown.tab}
      error={shown.error}
      conflict={versions[0]}
      others={copies.filter(
        (copy) => copy.accountId !== actor.accountId && Temporal.Instant.compare(copy.savedAt, recent) > 0,
      )}
      unsaved={shown.error || shown.isResumed || shown.conflictAfter !== undefined ? undefined : own}
      isResumed={shown.isResumed ?? false}
    />,
    shown.status ?? shown.error?.status ?? 200,
  )
}

export const editForm = get('/naskah/surat/:letterId/sunting', {
  access: staff,
  audit: 'none',
  params: letterParams,
  query: z.object({ ketikan: z.string().regex(tabName).optional().catch(undefined) }),
  async handle(context) {
    const { tenant, db, actor, query } = context
    const letter = await editableLetter(context)
    const template = await getTemplateVersion(db, letter.row.template_version_id)
    const before = await getContent(tenant, db, letter.row)
    if (context.kept) {
      const content = readContent(template, context.kept, before)
      const baseVersion = Number(context.kept.get('baseVersion')) || letter.row.version
      return show(context, letter, template, { content, baseVersion, tab: newTab() })
    }
    const typed = query.ketikan
      ? await findTyping(tenant, db, letter.row.id, { tab: query.ketikan, accountId: actor.accountId ?? '' })
      : undefined
    if (typed && query.ketikan) {
      const { content, baseVersion } = typed
      const behind = baseVersion === letter.row.version ? {} : { conflictAfter: baseVersion }
      const tab = query.ketikan
      return show(context, letter, template, {
        content,
        baseVersion: letter.row.version,
        tab,
        isResumed: true,
        ...behind,
      })
    }
    return show(context, letter, template, { content: before, baseVersion: letter.row.version, tab: newTab() })
  },
})

const newTab = (): string => randomBytes(9).toString('base64url')

/** @throws forbidden when it is not this person's to edit now */
async function editableLetter(context: LetterContext): Promise<OpenLetter> {
  const letter = await readableLetter(context, context.params.letterId)
  const acts = actsOf(context.actor, letter)
  if (!acts.edit && !acts.editOnItsWay) throw new AppError('forbidden')
  return letter
}

export const edit = post('/naskah/surat/:letterId/sunting', {
  access: staff,
  audit: 'none',
  params: letterParams,
  async handle(context) {
    const { form, locale, tenant, db } = context
    const { letterId } = context.params
    const letter = await editableLetter(context)
    const template = await getTemplateVersion(db, letter.row.template_version_id)
    const content = readContent(template, form, await getContent(tenant, db, letter.row))
    const baseVersion = Number(form.get('baseVersion')) || 0
    const tab = tabName.test(form.get('tab')) ? form.get('tab') : newTab()
    if (form.has('add-row') || form.has('remove-row')) {
      return show(context, letter, template, { content, baseVersion, tab })
    }
    const t = workTexts(locale)
    try {
      const { version, changed } = await context.run(saveLetter, { letterId, baseVersion, tab, content })
      const restarted = letter.row.state === 'running' && changed.length > 0
      context.notify(
        t(changed.length === 0 ? 'edit.unchanged' : restarted ? 'edit.restarted' : 'edit.saved', { version }),
      )
      if (!form.has('ajukan')) return redirect(letterPaths.letter(letterId))
      await context.run(submitLetter, { letterId, version })
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'conflict') throw error
      // Saving once more is then a decision: the newer version was seen.
      return show(context, letter, template, {
        content,
        baseVersion: letter.row.version,
        tab,
        conflictAfter: baseVersion,
        status: 409,
      })
    }
    context.notify(letterTexts(locale)('done.submit'))
    return redirect(letterPaths.letter(letterId))
  },
  invalid: showTyped,
})

/** The form with everything that was typed; it may have been saved before it was refused. */
export async function showTyped(context: LetterContext, error: AppError): Promise<Answer> {
  const { form, tenant, db } = context
  const letter = await readableLetter(context, context.params.letterId)
  const template = await getTemplateVersion(db, letter.row.template_version_id)
  const before = await getContent(tenant, db, letter.row)
  const content = form.has('subject') ? readContent(template, form, before) : before
  const tab = tabName.test(form.get('tab')) ? form.get('tab') : newTab()
  const isSaved = changedBetween(before, content).length === 0
  const baseVersion = isSaved ? letter.row.version : Number(form.get('baseVersion')) || letter.row.version
  return show(context, letter, template, { content, baseVersion, tab, error })
}

/** What is being typed, every few seconds; or thrown away. */
export const typing = post('/naskah/surat/:letterId/ketikan', {
  access: staff,
  audit: 'none',
  params: letterParams,
  perMinute: 120,
  async handle(context) {
    const { form, tenant, db } = context
    const { letterId } = context.params
    if (form.has('buang')) {
      await context.run(dropTyping, { letterId })
      return redirect(letterPaths.edit(letterId))
    }
    const letter = await editableLetter(context)
    const template = await getTemplateVersion(db, letter.row.template_version_id)
    const content = readContent(template, form, await getContent(tenant, db, letter.row))
    const baseVersion = Number(form.get('baseVersion')) || 0
    await context.run(keepTyping, { letterId, baseVersion, tab: form.get('tab'), content })
    return json({ saved: true })
  },
})
