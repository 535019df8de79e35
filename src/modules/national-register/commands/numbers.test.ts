import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#kernel/access/access.ts'
import { FixedClock } from '#kernel/clock/clock.ts'
import { newId } from '#kernel/ids.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { nationalDelay } from '../delay.ts'
import { fetchNumbers } from '../outbox/fetch-numbers.ts'
import type { NationalRegister } from '../port/national-register.ts'
import { isWaitingForNumber } from '../queries/numbers.ts'
import { simulatedRegister } from '../testing/simulated.ts'
import { World } from '../testing/world.ts'
import { addBlock, endBlock } from './configure.ts'
import { allocateKkFor, allocateNikFor, askForNik, type NikFor, withdrawNumber } from './numbers.ts'

let place: TestTenant
let world: World
let national: Awaited<ReturnType<typeof simulatedRegister>>
let register: NationalRegister

beforeAll(async () => {
  place = await testTenant()
  world = new World(place.tenant, new FixedClock('2026-11-02T01:00:00Z'))
  await world.prepare('live', 'national')
  national = await simulatedRegister([], () => world.clock.now(), world.find)
  register = national.client()
})
afterAll(async () => {
  await national.service.close()
  await place.close()
})

const child = (key: string, over: Partial<NikFor> = {}): NikFor => ({
  key,
  caseId: newId(),
  districtCode: '99.01.02',
  birthOn: '2026-10-20',
  sex: 'female',
  ...over,
})
const take = (wanted: NikFor) =>
  world.during((tx, now) => allocateNikFor(tx, { tenant: place.tenant, now, enqueue: async () => {} }, wanted))
const fetch = () => fetchNumbers(world.work(register))
const administrator: Actor = {
  kind: 'staff',
  accountId: newId(),
  name: 'Yusuf',
  grants: [{ permission: 'national-register.configure', unitPath: '', territory: '' }],
}

/** Until it is known to be away. */
async function goAway(): Promise<void> {
  national.service.mishap = () => 'drop-before'
  await take(child(`probe-${newId()}`))
  for (let round = 0; round < 4; round += 1) {
    await fetch()
    world.clock.advance({ minutes: 16 })
  }
}
async function comeBack(): Promise<void> {
  national.service.mishap = () => undefined
  world.clock.advance({ minutes: 16 })
}

describe('numbers that the national register gives', () => {
  it('come by themselves, once for each key, and only to who waits', async () => {
    const wanted = child('a')
    expect(await take(wanted)).toMatchObject({ kind: 'waiting' })
    expect(await isWaitingForNumber(place.tenant.pools.write, wanted.caseId ?? '')).toBe(true)
    expect(await fetch()).toBe(1)
    const given = await take(wanted)
    expect(given).toEqual({ kind: 'given', number: '9901026010260001', source: 'national', isProvisional: false })
    expect(await take(wanted)).toEqual(given)
    expect(await isWaitingForNumber(place.tenant.pools.write, wanted.caseId ?? '')).toBe(false)
    const event = await place.tenant.pools.write
      .selectFrom('journal.event' as never)
      .select(['payload' as never])
      .where('name' as never, '=', 'national-register.number-granted.v1' as never)
      .executeTakeFirstOrThrow()
    expect(event).toMatchObject({ payload: { key: 'a', kind: 'nik', caseId: wanted.caseId } })
  })

  it('are asked for ahead, so that nobody waits at the step that needs them', async () => {
    const wanted = child('ahead')
    await world.during((tx, now) => askForNik(tx, { tenant: place.tenant, now, enqueue: async () => {} }, wanted))
    await fetch()
    expect(await take(wanted)).toMatchObject({ kind: 'given', source: 'national' })
  })

  it('wait for days while it is away, then come; a lost answer costs no second number', async () => {
    await goAway()
    const wanted = child('days', { birthOn: '2026-10-21' })
    expect(await take(wanted)).toMatchObject({ kind: 'waiting', reason: { id: expect.stringContaining('pusat') } })
    world.clock.advance({ hours: 72 })
    expect(await fetch()).toBe(0)
    const said = await nationalDelay(place.tenant, place.tenant.pools.write, world.clock.now())
    expect(said?.id).toContain('Berkas Anda tetap kami terima')
    await comeBack()
    const plan = ['drop-after' as const]
    national.service.mishap = (path) => (path.includes('numbers') ? plan.shift() : undefined)
    for (let round = 0; round < 6; round += 1) {
      await fetch()
      world.clock.advance({ minutes: 16 })
    }
    expect(await take(wanted)).toMatchObject({ kind: 'given', number: '9901026110260001' })
    expect(await nationalDelay(place.tenant, place.tenant.pools.write, world.clock.now())).toBeUndefined()
  })

  it('a block of the region’s own bridges the outage, in order, until it is used up', async () => {
    const block = { kind: 'nik', districtCode: '99.01.02', first: '9001', last: '9002', letter: '470/12/2026' }
    const { id } = await world.run(addBlock, block, administrator)
    await expect(world.run(addBlock, { ...block, first: '9002', last: '9100' }, administrator)).rejects.toMatchObject({
      fields: [{ path: 'first' }],
    })
    expect(await take(child('up'))).toMatchObject({ kind: 'waiting' })
    await goAway()
    const day = { birthOn: '2026-10-22' }
    expect(await take(child('b1', day))).toMatchObject({ number: '9901026210269001', isProvisional: true })
    expect(await take(child('b2', day))).toMatchObject({ number: '9901026210269002', source: 'block' })
    expect(await take(child('b3', day))).toMatchObject({ kind: 'waiting' })
    expect(await take(child('b1', day))).toMatchObject({ number: '9901026210269001' })
    await world.run(endBlock, { blockId: id }, administrator)
    expect(await take(child('b4', { birthOn: '2026-10-23' }))).toMatchObject({ kind: 'waiting' })
    await comeBack()
  })

  it('that somebody has already, or of another day, are not used: the desk hears of them', async () => {
    const odd: NationalRegister = {
      ...register,
      allocateNik: async () => ({ kind: 'granted', number: '9901020101010001' }),
    }
    const wanted = child('odd', { birthOn: '2026-10-24' })
    await take(wanted)
    await fetchNumbers(world.work(odd))
    expect(await take(wanted)).toMatchObject({ kind: 'waiting' })
    const rows = await place.tenant.pools.write.selectFrom('national_register.difference').select('kind').execute()
    expect(rows.length).toBeGreaterThan(0)
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['number-differs']))
  })

  it('are no longer asked for when the case needs them no more', async () => {
    const wanted = child('gone', { birthOn: '2026-10-25' })
    await take(wanted)
    await world.during((tx) => withdrawNumber(tx, 'gone'))
    world.clock.advance({ hours: 1 })
    await fetch()
    const row = await place.tenant.pools.write
      .selectFrom('national_register.number_request')
      .select('state')
      .where('key', '=', 'gone')
      .executeTakeFirstOrThrow()
    expect(row.state).toBe('withdrawn')
  })

  it('where the region gives its own there is no waiting', async () => {
    await world.prepare('live', 'own')
    expect(await take(child('own', { birthOn: '2026-10-26' }))).toMatchObject({ kind: 'given', source: 'own' })
    const kk = await world.during((tx, now) =>
      allocateKkFor(
        tx,
        { tenant: place.tenant, now, enqueue: async () => {} },
        { key: 'kk', districtCode: '99.01.02', issuedOn: '2026-11-02' },
      ),
    )
    expect(kk).toMatchObject({ kind: 'given', number: '9901020211260001' })
  })
})
