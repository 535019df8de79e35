import { z } from 'zod'
import { type Actor, isPermitted, permitted } from '#kernel/access/access.ts'
import { workingMinutesBetween } from '#kernel/clock/working-days.ts'
import { AppError, type FieldError, notFound } from '#kernel/errors.ts'
import type { FormValues } from '#kernel/http/form-values.ts'
import { get, page, post, type Answer as RouteAnswer, type RouteContext, redirect } from '#kernel/http/route.ts'
import { listDocumentsOf } from '#modules/documents/index.ts'
import { getCalendar } from '#modules/rules/index.ts'
import { areasByCode } from '#modules/territory/index.ts'
import { actOnCase } from '../commands/act-on-case.ts'
import { noteRefusedAccess } from '../commands/applicant-steps.ts'
import { findCase, type OpenCase } from '../commands/case-row.ts'
import { getDefinition } from '../definition/store.ts'
import { openTransitions, stateOf } from '../domain.ts'
import { registerChecks } from '../extensions.ts'
import { servicePaths } from '../paths.ts'
import { listAttachments } from '../queries/attachments.ts'
import { searchCases } from '../queries/case-search.ts'
import { caseView, mayReadCase } from '../queries/cases.ts'
import { countQueue, type DeskRow, listQueue } from '../queries/desk.ts'
import { DeskPage } from '../views/desk-page.tsx'
import type { DeskFile, DeskPageProps } from '../views/desk-parts.ts'
import { DeskSearchPage } from '../views/desk-search-page.tsx'
import { deskTexts } from '../views/desk-texts.ts'

/** Permissions of desks that hold files; an officer sees the queues of those he has. */
export const desks = ['services.receive', 'services.verify', 'services.sign'] as const

const caseParams = z.object({ caseId: z.uuid() })
const queueQuery = z.object({ sesudah: z.string().max(90).optional().catch(undefined) })
type DeskContext = RouteContext<unknown, z.infer<typeof queueQuery>>

interface Refused {
  readonly status: number
  readonly errors: readonly FieldError[]
  readonly reason: string
  readonly notes: Readonly<Record<string, string>>
}

export const desk = get(servicePaths.desk, {
  access: permitted('services.queue'),
  audit: 'none',
  query: queueQuery,
  handle: (context) => showDesk(context, undefined),
})

/** Opening a file is a reading of personal data and is recorded for the person it is about. */
export const deskCase = get('/meja/:caseId', {
  access: permitted('services.read-case'),
  audit: 'personal-data',
  params: caseParams,
  query: queueQuery,
  async handle(context) {
    const open = await readableCase(context, context.params.caseId)
    await context.recordAccess({
      personId: open.row.applicant_person_id,
      object: { type: 'case', id: open.row.id },
      purpose: deskTexts('id')('purpose', { number: open.row.number }),
    })
    return showDesk(context, open, context.kept && { status: 200, errors: [], ...typedIn(context.kept) })
  },
})

export const decide = post('/meja/:caseId/putuskan', {
  access: permitted('services.read-case'),
  audit: 'personal-data',
  params: caseParams,
  async handle(context) {
    const { caseId } = context.params
    const { form } = context
    const verb = form.get('verb')
    const { notes } = typedIn(form)
    const marks = Object.entries(notes).map(([field, note]) => ({ field, note }))
    const incomplete = marks.filter((mark) => mark.note === '')
    if (incomplete.length) {
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
    try {
      await context.run(actOnCase, { caseId, verb, revision: form.get('revision'), reason: form.get('reason'), marks })
    } catch (error) {
      if (!(error instanceof AppError) || error.status !== 409) throw error
      return overtaken(context, error)
    }
    const open = await findCase(context.db, caseId)
    const row = open?.definition.flow.transitions.find((candidate) => candidate.verb === verb)
    context.notify(deskTexts(context.locale)('done', { label: row?.label[context.locale] ?? verb }))
    return redirect(servicePaths.desk)
  },
  async invalid(context, error) {
    const open = await readableCase(context, context.params.caseId)
    return showDesk(context, open, { status: 422, errors: error.fields, ...typedIn(context.form) })
  },
})

export const deskSearch = get(servicePaths.deskSearch, {
  access: permitted('services.read-case'),
  audit: 'none',
  query: z.object({ q: z.string().max(120).catch('') }),
  async handle(context) {
    const { db, tenant, actor, locale } = context
    const query = context.query.q.trim()
    const rows = query ? await searchCases(tenant, db, actor, query) : []
    const shown = await Promise.all(
      rows.map(async (row) => {
        const definition = await getDefinition(db, row.serviceId, row.version)
        return {
          ...row,
          definition,
          title: definition.title[locale],
          stateLabel: stateOf(definition, row.state).label[locale],
        }
      }),
    )
    return page(
      <DeskSearchPage
        rows={shown}
        query={query}
        unitName={actor.position?.unitName ?? ''}
        zone={tenant.profile.zone}
      />,
    )
  },
})

/** A colleague was faster: the file as it is now, why the step was not taken, and what had been typed. */
async function overtaken(context: RouteContext<{ caseId: string }>, error: AppError): Promise<RouteAnswer> {
  const open = await readableCase(context, context.params.caseId)
  const message = { id: error.say('id'), en: error.say('en') }
  return showDesk(context, open, { status: 409, errors: [{ path: '', message }], ...typedIn(context.form) })
}

/** What an officer had typed beside the answers: ticked marks with their notes, and the reason. */
function typedIn(form: FormValues): Pick<Refused, 'reason' | 'notes'> {
  const notes = form.all('mark').map((field): [string, string] => [field, form.get(`note-${field}`)])
  return { reason: form.get('reason'), notes: Object.fromEntries(notes) }
}

async function readableCase(context: RouteContext, caseId: string): Promise<OpenCase> {
  const open = await findCase(context.db, caseId)
  if (open && mayReadCase(context.actor, open)) return open
  await context.run(noteRefusedAccess, { caseId, path: context.request.url.slice(0, 300) })
  throw notFound()
}

async function showDesk(
  context: DeskContext | RouteContext,
  open: OpenCase | undefined,
  refused?: Refused,
): Promise<RouteAnswer> {
  const { db, tenant, actor, now, locale } = context
  const after = (context.query as z.infer<typeof queueQuery> | undefined)?.sesudah
  const own = desks.filter((name) => isPermitted(actor, name))
  const [queue, counts] = await Promise.all([listQueue(db, actor, own, { after }), countQueue(db, actor, own, now)])
  const props: DeskPageProps = {
    queue: { rows: await titled(context, queue.rows), next: queue.next, isFirstPage: !after, counts },
    file: open && (await deskFile(context, open)),
    now,
    zone: tenant.profile.zone,
    unitName: actor.position?.unitName ?? '',
    mayOpenRegister: isPermitted(actor, 'people.read'),
    errors: refused?.errors ?? [],
    typed: { reason: refused?.reason ?? '', notes: refused?.notes ?? {} },
    notice: context.notice,
  }
  return page(<DeskPage {...props} key={locale} />, refused?.status ?? 200)
}

async function titled(context: RouteContext, rows: readonly DeskRow[]) {
  const areas = await areasByCode(context.db, [...new Set(rows.map((row) => row.territoryCode))])
  return Promise.all(
    rows.map(async (row) => ({
      ...row,
      title: (await getDefinition(context.db, row.serviceId, row.version)).title[context.locale],
      placeName: areas.get(row.territoryCode)?.name ?? '',
    })),
  )
}

async function deskFile(context: RouteContext, open: OpenCase): Promise<DeskFile> {
  const { db, tenant, actor, now } = context
  const view = await caseView(tenant, db, open)
  const scope = { unitPath: open.row.unit_path, territory: open.row.territory_code }
  const check = registerChecks.find(open.definition.id)
  return {
    view,
    transitions: openTransitions(open.definition, open.row.state, (by) => isOfficer(actor, by, scope)),
    checks: check && !view.result ? await check(tenant, db, view.answers, view.applicantPersonId) : [],
    files: await listAttachments(db, view.id),
    documents: await listDocumentsOf(db, 'case', view.id),
    minutesLeft: workingMinutesBetween(now, view.promisedAt, await getCalendar(tenant, db, open.row.territory_code)),
  }
}

function isOfficer(actor: Actor, by: string, scope: { unitPath: string; territory: string }): boolean {
  return by !== 'applicant' && isPermitted(actor, by, scope)
}
