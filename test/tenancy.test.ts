import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ColumnCipher } from '#kernel/crypto/keys.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { createDemoAccounts } from '#modules/accounts/index.ts'
import { signInAs } from '#modules/accounts/testing.ts'
import { startApp } from '../src/app.ts'

let east: TestTenant
let west: TestTenant
let app: Awaited<ReturnType<typeof startApp>>

async function region(id: string, name: string): Promise<TestTenant> {
  const place = await testTenant({ id, hosts: [`${id}.example`] })
  await place.tenant.pools.writePool.query(
    `insert into kernel.tenant_profile (name, short_name, motto, time_zone, accent, accent_deep, accent_wash)
     values ($1, $1, 'Semua layanan', 'Asia/Jakarta', '#0d5a4d', '#083c34', '#e9f1ec')`,
    [name],
  )
  place.tenant.profile = { ...place.tenant.profile, name, shortName: name }
  return place
}

beforeAll(async () => {
  east = await region('timur', 'Kabupaten Timur')
  west = await region('barat', 'Kabupaten Barat')
  app = await startApp({
    config: { ...east.config, trustProxy: 1 },
    tenants: [east.tenant, west.tenant],
    log: pino({ level: 'silent' }),
    withJobs: false,
  })
})
afterAll(async () => {
  await app.stop()
  await east.close()
  await west.close()
})

const get = (host: string, url: string, headers: Record<string, string> = {}) =>
  app.server.inject({ url, headers: { host, ...headers } })

async function citizenOf(place: TestTenant): Promise<string> {
  const { rows } = await place.tenant.pools.writePool.query<{ id: string }>(
    `insert into people.person (id, nik_sealed, nik_print, full_name, sex, birth_place, birth_on, religion, education, occupation, marital_status, family_relation)
     values (gen_random_uuid(), $1, $2, 'Warga Satu', 'female', 'Timur', '1990-01-01', 'Islam', 'SLTA', 'Guru', 'single', 'head') returning id`,
    [
      place.tenant.cipher.seal('9901014101900001', 'people.person.nik'),
      place.tenant.cipher.fingerprint('9901014101900001', 'people.person.nik'),
    ],
  )
  const list = [
    { kind: 'citizen' as const, personId: rows[0]?.id as string, displayName: 'Warga Satu', name: '9901014101900001' },
  ]
  const [accountId] = await place.tenant.pools.write
    .transaction()
    .execute((tx) => createDemoAccounts(tx, place.tenant, list))
  return signInAs(place.tenant, accountId as string)
}

describe('two regions in one process', () => {
  it('are told apart by host name, and an unknown host is nobody’s', async () => {
    expect((await get('timur.example', '/')).body).toContain('Kabupaten Timur')
    expect((await get('BARAT.example:8080', '/')).body).toContain('Kabupaten Barat')
    expect((await get('lain.example', '/')).statusCode).toBe(421)
  })

  it('never show each other’s cached pages', async () => {
    await get('timur.example', '/aksesibilitas')
    expect((await get('barat.example', '/aksesibilitas')).body).not.toContain('Kabupaten Timur')
  })

  it('a session of one opens nothing in the other, not even with the same cookie', async () => {
    const cookie = await citizenOf(east)
    expect((await get('timur.example', '/berkas-saya', { cookie })).statusCode).toBe(200)
    const other = await get('barat.example', '/berkas-saya', { cookie })
    expect(other.statusCode).toBe(303)
    expect(other.headers.location).toContain('/masuk')
  })

  it('what one sealed the other cannot open, and the same NIK has another fingerprint', () => {
    const sealed = east.tenant.cipher.seal('9901014101900001', 'people.person.nik')
    expect(() => west.tenant.cipher.open(sealed, 'people.person.nik')).toThrow()
    expect(east.tenant.cipher.fingerprint('1', 'x').equals(west.tenant.cipher.fingerprint('1', 'x'))).toBe(false)
  })

  it('what was sealed for one column does not open as another, nor after a changed byte', () => {
    const cipher = new ColumnCipher(Buffer.alloc(32, 1), 'timur')
    const sealed = cipher.seal('rahasia', 'a.b.c')
    expect(() => cipher.open(sealed, 'a.b.d')).toThrow()
    sealed[sealed.length - 1] = (sealed[sealed.length - 1] as number) ^ 1
    expect(() => cipher.open(sealed, 'a.b.c')).toThrow()
  })
})

describe('behind one proxy', () => {
  it('HTTPS at the proxy gives secure __Host- cookies', async () => {
    const answer = await get('timur.example', '/masuk', { 'x-forwarded-proto': 'https' })
    const cookies = [answer.headers['set-cookie']].flat().join('\n')
    expect(cookies).toMatch(/__Host-asal=/)
    expect(cookies).toMatch(/Secure/)
  })

  it('plain HTTP does not pretend to be secure', async () => {
    const cookies = [(await get('timur.example', '/masuk')).headers['set-cookie']].flat().join('\n')
    expect(cookies).toMatch(/^asal=/m)
    expect(cookies).not.toMatch(/Secure/)
  })
})

describe('security headers', () => {
  it('are the same on cached and on other pages, and allow nothing inline', async () => {
    const fresh = await get('timur.example', '/masuk')
    await get('timur.example', '/')
    const cached = await get('timur.example', '/')
    for (const answer of [fresh, cached]) {
      const policy = String(answer.headers['content-security-policy'])
      expect(policy).toContain("script-src 'self'")
      expect(policy).not.toContain('unsafe')
      expect(answer.headers['x-content-type-options']).toBe('nosniff')
    }
    expect(cached.headers['content-security-policy']).toBe(fresh.headers['content-security-policy'])
  })
})
