import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDemoAccounts } from '../commands/demo-accounts.ts'
import { accounts } from '../module.ts'
import { signInAs } from '../testing.ts'
import { SoftwareAuthenticator } from '../testing-passkey.ts'
import { Browser, type TestRegion, testApp, testRegion } from '../testing-region.ts'

let region: TestRegion
let app: FastifyInstance
let ids: string[]
const origin = 'http://localhost'
const device = new SoftwareAuthenticator(origin)

beforeAll(async () => {
  region = await testRegion()
  app = await testApp(region, [accounts])
  const { citizen, spouse, tenant } = region
  ids = await tenant.pools.write.transaction().execute((tx) =>
    createDemoAccounts(
      tx,
      tenant,
      [citizen, spouse].map((person) => ({
        kind: 'citizen',
        personId: person.personId,
        displayName: person.name,
        name: person.nik,
      })),
    ),
  )
})
afterAll(async () => {
  await app.close()
  await region.close()
})

async function signedIn(account: number, elevated = true): Promise<Browser> {
  const browser = new Browser(app).take(await signInAs(region.tenant, ids[account] as string, { elevated }))
  await browser.get('/akun/keamanan')
  return browser
}

async function register(browser: Browser, authenticator: SoftwareAuthenticator) {
  const options = (await browser.post('/akun/keamanan/kunci/mulai')).json()
  return browser.post('/akun/keamanan/kunci', { response: authenticator.create(options) })
}

async function visitor(): Promise<{ browser: Browser; options: { challenge: string; userVerification: string } }> {
  const browser = new Browser(app)
  await browser.get('/masuk')
  return { browser, options: (await browser.post('/masuk/kunci/mulai')).json() }
}

describe('passkeys', () => {
  it('are made only after a proof, and show the name of the person', async () => {
    const plain = await signedIn(0, false)
    expect((await plain.post('/akun/keamanan/kunci/mulai')).headers.location).toMatch(/^\/akun\/bukti/)
    const browser = await signedIn(0)
    const options = (await browser.post('/akun/keamanan/kunci/mulai')).json()
    expect(options.user.displayName).toBe(region.citizen.name)
    expect(JSON.stringify(options)).not.toContain('.invalid')
    const made = await browser.post('/akun/keamanan/kunci', { response: device.create(options) })
    expect(made.headers.location).toBe('/akun/keamanan')
    expect((await browser.get('/akun/keamanan')).body).toContain('Kunci sandi sudah ditambahkan')
  })

  it('sign in without a password, and count as a proof', async () => {
    const { browser, options } = await visitor()
    expect(options.userVerification).toBe('required')
    const answer = await browser.post('/masuk/kunci', { response: device.use(options), lanjut: '/akun/kontak' })
    expect(answer.headers.location).toBe('/akun/kontak')
    expect((await browser.get('/akun/kontak')).statusCode).toBe(200)
  })

  it('answer each challenge once', async () => {
    const { browser, options } = await visitor()
    const response = device.use(options)
    expect((await browser.post('/masuk/kunci', { response })).statusCode).toBe(303)
    const again = await visitor()
    expect((await again.browser.post('/masuk/kunci', { response })).statusCode).toBe(422)
  })

  it('of another site, another device, or without a look at the person, are refused', async () => {
    const foreign = new SoftwareAuthenticator('http://palsu.example')
    expect((await register(await signedIn(1), foreign)).statusCode).toBe(422)
    const careless = new SoftwareAuthenticator(origin, false)
    expect((await register(await signedIn(1), careless)).statusCode).toBe(422)
    const { browser, options } = await visitor()
    expect(
      (await browser.post('/masuk/kunci', { response: new SoftwareAuthenticator(origin).use(options) })).statusCode,
    ).toBe(422)
    expect((await browser.post('/masuk/kunci', { response: 'bukan json' })).statusCode).toBe(422)
  })

  it('prove identity in between for their own account only', async () => {
    const browser = await signedIn(0, false)
    const options = (await browser.post('/masuk/kunci/mulai')).json()
    expect(options.allowCredentials).toHaveLength(1)
    const proved = await browser.post('/akun/bukti/kunci', { response: device.use(options), lanjut: '/akun/kontak' })
    expect(proved.headers.location).toBe('/akun/kontak')
    expect((await browser.get('/akun/kontak')).statusCode).toBe(200)
    const other = await signedIn(1, false)
    const challenge = (await other.post('/masuk/kunci/mulai')).json()
    expect((await other.post('/akun/bukti/kunci', { response: device.use(challenge) })).statusCode).toBe(422)
    expect((await other.get('/akun')).body).toContain(region.spouse.name)
    const { rows } = await region.tenant.pools.readPool.query(
      'select count(*) as n from accounts.auth_session where user_id = $1',
      [ids[0]],
    )
    expect(rows[0].n).toBeLessThan(6)
  })

  it('of a disabled account open nothing', async () => {
    await region.tenant.pools.writePool.query('update accounts.account set disabled_at = now() where id = $1', [ids[0]])
    const { browser, options } = await visitor()
    const answer = await browser.post('/masuk/kunci', { response: device.use(options) })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('dinonaktifkan')
    await region.tenant.pools.writePool.query('update accounts.account set disabled_at = null')
  })

  it('are removed by their owner alone', async () => {
    const { rows } = await region.tenant.pools.readPool.query('select id from accounts.auth_passkey')
    expect((await (await signedIn(1)).post('/akun/keamanan/kunci/hapus', { passkeyId: rows[0].id })).statusCode).toBe(
      404,
    )
    expect((await (await signedIn(0)).post('/akun/keamanan/kunci/hapus', { passkeyId: rows[0].id })).statusCode).toBe(
      303,
    )
    const { browser, options } = await visitor()
    expect((await browser.post('/masuk/kunci', { response: device.use(options) })).statusCode).toBe(422)
  })
})
