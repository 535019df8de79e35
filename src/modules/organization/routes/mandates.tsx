import { type AppError, notFound } from '#kernel/errors.ts'
import { type Answer, page, type RouteContext, redirect } from '#kernel/http/route.ts'
import { endMandate } from '../commands/end-mandate.ts'
import { giveMandate } from '../commands/give-mandate.ts'
import { dateFrom } from '../form-values.ts'
import { organizationPaths } from '../paths.ts'
import { listCandidates, listMandates } from '../queries/mandates.ts'
import { getPosition } from '../queries/positions.ts'
import { mandateTexts } from '../texts-mandates.ts'
import { formatDay } from '../views/days.ts'
import { GiveMandatePage } from '../views/mandates.tsx'
import { LastDayPage } from '../views/units.tsx'
import { today } from './units.tsx'

type WithPosition = RouteContext<{ positionId: string }>
type WithMandate = RouteContext<{ mandateId: string }>

export async function showGive(context: WithPosition, error?: AppError): Promise<Answer> {
  const position = await getPosition(context.db, context.params.positionId)
  const candidates = await listCandidates(context.db, position.id, today(context))
  const form = context.kept ?? context.form
  const view = <GiveMandatePage {...context} position={position} candidates={candidates} form={form} error={error} />
  return page(view, error?.status ?? 200)
}

export async function give(context: WithPosition): Promise<Answer> {
  const { form, params, locale } = context
  await context.run(giveMandate, {
    principalId: params.positionId,
    ...form.pick('holderId', 'form', 'orderNumber'),
    acts: form.all('acts'),
    orderOn: dateFrom(form, 'orderOn') ?? '',
    from: dateFrom(form, 'from') ?? '',
    to: dateFrom(form, 'to') ?? '',
  })
  context.notify(mandateTexts(locale)('given'))
  return redirect(organizationPaths.position(params.positionId))
}

export async function showEnd(context: WithMandate, error?: AppError): Promise<Answer> {
  const [mandate] = await listMandates(context.db, { id: context.params.mandateId })
  if (!mandate) throw notFound()
  const t = mandateTexts(context.locale)
  const view = (
    <LastDayPage
      {...context}
      title={t('end-title', { holder: mandate.holder.title })}
      action={organizationPaths.endMandate(mandate.id)}
      backHref={organizationPaths.position(mandate.principal.positionId)}
      submit={t('end')}
      error={error}
    />
  )
  return page(view, error?.status ?? 200)
}

export async function end(context: WithMandate): Promise<Answer> {
  const { locale } = context
  const lastDay = dateFrom(context.form, 'lastDay') ?? ''
  const { positionId } = await context.run(endMandate, { mandateId: context.params.mandateId, lastDay })
  context.notify(mandateTexts(locale)('ended', { day: formatDay(lastDay, locale) }))
  return redirect(organizationPaths.position(positionId))
}
