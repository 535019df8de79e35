import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { notFound } from '#kernel/errors.ts'
import { get, json, post } from '#kernel/http/route.ts'
import { reportByProgram } from '../commands/report-event.ts'
import { withdrawByProgram } from '../commands/settle-notice.ts'
import { noticePaths } from '../paths.ts'
import { findNotice, listSteps } from '../queries/notices.ts'

const access = permitted('notices.report')
/** Programs show their key; they have no page of ours and so no form token. */
const program = { access, audit: 'personal-data', csrf: false, rawBody: true, perMinute: 600 } as const
const params = z.object({ noticeId: z.uuid() })
const withdrawal = z.object({ reason: z.string().catch('') }).catch({ reason: '' })

export const apiReport = post(noticePaths.api, {
  ...program,
  handle: async (context) => json(await context.run(reportByProgram, context.request.body), 202),
})

/** What became of a notice: its state, and the reason of a refusal. Never who was found. */
export const apiState = get('/api/v1/pemberitahuan/:noticeId', {
  access,
  audit: 'none',
  params,
  async handle({ db, actor, params: address }) {
    const row = await findNotice(db, address.noticeId)
    if (!row || row.partnerId !== actor.partner?.id) throw notFound()
    const reason = (await listSteps(db, row.id)).at(-1)?.reason
    return json({ id: row.id, reference: row.reference, state: row.state, reason, registerNumber: row.registerNumber })
  },
})

export const apiWithdraw = post('/api/v1/pemberitahuan/:noticeId/tarik', {
  ...program,
  params,
  async handle(context) {
    const { reason } = withdrawal.parse(context.request.body ?? {})
    const { noticeId } = context.params
    await context.run(withdrawByProgram, { noticeId, reason })
    return json({ id: noticeId, state: 'withdrawn' })
  },
})
