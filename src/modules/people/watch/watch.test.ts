import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#kernel/access/access.ts'
import { runCommand } from '#kernel/command/command.ts'
import { provide } from '#kernel/define/extension-point.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { type TestServer, testServer } from '#kernel/testing/server.ts'
import { loadDemoTerritory } from '#modules/territory/demo/load-territory.ts'
import { demoVillages } from '#modules/territory/demo/places.ts'
import { people } from '../module.ts'
import { lawKey, officeLaw } from '../office-law.ts'
import { loadTestPeople, testLaw } from '../testing.ts'
import { watchReadings } from './commands.ts'
import { listAlarms, listOwnAlarms } from './queries.ts'

let place: TestTenant
let owner: pg.Client
let server: TestServer
let ids: Record<string, string>
let now = Temporal.Instant.from('2026-11-23T02:00:00Z')
const clock = { now: () => now }
const crowd = Array.from({ length: 90 }, (_, n) => `Orang${n}`)

const staff = (accountId: string, unitPath: string, personId: string | undefined, ...permissions: string[]): Actor => ({
  kind: 'staff',
  accountId,
  personId,
  name: accountId,
  position: {
    id: '00000000-0000-7000-8000-000000000009',
    title: 'Petugas',
    unitId: 'u',
    unitPath,
    unitName: 'Dukcapil',
    manner: 'definitif',
  },
  grants: permissions.map((permission) => ({ permission, unitPath, territory: '' })),
})
const bagas = () => staff('bagas', 'disdukcapil.upt', ids['Bagas Siregar'], 'people.read')
const head = staff('kepala', 'disdukcapil', undefined, 'people.read', 'people.supervise-reading')
const stranger = staff('lain', 'dinkes', undefined, 'people.read', 'people.supervise-reading')
const auditor = staff('kartika', 'inspektorat', undefined, 'people.audit-reading')

beforeAll(async () => {
  provide(officeLaw, lawKey, testLaw).install()
  place = await testTenant()
  owner = new pg.Client({ connectionString: place.ownerUrl })
  await owner.connect()
  await loadDemoTerritory(owner, 'watch')
  const village = demoVillages[0]?.code as string
  ids = await loadTestPeople(place.tenant, owner, [
    { address: 'Jalan Melati 12', rt: '003', rw: '001', village },
    { name: 'Bagas Siregar', born: '1990-01-01' },
    { name: 'Istri Bagas', sex: 'female', born: '1991-01-01' },
    { address: 'Jalan Melati 14', rt: '3', rw: '1', village },
    ...['Tetangga A', 'Tetangga B', 'Tetangga C'].map((name) => ({ name, born: '1980-01-01' })),
    { address: 'Jalan Jauh 1', rt: '009', rw: '009', village: demoVillages[9]?.code as string },
    ...crowd.map((name) => ({ name, born: '1980-01-01' })),
  ])
  server = await testServer({ ...place, modules: [people], clock })
})
afterAll(async () => {
  await server.close()
  await owner.end()
  await place.close()
})

const open = (name: string, as: Actor = bagas()) => server.get(`/register/orang/${ids[name]}`, { as })
const own = async () =>
  (await listOwnAlarms(place.tenant.pools.read, 'bagas')).map(({ pattern, state }) => [pattern, state])
const seen = (as: Actor) => listAlarms(place.tenant.pools.read, as, {})

describe('an officer who browses neighbours', () => {
  it('is asked at the first look at his own household, and at the third neighbour; himself he may read', async () => {
    expect((await open('Bagas Siregar')).status).toBe(200)
    expect(await own()).toEqual([])
    await open('Istri Bagas')
    expect(await own()).toEqual([['own-family', 'new']])
    await open('Tetangga A')
    await open('Tetangga A')
    await open('Tetangga B')
    expect(await own()).toHaveLength(1)
    await open('Tetangga C')
    expect((await own()).map(([pattern]) => pattern).sort()).toEqual(['own-family', 'own-neighbours'])
    expect((await server.get('/register', { as: bagas() })).plain()).toContain('Catatan saya')
  })

  it('answers for himself; too short an answer comes back as it was typed', async () => {
    const [alarm] = await listOwnAlarms(place.tenant.pools.read, 'bagas')
    const path = `/register/pengawasan/${alarm?.id}/alasan`
    const short = await server.post(path, { explanation: 'lupa' }, { as: bagas() })
    expect([short.status, short.plain().includes('lupa') || short.text.includes('lupa')]).toEqual([422, true])
    expect((await server.post(path, { explanation: 'Berkas 12 dan surat tugas 4/2026' }, { as: head })).status).toBe(
      404,
    )
    const sent = await server.post(path, { explanation: 'Berkas 12 dan surat tugas 4/2026' }, { as: bagas() })
    expect(sent.status).toBe(303)
    expect((await own()).map(([, state]) => state).sort()).toEqual(['explained', 'new'])
  })
})

describe('beyond the hard limit', () => {
  it('reading stops with words of what to do, and the search keeps its input', async () => {
    now = now.add({ hours: 2 })
    let stoppedAt = 0
    for (const [index, name] of crowd.entries()) {
      if ((await open(name)).status === 403) {
        stoppedAt = index + 1
        break
      }
    }
    expect(stoppedAt).toBe(81)
    const refused = await open('Orang89')
    expect(refused.status).toBe(403)
    expect(refused.plain()).toContain('Catatan pembacaan saya')
    expect(refused.plain()).not.toContain('Orang89')
    const list = await server.get('/register?q=orang89&ibu=siti', { as: bagas() })
    expect(list.status).toBe(200)
    expect(list.fields()).toMatchObject({ q: 'orang89', ibu: 'siti' })
    expect(list.text).not.toContain(ids['Orang89'] as string)
    // Another hour does not open it by itself.
    now = now.add({ hours: 3 })
    expect((await open('Orang89')).status).toBe(403)
  })

  it('a supervisor of the unit or an auditor sees it; others, and the officer himself, do not', async () => {
    expect((await seen(head)).rows.map(({ pattern }) => pattern)).toContain('stop-per-hour')
    expect((await seen(auditor)).rows.length).toBe((await seen(head)).rows.length)
    expect((await seen(stranger)).rows).toEqual([])
    expect((await seen({ ...bagas(), grants: head.grants })).rows).toEqual([])
    expect((await server.get('/register/pengawasan', { as: bagas() })).status).toBe(403)
    const alarm = (await seen(head)).rows.find(({ pattern }) => pattern === 'stop-per-hour')
    expect((await server.get(`/register/pengawasan/${alarm?.id}`, { as: stranger })).status).toBe(404)
    const page = await server.get(`/register/pengawasan/${alarm?.id}`, { as: auditor })
    expect([page.status, page.plain().includes('Orang12')]).toEqual([200, true])
  })

  it('reading goes on when a supervisor accepts the reason, and a misuse stays stopped', async () => {
    const alarm = (await seen(head)).rows.find(({ pattern }) => pattern === 'stop-per-hour')
    const path = `/register/pengawasan/${alarm?.id}/putus`
    const judgement = 'Pendataan ulang korban banjir, surat tugas 7/2026'
    expect((await server.post(path, { judgement }, { as: head })).status).toBe(422)
    expect((await server.post(path, { verdict: 'misuse', judgement }, { as: head })).status).toBe(303)
    expect((await open('Orang89')).status).toBe(403)
    expect((await server.post(path, { verdict: 'accepted', judgement }, { as: auditor })).status).toBe(303)
    expect((await open('Orang89')).status).toBe(200)
  })
})

it('slow browsing of the own street is found over a month, and old readings go', async () => {
  const system: Actor = { kind: 'system', name: 'people.watch-readings', grants: [] }
  for (let day = 1; day <= 10; day += 1) {
    const at = now.subtract({ hours: 24 * day }).toString()
    await owner.query(
      `insert into people.reading (account_id, at, person_id, purpose, marks, reader_label, unit_path)
       values ('pelan', $1, $2, 'x', '{own-neighbour}', 'Pelan', 'disdukcapil')`,
      [at, ids[`Orang${day}`]],
    )
  }
  await owner.query(`update people.reading set at = at - interval '100 days' where account_id = 'bagas'`)
  await runCommand(watchReadings, {}, { tenant: place.tenant, actor: system, clock })
  const slow = (await seen(auditor)).rows.filter(({ accountId }) => accountId === 'pelan')
  expect(slow.map(({ pattern, counted }) => [pattern, counted])).toEqual([['own-neighbours-month', 10]])
  const { rows } = await owner.query(`select count(*)::int as n from people.reading where account_id = 'bagas'`)
  expect(rows[0].n).toBe(0)
})
