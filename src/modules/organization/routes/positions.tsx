import { isPermitted } from '#kernel/access/access.ts'
import type { AppError } from '#kernel/errors.ts'
import { FormValues } from '#kernel/http/form-values.ts'
import { type Answer, page, type RouteContext, redirect } from '#kernel/http/route.ts'
import { assignOfficial } from '../commands/assign-official.ts'
import { closePosition } from '../commands/close-position.ts'
import { createPosition } from '../commands/create-position.ts'
import { editPosition } from '../commands/edit-position.ts'
import { endAssignment } from '../commands/end-assignment.ts'
import { dateFrom } from '../form-values.ts'
import { organizationPaths } from '../paths.ts'
import { listMandates } from '../queries/mandates.ts'
import { searchOfficials } from '../queries/officials.ts'
import { getHolding, getPosition, listHoldings } from '../queries/positions.ts'
import { listRoles } from '../queries/roles.ts'
import { getUnit } from '../queries/units.ts'
import { organizationTexts } from '../texts.ts'
import { formatDay } from '../views/days.ts'
import { AssignPage, PositionFormPage, PositionPage } from '../views/position.tsx'
import { LastDayPage } from '../views/units.tsx'
import { today } from './units.tsx'

type WithUnit = RouteContext<{ unitId: string }>
type WithPosition = RouteContext<{ positionId: string }>
type WithAssignment = RouteContext<{ assignmentId: string }>
type AssignQuery = { cari?: string | undefined; nip?: string | undefined }

export async function showPosition(context: WithPosition): Promise<Answer> {
  const { db, actor } = context
  const position = await getPosition(db, context.params.positionId)
  const scope = { unitPath: position.unit.path, territory: position.territoryCode }
  const view = (
    <PositionPage
      {...context}
      position={position}
      holdings={await listHoldings(db, position.id)}
      mandates={await listMandates(db, { positionId: position.id })}
      roles={await listRoles(db)}
      day={today(context)}
      mayEdit={isPermitted(actor, 'organization.edit', scope)}
      mayAssign={isPermitted(actor, 'organization.assign', scope)}
    />
  )
  return page(view)
}

export async function showNewPosition(context: WithUnit, error?: AppError): Promise<Answer> {
  const unit = await getUnit(context.db, context.params.unitId)
  const form = context.kept ?? context.form
  const view = (
    <PositionFormPage {...context} unit={unit} roles={await listRoles(context.db)} form={form} error={error} />
  )
  return page(view, error?.status ?? 200)
}

export async function makePosition(context: WithUnit): Promise<Answer> {
  const { form } = context
  const { positionId } = await context.run(createPosition, {
    ...form.pick('title', 'rank', 'territoryCode'),
    unitId: context.params.unitId,
    roles: form.all('roles'),
    validFrom: dateFrom(form, 'validFrom') ?? '',
  })
  return done(context, organizationPaths.position(positionId), 'position-created')
}

export async function showEditPosition(context: WithPosition, error?: AppError): Promise<Answer> {
  const position = await getPosition(context.db, context.params.positionId)
  const roles = await listRoles(context.db)
  const form = context.kept ?? context.form
  const view = (
    <PositionFormPage {...context} unit={position.unit} position={position} roles={roles} form={form} error={error} />
  )
  return page(view, error?.status ?? 200)
}

export async function savePosition(context: WithPosition): Promise<Answer> {
  const { positionId } = context.params
  const roles = context.form.all('roles')
  await context.run(editPosition, { ...context.form.pick('title', 'rank'), positionId, roles })
  return done(context, organizationPaths.position(positionId), 'position-saved')
}

export async function showClosePosition(context: WithPosition, error?: AppError): Promise<Answer> {
  const position = await getPosition(context.db, context.params.positionId)
  const t = organizationTexts(context.locale)
  const view = (
    <LastDayPage
      {...context}
      title={`${t('position-close-title')}: ${position.title}`}
      action={organizationPaths.closePosition(position.id)}
      backHref={organizationPaths.position(position.id)}
      submit={t('close')}
      error={error}
    />
  )
  return page(view, error?.status ?? 200)
}

export async function endPosition(context: WithPosition): Promise<Answer> {
  const lastDay = dateFrom(context.form, 'lastDay') ?? ''
  const { positionId } = await context.run(closePosition, { positionId: context.params.positionId, lastDay })
  return done(context, organizationPaths.position(positionId), 'position-closed', lastDay)
}

export async function showAssign(context: RouteContext<{ positionId: string }, AssignQuery>): Promise<Answer> {
  const { cari = '', nip } = context.query
  return assignPage(context, context.kept ?? new FormValues(nip ? [['employeeNumber', nip]] : []), cari)
}

export async function assign(context: WithPosition): Promise<Answer> {
  const { form } = context
  const { positionId } = await context.run(assignOfficial, {
    ...form.pick('employeeNumber', 'manner', 'decreeNumber'),
    positionId: context.params.positionId,
    decreeOn: dateFrom(form, 'decreeOn') ?? '',
    from: dateFrom(form, 'from') ?? '',
    to: dateFrom(form, 'to'),
  })
  return done(context, organizationPaths.position(positionId), 'assigned')
}

export function assignAgain(context: WithPosition, error: AppError): Promise<Answer> {
  return assignPage(context, context.form, '', error)
}

async function assignPage(context: WithPosition, form: FormValues, search: string, error?: AppError): Promise<Answer> {
  const position = await getPosition(context.db, context.params.positionId)
  const found = await searchOfficials(context.db, search)
  const view = <AssignPage {...context} position={position} form={form} search={search} found={found} error={error} />
  return page(view, error?.status ?? 200)
}

export async function showEndAssignment(context: WithAssignment, error?: AppError): Promise<Answer> {
  const holding = await getHolding(context.db, context.params.assignmentId)
  const t = organizationTexts(context.locale)
  const view = (
    <LastDayPage
      {...context}
      title={t('end-title', { name: holding.displayName })}
      action={organizationPaths.endAssignment(holding.id)}
      backHref={organizationPaths.position(holding.positionId)}
      submit={t('end')}
      error={error}
    />
  )
  return page(view, error?.status ?? 200)
}

export async function end(context: WithAssignment): Promise<Answer> {
  const lastDay = dateFrom(context.form, 'lastDay') ?? ''
  const { positionId } = await context.run(endAssignment, { assignmentId: context.params.assignmentId, lastDay })
  return done(context, organizationPaths.position(positionId), 'ended', lastDay)
}

type DoneKey = 'position-created' | 'position-saved' | 'position-closed' | 'assigned' | 'ended'

function done(context: RouteContext, path: string, key: DoneKey, day?: string): Answer {
  const { locale } = context
  context.notify(organizationTexts(locale)(key, day ? { day: formatDay(day, locale) } : {}))
  return redirect(path)
}
