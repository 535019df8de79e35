import { sql } from 'kysely'
import pino from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { JobContext } from '#kernel/define/module.ts'
import { startWorker } from '#kernel/jobs/worker.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { freePort } from '#kernel/testing/free-port.ts'
import { type TestServer, testServer } from '#kernel/testing/server.ts'
import { callOwnServer } from '#modules/messaging/index.ts'
import { signedHeaders, signMessage } from './channel/signature.ts'
import { compareAndExpireJob, forgetNoncesJob } from './jobs.ts'
import { billing } from './module.ts'
import { billingPaths } from './paths.ts'
import { notifyAsBankJob } from './simulator/notify-as-bank.ts'
import { simulatorKey } from './simulator/simulator-channel.ts'
import { type BillingWorld, billingWorld } from './testing.ts'

let place: TestTenant
let world: BillingWorld
let server: TestServer
let jobs: JobContext

beforeAll(async () => {
  place = await testTenant()
  place.tenant.profile = { ...place.tenant.profile, name: 'Kabupaten Uji', isDemo: true }
  world = await billingWorld(place.tenant)
  const config = { ...place.config, port: await freePort() }
  server = await testServer({ tenant: place.tenant, config, modules: [billing], clock: world.clock })
  await server.app.listen({ port: config.port, host: '127.0.0.1' })
  jobs = {
    tenant: place.tenant,
    config,
    clock: world.clock,
    log: pino({ level: 'silent' }),
    db: place.tenant.pools.read,
    attempt: 1,
    run: world.run,
  }
})
afterAll(async () => {
  await server.close()
  await place.close()
})

const stateOf = async (billId: string) =>
  (await place.tenant.pools.read.selectFrom('billing.bill').select('state').where('id', '=', billId).executeTakeFirst())
    ?.state
const suspenseOf = async (billId: string) =>
  (
    await place.tenant.pools.read
      .selectFrom('billing.placement')
      .select('reason')
      .where('claimed_bill_id', '=', billId)
      .where('bill_id', 'is', null)
      .execute()
  ).map((row) => row.reason)

/** Presses a choice at the demo bank and lets its notifications go out. */
async function atTheBank(number: string, how: string): Promise<void> {
  const answer = await server.post(billingPaths.simulator(number), { how })
  expect(answer.location).toBe(billingPaths.simulator(number))
  const { rows } = await sql<{ payload: { reference: string } }>`
    select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'billing.notify-as-bank'`.execute(place.tenant.pools.write)
  await sql`delete from graphile_worker._private_jobs`.execute(place.tenant.pools.write)
  for (const { payload } of rows) await notifyAsBankJob(payload, jobs)
}

describe('paying at the demo bank', () => {
  it.each([
    ['pay', 'paid', []],
    ['twice', 'paid', ['already-paid']],
    ['repeated', 'paid', []],
    ['late', 'issued', ['late']],
    ['wrong-amount', 'issued', ['wrong-amount']],
    ['lost', 'issued', []],
  ])('%s leaves the bill %s', async (how, state, suspense) => {
    const bill = await world.issue()
    await atTheBank(bill.number, how)
    expect(await stateOf(bill.billId)).toBe(state)
    expect(await suspenseOf(bill.billId)).toEqual(suspense)
  })

  it('a lost notification is made up when the lists are compared, before the bill could end', async () => {
    const bill = await world.issue({ days: 1 })
    await atTheBank(bill.number, 'lost')
    world.clock.advance({ hours: 30 })
    await compareAndExpireJob({}, jobs)
    expect(await stateOf(bill.billId)).toBe('paid')
    const unpaid = await world.issue({ days: 1 })
    world.clock.advance({ hours: 30 })
    await compareAndExpireJob({}, jobs)
    expect(await stateOf(unpaid.billId)).toBe('expired')
  })

  it('works by itself with the job runner of the program', async () => {
    const worker = await startWorker(place.tenant, {
      config: jobs.config,
      modules: [billing],
      clock: world.clock,
      log: pino({ level: 'silent' }),
      subscribers: new Map(),
      onCommit: () => {},
    })
    try {
      const bill = await world.issue()
      await server.post(billingPaths.simulator(bill.number), { how: 'repeated' })
      await expect.poll(() => stateOf(bill.billId), { timeout: 15_000 }).toBe('paid')
      expect(await suspenseOf(bill.billId)).toEqual([])
    } finally {
      await worker.stop()
    }
  }, 30_000)

  it('the treasurer compares now and reads what was found', async () => {
    const bill = await world.issue()
    await atTheBank(bill.number, 'lost')
    server.as(world.treasurer)
    expect((await server.post(billingPaths.reconcile)).location).toBe(billingPaths.suspense)
    expect((await server.get(billingPaths.suspense)).plain()).toContain('1 baru')
    expect(await stateOf(bill.billId)).toBe('paid')
  })

  it('is no bank outside a demo region', async () => {
    const bill = await world.issue()
    place.tenant.profile = { ...place.tenant.profile, isDemo: false }
    try {
      expect((await server.get(billingPaths.simulator(bill.number))).status).toBe(404)
      expect((await server.post(billingPaths.simulator(bill.number), { how: 'pay' })).status).toBe(404)
      expect((await notify({ number: bill.number })).status).toBe(401)
    } finally {
      place.tenant.profile = { ...place.tenant.profile, isDemo: true }
    }
  })
})

interface Notice {
  number: string
  amount?: string
  key?: Buffer
  change?: (headers: Record<string, string>) => void
  tamper?: string
}

function signed(notice: Notice) {
  const paidAt = world.clock.now().toString()
  const body = Buffer.from(
    JSON.stringify({
      reference: `R-${Math.random()}`,
      number: notice.number,
      amount: notice.amount ?? '150000.00',
      paidAt,
    }),
  )
  const headers = signMessage(notice.key ?? simulatorKey(place.tenant), 'simulator', body, world.clock.now())
  notice.change?.(headers)
  return { headers, body: notice.tamper ? Buffer.from(body.toString().replace('150000', notice.tamper)) : body }
}
const send = (message: ReturnType<typeof signed>) => callOwnServer(jobs, billingPaths.notification, message)
const notify = (notice: Notice) => send(signed(notice))

describe('a notification', () => {
  let number: string
  let billId: string
  beforeEach(async () => {
    ;({ number, billId } = await world.issue())
  })

  it('is taken when its signature is right', async () => {
    const answer = await notify({ number })
    expect(answer).toEqual({ status: 200, text: '{"status":"accepted","outcome":"paid"}' })
  })

  it.each<[string, Partial<Notice>]>([
    ['another key', { key: Buffer.alloc(32) }],
    ['a changed body', { tamper: '150001' }],
    ['no signature', { change: (headers) => delete headers[signedHeaders.signature] }],
    ['a changed time', { change: (headers) => (headers[signedHeaders.timestamp] = '2026-11-23T03:00:00Z') }],
    ['a changed nonce', { change: (headers) => (headers[signedHeaders.nonce] = 'a'.repeat(36)) }],
    ['an unknown channel', { change: (headers) => (headers[signedHeaders.channel] = 'bank-lain') }],
  ])('is refused with %s', async (_what, wrong) => {
    expect((await notify({ number, ...wrong })).status).toBe(401)
    expect(await stateOf(billId)).toBe('issued')
  })

  it('is refused when it is older than five minutes', async () => {
    const old = signed({ number })
    world.clock.advance({ minutes: 5, seconds: 2 })
    expect(await send(old)).toEqual({ status: 401, text: '{"status":"refused","reason":"stale"}' })
  })

  it('is refused when it is played again, also after the nonces were cleared away', async () => {
    const first = signed({ number })
    expect((await send(first)).status).toBe(200)
    await forgetNoncesJob({}, jobs)
    expect(await send(first)).toEqual({ status: 409, text: '{"status":"refused","reason":"replayed"}' })
  })

  it('tells the sender when it cannot be read', async () => {
    expect((await notify({ number, amount: 'banyak' })).status).toBe(422)
  })
})
