import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { testOffice } from '../testing.ts'
import { findSigner, resolveGrants } from './authority.ts'
import { unitServing } from './units.ts'

let place: TestTenant
let head: { id: string; personId: string }
let deputy: { id: string; personId: string }
const db = () => place.tenant.pools.read

beforeAll(async () => {
  place = await testTenant()
  const office = testOffice(place.tenant)
  await office.role('signer', ['documents.sign', 'services.sign'])
  await office.role('clerk', ['services.queue'])
  const dinas = await office.unit('disdukcapil', { name: 'Dinas Kependudukan' })
  const bidang = await office.unit('disdukcapil.capil', { kind: 'division' })
  await office.unit('disdukcapil.upt-a', { kind: 'section', territory: '99.01.02' })
  await office.unit('disdukcapil.upt-b', { kind: 'section', territory: '99.01.03' })
  const government = await office.unit('pemkab', { kind: 'government' })
  const headPost = await office.position(dinas, 'Kepala Dinas', { roles: ['signer', 'clerk'], rank: 10 })
  const clerkPost = await office.position(bidang, 'Analis', { roles: ['clerk'], territory: '99.01.02' })
  const regent = await office.position(government, 'Bupati', { roles: ['signer'], rank: 1 })
  head = await office.official('197001011995031001', 'Wening, S.H.')
  deputy = await office.official('198001012005032001', 'Laras, S.E.')
  await office.assign(headPost, head.id, '2024-01-02', '2026-06-30')
  await office.assign(headPost, deputy.id, '2026-07-01', '2026-08-31', 'plt')
  await office.assign(clerkPost, deputy.id, '2020-01-02')
  await office.assign(regent, head.id, '2026-09-01')
})
afterAll(() => place.close())

describe('resolveGrants', () => {
  it('gives each permission once, within unit and territory of the post', async () => {
    const [held] = await resolveGrants(db(), head.personId, '2026-06-30')
    expect(held?.position).toMatchObject({ title: 'Kepala Dinas', unitPath: 'disdukcapil', manner: 'definitif' })
    expect(held?.grants).toHaveLength(3)
    expect(held?.grants).toContainEqual({ permission: 'documents.sign', unitPath: 'disdukcapil', territory: '' })
  })

  it('ends after the last day and begins on the first', async () => {
    const titles = async (day: string) =>
      (await resolveGrants(db(), deputy.personId, day)).map(({ position }) => position.title)
    expect(await resolveGrants(db(), head.personId, '2026-07-01')).toEqual([])
    expect(await titles('2026-06-30')).toEqual(['Analis'])
    expect(await titles('2026-07-01')).toEqual(['Analis', 'Kepala Dinas'])
    expect(await titles('2026-09-01')).toEqual(['Analis'])
  })

  it('narrows to the territory of the post', async () => {
    const [held] = await resolveGrants(db(), deputy.personId, '2026-01-01')
    expect(held?.grants).toEqual([
      { permission: 'services.queue', unitPath: 'disdukcapil.capil', territory: '99.01.02' },
    ])
  })

  it('covers every unit from a post of the government itself', async () => {
    const [held] = await resolveGrants(db(), head.personId, '2026-09-01')
    expect(held?.position.unitPath).toBe('pemkab')
    expect(held?.grants[0]?.unitPath).toBe('')
  })
})

describe('findSigner', () => {
  it('takes the nearest post with the permission, in whatever manner it is held', async () => {
    expect(await findSigner(db(), 'disdukcapil.upt-a', 'documents.sign', '2026-06-30')).toMatchObject({
      personId: head.personId,
      positionTitle: 'Kepala Dinas',
      manner: 'definitif',
    })
    expect(await findSigner(db(), 'disdukcapil.upt-a', 'documents.sign', '2026-07-01')).toMatchObject({
      personId: deputy.personId,
      manner: 'plt',
      unit: { name: 'Dinas Kependudukan', path: 'disdukcapil' },
    })
    expect((await findSigner(db(), 'disdukcapil', 'documents.sign', '2026-09-01'))?.positionTitle).toBe('Bupati')
    expect(await findSigner(db(), 'disdukcapil', 'documents.sign', '2019-01-01')).toBeUndefined()
  })
})

describe('unitServing', () => {
  it('is the one with the narrowest territory around the place', async () => {
    const path = async (territory: string, unitCode = 'disdukcapil') =>
      (await unitServing(db(), { unitCode, territory, on: '2026-01-01' }))?.path
    expect(await path('99.01.02.2003')).toBe('disdukcapil.upt-a')
    expect(await path('99.01.03.1001')).toBe('disdukcapil.upt-b')
    expect(await path('99.01.04.1001')).toBe('disdukcapil')
    expect(await path('99.01.02.2003', 'dinkes')).toBeUndefined()
  })
})
