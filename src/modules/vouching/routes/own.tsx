import { z } from 'zod'
import { signedIn } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { notFound } from '#kernel/errors.ts'
import { get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { decideConsent } from '../commands/consents.ts'
import { vouchingPaths } from '../paths.ts'
import { findOwnConsent, listOwnConsents, listOwnQuestions } from '../queries/own.ts'
import { vouchingTexts } from '../texts.ts'
import { OwnVouchingPage, VouchingConsentPage } from '../views/own-pages.tsx'

const own = { access: signedIn, audit: 'own-data' } as const
const params = z.object({ consentId: z.uuid() })

const today = ({ now, tenant }: Pick<RouteContext, 'now' | 'tenant'>) => dayOf(now, tenant.profile.zone).toString()

export const ownVouching = get(vouchingPaths.own, {
  ...own,
  query: z.object({ sebelum: z.uuid().optional().catch(undefined) }),
  async handle(context) {
    const { db, actor, now, query } = context
    const personId = actor.personId ?? ''
    const [consents, questions] = await Promise.all([
      listOwnConsents(db, personId, now, today(context)),
      listOwnQuestions(db, personId, query.sebelum),
    ])
    return page(
      <OwnVouchingPage
        locale={context.locale}
        zone={context.tenant.profile.zone}
        consents={consents}
        questions={questions.rows}
        next={questions.next}
        isFirstPage={!query.sebelum}
      />,
    )
  },
})

export const ownConsent = get('/akun/data-saya/persetujuan/:consentId', {
  ...own,
  params,
  async handle(context) {
    const { db, actor, now, locale, notice } = context
    const consent = await findOwnConsent(db, actor.personId ?? '', context.params.consentId, now, today(context))
    if (!consent) throw notFound()
    return page(<VouchingConsentPage locale={locale} consent={consent} notice={notice} />)
  },
})

export const decide = post('/akun/data-saya/persetujuan/:consentId', {
  ...own,
  params,
  async handle(context) {
    const { consentId } = context.params
    await context.run(decideConsent, { consentId, decision: context.form.get('decision') })
    context.notify(vouchingTexts(context.locale)('done'))
    return redirect(vouchingPaths.consent(consentId))
  },
})
