import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { testOffice } from '#modules/organization/testing.ts'
import { birthCertificate } from '#services/birth-certificate/definition.ts'
import { staffingFaults } from './staffing.ts'

let place: TestTenant

beforeAll(async () => {
  place = await testTenant()
  const { writePool } = place.tenant.pools
  await writePool.query(`insert into territory.area (code, parent_code, level, name, search_name, own) values
    ('99', null, 'province', 'Cahaya', 'cahaya', false), ('99.01', '99', 'regency', 'Arunika', 'arunika', true),
    ('99.01.01', '99.01', 'district', 'Fajar', 'fajar', true), ('99.01.02', '99.01', 'district', 'Senja', 'senja', true)`)
  const office = testOffice(place.tenant)
  await office.role('counter', ['services.receive'])
  await office.role('verifier', ['services.verify'])
  await office.role('head', ['services.sign'])
  const dinas = await office.unit('disdukcapil', { name: 'Dinas Dukcapil' })
  const fajar = await office.unit('disdukcapil.upt-fajar', { kind: 'section', territory: '99.01.01' })
  const clerk = await office.official('197001011995031001', 'Sekar')
  const deputy = await office.official('198001012005032001', 'Laras')
  const counter = await office.position(fajar, 'Petugas loket', { roles: ['counter'] })
  const verifier = await office.position(dinas, 'Verifikator', { roles: ['verifier'] })
  const head = await office.position(dinas, 'Kepala dinas', { roles: ['head'] })
  const setda = await office.unit('setda', { name: 'Sekretariat Daerah' })
  const secretary = await office.official('196501011990031003', 'Ratih')
  const superior = await office.position(setda, 'Sekretaris Daerah', { roles: ['head'] })
  await office.assign(superior, secretary.id, '2024-01-01')
  await office.assign(counter, clerk.id, '2024-01-01')
  await office.assign(verifier, clerk.id, '2024-01-01')
  await office.assign(head, deputy.id, '2024-01-01', '2026-11-30')
})
afterAll(() => place.close())

const vacant = async (day: string) =>
  (await staffingFaults(place.tenant.pools.read, birthCertificate, day)).map(
    ({ state, permission, unit, place: at }) => `${state} ${permission} ${unit} ${at}`,
  )

it('names the desk at which nobody sits, the unit and the place whose files would wait', async () => {
  // The counter of Fajar is staffed; Senja is served by the office itself, which has none.
  expect(await vacant('2026-11-22')).toEqual(['received services.receive disdukcapil 99.01.02'])
})

it('sees a post fall vacant the day after', async () => {
  const ofHead = (at: string) =>
    ['late-decision', 'signing', 'signing-correction', 'objection', 'fulfilling'].map(
      (state) => `${state} services.sign disdukcapil ${at}`,
    )
  const [counter] = await vacant('2026-11-22')
  expect(await vacant('2026-12-01')).toEqual([...ofHead('99.01.01'), counter, ...ofHead('99.01.02')])
})

it('says it in both languages', async () => {
  const [fault] = await staffingFaults(place.tenant.pools.read, birthCertificate, '2026-11-22')
  expect(fault?.say.id).toContain('Senja')
  expect(fault?.say.en).toContain('Dinas Dukcapil')
})

it('a service of an office that does not exist stops everywhere', async () => {
  const elsewhere = { ...birthCertificate, unit: 'nowhere' }
  const found = await staffingFaults(place.tenant.pools.read, elsewhere, '2026-11-22')
  expect(found.filter((fault) => fault.unit === '').map((fault) => fault.place)).toEqual(['99.01.01', '99.01.02'])
})
