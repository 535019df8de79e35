import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDemoAccounts, demoPassword } from '../commands/demo-accounts.ts'
import { accounts } from '../module.ts'
import { Browser, type TestRegion, testApp, testRegion } from '../testing-region.ts'

let region: TestRegion
let app: FastifyInstance

beforeAll(async () => {
  for (const provision of accounts.provides ?? []) provision.install()
  region = await testRegion(['accounts.read'])
  app = await testApp(region, [accounts])
  const { citizen, official, tenant } = region
  await tenant.pools.write.transaction().execute((tx) =>
    createDemoAccounts(tx, tenant, [
      { kind: 'citizen', personId: citizen.personId, displayName: citizen.name, name: citizen.nik },
      {
        kind: 'staff',
        personId: official.personId,
        displayName: 'Laras Prameswari, S.Kom.',
        name: official.nip,
        email: 'laras@pemkab.example',
      },
    ]),
  )
})
afterAll(async () => {
  await app.close()
  await region.close()
})

let visitors = 0
async function visitor(): Promise<Browser> {
  visitors += 1
  const browser = new Browser(app, `10.1.0.${visitors}`)
  await browser.get('/masuk')
  return browser
}

describe('sign-in', () => {
  it('lets a citizen in with NIK and password, and leads where he wanted to go', async () => {
    const browser = await visitor()
    const answer = await browser.post('/masuk', {
      name: '990102 620384 0007',
      password: demoPassword,
      lanjut: '/layanan/akta?a=1',
    })
    expect(answer.statusCode).toBe(303)
    expect(answer.headers.location).toBe('/layanan/akta?a=1')
    expect(String(answer.headers['set-cookie'])).toMatch(
      /balai\.session_token=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax/,
    )
    expect((await browser.get('/masuk')).headers.location).toBe('/akun')
  })

  it('lets an employee in with NIP or official address', async () => {
    for (const name of ['19900715 201503 2 001', 'Laras@Pemkab.example']) {
      const browser = await visitor()
      const answer = await browser.post('/masuk', { name, password: demoPassword })
      expect(answer.headers.location).toBe('/admin/akun')
    }
  })

  it('never leads to another site', async () => {
    const browser = await visitor()
    const answer = await browser.post('/masuk', {
      name: region.citizen.nik,
      password: demoPassword,
      lanjut: '//jahat.example/',
    })
    expect(answer.headers.location).toBe('/akun')
  })

  it('says the same for a wrong password and an unknown name, and keeps the name but not the password', async () => {
    const browser = await visitor()
    const wrong = await browser.post('/masuk', { name: region.citizen.nik, password: 'salah-sekali-ini' })
    const unknown = await browser.post('/masuk', { name: '9901020101010001', password: 'salah-sekali-ini' })
    expect([wrong.statusCode, unknown.statusCode]).toEqual([422, 422])
    expect(wrong.body).toContain('tidak cocok dengan kata sandinya')
    expect(unknown.body).toContain('tidak cocok dengan kata sandinya')
    expect(wrong.body).toContain('990102 620384 0007'.slice(0, 6))
    expect(wrong.body).not.toContain('salah-sekali-ini')
  })

  it('refuses a form that is not from our page', async () => {
    const browser = new Browser(app)
    const answer = await browser.post('/masuk', { name: region.citizen.nik, password: demoPassword })
    expect(answer.statusCode).toBe(403)
  })
})
