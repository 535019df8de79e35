import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { AppError, type FieldError, notFound } from '#kernel/errors.ts'
import type { FormValues } from '#kernel/http/form-values.ts'
import { get, page, post, type Answer as RouteAnswer, type RouteContext, redirect } from '#kernel/http/route.ts'
import { withQuery } from '#ui/index.ts'
import { actOnCase } from '../commands/act-on-case.ts'
import { noteRefusedAccess } from '../commands/applicant-steps.ts'
import { findCase, type OpenCase } from '../commands/case-row.ts'
import { completeReview } from '../commands/complete-review.ts'
import { readNotes } from '../commands/write-note.ts'
import { factsOf } from '../flow/facts.ts'
import type { Typed } from '../form/read-answers.ts'
import { servicePaths } from '../paths.ts'
import { listCaseTasks } from '../queries/case-tasks.ts'
import { canReadCase } from '../queries/cases.ts'
import { countQueue, listQueue } from '../queries/desk.ts'
import { ownDesks } from '../queries/desk-catalogue.ts'
import { readDeskFile } from '../queries/desk-file.ts'
import { type OfferedStep, officerSteps } from '../queries/offered-steps.ts'
import { DeskPage } from '../views/desk-page.tsx'
import type { DeskFile, DeskQueue } from '../views/desk-parts.ts'
import { deskTexts } from '../views/desk-texts.ts'
import { deskNav } from './desk-nav.ts'
import { sheetFor } from './field-aids.ts'
import { shownTasks } from './queue.tsx'
import { filterOf, partsOf, type QueueQuery, queueQuery } from './queue-filter.ts'
import { afterWork, isWork, stepFieldsOf, typedInStep } from './step-form.ts'
import { fileLimits, stepFilesOf, takeFiles, takeOneFile } from './uploads.ts'

/** Desks of the services that come with the program; an officer's own come from what is published. */
export const desks = ['services.receive', 'services.verify', 'services.sign'] as const

export const caseParams = z.object({ caseId: z.uuid() })
const fileQuery = queueQuery.extend({
  /** The step whose form is open. */
  langkah: z.string().max(120).optional().catch(undefined),
  /** The document beside the answers. */
  lampiran: z.uuid().optional().catch(undefined),
})
type FileQuery = z.infer<typeof fileQuery>

export interface Refused {
  readonly status: number
  readonly errors: readonly FieldError[]
  readonly reason?: string | undefined
  readonly reasonId?: string | undefined
  readonly notes?: Readonly<Record<string, string>> | undefined
  readonly findings?: Typed | undefined
  readonly other?: Readonly<Record<string, string>> | undefined
  readonly langkah?: string | undefined
}

/** Opening a file is a reading of personal data and is recorded for the person it is about. */
export const deskCase = get('/meja/:caseId', {
  access: permitted('services.read-case'),
  audit: 'personal-data',
  params: caseParams,
  query: fileQuery,
  async handle(context) {
    const open = await readableCase(context, context.params.caseId)
    await context.recordAccess({
      personId: open.row.applicant_person_id,
      object: { type: 'case', id: open.row.id },
      purpose: deskTexts('id')('purpose', { number: open.row.number }),
    })
    return showFile(
      context,
      open,
      context.kept && { status: 200, errors: [], ...(await typedOf(context, open, context.kept)) },
    )
  },
})

export const decide = post('/meja/:caseId/putuskan', {
  access: permitted('services.read-case'),
  audit: 'personal-data',
  params: caseParams,
  upload: fileLimits,
  async handle(context) {
    const { caseId } = context.params
    const { form } = context
    const open = await readableCase(context, caseId)
    const verb = form.get('langkah') || form.get('verb')
    const step = await offeredStep(context, open, verb)
    const typed = step?.form.length ? typedInStep(context, step) : undefined
    if (step?.form.length) {
      const badFile = await takeFiles(context, stepFilesOf(context, caseId))
      const findings = isWork(context) ? await afterWork(context, open, typed ?? {}) : typed
      const back = { ...typedIn(form), findings, langkah: verb }
      if (badFile) return showFile(context, open, { status: 422, errors: [badFile], ...back })
      if (isWork(context)) return showFile(context, open, { status: 200, errors: [], ...back })
    }
    const marks = readMarks(form)
    try {
      await takeStep(context, verb, { caseId, marks, findings: typed ?? {} })
    } catch (error) {
      if (!(error instanceof AppError) || error.status !== 409) throw error
      return overtaken(context, error)
    }
    context.notify(
      deskTexts(context.locale)('done', { label: step?.label[context.locale] ?? labelOf(open, verb, context.locale) }),
    )
    return redirect(servicePaths.desk)
  },
  async invalid(context, error) {
    const open = await readableCase(context, context.params.caseId)
    const typed = await typedOf(context, open, context.form)
    return showFile(context, open, { status: 422, errors: error.fields, ...typed })
  },
})

/** Photos and papers of a step's form, one at a time, as the upload island sends them. */
export const deskFinding = post('/meja/:caseId/bukti', {
  access: permitted('services.read-case'),
  audit: 'personal-data',
  params: caseParams,
  upload: { ...fileLimits, maxFiles: 1 },
  perMinute: 60,
  async handle(context) {
    await readableCase(context, context.params.caseId)
    return takeOneFile(context, stepFilesOf(context, context.params.caseId))
  },
})

function labelOf(open: OpenCase, verb: string, locale: 'id' | 'en'): string {
  return open.definition.flow.transitions.find((row) => row.verb === verb)?.label[locale] ?? verb
}

async function takeStep(context: RouteContext, verb: string, given: Record<string, unknown>): Promise<void> {
  const { form } = context
  const input = { ...given, reason: form.get('reason'), reasonId: form.get('reasonId') || undefined }
  const [branch, outcome] = verb.split(':')
  if (outcome) await context.run(completeReview, { ...input, branch, outcome })
  else await context.run(actOnCase, { ...input, verb, revision: form.get('revision') })
}

/** @throws invalid-input at a mark without a note */
function readMarks(form: FormValues): { field: string; note: string }[] {
  const marks = Object.entries(typedIn(form).notes).map(([field, note]) => ({ field, note }))
  const incomplete = marks.filter((mark) => mark.note === '')
  if (incomplete.length === 0) return marks
  throw new AppError('invalid-input', {
    fields: incomplete.map((mark) => ({
      path: `note-${mark.field}`,
      message: {
        id: 'Tulis apa yang keliru pada isian yang ditandai.',
        en: 'Say what is wrong with the marked answer.',
      },
    })),
  })
}

async function offeredStep(context: RouteContext, open: OpenCase, verb: string): Promise<OfferedStep | undefined> {
  const steps = await officerSteps(context, open, await listCaseTasks(context.db, open))
  return steps.find((step) => step.verb === verb)
}

/** A colleague was faster: the file as it is now, why the step was not taken, and what had been typed. */
async function overtaken(context: RouteContext<{ caseId: string }>, error: AppError): Promise<RouteAnswer> {
  const open = await readableCase(context, context.params.caseId)
  const message = { id: error.say('id'), en: error.say('en') }
  return showFile(context, open, {
    status: 409,
    errors: [{ path: '', message }],
    ...(await typedOf(context, open, context.form)),
  })
}

/** What an officer had typed beside the answers: ticked marks with their notes, and the reason. */
function typedIn(form: FormValues) {
  const notes = form.all('mark').map((field): [string, string] => [field, form.get(`note-${field}`)])
  return { reason: form.get('reason'), reasonId: form.get('reasonId'), notes: Object.fromEntries(notes) }
}

/** The same, with the form of the step that was open. */
async function typedOf(context: RouteContext, open: OpenCase, form: FormValues) {
  const langkah = form.get('langkah') || undefined
  const step = langkah ? await offeredStep(context, open, langkah) : undefined
  const findings = step?.form.length ? typedInStep({ form }, step) : undefined
  return { ...typedIn(form), findings, langkah }
}

export async function readableCase(context: RouteContext, caseId: string): Promise<OpenCase> {
  const open = await findCase(context.db, caseId)
  if (open && (await canReadCase(context.db, context.actor, open))) return open
  await context.run(noteRefusedAccess, { caseId, path: context.request.url.slice(0, 300) })
  throw notFound()
}

/** The file between the queue and the decision. */
export async function showFile(context: RouteContext, open: OpenCase, refused?: Refused): Promise<RouteAnswer> {
  const { tenant, actor, now, locale } = context
  const query = fileQuery.parse(context.query ?? {})
  const file = await deskFile(context, open, query, refused)
  return page(
    <DeskPage
      queue={await queueBeside(context, query)}
      file={file}
      now={now}
      zone={tenant.profile.zone}
      unitName={actor.position?.unitName ?? ''}
      personId={actor.personId}
      nav={deskNav(context)}
      errors={refused?.errors ?? []}
      typed={{
        reason: refused?.reason ?? '',
        reasonId: refused?.reasonId ?? '',
        notes: refused?.notes ?? {},
        findings: refused?.findings,
        other: refused?.other ?? {},
      }}
      notice={context.notice}
      key={locale}
    />,
    refused?.status ?? 200,
  )
}

async function queueBeside(context: RouteContext, query: QueueQuery): Promise<DeskQueue> {
  const { db, tenant, actor, now } = context
  const { sesudah, ...rest } = query
  const parts = partsOf(queueQuery.parse({ ...rest }))
  const filter = await filterOf(context, { ...query, sesudah })
  const own = await ownDesks(tenant, db, actor)
  const [queue, counts] = await Promise.all([
    listQueue(db, actor, own, filter),
    countQueue(db, actor, own, now, filter),
  ])
  return {
    rows: await shownTasks(context, queue.rows),
    nextHref: queue.next && withQuery(servicePaths.desk, { ...parts, sesudah: queue.next }),
    firstHref: withQuery(servicePaths.desk, parts),
    counts,
    query: new URLSearchParams(parts).toString(),
  }
}

async function deskFile(
  context: RouteContext,
  open: OpenCase,
  query: FileQuery,
  refused: Refused | undefined,
): Promise<DeskFile> {
  const file = await readDeskFile(context, open)
  if (file.notes.some((note) => note.fromApplicant && !note.readAt) && file.tasks.some((task) => task.mayDo)) {
    await context.run(readNotes, { caseId: open.row.id })
  }
  const wanted = refused?.langkah ?? query.langkah
  const points = { ...file.view.answers, ...factsOf(context.tenant, open, context.now).findings }
  const step = wanted ? file.steps.find((candidate) => candidate.verb === wanted && !candidate.blocked) : undefined
  return {
    ...file,
    step,
    stepFields:
      step &&
      (await stepFieldsOf(context, open, step, {
        typed: refused?.findings,
        errors: refused?.errors ?? [],
        uploadUrl: servicePaths.deskFinding(open.row.id),
      })),
    openId: query.lampiran,
    points,
    sheet: await sheetFor(context, points),
  }
}
