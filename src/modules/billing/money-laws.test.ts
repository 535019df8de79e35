import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '#kernel/errors.ts'
import { senToNumeric } from '#kernel/money/money.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { seedShippedRules } from '#modules/rules/testing.ts'
import { approveBillRefund, approvePartRefund, approveSuspenseRefund, refuseRefund } from './commands/decide-refund.ts'
import { expireBill } from './commands/expire-bill.ts'
import { makeOrder } from './commands/make-order.ts'
import { placeOnBill, settleReserved, takePayment } from './commands/pay-bill.ts'
import { payOrder } from './commands/pay-order.ts'
import { requestRefund } from './commands/request-refund.ts'
import { brokenLaws } from './money-laws.ts'
import { findOrder, findOwed, listReserved } from './queries/orders.ts'
import { type BillingWorld, billingWorld } from './testing.ts'

let place: TestTenant
let world: BillingWorld
beforeAll(async () => {
  place = await testTenant()
  world = await billingWorld(place.tenant)
  await seedShippedRules(place.ownerUrl)
})
afterAll(() => place.close())

const one = async (query: ReturnType<typeof sql<Record<string, unknown>>>) =>
  (await query.execute(place.tenant.pools.read)).rows[0]

const checkLaws = async () => expect(await brokenLaws(place.tenant.pools.read)).toEqual([])

interface World {
  bills: { billId: string; number: string }[]
  orders: { orderId: string; number: string }[]
}
const pick = <T>(list: readonly T[], at: number): T | undefined => (list.length ? list[at % list.length] : undefined)
let serial = 0

/** Runs what may be refused for a reason that people understand; anything else is a fault. */
async function may<T>(run: () => Promise<T>): Promise<T | undefined> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof AppError) return undefined
    throw error
  }
}

const tell = (number: string, amount: bigint, times = 1) => {
  serial += 1
  const paidAt = world.clock.now().toString()
  const told = { channel: 'bank', reference: `L-${serial}`, number, amount: senToNumeric(amount), paidAt }
  return Promise.all(Array.from({ length: times }, () => takePayment(world.run, told, {})))
}

const payee = { reason: 'Lebih bayar oleh pembayar', payeeName: 'Sekar', payeeBank: 'Bank', payeeAccount: '1234567890' }

type Step = fc.AsyncCommand<World, BillingWorld>
const step = (label: string, run: (model: World) => Promise<unknown>): Step => ({
  check: () => true,
  async run(model) {
    await run(model)
    await checkLaws()
  },
  toString: () => label,
})

const steps = [
  fc.record({ tens: fc.integer({ min: 2, max: 9 }), isTax: fc.boolean() }).map(({ tens, isTax }) =>
    step(`issue(${tens}${isTax ? ', tax' : ''})`, async (model) => {
      model.bills.push(await world.issue({ amount: tens * 10_000 + 333, days: 5, isTax }))
    }),
  ),
  fc
    .record({
      at: fc.nat(9),
      percent: fc.constantFrom(1n, 33n, 50n, 100n, 100n, 130n),
      times: fc.integer({ min: 1, max: 2 }),
    })
    .map(({ at, percent, times }) =>
      step(`pay(${at}, ${percent}%, ${times} times)`, async (model) => {
        const bill = pick(model.bills, at)
        if (!bill) return
        const { total } = await findOwed(place.tenant.pools.read, place.tenant, bill.billId, world.clock.now())
        await tell(bill.number, ((total > 0n ? total : 1_000_000n) * percent) / 100n, times)
      }),
    ),
  fc.record({ a: fc.nat(9), b: fc.nat(9) }).map(({ a, b }) =>
    step(`order(${a}, ${b})`, async (model) => {
      const ids = [pick(model.bills, a), pick(model.bills, b)].flatMap((bill) => (bill ? [bill.billId] : []))
      if (ids.length === 0) return
      const order = await may(() => world.run(makeOrder, { billIds: ids }, { actor: world.payer }))
      if (order) model.orders.push(order)
    }),
  ),
  fc
    .record({ at: fc.nat(9), crashes: fc.boolean(), times: fc.integer({ min: 1, max: 2 }) })
    .map(({ at, crashes, times }) =>
      step(`pay order(${at}${crashes ? ', crash' : ''}, ${times} times)`, async (model) => {
        const order = pick(model.orders, at)
        if (!order) return
        const found = await findOrder(place.tenant.pools.read, order.orderId)
        if (!crashes) return tell(order.number, found?.total ?? 1n, times)
        serial += 1
        const told = {
          channel: 'bank',
          reference: `L-${serial}`,
          number: order.number,
          amount: senToNumeric(found?.total ?? 1n),
        }
        return world.run(payOrder, { ...told, paidAt: world.clock.now().toString() })
      }),
    ),
  fc.constant(
    step('settle what is reserved', async () => {
      for (const id of await listReserved(place.tenant.pools.read)) await settleReserved(world.run, id, {})
    }),
  ),
  fc
    .record({ at: fc.nat(9), percent: fc.constantFrom(undefined, 10n, 99n), approve: fc.boolean() })
    .map(({ at, percent, approve }) =>
      step(`refund(${at}, ${percent ?? 'all'}, ${approve})`, async (model) => {
        const bill = pick(model.bills, at)
        if (!bill) return
        const found = await one(
          sql`select received_amount - refunded_amount as held from billing.bill where id = ${bill.billId}`,
        )
        const held = BigInt(String(found?.['held'] ?? '0').replace('.', ''))
        const amount = percent ? String((held * percent) / 10_000n) : ''
        const refundId = await may(() =>
          world.run(requestRefund, { billId: bill.billId, amount, ...payee }, { actor: world.treasurer }),
        )
        if (refundId) await decide(refundId, approve)
      }),
    ),
  fc
    .record({ at: fc.nat(9), amount: fc.constantFrom('', '1', '777'), approve: fc.boolean() })
    .map(({ at, amount, approve }) =>
      step(`send back(${at}, ${amount || 'all'}, ${approve})`, async () => {
        const held = pick(await suspended(), at)
        if (!held) return
        const refundId = await may(() =>
          world.run(requestRefund, { placementId: held, amount, ...payee }, { actor: world.treasurer }),
        )
        if (refundId) await decide(refundId, approve)
      }),
    ),
  fc.record({ at: fc.nat(9), bill: fc.nat(9) }).map((given) =>
    step(`match(${given.at} to ${given.bill})`, async (model) => {
      const [held, bill] = [pick(await suspended(), given.at), pick(model.bills, given.bill)]
      if (!held || !bill) return
      const match = { by: 'suspense', placementId: held, number: bill.number }
      await may(() => placeOnBill(world.run, match, { actor: world.treasurer }))
    }),
  ),
  fc.nat(9).map((at) =>
    step(`cancel(${at})`, async (model) => {
      const bill = pick(model.bills, at)
      if (bill) await may(() => world.cancel(bill.billId))
    }),
  ),
  fc.nat(9).map((at) =>
    step(`expire(${at})`, async (model) => {
      const bill = pick(model.bills, at)
      if (bill) await world.run(expireBill, { billId: bill.billId })
    }),
  ),
  fc.constantFrom(3, 20, 45).map((days) =>
    step(`wait(${days} days)`, async () => {
      world.clock.advance({ hours: days * 24 })
    }),
  ),
]

async function suspended(): Promise<string[]> {
  const { rows } = await sql<{
    id: string
  }>`select id from billing.placement where state = 'in-suspense' order by id desc`.execute(place.tenant.pools.read)
  return rows.map((row) => row.id)
}

async function decide(refundId: string, approve: boolean): Promise<void> {
  const options = { actor: world.approver }
  if (!approve) return world.run(refuseRefund, { refundId, note: 'Nomor rekeningnya keliru' }, options)
  const row = await one(sql`select bill_id, is_part from billing.refund where id = ${refundId}`)
  const command = row?.['bill_id'] ? (row['is_part'] ? approvePartRefund : approveBillRefund) : approveSuspenseRefund
  return world.run(command, { refundId, transferReference: 'TRF-0001' }, options)
}

describe('the laws of money', () => {
  it('hold whatever happens in whatever order: parts, interest, orders, refunds, time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.commands(steps, { maxCommands: 25, size: 'max' }), async (sequence) => {
        const bills = [await world.issue({ isTax: true, days: 5 }), await world.issue({ days: 5 })]
        await fc.asyncModelRun(() => ({ model: { bills, orders: [] }, real: world }), sequence)
      }),
      { numRuns: 40, endOnFailure: true },
    )
  }, 240_000)

  it('an entry that does not balance is refused at the end of its transaction, and none is ever changed', async () => {
    const bill = await world.issue()
    await tell(bill.number, 15_000_000n)
    const write = (text: string) => place.tenant.pools.writePool.query(text)
    await expect(write('update billing.journal_line set debit = debit + 1 where debit > 0')).rejects.toThrow(
      'append-only',
    )
    await expect(write('delete from billing.journal_entry')).rejects.toThrow('append-only')
    const [entry] = (await write('select entry_id as id from billing.journal_line limit 1')).rows
    const line = `insert into billing.journal_line values ('${entry.id}', 9, 'suspense', null, 0, 1)`
    await expect(write(line)).rejects.toThrow('does not balance')
  })
})
