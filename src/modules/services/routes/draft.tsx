import { z } from 'zod'
import { citizen } from '#kernel/access/access.ts'
import { AppError, type FieldError, notFound } from '#kernel/errors.ts'
import { get, json, page, post, type Answer as RouteAnswer, type RouteContext, redirect } from '#kernel/http/route.ts'
import { fieldId } from '#ui/index.ts'
import { findCase } from '../commands/case-row.ts'
import { discardDraft, saveAnswers } from '../commands/draft.ts'
import { draftJourney, getOwnDraft } from '../commands/own-draft.ts'
import { submitCase } from '../commands/submit-case.ts'
import type { ServiceDefinition } from '../definition/schema.ts'
import { type Foretold, foretell } from '../flow/foretell.ts'
import { isRequired, type Journey } from '../form/journey.ts'
import { fieldsOfPages, isRowKind } from '../form/kinds.ts'
import { askedFields, readAnswers, type Typed } from '../form/read-answers.ts'
import { servicePaths } from '../paths.ts'
import { listAttachments } from '../queries/attachments.ts'
import { CheckPage } from '../views/check-page.tsx'
import { DraftPage } from '../views/draft-pages.tsx'
import { fieldAids, sheetFor } from './field-aids.ts'
import { afterButton, anchorAfter, newQuestions, newQuestionsText, workButtons } from './page-work.ts'
import { fileLimits, ownFilesOf, takeFiles, takeOneFile } from './uploads.ts'

const draftParams = z.object({ draftId: z.uuid() })
const pageParams = z.object({ draftId: z.uuid(), pageId: z.string().max(60) })

/** Leads to the first page that still needs something, or to the check page. */
export const resumeDraft = get('/pengajuan/:draftId', {
  access: citizen,
  audit: 'own-data',
  params: draftParams,
  async handle(context) {
    const { draftId } = context.params
    const sent = await findCase(context.db, draftId)
    if (sent && sent.row.account_id === context.actor.accountId) return redirect(servicePaths.ownCase(draftId))
    const draft = await getOwnDraft(context, context.db, draftId, context.actor.accountId)
    const journey = await draftJourney(context.tenant, context.db, draft, context.now)
    return redirect(journey.next ? servicePaths.draftPage(draftId, journey.next.id) : servicePaths.draftCheck(draftId))
  },
})

interface Refused {
  readonly typed: Typed
  readonly errors: readonly FieldError[]
  readonly notice?: string | undefined
}

type PageContext = RouteContext<z.infer<typeof pageParams>>

async function showPage(context: PageContext, refused?: Refused): Promise<RouteAnswer> {
  const { draftId, pageId } = context.params
  const { tenant, db, now } = context
  const draft = await getOwnDraft(context, db, draftId, context.actor.accountId)
  const journey = await draftJourney(tenant, db, draft, now)
  const current = journey.pages.find((candidate) => candidate.id === pageId)
  if (!current) return redirect(servicePaths.draft(draftId))
  if (draft.sentAt) return redirect(servicePaths.draftCheck(draftId))
  const fields = fieldsOfPages([current.definition])
  const restored = context.kept ? readAnswers(context.kept, askedFields(context.kept, fields)) : undefined
  // Rows left blank are no answers, but somebody has just asked for them.
  const rows = Object.fromEntries(
    fields.filter((field) => isRowKind(field.kind)).map((field) => [field.id, draft.answers[field.id] ?? []]),
  )
  const typed = refused?.typed ?? restored ?? (rows as Typed)
  // New questions are new: what they still lack is no mistake yet.
  const errors = refused?.errors ?? (current.seen && !restored && !context.notice ? current.errors : [])
  return page(
    <DraftPage
      draftId={draftId}
      definition={draft.definition}
      journey={journey}
      given={draft.answers}
      pageId={pageId}
      files={await listAttachments(db, draftId)}
      aids={
        await fieldAids(context, {
          ownerId: draftId,
          personId: draft.personId,
          fields,
          values: { ...draft.answers, ...journey.answers, ...typed },
          isOptional: (field) => !isRequired(field, journey),
          canSearch: true,
        })
      }
      typed={typed}
      errors={errors}
      notice={refused ? refused.notice : context.notice}
      kept={restored !== undefined}
      savedAt={draft.updatedAt}
      zone={tenant.profile.zone}
    />,
    refused ? 422 : 200,
  )
}

export const draftPage = get('/pengajuan/:draftId/isi/:pageId', {
  access: citizen,
  audit: 'own-data',
  params: pageParams,
  handle: (context) => showPage(context),
})

/** Saves first, whatever it is; only then says what is wrong. */
export const saveDraftPage = post('/pengajuan/:draftId/isi/:pageId', {
  access: citizen,
  audit: 'own-data',
  params: pageParams,
  upload: fileLimits,
  async handle(context) {
    const { draftId, pageId } = context.params
    const { form } = context
    const draft = await getOwnDraft(context, context.db, draftId, context.actor.accountId)
    const definition = draft.definition.form.pages.find((candidate) => candidate.id === pageId)
    if (!definition) throw notFound()
    const shown = askedFields(form, fieldsOfPages([definition]))
    const work = workButtons.find((name) => form.has(name))
    const isPartial = context.wantsJson || form.has('save-leave') || work !== undefined
    const typed = await afterButton(context, readAnswers(form, shown), draft.personId, isPartial)
    const saved = await context.run(saveAnswers, { draftId, pageId, answers: typed, finished: !isPartial })
    if (context.wantsJson) return json({ savedAt: saved.savedAt, refused: saved.refused.map((error) => error.path) })
    const badFile = await takeFiles(context, ownFilesOf(context, draftId), form)
    const refused = badFile ? [...saved.refused, badFile] : saved.refused
    if (refused.length > 0) return showPage(context, { typed, errors: refused })
    if (form.has('save-leave')) return redirect(servicePaths.ownFiles)
    if (work) return redirect(`${servicePaths.draftPage(draftId, pageId)}${anchorAfter(form, work, typed)}`)
    return continueFrom(context, typed)
  },
})

async function continueFrom(context: PageContext, typed: Typed): Promise<RouteAnswer> {
  const { draftId, pageId } = context.params
  const draft = await getOwnDraft(context, context.db, draftId, context.actor.accountId)
  const journey = await draftJourney(context.tenant, context.db, draft, context.now)
  const index = journey.pages.findIndex((candidate) => candidate.id === pageId)
  const current = journey.pages[index]
  const fresh = current ? newQuestions(context.form, current, journey) : []
  const isNew = (path: string) =>
    fresh.some((question) => path === question.path || path.startsWith(`${question.path}.`))
  const errors = (current?.errors ?? []).filter((error) => !isNew(error.path))
  const notice = fresh.length > 0 ? newQuestionsText(fresh, context.locale) : undefined
  if (errors.length > 0) return showPage(context, { typed, errors, notice })
  const lacking = (current?.errors ?? []).length > 0
  if (notice && lacking) {
    context.notify(notice)
    return redirect(`${servicePaths.draftPage(draftId, pageId)}#${fieldId(fresh[0]?.path ?? '')}`)
  }
  const following = journey.pages[index + 1]
  // Back on the check page's "change" link, everything after this page is already done.
  if (!following || journey.complete) return redirect(servicePaths.draftCheck(draftId))
  return redirect(servicePaths.draftPage(draftId, following.id))
}

/** One file at once, with progress: used by the upload island. */
export const uploadFile = post('/pengajuan/:ownerId/berkas', {
  access: citizen,
  audit: 'own-data',
  params: z.object({ ownerId: z.uuid() }),
  upload: { ...fileLimits, maxFiles: 1 },
  perMinute: 60,
  handle: (context) => takeOneFile(context, ownFilesOf(context, context.params.ownerId)),
})

async function showCheck(
  context: RouteContext<{ draftId: string }>,
  errors: readonly FieldError[] = [],
): Promise<RouteAnswer> {
  const draft = await getOwnDraft(context, context.db, context.params.draftId, context.actor.accountId)
  const journey = await draftJourney(context.tenant, context.db, draft, context.now)
  const foretold = journey.complete ? await foretellOrSay(context, draft.definition, journey) : undefined
  return page(
    <CheckPage
      draftId={draft.id}
      definition={draft.definition}
      zone={context.tenant.profile.zone}
      journey={journey}
      files={await listAttachments(context.db, draft.id)}
      sheet={await sheetFor(context, journey.answers)}
      errors={foretold instanceof AppError ? [...errors, sentenceOf(foretold)] : errors}
      foretold={foretold instanceof AppError ? undefined : foretold}
      isWaiting={draft.sentAt !== undefined}
    />,
    errors.length ? 422 : 200,
  )
}

/** What follows, or why it cannot be sent from this place: said before the button is pressed. */
async function foretellOrSay(
  { tenant, db, now }: Pick<RouteContext, 'tenant' | 'db' | 'now'>,
  definition: ServiceDefinition,
  journey: Journey,
): Promise<Foretold | AppError> {
  try {
    return await foretell(tenant, db, definition, journey, now)
  } catch (error) {
    if (error instanceof AppError && error.code === 'forbidden') return error
    throw error
  }
}

function sentenceOf(error: AppError): FieldError {
  return { path: '', message: { id: error.say('id'), en: error.say('en') } }
}

export const checkDraft = get('/pengajuan/:draftId/periksa', {
  access: citizen,
  audit: 'own-data',
  params: draftParams,
  handle: (context) => showCheck(context),
})

export const sendDraft = post('/pengajuan/:draftId/periksa', {
  access: citizen,
  audit: 'own-data',
  params: draftParams,
  perMinute: 30,
  async handle(context) {
    const { caseId } = await context.run(submitCase, context.params)
    return redirect(servicePaths.receipt(caseId))
  },
  invalid: (context, error) => showCheck(context, error.fields),
})

export const discard = post('/pengajuan/:draftId/hapus', {
  access: citizen,
  audit: 'own-data',
  params: draftParams,
  async handle(context) {
    await context.run(discardDraft, context.params)
    return redirect(servicePaths.ownFiles)
  },
})
