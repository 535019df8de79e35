import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#kernel/access/access.ts'
import { FixedClock } from '#kernel/clock/clock.ts'
import { runCommand } from '#kernel/command/command.ts'
import { provide } from '#kernel/define/extension-point.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { type TestServer, testServer } from '#kernel/testing/server.ts'
import { loadDemoTerritory } from '#modules/territory/demo/load-territory.ts'
import { demoVillages } from '#modules/territory/demo/places.ts'
import { people } from '../module.ts'
import { lawKey, officeLaw } from '../office-law.ts'
import { findPerson } from '../queries/persons.ts'
import { keepReview, startReview } from '../reviews/commands.ts'
import { reviewRegisterJob } from '../reviews/jobs.ts'
import { findNewestReview } from '../reviews/reviews.ts'
import { loadTestPeople, testLaw } from '../testing.ts'
import { listFindings } from './queries.ts'

let place: TestTenant
let owner: pg.Client
let server: TestServer
let ids: Record<string, string>
const clock = new FixedClock('2026-11-23T02:00:00Z')
const permissions = ['people.read', 'people.resolve-checks', 'people.resolve-duplicates']
const officer = (territory: string): Actor => ({
  kind: 'staff',
  accountId: 'laras',
  name: 'Laras',
  grants: permissions.map((permission) => ({ permission, unitPath: 'disdukcapil', territory })),
})
const laras = officer('')
const system: Actor = { kind: 'system', name: 'people.review-register', grants: [] }

beforeAll(async () => {
  provide(officeLaw, lawKey, testLaw).install()
  place = await testTenant()
  owner = new pg.Client({ connectionString: place.ownerUrl })
  await owner.connect()
  await loadDemoTerritory(owner, 'checks')
  const village = demoVillages[0]?.code as string
  ids = await loadTestPeople(place.tenant, owner, [
    { address: 'Jalan Melati 12', rt: '003', rw: '001', village },
    { name: 'Ibu Muda', sex: 'female', born: '2000-01-01' },
    { name: 'Anak Lebih Tua', born: '1995-01-01' },
    { name: 'Mbah Kakung', born: '1900-01-01' },
    { name: 'Orang Biasa', born: '1980-01-01' },
  ])
  await owner.query('update people.person set mother_person_id = $1 where id = $2', [
    ids['Ibu Muda'],
    ids['Anak Lebih Tua'],
  ])
  await owner.query('update people.family set head_person_id = $1', [ids['Ibu Muda']])
  server = await testServer({ ...place, modules: [people], clock })
})
afterAll(async () => {
  await server.close()
  await owner.end()
  await place.close()
})

const read = () => place.tenant.pools.read
const findings = async () => (await listFindings(read(), { territories: [''] })).rows
const findingOf = async (name: string) => (await findings()).find(({ fullName }) => fullName === name)?.id as string
const note = 'Dicocokkan dengan akta dan kartu lama'

async function review() {
  await runCommand(startReview, { kind: 'contradictions' }, { tenant: place.tenant, actor: laras, clock })
  const run = (definition: never, input: unknown) =>
    runCommand(definition, input, { tenant: place.tenant, actor: system, clock })
  await reviewRegisterJob({ kind: 'contradictions' }, { tenant: place.tenant, clock, db: read(), run } as never)
}

describe('a look at the whole register', () => {
  it('finds what cannot be true and what is rare, once, the impossible first', async () => {
    await review()
    await review()
    expect((await findings()).map(({ fullName, code }) => [fullName, code])).toEqual([
      ['Anak Lebih Tua', 'older-than-mother'],
      ['Mbah Kakung', 'too-old'],
    ])
    expect(await findNewestReview(read(), 'contradictions')).toMatchObject({ seen: 4, found: 0 })
  })

  it('keeps a batch once, however often it arrives', async () => {
    await runCommand(startReview, { kind: 'duplicates' }, { tenant: place.tenant, actor: laras, clock })
    const running = await findNewestReview(place.tenant.pools.write, 'duplicates')
    const batch = { reviewId: running?.id, from: '', reached: '1990-01-01', seen: 3 }
    const keep = (input: object) => runCommand(keepReview, input, { tenant: place.tenant, actor: system, clock })
    await keep(batch)
    await keep(batch)
    expect(await findNewestReview(place.tenant.pools.write, 'duplicates')).toMatchObject({
      seen: 3,
      reached: '1990-01-01',
    })
    await keep({ ...batch, from: '1990-01-01', reached: undefined, seen: 1 })
    expect((await findNewestReview(place.tenant.pools.write, 'duplicates'))?.finishedAt).toBeDefined()
  })
})

describe('an officer resolves a finding', () => {
  const resolve = async (name: string, form: Record<string, string>) =>
    server.post(`/register/diperiksa/${await findingOf(name)}/selesai`, form, { as: laras })

  it('not without a note, and what is impossible is never right', async () => {
    const short = await resolve('Mbah Kakung', { act: 'right', note: 'benar' })
    expect([short.status, short.fields()['note']]).toEqual([422, 'benar'])
    expect((await resolve('Anak Lebih Tua', { act: 'right', note })).status).toBe(422)
    expect((await resolve('Anak Lebih Tua', { act: '', note })).status).toBe(422)
  })

  it('marks it, so that services wait, and believes a correction only when it was made', async () => {
    expect((await resolve('Anak Lebih Tua', { act: 'mark', note })).status).toBe(303)
    expect((await findPerson(read(), ids['Anak Lebih Tua'] as string))?.checkReason).toContain('Ibu Muda')
    expect((await resolve('Anak Lebih Tua', { act: 'corrected', note })).status).toBe(422)
    await owner.query(`update people.person set birth_on = '2020-01-01' where full_name = 'Anak Lebih Tua'`)
    expect((await resolve('Anak Lebih Tua', { act: 'corrected', note })).status).toBe(303)
    expect((await findPerson(read(), ids['Anak Lebih Tua'] as string))?.checkReason).toBeUndefined()
  })

  it('what is rare and true does not come again; what is wrong again does', async () => {
    expect((await resolve('Mbah Kakung', { act: 'right', note })).status).toBe(303)
    await owner.query(`update people.person set birth_on = '1995-01-01' where full_name = 'Anak Lebih Tua'`)
    await review()
    expect((await findings()).map(({ fullName }) => fullName)).toEqual(['Anak Lebih Tua'])
  })

  it('nobody of another area opens it, and reading it is noted', async () => {
    const id = await findingOf('Anak Lebih Tua')
    expect((await server.get(`/register/diperiksa/${id}`, { as: officer('99.01.08') })).status).toBe(404)
    expect((await server.get(`/register/diperiksa/${id}`, { as: laras })).status).toBe(200)
    expect((await server.get('/register/diperiksa?q=anak+lebih', { as: laras })).plain()).toContain('Anak Lebih Tua')
    const { rows } = await place.tenant.pools.readPool.query(
      `select 1 from journal.access where person_id = $1 and purpose = 'memeriksa data yang janggal'`,
      [ids['Anak Lebih Tua']],
    )
    expect(rows.length).toBeGreaterThan(0)
  })
})
