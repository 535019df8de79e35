import fc from 'fast-check'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '#kernel/errors.ts'
import { senFromNumeric, senToNumeric } from '#kernel/money/money.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { approveBillRefund, approveSuspenseRefund, refuseRefund } from './commands/decide-refund.ts'
import { expireBill } from './commands/expire-bill.ts'
import { payBill, takePayment } from './commands/pay-bill.ts'
import { requestRefund } from './commands/request-refund.ts'
import { suspendPayment } from './commands/suspend-payment.ts'
import { type BillingWorld, billingWorld, start } from './testing.ts'

let place: TestTenant
let world: BillingWorld
beforeAll(async () => {
  place = await testTenant()
  world = await billingWorld(place.tenant)
})
afterAll(() => place.close())

const payee = {
  reason: 'Pembayar membayar dua kali',
  payeeName: 'Sekar Ayuningtyas',
  payeeBank: 'Bank Arunika',
  payeeAccount: '1234567890',
}

/** What the test believes of one bill. */
interface Expected {
  readonly billId: string
  readonly number: string
  readonly amount: bigint
  readonly dueAt: Temporal.Instant
  state: 'issued' | 'paid' | 'expired' | 'cancelled' | 'refunding' | 'refunded'
}
interface Model {
  bills: Expected[]
  received: bigint
  references: string[]
  paidEvents: number
}

const rows = async <Row>(query: ReturnType<typeof sql<Row>>): Promise<Row[]> =>
  (await query.execute(place.tenant.pools.read)).rows
const sum = (list: readonly { amount: string }[]) => list.reduce((all, row) => all + senFromNumeric(row.amount), 0n)

const moneyState: Readonly<Record<string, string>> = { paid: 'on-bill', refunding: 'refunding', refunded: 'refunded' }

/** The laws of money, read from the tables after every step. */
async function checkLaws(model: Model): Promise<void> {
  const payments = await rows(sql<{ id: string; amount: string }>`select id, amount::text from billing.payment`)
  const placements = await rows(
    sql<{ amount: string; state: string; bill_id: string | null; payment_id: string }>`
      select amount::text, state, bill_id, payment_id from billing.placement`,
  )
  const bills = await rows(
    sql<{ id: string; state: Expected['state']; amount: string }>`
      select id, state, total_amount::text as amount from billing.bill`,
  )
  expect(sum(payments)).toBe(model.received)
  const where = (state: string) => sum(placements.filter((row) => row.state === state))
  expect(where('on-bill') + where('in-suspense') + where('refunding') + where('refunded')).toBe(model.received)
  for (const payment of payments) {
    expect(sum(placements.filter((row) => row.payment_id === payment.id))).toBe(senFromNumeric(payment.amount))
  }
  for (const bill of bills) {
    const on = placements.filter((row) => row.bill_id === bill.id)
    const holdsMoney = bill.state === 'paid' || bill.state === 'refunding' || bill.state === 'refunded'
    expect(on.length).toBe(holdsMoney ? 1 : 0)
    if (holdsMoney) expect(on[0]).toMatchObject({ amount: bill.amount, state: moneyState[bill.state] })
  }
  expect(new Map(bills.map((bill) => [bill.id, bill.state]))).toEqual(
    new Map(model.bills.map((bill) => [bill.billId, bill.state])),
  )
  const [events] = await rows(
    sql<{ all: number; bills: number }>`select count(*)::int as "all", count(distinct subject_id)::int as bills
      from journal.event where name = 'billing.bill-paid.v1'`,
  )
  expect(events).toEqual({ all: model.paidEvents, bills: model.paidEvents })
}

type Step = fc.AsyncCommand<Model, BillingWorld>
const step = (label: string, run: (model: Model) => Promise<void>): Step => ({
  check: () => true,
  async run(model) {
    await run(model)
    await checkLaws(model)
  },
  toString: () => label,
})
const pick = <T>(list: readonly T[], at: number): T | undefined => (list.length ? list[at % list.length] : undefined)

/** The state a bill must have after money with these traits. */
function take(model: Model, bill: Expected | undefined, amount: bigint, paidAt: Temporal.Instant): void {
  model.received += amount
  if (bill?.state !== 'issued' || amount !== bill.amount || Temporal.Instant.compare(paidAt, bill.dueAt) > 0) return
  bill.state = 'paid'
  model.paidEvents += 1
}

async function issueOne(model: Model, rupiah: number): Promise<void> {
  const issued = await world.issue({ amount: rupiah, days: 2 })
  const dueAt = world.clock.now().add({ hours: 48 })
  model.bills.push({ ...issued, amount: BigInt(rupiah) * 100n, dueAt, state: 'issued' })
}

let serial = 0
const notify = (model: Model, number: string, amount: bigint, paidAt: Temporal.Instant, reference: string) => {
  if (!model.references.includes(reference)) model.references.push(reference)
  const told = { channel: 'simulator', reference, number, amount: senToNumeric(amount), paidAt: paidAt.toString() }
  return takePayment(world.run, told, {})
}

const steps = [
  fc.integer({ min: 2, max: 5 }).map((tens) =>
    step(`issue(${tens})`, async (model) => {
      await issueOne(model, tens * 10_000)
    }),
  ),
  fc
    .record({
      at: fc.nat(20),
      times: fc.integer({ min: 1, max: 3 }),
      kind: fc.constantFrom('exact', 'short', 'over', 'unknown'),
      late: fc.boolean(),
    })
    .map(({ at, times, kind, late }) =>
      step(`notify(${at}, ${kind}${late ? ', late' : ''}, ${times} times)`, async (model) => {
        const bill = kind === 'unknown' ? undefined : pick(model.bills, at)
        const amount = (bill?.amount ?? 5_000_000n) + (kind === 'short' ? -100n : kind === 'over' ? 700_000n : 0n)
        const paidAt = late && bill ? bill.dueAt.add({ seconds: 1 }) : world.clock.now()
        serial += 1
        const reference = `ref-${serial}`
        // The same notification in several copies at the same moment, as a hasty sender sends it.
        const number = bill?.number ?? '000000000000000'
        const copies = Array.from({ length: times }, () => notify(model, number, amount, paidAt, reference))
        const outcomes = await Promise.all(copies)
        expect(outcomes.filter((outcome) => outcome !== 'known').length).toBe(1)
        take(model, bill, amount, paidAt)
      }),
    ),
  fc.nat(20).map((at) =>
    step(`repeat(${at})`, async (model) => {
      const reference = pick(model.references, at)
      const bill = pick(model.bills, at)
      if (!reference || !bill) return
      expect(await notify(model, bill.number, bill.amount, world.clock.now(), reference)).toBe('known')
    }),
  ),
  fc.integer({ min: 1, max: 60 }).map((hours) =>
    step(`wait(${hours} h)`, async () => {
      world.clock.advance({ hours })
    }),
  ),
  fc.nat(20).map((at) =>
    step(`expire(${at})`, async (model) => {
      const bill = pick(model.bills, at)
      if (!bill) return
      const isOver = Temporal.Instant.compare(world.clock.now(), bill.dueAt.add({ minutes: 30 })) >= 0
      const done = await world.run(expireBill, { billId: bill.billId })
      expect(done).toBe(bill.state === 'issued' && isOver)
      if (done) bill.state = 'expired'
    }),
  ),
  fc.nat(20).map((at) =>
    step(`cancel(${at})`, async (model) => {
      const bill = pick(model.bills, at)
      if (!bill) return
      const may = bill.state === 'issued'
      await expectAllowed(may, () => world.cancel(bill.billId))
      if (may) bill.state = 'cancelled'
    }),
  ),
  fc.record({ at: fc.nat(20), approve: fc.boolean() }).map(({ at, approve }) =>
    step(`refund(${at}, ${approve ? 'approved' : 'refused'})`, async (model) => {
      const bill = pick(model.bills, at)
      if (!bill) return
      const may = bill.state === 'paid'
      const refundId = await expectAllowed(may, () =>
        world.run(requestRefund, { billId: bill.billId, ...payee }, { actor: world.treasurer }),
      )
      if (refundId) bill.state = approve ? 'refunded' : 'paid'
      if (refundId) await decide(refundId, approve, approveBillRefund)
    }),
  ),
  fc.record({ at: fc.nat(20), bill: fc.nat(20) }).map((given) =>
    step(`match(${given.at} to ${given.bill})`, async (model) => {
      const held = pick(await listSuspense(), given.at)
      const bill = pick(model.bills, given.bill)
      if (!held || !bill) return
      const may = bill.state === 'issued' && senFromNumeric(held.amount) >= bill.amount
      await expectAllowed(may, () =>
        world.run(payBill, { by: 'suspense', placementId: held.id, number: bill.number }, { actor: world.treasurer }),
      )
      if (!may) return
      bill.state = 'paid'
      model.paidEvents += 1
    }),
  ),
  fc.record({ at: fc.nat(20), approve: fc.boolean() }).map(({ at, approve }) =>
    step(`send back(${at}, ${approve ? 'approved' : 'refused'})`, async () => {
      const held = pick(await listSuspense(), at)
      if (!held) return
      const input = { placementId: held.id, ...payee }
      const refundId = await world.run(requestRefund, input, { actor: world.treasurer })
      await decide(refundId, approve, approveSuspenseRefund)
    }),
  ),
]

const listSuspense = () =>
  rows(sql<{ id: string; amount: string }>`
    select id, amount::text from billing.placement where state = 'in-suspense' order by id`)

async function decide(refundId: string, approve: boolean, approval: typeof approveSuspenseRefund): Promise<void> {
  const actor = world.approver
  if (approve) await world.run(approval, { refundId, transferReference: 'TRF-0001' }, { actor })
  else await world.run(refuseRefund, { refundId, note: 'Nomor rekeningnya keliru' }, { actor })
}

/** Runs what must work, or must be refused with a reason for people. */
async function expectAllowed<T>(may: boolean, run: () => Promise<T>): Promise<T | undefined> {
  if (may) return run()
  await expect(run()).rejects.toBeInstanceOf(AppError)
  return undefined
}

/** As the owner of the tables: the program itself can take nothing back. */
async function empty(): Promise<void> {
  const owner = new pg.Client({ connectionString: place.ownerUrl })
  await owner.connect()
  await owner.query(
    'truncate billing.bill, billing.pay_order, billing.payment, billing.refund, billing.journal_entry cascade',
  )
  await owner.end()
  world.clock.set(start)
}

describe('money counts once', () => {
  it('whatever happens in whatever order, no sum is lost or doubled and a bill is paid at most once', async () => {
    const before = await rows(
      sql<{ n: number }>`select count(*)::int as n from journal.event where name = 'billing.bill-paid.v1'`,
    )
    let paidEvents = before[0]?.n ?? 0
    await fc.assert(
      fc.asyncProperty(fc.commands(steps, { maxCommands: 30, size: 'max' }), async (sequence) => {
        await empty()
        const model: Model = { bills: [], received: 0n, references: [], paidEvents }
        for (const amount of [20_000, 30_000]) await issueOne(model, amount)
        await fc.asyncModelRun(() => ({ model, real: world }), sequence)
        paidEvents = model.paidEvents
      }),
      { numRuns: 40, endOnFailure: true },
    )
  }, 120_000)

  it('a crash between judging and keeping loses nothing: the next notification keeps it, once', async () => {
    await empty()
    const bill = await world.issue()
    const told = { channel: 'simulator', reference: 'crash-1', number: bill.number, amount: '1.00', paidAt: start }
    const dying: typeof world.run = (definition, input, options) =>
      definition.name === suspendPayment.name
        ? Promise.reject(new Error('killed'))
        : world.run(definition, input, options)
    await expect(takePayment(dying, told, {})).rejects.toThrow('killed')
    expect(await listSuspense()).toHaveLength(0)
    const outcomes = [await takePayment(world.run, told, {}), await takePayment(world.run, told, {})]
    expect(outcomes).toEqual(['suspended', 'known'])
    expect(await listSuspense()).toMatchObject([{ amount: '1.00' }])
  })

  it('twenty different payments of one bill at the same moment pay it once; the others wait in suspense', async () => {
    await empty()
    const bill = await world.issue()
    const model: Model = { bills: [], received: 0n, references: [], paidEvents: 0 }
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, n) => notify(model, bill.number, 15_000_000n, world.clock.now(), `many-${n}`)),
    )
    expect(outcomes.filter((outcome) => outcome === 'paid')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'suspended')).toHaveLength(19)
    const events = await rows(
      sql`select 1 from journal.event where name = 'billing.bill-paid.v1' and subject_id = ${bill.billId}`,
    )
    expect(events).toHaveLength(1)
  })
})
