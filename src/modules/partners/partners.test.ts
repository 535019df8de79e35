import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { permitted, signedIn } from '#kernel/access/access.ts'
import { FixedClock } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import { provide } from '#kernel/define/extension-point.ts'
import { defineModule } from '#kernel/define/module.ts'
import { get, json } from '#kernel/http/route.ts'
import { newId } from '#kernel/ids.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { type TestServer, testServer } from '#kernel/testing/server.ts'
import { administrator } from '#modules/organization/testing.ts'
import { countUse, listMemberships, partnerPermissions, withPartners } from './index.ts'
import { partners } from './module.ts'
import { partnerPaths } from './paths.ts'

let place: TestTenant
let server: TestServer
const clock = new FixedClock('2026-11-23T02:00:00Z')
const keeper = administrator(['partners.read', 'partners.keep'])

/** What a module that serves partners does: a permission of its own, a question that is counted. */
const ask = command({
  name: 'asking.ask',
  event: 'asking.asked.v1',
  access: permitted('asking.ask'),
  input: z.object({}),
  async run(tx, _input, { tenant, actor, now }) {
    await countUse(tx, tenant, { actor, permission: 'asking.ask', now })
    return { result: actor.name, event: undefined }
  },
})
const asking = defineModule({
  name: 'asking',
  routes: [
    get('/api/tanya', {
      access: permitted('asking.ask'),
      audit: 'none',
      handle: async (context) => json({ by: await context.run(ask, {}) }),
    }),
    get('/milik-sendiri', { access: signedIn, audit: 'none', handle: () => json({ own: true }) }),
  ],
  commands: [ask],
  permissions: { 'asking.ask': { id: 'Bertanya', en: 'Ask' } },
  provides: [provide(partnerPermissions, 'asking.ask', { id: 'Bertanya', en: 'Ask' })],
})

const facts = {
  name: 'RSUD Mekarsari',
  kind: 'hospital',
  territoryCode: '99.01',
  agreement: '119/PKS/2026',
  'agreementUntil-day': '31',
  'agreementUntil-month': '12',
  'agreementUntil-year': '2027',
  contactName: 'Ratri Kusumaningtyas',
  contactPhone: '0812 3456 7890',
  contactEmail: 'ratri@rsud.example',
}
const keyForm = {
  label: 'SIMRS',
  permissions: 'asking.ask',
  dailyLimit: '3',
  'expiresOn-day': '1',
  'expiresOn-month': '6',
  'expiresOn-year': '2027',
}

beforeAll(async () => {
  place = await testTenant()
  server = await testServer({
    ...place,
    modules: [partners, asking],
    actor: keeper,
    clock,
    sessions: (people) => withPartners(people, clock),
  })
})
afterAll(async () => {
  await server.close()
  await place.close()
})

async function register(name: string): Promise<string> {
  const added = await server.post(partnerPaths.add, { ...facts, name })
  return String(added.location).split('/').at(-1) as string
}

async function keyOf(partnerId: string, form: Record<string, string> = {}): Promise<string> {
  const made = await server.post(partnerPaths.keys(partnerId), { ...keyForm, ...form })
  return /balai_[a-z0-9]{12}_[\w-]{43}/.exec(made.text)?.[0] ?? made.plain()
}

const question = (key: string, path = '/api/tanya') =>
  server.get(path, { headers: { authorization: `Bearer ${key}`, accept: 'application/json' } })

describe('a partner', () => {
  it('is registered, found, changed and exported; a name is taken once and an agreement must hold', async () => {
    const id = await register('RSUD Mekarsari')
    const view = await server.get(partnerPaths.partner(id))
    expect(view.plain()).toContain('119/PKS/2026')
    const again = await server.post(partnerPaths.add, { ...facts, contactName: 'Ratri K.' })
    expect(again.status).toBe(422)
    expect(again.plain()).toContain('Mitra dengan nama ini sudah terdaftar.')
    expect(again.fields()['contactName']).toBe('Ratri K.')
    const over = await server.post(partnerPaths.add, { ...facts, name: 'Lain', 'agreementUntil-year': '2025' })
    expect(over.plain()).toContain('Perjanjian ini sudah berakhir.')
    const form = (await server.get(partnerPaths.change(id))).fields()
    expect(form['agreementUntil-year']).toBe('2027')
    await server.post(partnerPaths.change(id), { ...form, contactPhone: '021-5550123' })
    expect((await server.get(partnerPaths.partner(id))).plain()).toContain('021-5550123')
    expect((await server.get(`${partnerPaths.list}?q=mekar&jenis=hospital`)).plain()).toContain('RSUD Mekarsari')
    expect((await server.get(`${partnerPaths.list}?jenis=bank`)).plain()).not.toContain('RSUD Mekarsari')
    expect((await server.get(`${partnerPaths.list}.csv`)).text).toContain('RSUD Mekarsari')
  })

  it('is nobody’s to change who may only read, and its keys need a fresh proof', async () => {
    const reader = administrator(['partners.read'])
    expect((await server.post(partnerPaths.add, facts, { as: reader })).status).toBe(403)
    const stale = { ...keeper, elevatedUntil: 0 }
    const id = await register('Bidan Wulan')
    const refused = await server.post(partnerPaths.keys(id), keyForm, { as: stale })
    expect(refused.text).not.toContain('balai_')
  })
})

describe('a key', () => {
  it('is shown once, kept as a hash, and lets its program ask until the limit of the day', async () => {
    const id = await register('RS Bhakti')
    const key = await keyOf(id)
    expect(key).toMatch(/^balai_/)
    expect((await server.get(partnerPaths.partner(id))).text).not.toContain(key)
    const kept = await place.tenant.pools.writePool.query('select encode(secret_hash, $1) as hash from partners.key', [
      'base64',
    ])
    expect(kept.rows.some((row) => key.includes(row.hash))).toBe(false)
    expect((await question(key)).json()).toEqual({ by: 'RS Bhakti (SIMRS)' })
    await question(key)
    await question(key)
    const fourth = await question(key)
    expect(fourth.status).toBe(429)
    expect((await server.get(partnerPaths.partner(id))).plain()).toContain('3 hari ini, 3 dalam 30 hari')
  })

  it('opens nothing but what it allows: no pages of people, no administration', async () => {
    const key = await keyOf(await register('RS Citra'))
    expect((await question(key, '/milik-sendiri')).status).toBe(403)
    expect((await question(key, partnerPaths.list)).status).toBe(403)
  })

  it('is refused when wrong, revoked, over, or when its partner is suspended', async () => {
    const id = await register('RS Dharma')
    const key = await keyOf(id)
    expect((await question(`${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`)).status).toBe(401)
    expect((await question('balai_bukankunci')).status).toBe(401)
    const reason = { stateReason: 'Perjanjian sedang ditinjau.' }
    expect((await server.post(partnerPaths.state(id), { state: 'suspended', stateReason: 'pendek' })).status).toBe(422)
    await server.post(partnerPaths.state(id), { state: 'suspended', ...reason })
    expect((await question(key)).status).toBe(401)
    await server.post(partnerPaths.state(id), { state: 'active', ...reason })
    expect((await question(key)).status).toBe(200)
    const { rows } = await place.tenant.pools.writePool.query('select id from partners.key where partner_id = $1', [id])
    await server.post(partnerPaths.revoke(id, rows[0].id), { reason: 'Bocor' })
    expect((await question(key)).status).toBe(401)
    const late = await keyOf(id)
    clock.set('2027-06-02T02:00:00Z')
    expect((await question(late)).status).toBe(401)
    clock.set('2026-11-23T02:00:00Z')
    expect((await question(late)).status).toBe(200)
  })

  it('lives a year at most, and only with permissions that exist', async () => {
    const id = await register('RS Eka')
    expect(await keyOf(id, { 'expiresOn-year': '2028' })).toContain('paling lama 366 hari')
    expect(await keyOf(id, { permissions: 'people.read' })).toContain('Pilih dari daftar wewenang yang ada.')
  })
})

describe('a member', () => {
  it('acts for the partner until he is ended; unknown NIKs and doubles are refused', async () => {
    const id = await register('Puskesmas Fajar')
    const { cipher, pools } = place.tenant
    const [personId, nik] = [newId(), '9901024107900001']
    const context = 'people.person.nik'
    await pools.writePool.query(
      `insert into people.person (id, nik_sealed, nik_print, full_name, sex, birth_place, birth_on, religion, education,
         occupation, marital_status, family_relation)
       values ($1, $2, $3, 'Wulan Sari', 'female', 'Arunika', '1990-07-01', 'Islam', 'S1', 'Bidan', 'single', 'other')`,
      [personId, cipher.seal(nik, context), cipher.fingerprint(nik, context)],
    )
    const add = (given: string) =>
      server.post(partnerPaths.members(id), { nik: given, memberPermissions: 'asking.ask' })
    expect((await add('9901024107900009')).plain()).toContain('tidak ada pada register penduduk')
    expect((await add(nik)).status).toBe(303)
    expect((await add(nik)).plain()).toContain('sudah menjadi petugas')
    const partnersOf = () => listMemberships(pools.read, personId, 'asking.ask', '2026-11-23')
    expect((await partnersOf()).map((partner) => partner.name)).toEqual(['Puskesmas Fajar'])
    const { rows } = await pools.writePool.query('select id from partners.member where partner_id = $1', [id])
    await server.post(partnerPaths.endMember(id, rows[0].id))
    expect(await partnersOf()).toEqual([])
  })
})
