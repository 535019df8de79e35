import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FixedClock } from '#kernel/clock/clock.ts'
import { readConfig } from '#kernel/config.ts'
import { type EmbeddedServer, startEmbedded } from '#kernel/db/embedded.ts'
import { migrate } from '#kernel/db/migrate.ts'
import { appRole, ensureDatabase, openTenant, type Tenant, withDatabase } from '#kernel/tenancy/tenants.ts'
import { migrationSources } from '#modules/sources.ts'
import { readStatus, readTally } from '../queries/status.ts'
import type { Mishap } from '../simulator/mishaps.ts'
import { simulatedRegister } from '../testing/simulated.ts'
import { World } from '../testing/world.ts'

/*
 * The register is away for days. On its return everything is told in order, once, although it misbehaves and our own
 * database is killed in the midst of it. With a server of its own, durability on.
 */

const families = 50
const peopleInEach = 4
const events = 500

let dataDir = ''
let server: EmbeddedServer
let tenant: Tenant
let world: World
let people: string[]
let national: Awaited<ReturnType<typeof simulatedRegister>>

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'balai-outage-'))
  const config = readConfig({
    BALAI_SECRET: randomBytes(32).toString('hex'),
    BALAI_DATA: dataDir,
    LOG_LEVEL: 'silent',
  })
  server = await startEmbedded({ dataDir, secret: config.secret })
  const definition = { id: 'balai', hosts: [], ownerUrl: withDatabase(server.url, 'balai') }
  await ensureDatabase(definition.ownerUrl)
  await migrate({
    ownerUrl: definition.ownerUrl,
    sources: migrationSources,
    appRole: appRole(definition, config.secret),
  })
  tenant = await openTenant(definition, config, { read: 2, write: 8 })
  world = new World(tenant, new FixedClock('2026-11-02T01:00:00Z'))
  await world.prepare()
  people = await world.settle(families, peopleInEach)
  national = await simulatedRegister([], () => world.clock.now(), world.find)
}, 120_000)

afterAll(async () => {
  await national?.service.close()
  await tenant?.close()
  await server?.remove()
  rmSync(dataDir, { recursive: true, force: true })
}, 60_000)

/** While the database is coming back, the test's own questions wait too. */
async function patiently<Result>(ask: () => Promise<Result>): Promise<Result> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await ask()
    } catch (error) {
      if (tries > 200) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

describe('an outage of days', () => {
  it('goes by while the office works on; on return all is told once and in order, though the database is killed', async () => {
    const register = national.client(2000)
    let isAway = true
    let plan: (Mishap | undefined)[] = []
    let asked = 0
    let kills = 0
    national.service.mishap = () => {
      asked += 1
      // However fast the machine is: at the same places of the replay, while an answer is awaited.
      if (kills < 3 && national.register.accepted.length > 90 * (kills + 1)) {
        kills += 1
        process.kill(server.pid, 'SIGKILL')
      }
      return isAway ? 'drop-before' : plan.length ? plan.shift() : undefined
    }

    // Three days, an event every eight minutes or so, and the job every hour.
    for (let index = 0; index < events; index += 1) {
      const who = people[(index * 37) % people.length] as string
      const other = people[(index * 37 + (index % 3)) % people.length] as string
      await world.happens('data-change', async (event) => {
        for (const id of [...new Set([who, other])].sort())
          await event.changePerson(id, { occupation: `kerja ${index}` })
      })
      world.clock.advance({ minutes: 8, seconds: 40 })
      if (index % 6 === 0) await world.exchange(register)
    }
    const now = world.clock.now()
    const status = await readStatus(tenant.pools.write, now)
    expect(status.state).toBe('down')
    expect(status.since.until(now).total('hours')).toBeGreaterThan(70)
    expect(asked).toBeLessThan(140)
    expect((await readTally(tenant.pools.write, now)).waiting).toBe(events)
    expect(national.register.accepted).toHaveLength(0)

    isAway = false
    plan = Array.from({ length: 120 }, (_, index): Mishap | undefined =>
      index % 5 === 1
        ? 'drop-after'
        : index % 7 === 3
          ? 'server-error-after'
          : index % 11 === 4
            ? 'half-json'
            : undefined,
    )
    for (let round = 0; (await patiently(() => world.unsettled())) > 0; round += 1) {
      expect(round).toBeLessThan(400)
      world.clock.advance({ minutes: 16 })
      await world.exchange(register).catch(() => 0)
    }

    expect(kills).toBe(3)
    const told = national.register.accepted.map(({ eventId }) => eventId)
    expect(told).toHaveLength(events)
    expect(new Set(told).size).toBe(events)
    expect(national.register.repeated).toBeGreaterThan(0)
    for (const id of people) {
      const nik = await world.nikOf(id)
      let last: unknown = 'mula'
      for (const event of national.register.accepted) {
        const mine = event.changes.find((change) => change.nik === nik)
        if (!mine) continue
        expect(mine.before['occupation']).toBe(last)
        last = mine.after['occupation']
      }
    }
    const differences = await tenant.pools.write.selectFrom('national_register.difference').select('id').execute()
    expect(differences).toEqual([])
  }, 480_000)
})
