import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { senToNumeric } from '#kernel/money/money.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { type TestServer, testServer } from '#kernel/testing/server.ts'
import { seedShippedRules } from '#modules/rules/testing.ts'
import { takePayment } from './commands/pay-bill.ts'
import { billing } from './module.ts'
import { billingPaths as at } from './paths.ts'
import { findOrder, findOwed } from './queries/orders.ts'
import { type BillingWorld, billingWorld } from './testing.ts'

let place: TestTenant
let world: BillingWorld
let server: TestServer
beforeAll(async () => {
  place = await testTenant()
  await seedShippedRules(place.ownerUrl)
  world = await billingWorld(place.tenant)
  server = await testServer({ ...place, modules: [billing], clock: world.clock })
})
afterAll(async () => {
  await server.close()
  await place.close()
})

let serial = 0
const pay = (number: string, amount: bigint) => {
  serial += 1
  const told = { channel: 'bank', reference: `O${serial}`, number, amount: senToNumeric(amount) }
  return takePayment(world.run, { ...told, paidAt: world.clock.now().toString() }, {})
}
const stateOf = async (billId: string) =>
  (await place.tenant.pools.readPool.query('select state from billing.bill where id = $1', [billId])).rows[0].state
const owedOn = async (billId: string) =>
  (await findOwed(place.tenant.pools.read, place.tenant, billId, world.clock.now())).total

async function order(billIds: readonly string[]) {
  const made = await server.post(at.orders, { billIds: [...billIds] })
  const id = made.location?.split('/').at(-1) as string
  const found = await findOrder(place.tenant.pools.read, id)
  if (!found) throw new Error(`no order at ${made.location}`)
  return found
}

describe('several bills at once', () => {
  it('have one code; its money settles each of them', async () => {
    const [a, b] = [await world.issue(), await world.issue({ isTax: true, amount: 90_000 })]
    server.as(world.payer)
    expect((await server.get(at.orders)).plain()).toContain('Rp90.000')
    const made = await order([a.billId, b.billId])
    expect((await server.get(at.order(made.id))).plain()).toContain('Rp240.000')
    expect(await pay(made.number, made.total)).toBe('paid')
    expect([await stateOf(a.billId), await stateOf(b.billId)]).toEqual(['paid', 'paid'])
    expect((await server.get(at.order(made.id))).plain()).toContain('Sudah dibayar')
    expect((await server.get(at.ownBill(b.billId))).plain()).toContain('Lunas pada')
  })

  it('one of which was paid meanwhile: its share waits in suspense, the other is paid', async () => {
    const [a, b] = [await world.issue(), await world.issue()]
    server.as(world.payer)
    const made = await order([a.billId, b.billId])
    await pay(a.number, 15_000_000n)
    await pay(made.number, made.total)
    expect(await stateOf(b.billId)).toBe('paid')
    expect((await server.get(at.ownBill(a.billId))).plain()).toContain('tagihannya sudah dibayar sebelumnya')
  })

  it('are those of the payer only, and at least one', async () => {
    const bill = await world.issue()
    server.as({ ...world.payer, accountId: world.approver.accountId, personId: world.approver.personId })
    expect((await server.post(at.orders, { billIds: [bill.billId] })).status).toBe(404)
    server.as(world.payer)
    const none = await server.post(at.orders, {})
    expect(none.status).toBe(422)
    expect(none.plain()).toContain('Pilih paling sedikit satu tagihan.')
    const made = await order([bill.billId])
    expect(
      (await server.get(at.order(made.id), { as: { ...world.payer, accountId: 'x', personId: undefined } })).status,
    ).toBe(404)
  })
})

describe('a late tax', () => {
  it('shows its interest of today, keeps it under a frozen code, and is settled by it in the next month', async () => {
    const bill = await world.issue({ isTax: true, amount: 200_000, days: 1 })
    world.clock.advance({ hours: 24 * 30 })
    server.as(world.payer)
    expect((await server.get(at.ownBill(bill.billId))).plain()).toContain('ditambah bunga Rp2.000')
    const made = await order([bill.billId])
    world.clock.advance({ hours: 24 * 2 })
    expect(await owedOn(bill.billId)).toBe(20_400_000n)
    expect(await pay(made.number, made.total)).toBe('paid')
    expect(await stateOf(bill.billId)).toBe('paid')
    expect((await server.get(at.ownBill(bill.billId))).plain()).toContain('Rp202.000')
  })

  it('may be paid in parts: interest first, then principal by the share of each line', async () => {
    const bill = await world.issue({ isTax: true, amount: 200_000, days: 1 })
    world.clock.advance({ hours: 24 * 10 })
    expect(await pay(bill.number, 5_200_000n)).toBe('part-paid')
    const { rows } = await place.tenant.pools.readPool.query(
      `select l.position, l.component, l.amount::text from billing.placement p join billing.placement_line l
       on l.placement_id = p.id where p.bill_id = $1 order by l.component, l.position`,
      [bill.billId],
    )
    expect(rows).toEqual([
      { position: 1, component: 'interest', amount: '1990.00' },
      { position: 2, component: 'interest', amount: '10.00' },
      { position: 1, component: 'principal', amount: '49750.00' },
      { position: 2, component: 'principal', amount: '250.00' },
    ])
    server.as(world.payer)
    expect((await server.get(at.ownBill(bill.billId))).plain()).toContain('masih harus dibayar')
    expect(await owedOn(bill.billId)).toBe(15_000_000n)
    server.as(world.treasurer)
    const form = { amount: '150.000', receiptNumber: 'TBP-31' }
    await server.post(at.receive(bill.billId), form)
    expect(await stateOf(bill.billId)).toBe('paid')
    expect((await server.get(at.deskPdf(bill.billId))).status).toBe(200)
  })
})
