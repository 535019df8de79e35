import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FixedClock } from '#kernel/clock/clock.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import type { NationalRegister } from '../port/national-register.ts'
import { listReady } from '../queries/queue.ts'
import { readStatus } from '../queries/status.ts'
import type { Mishap } from '../simulator/mishaps.ts'
import { simulatedRegister } from '../testing/simulated.ts'
import { World } from '../testing/world.ts'

let place: TestTenant
let world: World
let people: string[]
let national: Awaited<ReturnType<typeof simulatedRegister>>
let register: NationalRegister

beforeAll(async () => {
  place = await testTenant()
  world = new World(place.tenant, new FixedClock('2026-11-02T01:00:00Z'))
  await world.prepare()
  people = await world.settle(3, 3)
  national = await simulatedRegister([], () => world.clock.now(), world.find)
  national.service.slowMs = 400
  register = national.client(150)
})
afterAll(async () => {
  await national.service.close()
  await place.close()
})

let serial = 0
/** Gives somebody a work that nobody had before, so that each change names the one it follows. */
const change = (...who: string[]) => {
  serial += 1
  const occupation = `kerja ${serial}`
  return world.happens('data-change', async (event) => {
    // Always in one order, as commands do that lock several.
    for (const id of [...new Set(who)].sort()) await event.changePerson(id, { occupation })
  })
}

async function drain(): Promise<void> {
  for (let round = 0; (await world.unsettled()) > 0; round += 1) {
    if (round > 400) throw new Error('the queue does not come to its end')
    await world.exchange(register)
    world.clock.advance({ minutes: 16 })
  }
}

/** Of one person, each accepted change follows the one before it, from the first to the last. */
async function expectChains(): Promise<void> {
  const ids = national.register.accepted.map(({ eventId }) => eventId)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of people) {
    const nik = await world.nikOf(id)
    let last: unknown = 'mula'
    for (const event of national.register.accepted) {
      for (const one of event.changes.filter((changed) => changed.nik === nik)) {
        expect(one.before['occupation']).toBe(last)
        last = one.after['occupation']
      }
    }
    const row = await world.tenant.pools.write
      .selectFrom('people.person')
      .select('occupation')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(last).toBe(row.occupation)
  }
}

const weighed = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Mishap | undefined>(undefined) },
  {
    weight: 6,
    arbitrary: fc.constantFrom<Mishap>(
      'slow',
      'drop-before',
      'drop-after',
      'server-error',
      'server-error-after',
      'html',
      'half-json',
      'maintenance',
      'wrong-answer',
      'answered-twice',
      'delivered-twice',
      'clock-skew',
      'quota',
    ),
  },
)

describe('announcing', () => {
  it('tells each event once and in the order of its people, however the other side misbehaves', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.nat({ max: 8 }), { minLength: 1, maxLength: 3 }), { minLength: 4, maxLength: 12 }),
        fc.array(weighed, { minLength: 5, maxLength: 60 }),
        async (events, plan) => {
          const mishaps = [...plan]
          national.service.mishap = () => mishaps.shift()
          const sending = world.exchange(register)
          // Several officers at once, while the queue is already being sent.
          for (let at = 0; at < events.length; at += 4) {
            await Promise.all(
              events.slice(at, at + 4).map((who) => change(...who.map((index) => people[index] as string))),
            )
          }
          await sending
          await drain()
          await expectChains()
        },
      ),
      { numRuns: 12 },
    )
  }, 120_000)

  it('a transaction that commits late is not passed by the ones after it', async () => {
    national.service.mishap = () => undefined
    await drain()
    const [late = '', , , other = ''] = people
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    let isOpen = () => {}
    const opened = new Promise<void>((resolve) => {
      isOpen = resolve
    })
    const first = world.happens('data-change', async (event) => {
      serial += 1
      await event.changePerson(late, { occupation: `kerja ${serial}` })
      isOpen()
      await held
    })
    await opened
    await change(other)
    await drain()
    const before = national.register.accepted.length
    release()
    await first
    await change(late)
    await drain()
    expect(national.register.accepted.length).toBe(before + 2)
    await expectChains()
  })

  it('what was refused holds back everything behind it about the same person, and nothing else', async () => {
    const [person = '', , , stranger = ''] = people
    const nik = await world.nikOf(person)
    national.register.put({ ...(await world.find(nik)), nik, fullName: 'Orang Lain' })
    const refused = await change(person)
    await change(person)
    await change(stranger)
    await world.exchange(register)
    expect(await world.unsettled()).toBe(2)
    expect(await listReady(world.tenant.pools.write, world.clock.now(), 10)).toEqual([])
    const row = await world.tenant.pools.write
      .selectFrom('national_register.difference')
      .selectAll()
      .where('message_id', '=', refused.eventId)
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ kind: 'name-differs', state: 'open', person_id: person })
  })

  it('what came from the national register, or with an import, is not told to it', async () => {
    const before = await world.unsettled()
    await world.happens(
      'data-change',
      (event) => event.changePerson(people[5] as string, { bloodType: 'O' }),
      'national',
    )
    expect(await world.unsettled()).toBe(before)
  })

  it('a region that is not connected keeps no queue', async () => {
    await world.prepare('off')
    const before = await world.unsettled()
    await change(people[6] as string)
    expect(await world.unsettled()).toBe(before)
    await world.prepare('live')
  })

  it('asks less and less often while nobody answers, and says since when', async () => {
    national.service.mishap = () => 'drop-before'
    await change(people[7] as string)
    const start = world.clock.now()
    let asked = 0
    national.service.mishap = () => {
      asked += 1
      return 'drop-before'
    }
    for (let minute = 0; minute < 24 * 60; minute += 1) {
      await world.exchange(register)
      world.clock.advance({ minutes: 1 })
    }
    expect(asked).toBeLessThan(140)
    const status = await readStatus(world.tenant.pools.write, world.clock.now())
    expect(status).toMatchObject({ state: 'down', fault: 'cut' })
    expect(start.until(status.since).total('minutes')).toBeLessThan(10)
    national.service.mishap = () => undefined
    world.clock.advance({ minutes: 16 })
    await world.exchange(register)
    expect(await readStatus(world.tenant.pools.write, world.clock.now())).toMatchObject({ state: 'up', faults: 0 })
  }, 60_000)
})
