import { isPermitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import type { AppError } from '#kernel/errors.ts'
import { FormValues } from '#kernel/http/form-values.ts'
import { type Answer, page, type RouteContext, redirect } from '#kernel/http/route.ts'
import { findArea } from '#modules/territory/index.ts'
import { closeUnit } from '../commands/close-unit.ts'
import { createUnit } from '../commands/create-unit.ts'
import { editUnit } from '../commands/edit-unit.ts'
import { dateFrom } from '../form-values.ts'
import { organizationPaths } from '../paths.ts'
import { listHoldingsOfUnit, listPositions } from '../queries/positions.ts'
import { listRoles } from '../queries/roles.ts'
import { getUnit, listOffices, listUnits, searchUnits } from '../queries/units.ts'
import { organizationTexts } from '../texts.ts'
import { formatDay } from '../views/days.ts'
import { OfficesPage } from '../views/offices.tsx'
import { UnitPage } from '../views/unit.tsx'
import { LastDayPage, UnitFormPage, UnitTreePage } from '../views/units.tsx'

type WithUnit = RouteContext<{ unitId: string }>
type TreeQuery = { q?: string | undefined; keadaan?: 'semua' | undefined }

export const today = ({ now, tenant }: RouteContext) => dayOf(now, tenant.profile.zone).toString()

/** Wrong address parts and answers that are shown again share this shape. */
const details = (form: FormValues) => form.pick('name', 'shortName', 'territoryCode', 'address', 'phone', 'email')

export async function showOffices(context: RouteContext): Promise<Answer> {
  return page(<OfficesPage locale={context.locale} offices={await listOffices(context.db, today(context))} />)
}

export async function showTree(context: RouteContext<unknown, TreeQuery>): Promise<Answer> {
  const { q, keadaan } = context.query
  const units = await searchUnits(context.db, { text: q, on: keadaan ? undefined : today(context) })
  const mayEdit = isPermitted(context.actor, 'organization.edit')
  return page(<UnitTreePage {...context} units={units} filter={context.query} mayEdit={mayEdit} />)
}

export async function showUnit(context: WithUnit): Promise<Answer> {
  const { db, actor, params } = context
  const unit = await getUnit(db, params.unitId)
  const scope = { unitPath: unit.path, territory: unit.territoryCode }
  const [positions, holdings, roles] = [
    await listPositions(db, unit.id),
    await listHoldingsOfUnit(db, unit.id),
    await listRoles(db),
  ]
  const view = (
    <UnitPage
      {...context}
      unit={unit}
      area={await findArea(db, unit.territoryCode)}
      positions={positions}
      holdings={holdings}
      roles={roles}
      day={today(context)}
      mayEdit={isPermitted(actor, 'organization.edit', scope)}
      mayAssign={isPermitted(actor, 'organization.assign', scope)}
    />
  )
  return page(view)
}

export async function showNewUnit(context: RouteContext<unknown, { induk?: string | undefined }>): Promise<Answer> {
  const preset = context.query.induk
  return newUnitPage(context, context.kept ?? new FormValues(preset ? [['parentId', preset]] : []))
}

export async function makeUnit(context: RouteContext): Promise<Answer> {
  const { form } = context
  const { unitId } = await context.run(createUnit, {
    ...details(form),
    parentId: form.get('parentId') || undefined,
    code: form.get('code'),
    kind: form.get('kind'),
    validFrom: dateFrom(form, 'validFrom') ?? '',
  })
  context.notify(organizationTexts(context.locale)('unit-created'))
  return redirect(organizationPaths.unit(unitId))
}

export function makeUnitAgain(context: RouteContext, error: AppError): Promise<Answer> {
  return newUnitPage(context, context.form, error)
}

async function newUnitPage(context: RouteContext, form: FormValues, error?: AppError): Promise<Answer> {
  const parents = await listUnits(context.db, { on: today(context) })
  return page(<UnitFormPage {...context} form={form} parents={parents} error={error} />, error?.status ?? 200)
}

export async function showEditUnit(context: WithUnit, error?: AppError): Promise<Answer> {
  const unit = await getUnit(context.db, context.params.unitId)
  const form = context.kept ?? context.form
  return page(<UnitFormPage {...context} unit={unit} parents={[]} form={form} error={error} />, error?.status ?? 200)
}

export async function saveUnit(context: WithUnit): Promise<Answer> {
  await context.run(editUnit, { ...details(context.form), unitId: context.params.unitId })
  context.notify(organizationTexts(context.locale)('unit-saved'))
  return redirect(organizationPaths.unit(context.params.unitId))
}

export async function showCloseUnit(context: WithUnit, error?: AppError): Promise<Answer> {
  const unit = await getUnit(context.db, context.params.unitId)
  const t = organizationTexts(context.locale)
  const view = (
    <LastDayPage
      {...context}
      title={`${t('unit-close-title')}: ${unit.name}`}
      lead={t('unit-close-lead')}
      action={organizationPaths.closeUnit(unit.id)}
      backHref={organizationPaths.unit(unit.id)}
      submit={t('close')}
      error={error}
    />
  )
  return page(view, error?.status ?? 200)
}

export async function endUnit(context: WithUnit): Promise<Answer> {
  const lastDay = dateFrom(context.form, 'lastDay') ?? ''
  const { unitId } = await context.run(closeUnit, { unitId: context.params.unitId, lastDay })
  context.notify(organizationTexts(context.locale)('unit-closed', { day: formatDay(lastDay, context.locale) }))
  return redirect(organizationPaths.unit(unitId))
}
