import { z } from 'zod'
import { signedIn } from '#kernel/access/access.ts'
import { type AppError, notFound } from '#kernel/errors.ts'
import { type Answer, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { answerNotice } from '../commands/settle-notice.ts'
import { kindsOfNotice } from '../kinds.ts'
import { noticePaths } from '../paths.ts'
import { findNotice, isOfFamily, listSubjectIds, openDetails } from '../queries/notices.ts'
import { noticeTexts } from '../texts.ts'
import { FamilyNoticePage } from '../views/family-page.tsx'

const params = z.object({ noticeId: z.uuid() })
type FamilyContext = RouteContext<z.infer<typeof params>>
const family = { access: signedIn, audit: 'personal-data' } as const

export const familyNotice = get('/kabar/:noticeId', { ...family, params, handle: (context) => show(context) })

async function show(context: FamilyContext, error?: AppError): Promise<Answer> {
  const { db, actor, tenant, locale, params: address } = context
  const row = (await isOfFamily(db, address.noticeId, actor.personId ?? ''))
    ? await findNotice(db, address.noticeId)
    : undefined
  if (!row) throw notFound()
  const object = { type: 'notice', id: row.id }
  const purpose = 'membaca laporan tentang keluarganya'
  const subjects = await listSubjectIds(db, row.id)
  await context.recordAccess(...subjects.map(({ personId }) => ({ personId, object, purpose })))
  return page(
    <FamilyNoticePage
      locale={locale}
      zone={tenant.profile.zone}
      row={row}
      details={await openDetails(tenant, db, row.id)}
      form={context.kept ?? context.form}
      error={error}
      notice={context.notice}
    />,
    error?.status ?? 200,
  )
}

export const familyAnswer = post('/kabar/:noticeId', {
  ...family,
  params,
  async handle(context) {
    const { noticeId } = context.params
    const isTrue = context.form.get('benar') === 'ya'
    await context.run(answerNotice, { noticeId, isTrue, reason: context.form.get('reason') })
    const row = await findNotice(context.db, noticeId)
    const service = row && kindsOfNotice[row.kind].service
    if (isTrue && service) return redirect(`/layanan/${service}`)
    context.notify(noticeTexts(context.locale)('answered'))
    return redirect(noticePaths.family(noticeId))
  },
  invalid: show,
})
