import { sql } from 'kysely'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { JobContext } from '#kernel/define/module.ts'
import { senFromNumeric } from '#kernel/money/money.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { freePort } from '#kernel/testing/free-port.ts'
import { type TestServer, testServer } from '#kernel/testing/server.ts'
import { seedShippedRules } from '#modules/rules/testing.ts'
import { findBank } from './banks/bank.ts'
import { callerOf, reachable } from './banks/bank-channel.ts'
import { simulatedBankId } from './banks/simulated.ts'
import { makeOrder } from './commands/make-order.ts'
import { compareAndExpireJob } from './jobs.ts'
import { billing } from './module.ts'
import { billingPaths as at } from './paths.ts'
import { findBillById } from './queries/bills.ts'
import { notifyAsBankJob } from './simulator/notify-as-bank.ts'
import { callBank, SnapRefusal } from './snap/client.ts'
import { type BillingWorld, billingWorld } from './testing.ts'

/*
 * What people complained of elsewhere about paying public bills online (the list of section 7 of the facts on payment), tried
 * over real HTTP with the demo bank, by plain notice and by SNAP BI.
 */

let place: TestTenant
let world: BillingWorld
let server: TestServer
let jobs: JobContext
beforeAll(async () => {
  place = await testTenant()
  place.tenant.profile = { ...place.tenant.profile, name: 'Kabupaten Uji', isDemo: true }
  await seedShippedRules(place.ownerUrl)
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

const query = async (text: string, values: unknown[] = []) =>
  (await place.tenant.pools.readPool.query(text, values)).rows
const stateOf = async (billId: string) =>
  (await query('select state from billing.bill where id = $1', [billId]))[0].state
const suspenseOf = async (billId: string) =>
  (await query('select reason from billing.placement where claimed_bill_id = $1 and bill_id is null', [billId])).map(
    (row) => row.reason,
  )
const toldOf = async (billId: string) =>
  (await query("select 1 from journal.event where name = 'billing.bill-paid.v1' and subject_id = $1", [billId])).length

/** Presses a choice at the demo bank. */
async function choose(number: string, how: string, through: string): Promise<void> {
  const answer = await server.post(at.simulator(number), { how, through })
  expect(answer.location).toBe(at.simulator(number))
}

/** The notices that wait go out, in the order of their time or all at once. */
async function deliver(order: 'in-turn' | 'reversed' | 'at-once' = 'in-turn'): Promise<void> {
  const { rows } = await sql<{ payload: { reference: string } }>`
    select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'billing.notify-as-bank' order by j.run_at, j.id`.execute(place.tenant.pools.write)
  await sql`delete from graphile_worker._private_jobs`.execute(place.tenant.pools.write)
  const sent = order === 'reversed' ? rows.reverse() : rows
  if (order === 'at-once') await Promise.all(sent.map(({ payload }) => notifyAsBankJob(payload, jobs)))
  else for (const { payload } of sent) await notifyAsBankJob(payload, jobs)
}

async function atTheBank(number: string, how: string, through: string): Promise<void> {
  await choose(number, how, through)
  await deliver()
}

describe.each(['notice', 'snap'])('by %s', (through) => {
  const byNotice = through === 'notice'

  it.each<[string, string, string[]]>([
    ['pay', 'paid', []],
    ['repeated', 'paid', []],
    ['delayed', 'paid', []],
    ['corrupt', 'paid', []],
    ['forgotten', 'paid', []],
    ['twice', 'paid', byNotice ? ['already-paid'] : []],
    ['reordered', 'paid', byNotice ? ['already-paid'] : []],
    ['wrong-amount', 'issued', byNotice ? ['wrong-amount'] : []],
  ])('%s leaves the bill %s', async (how, state, suspense) => {
    const bill = await world.issue()
    await atTheBank(bill.number, how, through)
    expect([await stateOf(bill.billId), await suspenseOf(bill.billId)]).toEqual([state, suspense])
    expect(await toldOf(bill.billId)).toBe(state === 'paid' ? 1 : 0)
  })

  it('a webhook that is lost is made up by the comparison of lists, and nothing is booked twice', async () => {
    const bill = await world.issue()
    await atTheBank(bill.number, 'lost', through)
    expect(await stateOf(bill.billId)).toBe('issued')
    await compareAndExpireJob({}, jobs)
    await compareAndExpireJob({}, jobs)
    expect([await stateOf(bill.billId), await suspenseOf(bill.billId)]).toEqual(['paid', []])
  })

  it('a webhook that comes twice, at the same moment, counts once', async () => {
    const bill = await world.issue()
    await choose(bill.number, 'repeated', through)
    await deliver('at-once')
    expect([await stateOf(bill.billId), await toldOf(bill.billId)]).toEqual(['paid', 1])
  })

  it('a webhook before the browser returns: the payer finds it paid', async () => {
    const bill = await world.issue()
    await atTheBank(bill.number, 'pay', through)
    expect((await server.get(at.ownBill(bill.billId), { as: world.payer })).plain()).toContain('Lunas pada')
  })

  it('a browser that never returns changes nothing: the money is booked all the same', async () => {
    const bill = await world.issue()
    await atTheBank(bill.number, 'pay', through)
    expect(await stateOf(bill.billId)).toBe('paid')
  })

  it('two notices in the wrong order settle the bill once', async () => {
    const bill = await world.issue()
    await choose(bill.number, 'twice', through)
    await deliver('reversed')
    expect([await stateOf(bill.billId), await toldOf(bill.billId)]).toEqual(['paid', 1])
  })

  it('money after the code ended, or after the bill was cancelled, settles nothing', async () => {
    const late = await world.issue({ days: 1 })
    await choose(late.number, 'pay', through)
    const cancelled = await world.issue()
    await choose(cancelled.number, 'pay', through)
    await world.cancel(cancelled.billId)
    await deliver()
    // It was given in time, so it counts, although the bill might have ended meanwhile.
    expect(await stateOf(late.billId)).toBe('paid')
    const other = await world.issue({ days: 1 })
    await atTheBank(other.number, 'late', through)
    // SNAP refuses what is told with a time to come; by notice the money is there and waits.
    expect(await stateOf(other.billId)).toBe('issued')
    expect(await stateOf(cancelled.billId)).toBe('cancelled')
    expect(await suspenseOf(cancelled.billId)).toEqual(byNotice ? ['cancelled'] : [])
  })

  it('a notice that comes after the bill ended, of money given in time, is not lost', async () => {
    const bill = await world.issue({ days: 1 })
    await choose(bill.number, 'pay', through)
    await query('select 1')
    world.clock.advance({ hours: 26 })
    await compareAndExpireJob({}, jobs)
    await deliver()
    expect([await stateOf(bill.billId), await suspenseOf(bill.billId)]).toEqual(['paid', []])
  })

  it('an order whose bill changed after the payment began settles what is still owed', async () => {
    const [a, b] = [await world.issue(), await world.issue()]
    const order = await world.run(makeOrder, { billIds: [a.billId, b.billId] }, { actor: world.payer })
    await choose(order.number, 'pay', through)
    await world.cancel(a.billId)
    await deliver()
    expect([await stateOf(a.billId), await stateOf(b.billId)]).toEqual(['cancelled', 'paid'])
    expect(await suspenseOf(a.billId)).toEqual(['cancelled'])
  })
})

describe('by QRIS', () => {
  async function makeQr(number: string): Promise<string> {
    const answer = await server.post(at.askQr, { number }, { as: world.payer })
    expect(answer.location).toMatch(/qris\/QR[0-9A-F]{24}$/)
    return answer.location as string
  }
  const page = async (path: string) => (await server.get(path, { as: world.payer })).plain()

  it('the acquirer makes a dynamic code, tells of its payment, and the page says so', async () => {
    const bill = await world.issue()
    const path = await makeQr(bill.number)
    expect(await makeQr(bill.number)).toBe(path)
    expect((await server.get(path, { as: world.payer })).text).toContain('<svg')
    expect(await page(path)).toContain('Berlaku sampai')
    await atTheBank(bill.number, 'forgotten', 'qris')
    expect([await stateOf(bill.billId), await suspenseOf(bill.billId), await toldOf(bill.billId)]).toEqual([
      'paid',
      [],
      1,
    ])
    expect(await page(path)).toContain('Pembayaran sudah kami terima')
  })

  it('whoever returns before the notice asks the acquirer; the notice then changes nothing', async () => {
    const bill = await world.issue()
    const path = await makeQr(bill.number)
    const check = () => server.post(`${path}/periksa`, {}, { as: world.payer })
    await check()
    expect(await page(path)).toContain('Bank belum mencatat pembayaran')
    await choose(bill.number, 'pay', 'qris')
    await check()
    expect(await page(path)).toContain('Pembayaran sudah kami terima')
    await deliver()
    expect([await stateOf(bill.billId), await suspenseOf(bill.billId), await toldOf(bill.billId)]).toEqual([
      'paid',
      [],
      1,
    ])
  })

  it('money for a bill that was paid otherwise meanwhile waits in suspense', async () => {
    const bill = await world.issue()
    await makeQr(bill.number)
    await atTheBank(bill.number, 'pay', 'notice')
    await choose(bill.number, 'pay', 'qris')
    await deliver()
    expect([await stateOf(bill.billId), await suspenseOf(bill.billId)]).toEqual(['paid', ['already-paid']])
  })

  it('a code is of its payer, is cancelled at the acquirer, and ends', async () => {
    const bill = await world.issue()
    const stranger = { ...world.payer, accountId: world.approver.accountId, personId: world.approver.personId }
    expect((await server.post(at.askQr, { number: bill.number }, { as: stranger })).status).toBe(404)
    const path = await makeQr(bill.number)
    expect((await server.get(path, { as: stranger })).status).toBe(404)
    await server.post(`${path}/batal`, {}, { as: world.payer })
    expect(await page(path)).toContain('Kode QR ini tidak berlaku lagi')
    const next = await makeQr(bill.number)
    world.clock.advance({ minutes: 31 })
    expect(await page(next)).toContain('Kode QR ini tidak berlaku lagi')
  })
})

describe('a receipt', () => {
  it('is given only of a paid bill', async () => {
    const bill = await world.issue()
    const receipt = async () => (await server.get(at.receiptPdf(bill.billId), { as: world.payer })).status
    expect(await receipt()).toBe(404)
    await atTheBank(bill.number, 'wrong-amount', 'notice')
    expect(await receipt()).toBe(404)
    await atTheBank(bill.number, 'pay', 'notice')
    expect(await receipt()).toBe(200)
  })
})

describe('a printed bill', () => {
  it('is the same byte for byte when it is printed again, and says what the books hold', async () => {
    const bill = await world.issue({ isTax: true, days: 1, amount: 200_000 })
    world.clock.advance({ hours: 24 * 40 })
    const print = async () => (await server.get(at.billPdf(bill.billId), { as: world.payer })).text
    expect(await print()).toBe(await print())
    await atTheBank(bill.number, 'pay', 'snap')
    const found = await findBillById(place.tenant.pools.read, bill.billId)
    const [ledger] = await query(
      "select sum(credit)::text as amount from billing.journal_line where bill_id = $1 and account not like 'cash:%'",
      [bill.billId],
    )
    expect(found?.received).toBe(20_400_000n)
    expect(senFromNumeric(ledger.amount)).toBe(found?.received)
  })
})

describe('the region as client of a bank', () => {
  it('opens, changes and closes a virtual account there, with tokens and signatures over HTTP', async () => {
    const bank = await findBank(place.tenant.pools.read, simulatedBankId)
    if (!bank) throw new Error('no bank')
    const by = callerOf({ ...jobs, now: world.clock.now() }, bank)
    const there = reachable(jobs, bank)
    const account = { partnerServiceId: '   99001', customerNo: '12345', virtualAccountNo: '   9900112345' }
    const body = {
      ...account,
      virtualAccountName: 'Sekar',
      trxId: 'B-1',
      totalAmount: { value: '5000.00', currency: 'IDR' },
    }
    expect(await callBank(by, there, 'create-va', body)).toMatchObject({ responseCode: '2002700' })
    const again = callBank(by, there, 'create-va', body)
    await expect(again).rejects.toThrow(SnapRefusal)
    expect(await callBank(by, there, 'update-va', body)).toMatchObject({ responseCode: '2002800' })
    expect(await callBank(by, there, 'delete-va', account)).toMatchObject({ responseCode: '2003100' })
    await expect(callBank(by, there, 'update-va', body)).rejects.toMatchObject({ result: 'no-bill' })
    await expect(callBank(by, there, 'status', account)).rejects.toMatchObject({ code: '4042601' })
  })
})
