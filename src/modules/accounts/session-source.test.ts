import type { FastifyInstance, FastifyRequest } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anonymous } from '#kernel/access/access.ts'
import { FixedClock } from '#kernel/clock/clock.ts'
import { runCommand } from '#kernel/command/command.ts'
import { openPools } from '#kernel/db/pools.ts'
import type { FoundSession } from '#kernel/http/parts.ts'
import { newId } from '#kernel/ids.ts'
import { createDemoAccounts } from './commands/demo-accounts.ts'
import { beginSignIn } from './commands/sign-in.ts'
import { accounts } from './module.ts'
import { sessionSourceAt } from './session-source.ts'
import { signInAs } from './testing.ts'
import { type TestRegion, testApp, testRegion } from './testing-region.ts'

let region: TestRegion
let app: FastifyInstance
let citizenId: string
let staffId: string
const start = '2026-11-23T03:00:00Z'
const clock = new FixedClock(start)

beforeAll(async () => {
  region = await testRegion(['accounts.read', 'accounts.create'])
  app = await testApp(region, [accounts], clock)
  const { citizen, official, tenant } = region
  const ids = await tenant.pools.write.transaction().execute((tx) =>
    createDemoAccounts(tx, tenant, [
      { kind: 'citizen', personId: citizen.personId, displayName: citizen.name, name: citizen.nik },
      { kind: 'staff', personId: official.personId, displayName: official.name, name: official.nip },
    ]),
  )
  ;[citizenId, staffId] = ids as [string, string]
})
afterAll(async () => {
  await app.close()
  await region.close()
})

async function find(cookie: string): Promise<FoundSession> {
  const [name = '', value = ''] = cookie.split(/=(.*)/s)
  const request = { protocol: 'http', headers: { cookie }, cookies: { [name]: decodeURIComponent(value) } }
  return sessionSourceAt(clock).find(region.tenant, request as unknown as FastifyRequest, undefined as never)
}
const signIn = (accountId: string, elevated = false) =>
  signInAs(region.tenant, accountId, { at: clock.now(), elevated })

describe('session', () => {
  it('of a citizen has no grants', async () => {
    const { actor, session } = await find(await signIn(citizenId))
    expect(actor).toMatchObject({ kind: 'citizen', personId: region.citizen.personId, grants: [], position: undefined })
    expect(session).toMatchObject({ accountId: citizenId, unread: 0 })
  })

  it('of an employee carries the post held today and what it permits', async () => {
    const { actor } = await find(await signIn(staffId, true))
    expect(actor.position).toMatchObject({ title: 'Pengelola Akun', manner: 'definitif', unitPath: 'pemkab' })
    expect(actor.grants).toHaveLength(2)
    expect(actor.grants).toContainEqual({ permission: 'accounts.create', unitPath: '', territory: '' })
    expect(actor.elevatedUntil).toBeGreaterThan(clock.now().epochMilliseconds)
  })

  it('with a forged or foreign signature is nobody', async () => {
    const cookie = await signIn(citizenId)
    expect(await find(`${cookie.slice(0, cookie.lastIndexOf('.'))}.AAAA`)).toMatchObject({
      actor: { kind: 'anonymous' },
    })
    expect(await find('balai.session_token=abc')).toMatchObject({ actor: { kind: 'anonymous' } })
  })

  it('that has ended still tells whose it was', async () => {
    const cookie = await signIn(staffId)
    clock.advance({ hours: 13 })
    const found = await find(cookie)
    expect(found.actor.kind).toBe('anonymous')
    expect(found.endedAccountId).toBe(staffId)
    clock.set(start)
  })

  it('changes its post at midnight of the region without anything being run', async () => {
    const write = region.tenant.pools.writePool
    const second = newId()
    await write.query(
      `insert into organization.position (id, unit_id, title, valid_from) values ($1, $2, 'Kepala Bidang', '2020-01-01')`,
      [second, region.unitId],
    )
    await write.query(`update organization.assignment set valid_to = '2026-11-23' where official_id = $1`, [
      region.official.officialId,
    ])
    await write.query(
      `insert into organization.assignment values ($1, $2, $3, 'definitif', 'SK-9/2026', '2026-11-20', '2026-11-24', null)`,
      [newId(), second, region.official.officialId],
    )
    clock.set('2026-11-23T16:59:59Z')
    const cookie = await signIn(staffId)
    expect((await find(cookie)).actor.position?.title).toBe('Pengelola Akun')
    clock.set('2026-11-23T17:00:00Z')
    const after = await find(cookie)
    expect(after.actor.position?.title).toBe('Kepala Bidang')
    expect(after.actor.grants).toEqual([])
    clock.set(start)
  })
})

describe('lockout', () => {
  const key = 'ab'.repeat(32)
  const attempt = (tenant = region.tenant) =>
    runCommand(beginSignIn, { key }, { tenant, actor: anonymous, clock }).then(
      () => 'tried',
      (error) => error.code as string,
    )

  it('locks a name after five failures, in every process and after a restart, and says how long', async () => {
    expect(await Promise.all([attempt(), attempt(), attempt()])).toEqual(['tried', 'tried', 'tried'])
    expect([await attempt(), await attempt(), await attempt()]).toEqual(['tried', 'tried', 'too-many-requests'])
    const pools = openPools(region.tenant.appUrl, { read: 1, write: 1 })
    expect(await attempt({ ...region.tenant, pools })).toBe('too-many-requests')
    const refusal = await runCommand(
      beginSignIn,
      { key },
      { tenant: { ...region.tenant, pools }, actor: anonymous, clock },
    ).catch((error) => error)
    expect(refusal.say('id')).toContain('coba lagi dalam 15 menit')
    await pools.close()
  })

  it('lasts twice as long the next time', async () => {
    clock.advance({ minutes: 16 })
    for (let i = 0; i < 5; i += 1) expect(await attempt()).toBe('tried')
    clock.advance({ minutes: 16 })
    expect(await attempt()).toBe('too-many-requests')
    clock.advance({ minutes: 15 })
    expect(await attempt()).toBe('tried')
    clock.set(start)
  })
})

describe('limit of requests', () => {
  it("is each visitor's own when he is signed in, and one for all others behind his address", async () => {
    const narrow = await testApp(region, [accounts], clock, { requestsPerMinute: 3 })
    const ask = async (cookie?: string) =>
      (await narrow.inject({ url: '/masuk', headers: cookie ? { cookie } : {} })).statusCode
    const [one, other] = [await signIn(citizenId), await signIn(staffId)]
    const forged = one.replace(/.{6}$/, 'AAAAAA')
    try {
      for (let times = 0; times < 3; times += 1) expect(await ask()).not.toBe(429)
      expect(await ask()).toBe(429)
      expect(await ask(forged)).toBe(429)
      for (let times = 0; times < 3; times += 1) expect(await ask(one)).not.toBe(429)
      expect(await ask(one)).toBe(429)
      expect(await ask(other)).not.toBe(429)
    } finally {
      await narrow.close()
    }
  })
})
