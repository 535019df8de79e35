import { anonymous, isPermitted } from '#kernel/access/access.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import { findUnit, listGrantsOf, listUnits, unitServing } from '#modules/organization/index.ts'
import { findOwnRegion, levelOf, listChildren } from '#modules/territory/index.ts'
import type { ServiceDefinition } from '../definition/schema.ts'

/** A desk of a service at which nobody sits today. */
export interface StaffingFault {
  readonly state: string
  /** Which of several reviews; "" for the desk of the state itself. */
  readonly branch: string
  readonly permission: string
  /** Path of the unit; "" when no unit serves the place at all. */
  readonly unit: string
  /** Code of the place whose files would wait there. */
  readonly place: string
  readonly say: LocalText
}

interface Desk {
  readonly state: string
  readonly branch: string
  readonly permission: string
  readonly unit: string | undefined
}

/**
 * Every desk of a service has somebody who may act, for every place the office serves: proved before a region
 * offers the service, and again each day, since posts fall vacant.
 * @param day ISO date in the region's zone
 */
export async function staffingFaults(
  db: AnyHandle,
  definition: ServiceDefinition,
  day: string,
): Promise<StaffingFault[]> {
  const places = await placesOf(db, day)
  const desks = desksOf(definition)
  const grants = await Promise.all(
    [...new Set(desks.map((desk) => desk.permission))].map((permission) => listGrantsOf(db, permission, day)),
  )
  const anybody = { ...anonymous, grants: grants.flat() }
  const faults: StaffingFault[] = []
  for (const place of places) {
    const serving = await unitServing(db, { unitCode: definition.unit, territory: place.code, on: day })
    for (const desk of desks) {
      const unit = desk.unit ? await findUnit(db, desk.unit) : serving
      if (unit && isPermitted(anybody, desk.permission, { unitPath: unit.path, territory: place.code })) continue
      faults.push(faultAt(desk, unit?.path ?? '', unit?.name, place))
    }
  }
  return faults
}

/** The desks where officials act; steps of the applicant, the clock and the bill need none. */
function desksOf({ flow }: ServiceDefinition): Desk[] {
  return flow.states.flatMap((state) => [
    ...(state.desk ? [{ state: state.id, branch: '', permission: state.desk, unit: state.unit }] : []),
    ...(state.branches ?? []).map((branch) => ({
      state: state.id,
      branch: branch.id,
      permission: branch.desk,
      unit: branch.unit ?? state.unit,
    })),
  ])
}

interface Place {
  readonly code: string
  readonly name: string
}

/** The districts of the region, and whatever smaller area has a unit of its own. */
async function placesOf(db: AnyHandle, day: string): Promise<Place[]> {
  const region = await findOwnRegion(db)
  if (!region) return []
  let areas = [region]
  while (areas[0] && levelOf(areas[0].code) !== 'district') {
    const below = (await Promise.all(areas.map((area) => listChildren(db, area.code)))).flat()
    if (below.length === 0) break
    areas = below
  }
  const known = new Set(areas.map((area) => area.code))
  const units = await listUnits(db, { on: day })
  const smaller = units
    .filter((unit) => unit.territoryCode.length > 8 && !known.has(unit.territoryCode))
    .map((unit) => ({ code: unit.territoryCode, name: unit.name }))
  return [...areas, ...smaller]
}

function faultAt(desk: Desk, unit: string, unitName: string | undefined, place: Place): StaffingFault {
  const { state, branch, permission } = desk
  const where = unitName
    ? { id: `di ${unitName}`, en: `at ${unitName}` }
    : { id: 'karena tidak ada unit yang melayani', en: 'because no unit serves it' }
  return {
    state,
    branch,
    permission,
    unit,
    place: place.code,
    say: {
      id: `Berkas dari ${place.name} akan terhenti di "${branch || state}": hari ini tidak seorang pun memegang ${permission} ${where.id}.`,
      en: `Files from ${place.name} would stop at "${branch || state}": today nobody holds ${permission} ${where.en}.`,
    },
  }
}
