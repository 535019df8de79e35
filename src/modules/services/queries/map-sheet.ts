import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { type Area, findBoundary, findOwnRegion, listChildren } from '#modules/territory/index.ts'
import type { MapSheet } from '#ui/index.ts'

type Position = readonly [longitude: number, latitude: number]
interface Outline {
  readonly area: Area
  readonly rings: readonly (readonly Position[])[]
}

const width = 1000
const mostAreas = 400
const kept = new WeakMap<Tenant, { readonly sheet: MapSheet; readonly until: number }>()
const keptForMs = 24 * 3_600_000

/** The villages of this region as outlines on a plane; undefined where no outlines are known. Kept for a day. */
export async function findMapSheet(
  db: AnyHandle,
  tenant: Tenant,
  now: Temporal.Instant,
): Promise<MapSheet | undefined> {
  const known = kept.get(tenant)
  if (known && known.until > now.epochMilliseconds) return known.sheet
  const sheet = drawSheet(await listOutlines(db))
  if (sheet) kept.set(tenant, { sheet, until: now.epochMilliseconds + keptForMs })
  return sheet
}

/** The narrowest level whose areas still fit on one sheet. */
async function listOutlines(db: AnyHandle): Promise<Outline[]> {
  const region = await findOwnRegion(db)
  if (!region) return []
  let areas: Area[] = [region]
  for (;;) {
    const below = (await Promise.all(areas.map((area) => listChildren(db, area.code)))).flat()
    if (below.length === 0 || below.length > mostAreas) break
    areas = below
  }
  const outlines = await Promise.all(
    areas.map(async (area) => ({ area, rings: ringsOf((await findBoundary(db, area.code))?.outline) })),
  )
  return outlines.filter((outline) => outline.rings.length > 0)
}

/** The outer rings of a GeoJSON polygon or of several. */
function ringsOf(outline: unknown): (readonly Position[])[] {
  const { type, coordinates } = (outline ?? {}) as { type?: string; coordinates?: unknown }
  if (type === 'Polygon') return [(coordinates as Position[][])[0] ?? []]
  return type === 'MultiPolygon' ? (coordinates as Position[][][]).map((polygon) => polygon[0] ?? []) : []
}

function drawSheet(outlines: readonly Outline[]): MapSheet | undefined {
  const all = outlines.flatMap((outline) => outline.rings.flat())
  if (all.length === 0) return undefined
  const longitudes = all.map((at) => at[0])
  const latitudes = all.map((at) => at[1])
  const [left, right] = [smallest(longitudes), -smallest(longitudes.map((value) => -value))]
  const [bottom, top] = [smallest(latitudes), -smallest(latitudes.map((value) => -value))]
  const margin = Math.max(right - left, top - bottom) * 0.03
  const [west, north] = [left - margin, top + margin]
  // Near the equator a degree of longitude is almost as long as one of latitude; the middle of the sheet decides.
  const perLongitude = width / (right - left + 2 * margin)
  const perLatitude = perLongitude / Math.cos((((top + bottom) / 2) * Math.PI) / 180)
  const height = Math.round((top - bottom + 2 * margin) * perLatitude)
  const draw = (ring: readonly Position[]) => {
    const points = ring.map(
      ([longitude, latitude]) =>
        `${Math.round((longitude - west) * perLongitude)} ${Math.round((north - latitude) * perLatitude)}`,
    )
    return `M${points.filter((point, index) => point !== points[index - 1]).join('L')}Z`
  }
  const areas = outlines.map(({ area, rings }) => ({
    code: area.code,
    name: area.name,
    path: rings.map(draw).join(''),
  }))
  return { width, height, west, north, perLongitude, perLatitude, areas }
}

function smallest(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(value, least), Number.POSITIVE_INFINITY)
}
