import type { Client } from 'pg'
import { copyRows } from '../../../demo/copy.ts'
import { DemoIds, Random } from '../../../demo/random.ts'
import { searchName } from '../domain.ts'
import { CellMap, centreOf, outlineAround, type Ring } from './outlines.ts'
import { demoDistricts, demoProvince, demoRegency, demoStreets, demoVillages } from './places.ts'

/** Districts lie in two rows of four, three or two villages wide and three high. */
const districtWidths = [3, 2, 3, 2]
const districtHeight = 3

/** Writes the invented province, regency, districts and villages with outlines and streets. */
export async function loadDemoTerritory(owner: Client, seed: string): Promise<number> {
  await owner.query('begin')
  try {
    const areas = await copyRows(
      owner,
      'territory.area',
      ['code', 'parent_code', 'level', 'name', 'search_name', 'own'],
      areaRows(),
    )
    await copyRows(
      owner,
      'territory.boundary',
      ['area_code', 'outline', 'centre_longitude', 'centre_latitude'],
      [...demoOutlines(seed)].map(([code, ring]) => [
        code,
        JSON.stringify({ type: 'Polygon', coordinates: [ring] }),
        ...centreOf(ring),
      ]),
    )
    const ids = new DemoIds(new Random(seed, 'streets'), Date.UTC(2020, 0, 1))
    await copyRows(
      owner,
      'territory.street',
      ['id', 'village_code', 'name'],
      demoVillages.flatMap((village) => demoStreets(village).map((street) => [ids.next(), village.code, street])),
    )
    await owner.query('commit')
    return areas
  } catch (error) {
    await owner.query('rollback')
    throw error
  }
}

function areaRows(): (string | boolean | null)[][] {
  const row = (code: string, parent: string | null, level: string, name: string) => [
    code,
    parent,
    level,
    name,
    searchName(name),
    // The province is somebody else's government.
    code !== demoProvince.code,
  ]
  return [
    row(demoProvince.code, null, 'province', demoProvince.name),
    row(demoRegency.code, demoProvince.code, 'regency', demoRegency.name),
    ...demoDistricts.map((district) => row(district.code, demoRegency.code, 'district', district.name)),
    ...demoVillages.map((village) => row(village.code, village.districtCode, 'village', village.name)),
  ]
}

/** Outline of every own area: villages tile their district, districts the regency. */
export function demoOutlines(seed: string): Map<string, Ring> {
  const columns = districtWidths.reduce((sum, width) => sum + width, 0)
  const map = new CellMap(columns, districtHeight * 2, new Random(seed, 'outlines'))
  const outlines = new Map<string, Ring>()
  demoDistricts.forEach((district, index) => {
    const across = index % districtWidths.length
    const width = districtWidths[across] as number
    const left = districtWidths.slice(0, across).reduce((sum, each) => sum + each, 0)
    const top = Math.floor(index / districtWidths.length) * districtHeight
    const cells = district.villages.map((village, at) => {
      const ring = map.cell(left + (at % width), top + Math.floor(at / width))
      outlines.set(village.code, ring)
      return ring
    })
    outlines.set(district.code, outlineAround(cells))
  })
  outlines.set(demoRegency.code, outlineAround(demoVillages.map((village) => outlines.get(village.code) as Ring)))
  return outlines
}
