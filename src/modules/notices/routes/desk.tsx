import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type AppError, notFound } from '#kernel/errors.ts'
import { exported, exportRoutes } from '#kernel/export/export-routes.ts'
import { allPages, exportPageSize } from '#kernel/export/table.ts'
import { type Answer, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { refuseNotice, tellByOfficer } from '../commands/settle-notice.ts'
import { kindsOfNotice, noticeKinds } from '../kinds.ts'
import { noticeStates } from '../machine.ts'
import { noticePaths } from '../paths.ts'
import { findNotice, listNotices, listSteps, listSubjectIds, openDetails } from '../queries/notices.ts'
import { noticeTexts } from '../texts.ts'
import { NoticeListPage, NoticePage } from '../views/desk-pages.tsx'

const reading = { access: permitted('notices.settle'), audit: 'none' } as const
const opening = { access: permitted('notices.settle'), audit: 'personal-data' } as const
const params = z.object({ noticeId: z.uuid() })
type NoticeContext = RouteContext<z.infer<typeof params>>

const listQuery = z.object({
  q: z.string().max(120).optional().catch(undefined),
  peristiwa: z.enum(noticeKinds).optional().catch(undefined),
  keadaan: z.enum(noticeStates).optional().catch(undefined),
  setelah: z.uuid().optional().catch(undefined),
})

export const noticeList = get(noticePaths.desk, {
  ...reading,
  query: listQuery,
  async handle(context) {
    const { q, peristiwa, keadaan, setelah } = context.query
    const list = await listNotices(context.db, { text: q, kind: peristiwa, state: keadaan, after: setelah })
    return page(
      <NoticeListPage
        {...context}
        {...list}
        query={{ q, peristiwa, keadaan }}
        isFirstPage={!setelah}
        zone={context.tenant.profile.zone}
      />,
    )
  },
})

/** Without what was reported: that is opened one by one, and written down each time. */
export const exportNotices = exportRoutes(noticePaths.desk, {
  ...reading,
  query: listQuery,
  table({ db, query, now, tenant, locale }) {
    const t = noticeTexts(locale)
    const filter = { text: query.q, kind: query.peristiwa, state: query.keadaan }
    return exported({
      file: `pemberitahuan-${dayOf(now, tenant.profile.zone)}`,
      title: t('desk'),
      rows: allPages((after) => listNotices(db, { ...filter, after }, exportPageSize)),
      columns: [
        { label: t('reference'), kind: 'text', width: 24, value: (row) => row.reference },
        { label: t('kind'), kind: 'text', value: (row) => kindsOfNotice[row.kind].label[locale] },
        { label: t('partner'), kind: 'text', width: 32, value: (row) => row.partnerName },
        { label: t('day'), kind: 'day', value: (row) => Temporal.PlainDate.from(row.happenedOn) },
        { label: t('reported'), kind: 'moment', value: (row) => row.reportedAt },
        { label: t('state'), kind: 'text', value: (row) => t(`state-${row.state}`) },
        { label: t('number'), kind: 'text', width: 26, value: (row) => row.registerNumber },
      ],
    })
  },
})

export const noticeView = get('/kependudukan/pemberitahuan/:noticeId', {
  ...opening,
  params,
  handle: (context) => showNotice(context),
})

async function showNotice(context: NoticeContext, error?: AppError): Promise<Answer> {
  const { db, tenant } = context
  const row = await findNotice(db, context.params.noticeId)
  if (!row) throw notFound()
  const [details, steps, subjects] = await Promise.all([
    openDetails(tenant, db, row.id),
    listSteps(db, row.id),
    listSubjectIds(db, row.id),
  ])
  const kind = kindsOfNotice[row.kind].label.id.toLowerCase()
  const purpose = noticeTexts('id')('reading-purpose', { kind, partner: row.partnerName })
  const object = { type: 'notice', id: row.id }
  await context.recordAccess(...subjects.map(({ personId }) => ({ personId, object, purpose })))
  return page(
    <NoticePage
      {...context}
      row={row}
      details={details}
      steps={steps}
      form={context.kept ?? context.form}
      error={error}
      zone={tenant.profile.zone}
    />,
    error?.status ?? 200,
  )
}

export const settle = post('/kependudukan/pemberitahuan/:noticeId', {
  ...opening,
  params,
  async handle(context) {
    const { noticeId } = context.params
    const { form } = context
    const t = noticeTexts(context.locale)
    if (form.get('apa') === 'hubungkan') {
      await context.run(tellByOfficer, { noticeId, role: form.get('role'), nik: form.get('nik') })
      context.notify(t('told'))
    } else {
      await context.run(refuseNotice, { noticeId, reason: form.get('reason') })
      context.notify(t('refused'))
    }
    return redirect(noticePaths.notice(noticeId))
  },
  invalid: showNotice,
})
