import { z } from 'zod'
import { signedIn } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type AppError, notFound } from '#kernel/errors.ts'
import type { FormValues } from '#kernel/http/form-values.ts'
import { type Answer, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { listMemberships, type Partner } from '#modules/partners/index.ts'
import { parseDateParts, parseTime } from '#ui/index.ts'
import { reportByMember } from '../commands/report-event.ts'
import { withdrawByMember } from '../commands/settle-notice.ts'
import { kindsOfNotice, type NoticeKind, noticeKinds } from '../kinds.ts'
import { noticePaths } from '../paths.ts'
import { findNotice, listNotices, listSteps, listSubjectIds, openDetails } from '../queries/notices.ts'
import { noticeTexts } from '../texts.ts'
import { FacilityPage, NoticeOfPartnerPage, ReportFormPage } from '../views/report-pages.tsx'

/** Whoever is signed in may come; what he sees is what his memberships allow. */
const member = { access: signedIn, audit: 'personal-data' } as const
const reportParams = z.object({ partnerId: z.uuid(), kind: z.enum(noticeKinds) })
const noticeParams = z.object({ partnerId: z.uuid(), noticeId: z.uuid() })
type ReportContext = RouteContext<z.infer<typeof reportParams>>
type NoticeContext = RouteContext<z.infer<typeof noticeParams>>

async function partnersOf({ db, actor, now, tenant }: RouteContext): Promise<Partner[]> {
  return listMemberships(db, actor.personId ?? '', 'notices.report', dayOf(now, tenant.profile.zone).toString())
}

async function partnerOf(context: RouteContext<{ partnerId: string }>): Promise<Partner> {
  const partner = (await partnersOf(context)).find(({ id }) => id === context.params.partnerId)
  if (!partner) throw notFound()
  return partner
}

export const facility = get(noticePaths.facility, {
  access: signedIn,
  audit: 'none',
  query: z.object({ lembaga: z.uuid().optional().catch(undefined), setelah: z.uuid().optional().catch(undefined) }),
  async handle(context) {
    const { db, query } = context
    const partners = await Promise.all(
      (await partnersOf(context)).map(async (partner) => {
        const after = query.lembaga === partner.id ? query.setelah : undefined
        return { partner, ...(await listNotices(db, { partnerId: partner.id, after }, 20)) }
      }),
    )
    return page(
      <FacilityPage
        locale={context.locale}
        zone={context.tenant.profile.zone}
        partners={partners}
        isFirstPage={!query.setelah}
        notice={context.notice}
      />,
    )
  },
})

export const reportForm = get('/fasilitas/:partnerId/lapor/:kind', {
  access: signedIn,
  audit: 'none',
  params: reportParams,
  handle: (context) => showForm(context),
})

async function showForm(context: ReportContext, error?: AppError): Promise<Answer> {
  const partner = await partnerOf(context)
  const { kind } = context.params
  if (!kindsOfNotice[kind].partners.includes(partner.kind)) throw notFound()
  const form = context.kept ?? context.form
  return page(
    <ReportFormPage locale={context.locale} partner={partner} kind={kind} form={form} error={error} />,
    error?.status ?? 200,
  )
}

export const report = post('/fasilitas/:partnerId/lapor/:kind', {
  ...member,
  params: reportParams,
  async handle(context) {
    const { partnerId, kind } = context.params
    const details = detailsOf(kind, context.form)
    const done = await context.run(reportByMember, {
      partnerId,
      kind,
      reference: context.form.get('reference'),
      details,
    })
    context.notify(noticeTexts(context.locale)('sent'))
    return redirect(noticePaths.own(partnerId, done.id))
  },
  invalid: showForm,
})

/** The form's values as the interface for programs has them: days and times as one text. */
function detailsOf(kind: NoticeKind, form: FormValues): Record<string, string> {
  const entries = Object.fromEntries(form.entries())
  return Object.fromEntries(
    kindsOfNotice[kind].fields.flatMap((field) => {
      const value =
        field.kind === 'date'
          ? dateText(parseDateParts(entries, field.name))
          : field.kind === 'time'
            ? (parseTime(form.get(field.name)) ?? form.get(field.name))
            : form.get(field.name)
      return value === '' && field.optional ? [] : [[field.name, value]]
    }),
  )
}

function dateText(typed: ReturnType<typeof parseDateParts>): string {
  return typeof typed === 'string' ? typed : ''
}

export const ownNotice = get('/fasilitas/:partnerId/:noticeId', {
  ...member,
  params: noticeParams,
  handle: (context) => showNotice(context),
})

async function showNotice(context: NoticeContext, error?: AppError): Promise<Answer> {
  const { db, tenant, locale } = context
  const partner = await partnerOf(context)
  const row = await findNotice(db, context.params.noticeId)
  if (row?.partnerId !== partner.id) throw notFound()
  const [details, steps, subjects] = await Promise.all([
    openDetails(tenant, db, row.id),
    listSteps(db, row.id),
    listSubjectIds(db, row.id),
  ])
  const kind = kindsOfNotice[row.kind].label.id.toLowerCase()
  const purpose = noticeTexts('id')('reading-purpose', { kind, partner: partner.name })
  const object = { type: 'notice', id: row.id }
  await context.recordAccess(...subjects.map(({ personId }) => ({ personId, object, purpose })))
  return page(
    <NoticeOfPartnerPage
      locale={locale}
      zone={tenant.profile.zone}
      row={row}
      details={details}
      steps={steps}
      form={context.kept ?? context.form}
      error={error}
      notice={context.notice}
    />,
    error?.status ?? 200,
  )
}

export const withdraw = post('/fasilitas/:partnerId/:noticeId', {
  ...member,
  params: noticeParams,
  async handle(context) {
    const { partnerId, noticeId } = context.params
    await context.run(withdrawByMember, { partnerId, noticeId, reason: context.form.get('reason') })
    context.notify(noticeTexts(context.locale)('withdrawn'))
    return redirect(noticePaths.own(partnerId, noticeId))
  },
  invalid: showNotice,
})
