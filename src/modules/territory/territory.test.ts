import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '#kernel/errors.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { addressLevels, findArea, findOwnRegion, getAreaPath, listChildren, searchAreas } from './queries.ts'
import { loadNationalAreas, seedTerritory } from './seed.ts'

let place: TestTenant
let owner: pg.Client
const db = () => place.tenant.pools.read

beforeAll(async () => {
  place = await testTenant()
  owner = new pg.Client({ connectionString: place.ownerUrl })
  await owner.connect()
  await seedTerritory(owner)
})
afterAll(async () => {
  await owner.end()
  await place.close()
})

async function areaCount(): Promise<number> {
  return (await owner.query('select count(*) as count from territory.area')).rows[0].count
}

describe('seed', () => {
  it('holds every province, regency, district and village of the list', async () => {
    const { rows } = await owner.query('select level, count(*) from territory.area group by 1 order by 2')
    expect(rows).toEqual([
      { level: 'province', count: 38 },
      { level: 'regency', count: 514 },
      { level: 'district', count: 7285 },
      { level: 'village', count: 83762 },
    ])
  })

  it('loaded twice is the same, and renamed areas get their new name', async () => {
    const before = await areaCount()
    await owner.query(`update territory.area set name = 'Nama Lama' where code = '11.01'`)
    await loadNationalAreas(owner)
    expect(await areaCount()).toBe(before)
    expect((await findArea(db(), '11.01'))?.name).toBe('Kabupaten Aceh Selatan')
  })

  it('keeps its foreign key and its indexes', async () => {
    const indexes = await owner.query(
      `select indexname from pg_indexes where schemaname = 'territory' and tablename = 'area' order by 1`,
    )
    expect(indexes.rows.map((row) => row.indexname)).toEqual(['area_own', 'area_parent', 'area_pkey', 'area_search'])
    await expect(
      owner.query(`insert into territory.area values ('98.01', '98', 'regency', 'Tanpa Induk', 'tanpa induk')`),
    ).rejects.toThrow(/foreign key/)
  })
})

describe('areas', () => {
  it('are listed one level at a time', async () => {
    expect(await listChildren(db(), '')).toHaveLength(38)
    const districts = await listChildren(db(), '11.01')
    expect(districts.every((area) => area.level === 'district' && area.code.startsWith('11.01.'))).toBe(true)
  })

  it('have a path from province to village', async () => {
    const path = await getAreaPath(db(), '11.01.01.2001')
    expect(path.map((area) => area.name)).toEqual(['Aceh', 'Kabupaten Aceh Selatan', 'Bakongan', 'Keude Bakongan'])
  })

  it('that do not exist are not found', async () => {
    expect(await findArea(db(), '00.00')).toBeUndefined()
    expect(await findArea(db(), `11'; drop table`)).toBeUndefined()
    await expect(getAreaPath(db(), '11.99.01')).rejects.toBeInstanceOf(AppError)
  })

  it('are found by part of the name and despite a slip of the pen', async () => {
    const exact = await searchAreas(db(), 'Keude Bakongan', {}, 5)
    expect(exact[0]?.path.map((area) => area.name)).toContain('Aceh')
    const slip = await searchAreas(db(), 'Keude Bakngan', { level: 'village', within: '11.01' }, 5)
    expect(slip.map((area) => area.name)).toContain('Keude Bakongan')
    expect(await searchAreas(db(), '%', {}, 5)).toEqual([])
  })
})

describe('address picker levels', () => {
  it('offer provinces only when nothing is chosen', async () => {
    const levels = await addressLevels(db(), '')
    expect(levels.map((level) => level.options.length)).toEqual([38, 0, 0, 0])
    expect(levels.map((level) => level.name)).toEqual([
      'address-province',
      'address-regency',
      'address-district',
      'address-village',
    ])
  })

  it('offer what lies below the chosen area', async () => {
    const levels = await addressLevels(db(), '11.01.01', { field: 'home', locale: 'en' })
    expect(levels.map((level) => level.value)).toEqual(['11', '11.01', '11.01.01', undefined])
    expect(levels[3]?.options.length).toBeGreaterThan(2)
    expect(levels[3]?.label).toBe('Village')
  })

  it('begin at the own region', async () => {
    await owner.query(`update territory.area set own = true where code = '11.01' or code like '11.01.%'`)
    expect((await findOwnRegion(db()))?.code).toBe('11.01')
    const levels = await addressLevels(db())
    expect(levels.map((level) => level.value)).toEqual(['11', '11.01', undefined, undefined])
  })
})
