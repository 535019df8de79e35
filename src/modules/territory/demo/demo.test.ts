import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { fromRoot } from '#kernel/paths.ts'
import { isWithin } from '../domain.ts'
import { demoOutlines } from './load-territory.ts'
import { centreOf, doubleArea, type Point, type Ring } from './outlines.ts'
import { demoDistricts, demoProvince, demoRegency, demoStreets, demoVillages } from './places.ts'

const outlines = demoOutlines('arunika')
const area = (code: string) => doubleArea(outlines.get(code) as Ring)
const national = (file: string) => readFileSync(fromRoot('node_modules/idn-area-data/data', file), 'utf8')

it('the areas of villages add up to their district, those of districts to the regency', () => {
  for (const district of demoDistricts) {
    const villages = district.villages.reduce((sum, village) => sum + area(village.code), 0)
    expect(villages).toBeCloseTo(area(district.code), 9)
  }
  const districts = demoDistricts.reduce((sum, district) => sum + area(district.code), 0)
  expect(districts).toBeCloseTo(area(demoRegency.code), 9)
})

/** Even-odd rule: how often a ray to the east crosses the ring. */
function holds(ring: Ring, [x, y]: Point): boolean {
  const crossings = ring.slice(1).filter(([x2, y2], index) => {
    const [x1, y1] = ring[index] as Point
    return y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1
  })
  return crossings.length % 2 === 1
}

it('every village centre lies in its own outline and district and in no other', () => {
  const among = (codes: readonly string[], centre: Point) =>
    codes.filter((code) => holds(outlines.get(code) as Ring, centre))
  for (const village of demoVillages) {
    const centre = centreOf(outlines.get(village.code) as Ring)
    const villages = demoVillages.map((each) => each.code)
    const districts = demoDistricts.map((each) => each.code)
    expect(among(villages, centre)).toEqual([village.code])
    expect(among(districts, centre)).toEqual([village.districtCode])
  }
})

it('every outline is closed and runs counter-clockwise', () => {
  for (const ring of outlines.values()) {
    expect(ring[0]).toEqual(ring.at(-1))
    expect(doubleArea(ring)).toBeGreaterThan(0)
  }
})

it('lies in the open sea south of Java', () => {
  for (const [longitude, latitude] of outlines.get(demoRegency.code) as Ring) {
    expect(longitude).toBeGreaterThan(108.2)
    expect(longitude).toBeLessThan(108.8)
    expect(latitude).toBeGreaterThan(-12.2)
    expect(latitude).toBeLessThan(-11.8)
  }
})

it('is nobody else: neither its province, its regency nor two of its districts together are in the real list', () => {
  expect(national('provinces.csv')).not.toMatch(new RegExp(`^99|${demoProvince.name}$`, 'm'))
  expect(national('regencies.csv')).not.toContain('Arunika')
  const names = new Set(demoDistricts.map((district) => district.name))
  const perRegency = new Map<string, number>()
  for (const line of national('districts.csv').split('\n')) {
    const [, regency = '', name = ''] = line.split(',')
    if (names.has(name)) perRegency.set(regency, (perRegency.get(regency) ?? 0) + 1)
  }
  expect(Math.max(...perRegency.values())).toBe(1)
})

it('has sixty villages, each in its district and with twenty streets or more', () => {
  expect(demoVillages).toHaveLength(60)
  expect(new Set(demoVillages.map((village) => village.name)).size).toBe(60)
  for (const village of demoVillages) {
    expect(isWithin(village.code, village.districtCode)).toBe(true)
    expect(demoStreets(village).length).toBeGreaterThanOrEqual(20)
  }
})
