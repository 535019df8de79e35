import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { type TestServer, testServer } from '#kernel/testing/server.ts'
import { organization } from '../module.ts'
import { administrator, testOffice } from '../testing.ts'

let place: TestTenant
let server: TestServer
let unitId: string
let positionId: string
const admin = administrator(['organization.read', 'organization.edit', 'organization.assign'])

beforeAll(async () => {
  place = await testTenant()
  const office = testOffice(place.tenant)
  await office.role('clerk', ['services.queue'])
  unitId = await office.unit('disdukcapil', { name: 'Dinas Kependudukan' })
  positionId = await office.position(unitId, 'Kepala Dinas', { roles: ['clerk'] })
  const official = await office.official('199001012015032001', 'Laras, S.E.')
  await office.assign(positionId, official.id, '2020-01-02')
  await place.tenant.pools.writePool.query(
    `update organization.unit set address = 'Jalan Balai 1', phone = '(0990) 555'`,
  )
  server = await testServer({ ...place, modules: [organization] })
})
afterAll(async () => {
  await server.close()
  await place.close()
})

describe('public', () => {
  it('the offices are listed for everybody, in either language', async () => {
    const answer = await server.get('/kantor')
    expect(answer.plain()).toContain('Dinas Kependudukan')
    expect(answer.plain()).toContain('Jalan Balai 1')
    expect((await server.get('/kantor', { headers: { cookie: 'bahasa=en' } })).plain()).toContain('Our offices')
  })

  it('administration is not', async () => {
    expect((await server.get('/admin/organisasi')).location).toContain('/masuk')
    const citizen = { kind: 'citizen', name: 'Sekar', accountId: 'c', grants: [] } as const
    expect((await server.get('/admin/organisasi', { as: citizen })).status).toBe(403)
  })
})

describe('administration', () => {
  it('shows the tree, a unit with its holders and history, and a post', async () => {
    server.as(admin)
    expect((await server.get('/admin/organisasi?q=kependudukan')).plain()).toContain('Dinas Kependudukan')
    expect((await server.get('/admin/organisasi?q=tidak+ada')).plain()).toContain('Tidak ada unit yang cocok')
    const unit = await server.get(`/admin/organisasi/unit/${unitId}`)
    expect(unit.plain()).toContain('Laras, S.E.')
    expect(unit.plain()).toContain('sejak 2 Januari 2020')
    expect((await server.get(`/admin/organisasi/jabatan/${positionId}`)).plain()).toContain('Kepala Dinas')
    expect((await server.get('/admin/organisasi/unit/bukan-id')).status).toBe(404)
  })

  it('creates a unit and leads to it', async () => {
    const made = await server.post('/admin/organisasi/baru', {
      parentId: unitId,
      kind: 'division',
      code: 'capil',
      name: 'Bidang Pencatatan Sipil',
      shortName: 'Capil',
      'validFrom-day': '1',
      'validFrom-month': '2',
      'validFrom-year': '2026',
    })
    expect(made.location).toMatch(/^\/admin\/organisasi\/unit\/[0-9a-f-]{36}$/)
    expect((await server.get(made.location as string)).plain()).toContain('Unit sudah dibuat.')
  })

  it('answers a refused form with 422, a summary and everything that was typed', async () => {
    const refused = await server.post('/admin/organisasi/baru', {
      kind: 'division',
      code: 'Kode Salah',
      name: 'Bidang Baru',
      shortName: 'Baru',
      'validFrom-day': '31',
      'validFrom-month': '2',
      'validFrom-year': '2026',
    })
    expect(refused.status).toBe(422)
    expect(refused.plain()).toContain('Ada yang perlu diperbaiki')
    expect(refused.plain()).toContain('Tulis tanggal yang lengkap')
    expect(refused.fields()).toMatchObject({ code: 'Kode Salah', name: 'Bidang Baru', 'validFrom-day': '31' })
  })

  it('tells who holds a post when it is given twice', async () => {
    const refused = await server.post(`/admin/organisasi/jabatan/${positionId}/tugaskan`, {
      employeeNumber: '199001012015032001',
      manner: 'definitif',
      decreeNumber: 'SK-7/2026',
      'decreeOn-day': '1',
      'decreeOn-month': '11',
      'decreeOn-year': '2026',
      'from-day': '1',
      'from-month': '12',
      'from-year': '2026',
    })
    expect(refused.status).toBe(422)
    expect(refused.plain()).toContain('Laras, S.E. memegang jabatan ini')
    expect(refused.fields()).toMatchObject({ decreeNumber: 'SK-7/2026', 'from-year': '2026' })
  })

  it('finds employees by name for an assignment', async () => {
    const found = await server.get(`/admin/organisasi/jabatan/${positionId}/tugaskan?cari=laras`)
    expect(found.plain()).toContain('Pilih Laras, S.E.')
    expect(
      (await server.get(`/admin/organisasi/jabatan/${positionId}/tugaskan?nip=199001012015032001`)).fields(),
    ).toMatchObject({ employeeNumber: '199001012015032001' })
  })

  it('asks for a fresh proof before a post or role changes', async () => {
    const stale = { ...admin, elevatedUntil: undefined }
    const answer = await server.get('/admin/peran/clerk', { as: stale })
    expect(answer.location).toBe('/akun/bukti?lanjut=%2Fadmin%2Fperan%2Fclerk')
    expect((await server.get('/admin/peran')).plain()).toContain('clerk')
    expect((await server.get('/admin/peran/clerk')).status).toBe(200)
    expect((await server.get('/admin/peran/tidak-ada')).status).toBe(404)
  })

  it('closes and ends with one question', async () => {
    for (const path of [`unit/${unitId}/tutup`, `jabatan/${positionId}/tutup`]) {
      const refused = await server.post(`/admin/organisasi/${path}`, {
        'lastDay-day': '1',
        'lastDay-month': '1',
        'lastDay-year': '2027',
      })
      expect(refused.status).toBe(422)
      expect(refused.fields()).toMatchObject({ 'lastDay-year': '2027' })
    }
  })
})
