import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { createDemoAccounts, demoPassword } from '../commands/demo-accounts.ts'
import { accounts } from '../module.ts'
import { signInAs } from '../testing.ts'
import { Browser, type TestRegion, testApp, testRegion } from '../testing-region.ts'

let region: TestRegion
let app: FastifyInstance
let adminId: string
let citizenId: string
let colleague: { officialId: string; nip: string }
const permissions = ['accounts.read', 'accounts.create', 'accounts.disable', 'accounts.reset']

beforeAll(async () => {
  region = await testRegion(permissions)
  app = await testApp(region, [accounts])
  const { citizen, spouse, official, tenant } = region
  const ids = await tenant.pools.write.transaction().execute((tx) =>
    createDemoAccounts(tx, tenant, [
      { kind: 'staff', personId: official.personId, displayName: 'Laras Prameswari, S.Kom.', name: official.nip },
      { kind: 'citizen', personId: citizen.personId, displayName: citizen.name, name: citizen.nik },
    ]),
  )
  ;[adminId, citizenId] = ids as [string, string]
  colleague = { officialId: newId(), nip: '198211052008011002' }
  await tenant.pools.writePool.query(
    `insert into organization.official values ($1, $2, $3, '=Bagas Wicaksono, S.E.', '2008-01-01', null)`,
    [colleague.officialId, spouse.personId, colleague.nip],
  )
})
afterAll(async () => {
  await app.close()
  await region.close()
})

async function admin(elevated = true): Promise<Browser> {
  const browser = new Browser(app).take(await signInAs(region.tenant, adminId, { elevated }))
  await browser.get('/admin/akun')
  return browser
}

let accountId: string
let link: string

describe('employee accounts', () => {
  it('are made for an official found by name, with a link shown once', async () => {
    const browser = await admin()
    expect((await browser.get('/admin/akun/baru?q=bagas')).body).toContain(colleague.nip)
    expect((await browser.post('/admin/akun/baru', { officialId: '', email: '' })).statusCode).toBe(422)
    const refused = await browser.post('/admin/akun/baru', {
      q: 'bagas',
      officialId: colleague.officialId,
      email: 'bukan surel',
    })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('bukan surel')
    const made = await browser.post('/admin/akun/baru', {
      officialId: colleague.officialId,
      email: 'bagas@pemkab.example',
    })
    link = /(\/sandi\/[\w-]+)</.exec(made.body)?.[1] ?? ''
    expect(link).toMatch(/^\/sandi\//)
    expect((await browser.post('/admin/akun/baru', { officialId: colleague.officialId })).statusCode).toBe(422)
    const { rows } = await sql<{
      id: string
    }>`select id from accounts.account where email = 'bagas@pemkab.example'`.execute(region.tenant.pools.read)
    accountId = rows[0]?.id as string
  })

  it('need a fresh proof to be made', async () => {
    const browser = await admin(false)
    expect((await browser.get('/admin/akun/baru')).headers.location).toMatch(/^\/akun\/bukti/)
  })

  it('are listed, searched, filtered by state, paged and exported without formulas', async () => {
    const browser = await admin()
    const list = await browser.get('/admin/akun')
    expect(list.body).toContain('Laras Prameswari')
    expect(list.body).toContain('Pengelola Akun, Pemerintah Kabupaten')
    expect((await browser.get('/admin/akun?keadaan=waiting')).body).toContain('Bagas Wicaksono')
    expect((await browser.get('/admin/akun?keadaan=waiting')).body).not.toContain('Laras Prameswari, S.Kom.</a>')
    expect((await browser.get(`/admin/akun?q=${colleague.nip.slice(0, 8)}`)).body).toContain('Bagas Wicaksono')
    expect((await browser.get('/admin/akun?unit=pemkab')).body).not.toContain('Bagas')
    const csv = await browser.get('/admin/akun.csv')
    expect(csv.headers['content-disposition']).toContain('akun-pegawai-')
    expect((await browser.get('/admin/akun.xlsx')).headers['content-type']).toContain('spreadsheetml')
    expect(csv.body).toContain(`"'=Bagas Wicaksono, S.E.",${colleague.nip}`)
  })

  it('set their password by the link and sign in with NIP or address', async () => {
    const browser = new Browser(app, '10.4.0.1')
    await browser.get(link)
    const password = 'tujuh kereta senja'
    expect((await browser.post(link, { password, passwordAgain: password })).statusCode).toBe(303)
    expect((await browser.post('/masuk', { name: 'bagas@pemkab.example', password })).statusCode).toBe(303)
  })

  it('are disabled with a reason, at once, and enabled again', async () => {
    const browser = await admin()
    const working = new Browser(app).take(await signInAs(region.tenant, accountId))
    expect((await working.get('/akun')).statusCode).toBe(200)
    expect((await browser.post(`/admin/akun/${accountId}/nonaktifkan`, { reason: ' ' })).statusCode).toBe(422)
    expect(
      (await browser.post(`/admin/akun/${accountId}/nonaktifkan`, { reason: 'Pindah ke provinsi' })).statusCode,
    ).toBe(303)
    expect((await working.get('/akun')).statusCode).toBe(303)
    const visitor = new Browser(app, '10.4.0.2')
    await visitor.get('/masuk')
    const refused = await visitor.post('/masuk', { name: colleague.nip, password: 'tujuh kereta senja' })
    expect(refused.body).toContain('dinonaktifkan')
    expect((await visitor.post('/masuk', { name: colleague.nip, password: 'salah sama sekali' })).body).not.toContain(
      'dinonaktifkan',
    )
    expect((await browser.get(`/admin/akun/${accountId}`)).body).toContain('Pindah ke provinsi')
    expect((await browser.post(`/admin/akun/${accountId}/aktifkan`, { reason: 'Kembali bertugas' })).statusCode).toBe(
      303,
    )
    expect((await visitor.post('/masuk', { name: colleague.nip, password: 'tujuh kereta senja' })).statusCode).toBe(303)
  })

  it('cannot be disabled by their own owner', async () => {
    const browser = await admin()
    expect((await browser.post(`/admin/akun/${adminId}/nonaktifkan`, { reason: 'coba-coba saja' })).statusCode).toBe(
      422,
    )
  })

  it('lose password and sessions at a reset', async () => {
    const browser = await admin()
    const answer = await browser.post(`/admin/akun/${accountId}/atur-ulang`)
    expect(answer.body).toMatch(/\/sandi\/[\w-]{32}/)
    const visitor = new Browser(app, '10.4.0.3')
    await visitor.get('/masuk')
    expect((await visitor.post('/masuk', { name: colleague.nip, password: 'tujuh kereta senja' })).statusCode).toBe(422)
  })

  it('are out of reach without the permission', async () => {
    const browser = new Browser(app).take(await signInAs(region.tenant, accountId, { elevated: true }))
    await browser.get('/akun')
    for (const path of ['/admin/akun', '/admin/akun.csv', '/admin/akun/baru', `/admin/akun/${adminId}`]) {
      expect((await browser.get(path)).statusCode).toBe(403)
    }
    expect((await browser.post(`/admin/akun/${adminId}/nonaktifkan`, { reason: 'iseng saja' })).statusCode).toBe(403)
  })
})

describe('citizen accounts', () => {
  it('are found by whole NIK, and the citizen can see who looked', async () => {
    const browser = await admin()
    expect((await browser.post('/admin/akun/warga', { nik: '9901020101010001' })).headers.location).toBe('/admin/akun')
    const found = await browser.post('/admin/akun/warga', { nik: region.citizen.nik })
    expect(found.headers.location).toBe(`/admin/akun/${citizenId}`)
    expect((await browser.get(`/admin/akun/${citizenId}`)).body).toContain(region.citizen.name)
    const { rows } = await sql<{
      reader_label: string
      purpose: string
    }>`select * from journal.access where person_id = ${region.citizen.personId}`.execute(region.tenant.pools.read)
    expect(rows[0]).toMatchObject({ purpose: 'membuka akun warga untuk membantu masuk' })
    expect(rows[0]?.reader_label).toContain('Pengelola Akun')
    expect(demoPassword).toBe('balai-percontohan')
  })
})
