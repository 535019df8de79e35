import { dayOf } from '#kernel/clock/clock.ts'
import type { RouteContext } from '#kernel/http/route.ts'
import { listUnits, permissionCatalogue } from '#modules/organization/index.ts'
import type { ProcedureNames } from '../artefacts/procedure.ts'

/** Names of desks and offices as people know them. */
export async function procedureNames(context: Pick<RouteContext, 'db' | 'now' | 'tenant'>): Promise<ProcedureNames> {
  const on = dayOf(context.now, context.tenant.profile.zone).toString()
  const permissions = permissionCatalogue.keys().flatMap((module) => Object.entries(permissionCatalogue.get(module)))
  const units = await listUnits(context.db, { on })
  return {
    permissions: Object.fromEntries(permissions),
    units: Object.fromEntries(units.map((unit) => [unit.path, unit.name])),
  }
}
