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
import { searchPeople } from '../queries/search.ts'
import { startReview } from '../reviews/commands.ts'
import { reviewRegisterJob } from '../reviews/jobs.ts'
import { findNewestReview } from '../reviews/reviews.ts'
import { loadTestPeople, testLaw } from '../testing.ts'
import { findDuplicates } from './find-duplicates.ts'
import { listDuplicates, listSteps } from './queries.ts'

let place: TestTenant
let owner: pg.Client
let server: TestServer
let ids: Record<string, string>
const clock = new FixedClock('2026-11-23T02:00:00Z')
const nik = '9901025705800001'

const officer = (accountId: string, territory: string, ...permissions: string[]): Actor => ({
  kind: 'staff',
  accountId,
  name: accountId,
  grants: permissions.map((permission) => ({ permission, unitPath: 'disdukcapil', territory })),
})
const both = ['people.read', 'people.resolve-duplicates', 'people.confirm-duplicates']
const laras = officer('laras', '', ...both)
const ratih = officer('ratih', '', ...both)

beforeAll(async () => {
  provide(officeLaw, lawKey, testLaw).install()
  place = await testTenant()
  owner = new pg.Client({ connectionString: place.ownerUrl })
  await owner.connect()
  await loadDemoTerritory(owner, 'duplicates')
  const village = demoVillages[0]?.code as string
  ids = await loadTestPeople(place.tenant, owner, [
    { address: 'Jalan Melati 12', rt: '003', rw: '001', village },
    { name: 'Sri Rahayu', sex: 'female', born: '1955-01-01' },
    { name: 'Siti Aminah', sex: 'female', born: '1980-05-07', mother: 'Sri Rahayu', nik },
    { name: 'Bima', born: '2010-01-01', mother: 'Siti Aminah' },
    { address: 'Jalan Kenanga 3', rt: '001', rw: '001', village },
    { name: 'Sitti Aminah', sex: 'female', born: '1980-07-05', mother: 'Sri Rahayoe' },
    { name: 'Wayan', born: '1990-01-01', mother: 'Luh' },
    { name: 'Made', born: '1990-01-01', mother: 'Luh' },
  ])
  await owner.query('update people.person set mother_person_id = $1 where id = $2', [ids['Siti Aminah'], ids['Bima']])
  await owner.query(
    'update people.family f set head_person_id = p.id from people.person p where p.family_id = f.id and p.family_order = 1',
  )
  server = await testServer({ ...place, modules: [people], clock })
})
afterAll(async () => {
  await server.close()
  await owner.end()
  await place.close()
})

const read = () => place.tenant.pools.read
const pairs = () => listDuplicates(read(), { territories: [''] })
const onlyPair = async () => (await pairs()).rows[0]?.id as string

async function review() {
  const invocation = { tenant: place.tenant, actor: laras, clock }
  await runCommand(startReview, { kind: 'duplicates' }, invocation)
  const run = (definition: never, input: unknown) =>
    runCommand(definition, input, { ...invocation, actor: { kind: 'system', name: 'job', grants: [] } })
  await reviewRegisterJob({ kind: 'duplicates' }, { tenant: place.tenant, clock, db: read(), run } as never)
}

describe('duplicates are found', () => {
  it('for somebody new, before anything is written', async () => {
    const found = await findDuplicates(read(), place.tenant, {
      fullName: 'Siti Aminah',
      sex: 'female',
      birthOn: '1980-05-07',
      motherName: 'Sri Rahaju',
    })
    expect(found.map(({ personId, reasons }) => [personId, reasons])).toEqual([
      [ids['Siti Aminah'], ['same-name-and-birth', 'like-mother']],
      [ids['Sitti Aminah'], ['swapped-birth', 'like-mother']],
    ])
    const other = { fullName: 'Siti Aminah', sex: 'female', birthOn: '1980-05-07', motherName: 'Endang' }
    expect(await findDuplicates(read(), place.tenant, other)).toEqual([])
  })

  it('in the whole register, once, and twins are not among them', async () => {
    await review()
    await review()
    const { rows } = await pairs()
    expect(rows.map((row) => [row.nameA, row.nameB].sort())).toEqual([['Siti Aminah', 'Sitti Aminah']])
    expect(rows[0]?.reasons).toContain('swapped-birth')
    expect((await findNewestReview(read(), 'duplicates'))?.finishedAt).toBeDefined()
  })
})

describe('two officers resolve a pair', () => {
  const propose = (form: Record<string, string>, as: Actor = laras) =>
    onlyPair().then((id) => server.post(`/register/ganda/${id}/usul`, form, { as }))
  const reason = 'Akta dan foto menunjukkan orang yang sama'

  it('the page compares both and marks what differs; who opened it is noted for both', async () => {
    const page = await server.get(`/register/ganda/${await onlyPair()}`, { as: laras })
    expect(page.status).toBe(200)
    expect(page.text).toContain('<mark>')
    const { rows } = await place.tenant.pools.readPool.query(
      `select person_id from journal.access where purpose = 'memeriksa data ganda'`,
    )
    expect(rows.map((row) => row.person_id).sort()).toEqual([ids['Siti Aminah'], ids['Sitti Aminah']].sort())
  })

  it('a proposal without reason or without choice keeps what was typed', async () => {
    const short = await propose({ verdict: 'same', keepPersonId: ids['Siti Aminah'] as string, reason: 'sama' })
    expect([short.status, short.fields()['reason'], short.fields()['verdict']]).toEqual([422, 'sama', 'same'])
    expect((await propose({ verdict: '', reason })).status).toBe(422)
    expect((await propose({ verdict: 'same', keepPersonId: ids['Bima'] as string, reason })).status).toBe(422)
  })

  it('nobody decides on an own proposal, and nobody without the right', async () => {
    expect((await propose({ verdict: 'same', keepPersonId: ids['Siti Aminah'] as string, reason })).status).toBe(303)
    const id = await onlyPair()
    const decide = (as: Actor) => server.post(`/register/ganda/${id}/putus`, { decision: 'confirm', reason }, { as })
    expect((await decide(laras)).status).toBe(403)
    expect((await decide(officer('budi', '', 'people.read', 'people.resolve-duplicates'))).status).toBe(403)
    expect((await decide(officer('dewi', '99.02', ...both))).status).toBe(404)
  })

  it('the second joins them: the other number leads to the record that stays', async () => {
    const id = await onlyPair()
    const done = await server.post(`/register/ganda/${id}/putus`, { decision: 'confirm', reason }, { as: ratih })
    expect(done.status).toBe(303)
    const dropped = await findPerson(read(), ids['Sitti Aminah'] as string)
    expect([dropped?.status, dropped?.duplicateOf, dropped?.familyId]).toEqual([
      'duplicate',
      ids['Siti Aminah'],
      undefined,
    ])
    const today = Temporal.PlainDate.from('2026-11-23')
    const { rows } = await owner.query('select nik_sealed from people.person where id = $1', [dropped?.id])
    const number = place.tenant.cipher.open(rows[0].nik_sealed, 'people.person.nik')
    const found = await searchPeople(place.tenant, read(), { text: number, territories: [''], today })
    expect(found.rows.map((row) => row.id).sort()).toEqual([ids['Siti Aminah'], ids['Sitti Aminah']].sort())
    expect((await pairs()).rows).toEqual([])
  })

  it('which can be taken back whole', async () => {
    const { rows } = await listDuplicates(read(), { territories: [''], state: 'joined' })
    const id = rows[0]?.id as string
    const undone = await server.post(
      `/register/ganda/${id}/pulihkan`,
      { reason: 'Ternyata dua orang bersaudara' },
      { as: ratih },
    )
    expect(undone.status).toBe(303)
    const back = await findPerson(read(), ids['Sitti Aminah'] as string)
    expect([back?.status, back?.duplicateOf, back?.familyId !== undefined]).toEqual(['active', undefined, true])
    const steps = await listSteps(read(), id)
    expect(steps.map(({ act }) => act)).toEqual(['found', 'propose-same', 'confirm', 'undo'])
  })

  it('who are two people stay two, and the next look does not ask again', async () => {
    await propose({ verdict: 'different', reason: 'Dua akta, dua kartu, dua alamat' })
    const id = await onlyPair()
    await server.post(`/register/ganda/${id}/putus`, { decision: 'confirm', reason: '' }, { as: ratih })
    await review()
    expect((await pairs()).rows).toEqual([])
    expect((await findPerson(read(), ids['Sitti Aminah'] as string))?.status).toBe('active')
  })
})
