import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { notFound } from '#kernel/errors.ts'
import { get, json, post } from '#kernel/http/route.ts'
import { answerQuestion } from '../commands/answer-question.ts'
import { requestConsent } from '../commands/consents.ts'
import { vouchingPaths } from '../paths.ts'
import { findConsentState } from '../queries/own.ts'

/** Programs show their key; they have no page of ours and so no form token. */
const program = { access: permitted('vouching.ask'), csrf: false, rawBody: true, perMinute: 600 } as const

export const ask = post(vouchingPaths.ask, {
  ...program,
  audit: 'personal-data',
  handle: async (context) => json(await context.run(answerQuestion, context.request.body)),
})

export const askConsent = post(vouchingPaths.consents, {
  ...program,
  audit: 'personal-data',
  handle: async (context) => json({ id: await context.run(requestConsent, context.request.body) }, 202),
})

/** Whether the person agreed. What fits nobody stays unanswered until its time is over. */
export const consentState = get('/api/v1/persetujuan/:consentId', {
  access: permitted('vouching.ask'),
  audit: 'none',
  params: z.object({ consentId: z.uuid() }),
  async handle({ db, actor, now, tenant, params }) {
    const today = dayOf(now, tenant.profile.zone).toString()
    const state = await findConsentState(db, actor.partner?.id ?? '', params.consentId, now, today)
    if (!state) throw notFound()
    return json({ id: params.consentId, state })
  },
})
