import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { loadDemoTerritory } from '#modules/territory/demo/load-territory.ts'
import { demoVillages } from '#modules/territory/demo/places.ts'
import { loadTestPeople } from '../testing.ts'
import { type PeopleSearch, searchPeople } from './search.ts'

const today = Temporal.PlainDate.from('2026-11-23')
const villageOf = (district: string) =>
  demoVillages.find((village) => village.districtCode === district)?.code as string
const [town, hill] = [villageOf('99.01.01'), villageOf('99.01.02')]
let place: TestTenant
let owner: pg.Client

beforeAll(async () => {
  place = await testTenant()
  owner = new pg.Client({ connectionString: place.ownerUrl })
  await owner.connect()
  await loadDemoTerritory(owner, 'search')
  await loadTestPeople(place.tenant, owner, [
    { address: 'Jalan Melati 12', rt: '003', rw: '001', village: town },
    { name: 'Achmad Soebardjo', mother: 'Siti Aminah', born: '1980-05-17' },
    { name: 'Muhammad Ridwan', born: '1990-01-02' },
    { name: 'Moh. Ridwan Kamil', born: '1991-03-04' },
    { name: "Ma'ruf Amin", born: '1960-07-08' },
    { name: 'Suharto', born: '1950-06-08' },
    { name: 'Dr. Hj. Sri Mulyani, S.Pd., M.M.', sex: 'female', born: '1970-08-26' },
    { address: 'Dusun Krajan', rt: '1', rw: '002', village: hill },
    { name: 'Abdul Rahman', born: '1985-02-03' },
    { name: 'Nur Hayati', sex: 'female', born: '1975-04-05', mother: 'Fatimah' },
    { name: 'Zaenab', sex: 'female', born: '1978-04-05' },
    { name: 'Tjokro Aminoto', born: '1940-12-01' },
    { name: 'Yusuf Wijaya', born: '1999-09-09' },
    { name: 'Sekar Wulandari', sex: 'female', born: '1996-07-11' },
  ])
})
afterAll(async () => {
  await owner.end()
  await place.close()
})

async function find(search: Partial<PeopleSearch>) {
  const found = await searchPeople(place.tenant, place.tenant.pools.read, {
    text: '',
    territories: [''],
    today,
    ...search,
  })
  return found.rows
}
const names = async (search: Partial<PeopleSearch>) => (await find(search)).map((row) => row.fullName)

describe('a name is found in any spelling', () => {
  it.each([
    ['ahmad subarjo', 'Achmad Soebardjo'],
    ['Akhmad Subardjo', 'Achmad Soebardjo'],
    ['maruf amin', "Ma'ruf Amin"],
    ['soeharto', 'Suharto'],
    ['abdurrahman', 'Abdul Rahman'],
    ['abdoel rachman', 'Abdul Rahman'],
    ['nurhayati', 'Nur Hayati'],
    ['jainab', 'Zaenab'],
    ['cokroaminoto', 'Tjokro Aminoto'],
    ['jusup widjaja', 'Yusuf Wijaya'],
    ['sri muljani', 'Dr. Hj. Sri Mulyani, S.Pd., M.M.'],
    ['sekar wuland', 'Sekar Wulandari'],
    ['wulandari sekar', 'Sekar Wulandari'],
    ['sekar w', 'Sekar Wulandari'],
  ])('%s finds %s', async (typed, wanted) => {
    expect(await names({ text: typed })).toEqual([wanted])
  })

  it.each([
    ['skar wulandri', 'Sekar Wulandari'],
    ['sekra wulandari', 'Sekar Wulandari'],
    ['suhatro', 'Suharto'],
  ])('with a slip of the finger: %s finds %s', async (typed, wanted) => {
    expect(await names({ text: typed })).toEqual([wanted])
  })

  it('abbreviations of Muhammad are Muhammad, and the row says why it was found', async () => {
    const rows = await find({ text: 'Mochamad Ridwan' })
    expect(rows.map((row) => [row.fullName, row.why])).toEqual([
      ['Muhammad Ridwan', [{ kind: 'spelling', word: 'Muhammad' }]],
      ['Moh. Ridwan Kamil', [{ kind: 'short', word: 'Moh.' }]],
    ])
    expect((await find({ text: 'sekar wulndari' }))[0]?.why).toEqual([{ kind: 'near', word: 'Wulandari' }])
    expect((await find({ text: 'sekar' }))[0]?.why).toEqual([])
  })
})

describe('what else is known narrows a search', () => {
  it('day or year of birth, mother, address', async () => {
    expect(await names({ text: 'ridwan', birthYear: 1991 })).toEqual(['Moh. Ridwan Kamil'])
    expect(await names({ birthOn: '1978-04-05' })).toEqual(['Zaenab'])
    expect(await names({ mother: 'sitti aminah' })).toEqual(['Achmad Soebardjo'])
    expect(await names({ text: 'ahmad', mother: 'fatima' })).toEqual([])
    expect(await names({ street: 'jl. melati', text: 'suharto' })).toEqual(['Suharto'])
    expect(await names({ rt: '1', rw: '2', text: 'zaenab' })).toEqual(['Zaenab'])
    expect(await names({ rt: '2', text: 'zaenab' })).toEqual([])
  })

  it('nobody beyond the territory of the reader is found, by name or by address', async () => {
    expect(await names({ text: 'suharto', territories: ['99.01.02'] })).toEqual([])
    expect(await names({ street: 'melati', territories: [hill] })).toEqual([])
    expect(await names({ text: 'zaenab', territories: [hill] })).toEqual(['Zaenab'])
    expect(await names({ text: 'zaenab', territories: [] })).toEqual([])
  })

  it('who is no resident any more is found by status only, and by number always', async () => {
    await owner.query(`update people.person set status = 'moved' where full_name = 'Suharto'`)
    expect(await names({ text: 'suharto' })).toEqual([])
    expect(await names({ text: 'suharto', status: 'moved' })).toEqual(['Suharto'])
    expect(await names({ status: 'moved' })).toEqual(['Suharto'])
    expect(await names({ text: 'suharto', status: 'any' })).toEqual(['Suharto'])
    await owner.query(`update people.person set check_reason = 'ibu lebih muda' where full_name = 'Zaenab'`)
    expect(await names({ status: 'checked' })).toEqual(['Zaenab'])
  })
})

describe('what a person is found by follows the register', () => {
  it('a corrected name and a new address at once', async () => {
    await owner.query(`update people.person set full_name = 'Sekar Kinanti' where full_name = 'Sekar Wulandari'`)
    expect(await names({ text: 'kinanti' })).toEqual(['Sekar Kinanti'])
    expect(await names({ text: 'wulandari' })).toEqual([])
    await owner.query(`update people.family set village_code = $1 where address = 'Dusun Krajan'`, [
      villageOf('99.01.03'),
    ])
    expect(await names({ text: 'kinanti', area: '99.01.03' })).toEqual(['Sekar Kinanti'])
    expect(await names({ text: 'kinanti', area: '99.01.02' })).toEqual([])
  })
})

it('pages through a long answer once, best fit first', async () => {
  const crowd = Array.from({ length: 60 }, (_, n) => ({
    name: `Budi Nomor${'abcdefghij'[n % 10]}`,
    born: '1990-01-01',
  }))
  await loadTestPeople(place.tenant, owner, [
    { address: 'Jalan Kenanga 1', rt: '001', rw: '001', village: town },
    ...crowd,
    { name: 'Budi', born: '1990-01-01' },
  ])
  const search = { text: 'budi', territories: [''], today }
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const found = await searchPeople(place.tenant, place.tenant.pools.read, search, cursor, 25)
    if (!cursor) expect(found.rows[0]?.fullName).toBe('Budi')
    seen.push(...found.rows.map((row) => row.id))
    cursor = found.next
  } while (cursor)
  expect(new Set(seen).size).toBe(61)
  expect(seen).toHaveLength(61)
})
