import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { provide } from '#kernel/define/extension-point.ts'
import { permissionCatalogue } from '#modules/organization/index.ts'
import { organization } from '#modules/organization/module.ts'
import { createDemoAccounts, demoPassword } from '../commands/demo-accounts.ts'
import { firstAdministratorLink } from '../commands/first-administrator.ts'
import { accounts } from '../module.ts'
import { signInAs } from '../testing.ts'
import { Browser, type TestPerson, type TestRegion, testApp, testRegion } from '../testing-region.ts'

let region: TestRegion
let app: FastifyInstance
let citizenId: string

beforeAll(async () => {
  for (const module of [accounts, organization]) provide(permissionCatalogue, module.name, module.permissions).install()
  region = await testRegion()
  app = await testApp(region, [accounts, organization])
  const { citizen, tenant } = region
  const [id] = await tenant.pools.write.transaction().execute((tx) =>
    createDemoAccounts(tx, tenant, [
      {
        kind: 'citizen',
        personId: citizen.personId,
        displayName: citizen.name,
        name: citizen.nik,
        email: 'sekar@contoh.example',
      },
    ]),
  )
  citizenId = id as string
})
afterAll(async () => {
  await app.close()
  await region.close()
})

const identity = (person: TestPerson, more = {}) => ({
  nik: person.nik,
  kkNumber: region.kkNumber,
  'birthOn-day': String(Number(person.birthOn.slice(8))),
  'birthOn-month': String(Number(person.birthOn.slice(5, 7))),
  'birthOn-year': person.birthOn.slice(0, 4),
  ...more,
})

async function mailedPath(): Promise<string | undefined> {
  const { rows } = await sql<{
    payload: { sealed: string }
  }>`select payload from graphile_worker._private_jobs order by id desc limit 1`.execute(region.tenant.pools.read)
  if (!rows[0]) return undefined
  const sealed = Buffer.from(rows[0].payload.sealed, 'base64')
  const mail = region.tenant.cipher.openJson<{ body: { id: string } }>(sealed, 'accounts.mail')
  return /\/sandi\/[\w-]+/.exec(mail.body.id)?.[0]
}

let visitors = 0
async function visitor(page: string): Promise<Browser> {
  visitors += 1
  const browser = new Browser(app, `10.3.0.${visitors}`)
  await browser.get(page)
  return browser
}

describe('a forgotten password', () => {
  it('is answered alike whether or not there is such an account', async () => {
    const browser = await visitor('/sandi-lupa')
    const wrong = await browser.post('/sandi-lupa', identity(region.citizen, { 'birthOn-day': '1' }))
    const none = await browser.post('/sandi-lupa', identity(region.spouse))
    expect(await mailedPath()).toBeUndefined()
    const right = await browser.post('/sandi-lupa', identity(region.citizen))
    expect([wrong.statusCode, none.statusCode, right.statusCode]).toEqual([200, 200, 200])
    expect(wrong.body).toBe(right.body)
    expect(none.body).toBe(right.body)
    expect(await mailedPath()).toMatch(/^\/sandi\//)
  })

  it('is replaced through the mailed link, once; sessions and locks end', async () => {
    const path = (await mailedPath()) as string
    const old = new Browser(app).take(await signInAs(region.tenant, citizenId))
    const browser = await visitor(path)
    expect((await browser.post(path, { password: 'pendek', passwordAgain: 'pendek' })).statusCode).toBe(422)
    expect((await browser.post(path, { password: `x${region.citizen.nik}`, passwordAgain: '' })).body).toContain(
      'Jangan memakai nama',
    )
    const password = 'sembilan pohon randu'
    expect((await browser.post(path, { password, passwordAgain: password })).headers.location).toBe('/masuk')
    expect((await old.get('/akun')).statusCode).toBe(303)
    expect((await browser.get(path)).statusCode).toBe(404)
    expect((await browser.post(path, { password, passwordAgain: password })).statusCode).toBe(404)
    const sign = await visitor('/masuk')
    expect((await sign.post('/masuk', { name: region.citizen.nik, password: demoPassword })).statusCode).toBe(422)
    expect((await sign.post('/masuk', { name: region.citizen.nik, password })).statusCode).toBe(303)
  })
})

describe('the first administrator', () => {
  const form = () => ({
    name: 'Yusuf Hidayat, S.Kom.',
    nip: '198805052012121003',
    nik: '9901020505880009',
    'birthOn-day': '5',
    'birthOn-month': '5',
    'birthOn-year': '1988',
    email: 'yusuf@pemkab.example',
    password: 'dua belas perahu layar',
    passwordAgain: 'dua belas perahu layar',
  })

  it('begins with a link that works once, and gets authority to build the rest', async () => {
    const stale = (await firstAdministratorLink(region.tenant)) as string
    const path = (await firstAdministratorLink(region.tenant)) as string
    expect((await (await visitor(stale)).get(stale)).statusCode).toBe(404)
    const browser = await visitor(path)
    const refused = await browser.post(path, { ...form(), nip: '1', 'birthOn-day': '' })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('NIP terdiri dari 18 angka')
    expect(refused.body).toContain('Yusuf Hidayat, S.Kom.')
    expect((await browser.post(path, form())).headers.location).toBe('/admin/organisasi')
    expect((await browser.get('/admin/organisasi')).body).toContain('Pemerintah Kabupaten')
    expect((await browser.get('/admin/akun')).body).toContain('Yusuf Hidayat')
    expect((await browser.get(path)).statusCode).toBe(404)
    expect(await firstAdministratorLink(region.tenant)).toBeUndefined()
  })
})
