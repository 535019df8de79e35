import { z } from 'zod'
import { citizen } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { AppError, type FieldError, notFound } from '#kernel/errors.ts'
import { get, page, post, type Answer as RouteAnswer, type RouteContext, redirect } from '#kernel/http/route.ts'
import { maskName } from '#modules/documents/index.ts'
import { getPerson } from '#modules/people/index.ts'
import { parseDateParts } from '#ui/components/date-parts.ts'
import { acceptMandate, declineMandate, offerMandate, revokeMandate } from '../commands/mandates.ts'
import { listServices } from '../definition/store.ts'
import { servicePaths } from '../paths.ts'
import { listMandates, type Mandate } from '../queries/mandates.ts'
import { statusTexts } from '../texts/status.ts'
import { MandatePage, type ShownMandate } from '../views/mandate-page.tsx'

/** Powers of attorney: given, received, and a form to give one. */
export const mandates = get(servicePaths.mandates, {
  access: citizen,
  audit: 'own-data',
  handle: (context) => showMandates(context),
})

async function showMandates(
  context: RouteContext,
  errors: readonly FieldError[] = [],
  status = 200,
): Promise<RouteAnswer> {
  const { db, actor, locale, now, tenant, form } = context
  const me = actor.personId ?? ''
  const today = dayOf(now, tenant.profile.zone).toString()
  const services = (await listServices(db, today)).filter((service) => service.mandate)
  const all = await listMandates(db, me)
  const names = new Map(services.map((service) => [service.id, service.title[locale]]))
  const shown = (mandate: Mandate) => shownMandate(context, mandate, names, today)
  return page(
    <MandatePage
      given={await Promise.all(all.filter((mandate) => mandate.principalPersonId === me).map(shown))}
      received={await Promise.all(all.filter((mandate) => mandate.agentPersonId === me).map(shown))}
      services={services.map((service) => ({ value: service.id, label: service.title[locale] }))}
      typed={Object.fromEntries(form.entries())}
      errors={errors}
      notice={context.notice}
    />,
    status,
  )
}

/** Whoever is asked sees the name in part until he accepts; so nobody finds out names by giving NIKs. */
async function shownMandate(
  { db, actor }: RouteContext,
  mandate: Mandate,
  names: ReadonlyMap<string, string>,
  today: string,
): Promise<ShownMandate> {
  const isGiven = mandate.principalPersonId === actor.personId
  const other = await getPerson(db, isGiven ? mandate.agentPersonId : mandate.principalPersonId)
  const isOver = mandate.status === 'accepted' && mandate.validTo < today
  return {
    id: mandate.id,
    name: mandate.status === 'accepted' ? other.fullName : maskName(other.fullName),
    service: mandate.serviceId && (names.get(mandate.serviceId) ?? mandate.serviceId),
    validTo: mandate.validTo,
    status: isOver ? 'over' : mandate.status,
  }
}

export const giveMandate = post(servicePaths.mandates, {
  access: citizen,
  audit: 'own-data',
  perMinute: 10,
  async handle(context) {
    const { form } = context
    const parts = Object.fromEntries(
      ['day', 'month', 'year'].map((part) => [`validTo-${part}`, form.get(`validTo-${part}`)]),
    )
    const validTo = parseDateParts(parts, 'validTo')
    const input = {
      nik: form.get('nik'),
      serviceId: form.get('serviceId') || undefined,
      validTo: typeof validTo === 'string' ? validTo : '',
    }
    try {
      await context.run(offerMandate, input)
    } catch (error) {
      if (!(error instanceof AppError) || error.status !== 409) throw error
      return showMandates(context, [{ path: '', message: { id: error.say('id'), en: error.say('en') } }], 409)
    }
    context.notify(statusTexts(context.locale)('mandate.offered'))
    return redirect(servicePaths.mandates)
  },
  invalid: (context, error) => showMandates(context, error.fields, 422),
})

const answers = { accept: acceptMandate, decline: declineMandate, revoke: revokeMandate } as const

export const answerMandate = post('/kuasa/:mandateId', {
  access: citizen,
  audit: 'own-data',
  params: z.object({ mandateId: z.uuid() }),
  async handle(context) {
    const answer = context.form.get('answer')
    if (!(answer in answers)) throw notFound()
    const kind = answer as keyof typeof answers
    await context.run(answers[kind], context.params)
    context.notify(statusTexts(context.locale)(`mandate.done.${kind}`))
    return redirect(servicePaths.mandates)
  },
})
