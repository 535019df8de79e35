import { createHmac } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDemoAccounts, demoPassword } from '../commands/demo-accounts.ts'
import { accounts } from '../module.ts'
import { signInAs } from '../testing.ts'
import { Browser, type TestRegion, testApp, testRegion } from '../testing-region.ts'

let region: TestRegion
let app: FastifyInstance
let citizenId: string
let spouseId: string

beforeAll(async () => {
  region = await testRegion()
  app = await testApp(region, [accounts])
  const { citizen, spouse, tenant } = region
  const ids = await tenant.pools.write.transaction().execute((tx) =>
    createDemoAccounts(tx, tenant, [
      { kind: 'citizen', personId: citizen.personId, displayName: citizen.name, name: citizen.nik },
      { kind: 'citizen', personId: spouse.personId, displayName: spouse.name, name: spouse.nik },
    ]),
  )
  ;[citizenId, spouseId] = ids as [string, string]
})
afterAll(async () => {
  await app.close()
  await region.close()
})

/** RFC 6238 with SHA-1, six digits, thirty seconds. */
function totp(base32: string, atMs = Date.now()): string {
  const bits = [...base32.replace(/\s/g, '')]
    .map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(atMs / 30_000)))
  const mac = createHmac('sha1', key).update(counter).digest()
  const offset = (mac[19] as number) & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

async function signedIn(accountId: string, elevated = false): Promise<Browser> {
  const browser = new Browser(app).take(await signInAs(region.tenant, accountId, { elevated }))
  await browser.get('/akun')
  return browser
}
const forget = () => region.tenant.pools.writePool.query('delete from kernel.rate_limit')

it('computes codes as RFC 6238 publishes them', () => {
  expect(totp('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', 59_000)).toBe('287082')
})

describe('verification codes', () => {
  let key = ''
  let codes: string[] = []

  it('are set up with the password, a key and a first code, and give backup codes once', async () => {
    const browser = await signedIn(citizenId)
    expect((await browser.post('/akun/keamanan/autentikator', { password: 'bukan ini dia' })).statusCode).toBe(422)
    const begun = await browser.post('/akun/keamanan/autentikator', { password: demoPassword })
    expect(begun.body).toContain('data:image/svg+xml;base64,')
    key = /<code>([A-Z2-7 ]+)<\/code>/.exec(begun.body)?.[1] ?? ''
    const proof = /name="proof" value="([^"]+)"/.exec(begun.body)?.[1] ?? ''
    const wrong = await browser.post('/akun/keamanan/autentikator', { proof, code: '000000' })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain(key)
    const done = await browser.post('/akun/keamanan/autentikator', { proof, code: totp(key) })
    codes = [...done.body.matchAll(/<code>(\w{5}-\w{5})<\/code>/g)].map(([, code]) => code as string)
    expect(codes).toHaveLength(10)
    expect((await browser.get('/akun')).statusCode).toBe(200)
    const { rows } = await sql<{
      secret: string
      backup_codes: string
    }>`select * from accounts.auth_two_factor`.execute(region.tenant.pools.read)
    expect(rows[0]?.secret).not.toContain(key.replaceAll(' ', ''))
    expect(rows[0]?.backup_codes).not.toContain(codes[0])
  })

  async function withPassword(lanjut = ''): Promise<Browser> {
    const browser = new Browser(app)
    await browser.get('/masuk')
    const answer = await browser.post('/masuk', { name: region.citizen.nik, password: demoPassword, lanjut })
    expect(answer.headers.location).toMatch(/^\/masuk\/kode/)
    expect((await browser.get('/akun')).statusCode).toBe(303)
    return browser
  }

  it('are asked for at sign-in; a code counts once, and so does a backup code', async () => {
    await forget()
    const first = await withPassword('/layanan')
    expect((await first.get('/masuk/kode')).body).toContain('Kode enam angka')
    const code = totp(key)
    const entered = await first.post('/masuk/kode', {
      code: `${code.slice(0, 3)} ${code.slice(3)}`,
      lanjut: '/layanan',
    })
    expect(entered.headers.location).toBe('/layanan')
    expect((await first.get('/akun')).statusCode).toBe(200)

    const again = await withPassword()
    expect((await again.post('/masuk/kode', { code })).statusCode).toBe(422)
    expect((await again.post('/masuk/kode', { code: codes[0] as string })).statusCode).toBe(303)
    await forget()
    const third = await withPassword()
    expect((await third.post('/masuk/kode', { code: codes[0] as string })).statusCode).toBe(422)
  })

  it('end the attempt after five wrong ones', async () => {
    const browser = await withPassword()
    const answers: (string | undefined)[] = []
    for (let i = 0; i < 6; i += 1) {
      const answer = await browser.post('/masuk/kode', { code: `11111${i}` })
      answers.push(answer.headers.location ?? String(answer.statusCode))
    }
    expect(answers).toEqual(['422', '422', '422', '422', '422', '/masuk'])
  })

  it('are needed for a proof of identity, and removing them needs that proof', async () => {
    await forget()
    const browser = await signedIn(citizenId)
    const refused = await browser.post('/akun/keamanan/autentikator/lepas')
    expect(refused.headers.location).toMatch(/^\/akun\/bukti\?lanjut=/)
    await browser.get('/akun/bukti')
    const password = { password: demoPassword, lanjut: '/akun/keamanan' }
    expect((await browser.post('/akun/bukti', password)).statusCode).toBe(422)
    expect((await browser.post('/akun/bukti', { ...password, code: '123456' })).body).toContain('tidak cocok')
    const proved = await browser.post('/akun/bukti', { ...password, code: totp(key) })
    expect(proved.headers.location).toBe('/akun/keamanan')
    const renewed = await browser.post('/akun/keamanan/kode-cadangan')
    const fresh = [...renewed.body.matchAll(/<code>(\w{5}-\w{5})<\/code>/g)].map(([, code]) => code)
    expect(fresh).toHaveLength(10)
    const other = await withPassword()
    expect((await other.post('/masuk/kode', { code: codes[1] as string })).statusCode).toBe(422)
    expect((await other.post('/masuk/kode', { code: fresh[1] as string })).statusCode).toBe(303)
    expect((await browser.post('/akun/keamanan/autentikator/lepas')).headers.location).toBe('/akun/keamanan')
    await new Browser(app).get('/masuk')
  })
})

describe('own settings', () => {
  it('change the password only with the present one, and sign other devices out', async () => {
    await forget()
    const browser = await signedIn(spouseId)
    const elsewhere = await signedIn(spouseId)
    const next = { password: 'lima layang-layang biru', passwordAgain: 'lima layang-layang biru' }
    const wrong = await browser.post('/akun/keamanan/sandi', { current: 'bukan ini dia', ...next })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('Kata sandi sekarang tidak cocok')
    expect((await browser.post('/akun/keamanan/sandi', { current: demoPassword, ...next })).statusCode).toBe(303)
    expect((await browser.get('/akun')).statusCode).toBe(200)
    expect((await elsewhere.get('/akun')).headers.location).toContain('/masuk')
  })

  it('list devices, and sign out one or all others', async () => {
    const browser = await signedIn(spouseId)
    const other = await signedIn(spouseId)
    await signedIn(spouseId)
    const list = await browser.get('/akun/keamanan')
    expect(list.body).toContain('perangkat ini')
    expect((await browser.post('/akun/keamanan/sesi/akhiri-lain')).statusCode).toBe(303)
    expect((await other.get('/akun')).statusCode).toBe(303)
    expect((await browser.get('/akun')).statusCode).toBe(200)
  })

  it('never touch the session of somebody else', async () => {
    const browser = await signedIn(spouseId)
    const stranger = await signedIn(citizenId)
    const { rows } = await sql<{
      id: string
    }>`select id from accounts.auth_session where user_id = ${citizenId}`.execute(region.tenant.pools.read)
    for (const { id } of rows) await browser.post('/akun/keamanan/sesi/akhiri', { sessionId: id })
    expect((await stranger.get('/akun')).statusCode).toBe(200)
  })

  it('change the contact only after a proof, and count an address only once confirmed', async () => {
    const plain = await signedIn(spouseId)
    expect((await plain.get('/akun/kontak')).headers.location).toMatch(/^\/akun\/bukti/)
    const browser = await signedIn(spouseId, true)
    await browser.get('/akun/kontak')
    const saved = await browser.post('/akun/kontak', { phone: '0274-556677', email: 'bagas@contoh.example' })
    expect(saved.headers.location).toBe('/akun')
    const { rows } = await sql<{
      payload: { sealed: string }
    }>`select payload from graphile_worker._private_jobs`.execute(region.tenant.pools.read)
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain('bagas@')
    const mail = region.tenant.cipher.openJson<{ body: { id: string } }>(
      Buffer.from(rows[0]?.payload.sealed ?? '', 'base64'),
      'accounts.mail',
    )
    const path = /\/surel\/[\w-]+/.exec(mail.body.id)?.[0] ?? ''
    expect((await browser.get(path)).body).toContain('bagas@contoh.example')
    expect((await browser.post(path)).headers.location).toBe('/akun')
    expect((await browser.get(path)).statusCode).toBe(404)
  })

  it('sign out for good', async () => {
    const browser = await signedIn(spouseId)
    const cookie = browser.cookies.get('balai.session_token') as string
    expect((await browser.post('/keluar')).headers.location).toBe('/')
    browser.cookies.set('balai.session_token', cookie)
    expect((await browser.get('/akun')).statusCode).toBe(303)
  })
})
