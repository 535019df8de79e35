import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { anyone } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { rupiah } from '#kernel/money/money.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { seedShippedRules } from '#modules/rules/testing.ts'
import { cancelBills, replaceBills } from './commands/cancel-bill.ts'
import { type BillDraft, issueBills } from './commands/issue-bill.ts'
import { settleReserved, takePayment } from './commands/pay-bill.ts'
import { tellOnce } from './commands/tell-once.ts'
import { brokenLaws } from './money-laws.ts'
import { findOwed, listReserved, owedOnBills } from './queries/orders.ts'
import { type BillingWorld, billingWorld } from './testing.ts'

let place: TestTenant
let world: BillingWorld
beforeAll(async () => {
  place = await testTenant()
  await seedShippedRules(place.ownerUrl)
  world = await billingWorld(place.tenant)
})
afterAll(() => place.close())

const draftOf = (n: number, more: Partial<BillDraft> = {}): BillDraft => ({
  title: { id: `PBB ${n}`, en: `Land tax ${n}` },
  payer: { personId: world.payer.personId, name: 'Sekar Ayuningtyas', accountId: world.payer.accountId },
  references: [
    { kind: 'nop', value: `99.01.001.001.001-${String(n).padStart(4, '0')}.0` },
    { kind: 'nik', value: '9901014101900001' },
  ],
  subject: { type: 'assessment', id: `a-${n}` },
  unitId: world.unitId,
  lines: [
    { label: { id: 'PBB', en: 'Land tax' }, amount: rupiah(90_000 + n), accountCode: '4.1.01.15' },
    {
      label: { id: 'Bagian', en: 'Share' },
      amount: rupiah(10_000),
      accountCode: '4.1.01.20',
      beneficiaryId: 'provinsi-uji',
    },
  ],
  dueAt: Temporal.Instant.from('2027-06-30T10:00:00Z'),
  expiresAt: 'never',
  allowsPart: true,
  ...more,
})

let drafts: readonly BillDraft[] = []
const issueMany = command({
  name: 'billing.issue-many-for-test',
  event: 'billing.many-issued-for-test.v1',
  access: anyone,
  input: z.object({}),
  run: async (tx, _input, context) => ({ result: await issueBills(tx, context, drafts), event: undefined }),
})
const cancelMany = command({
  name: 'billing.cancel-many-for-test',
  event: 'billing.many-cancelled-for-test.v1',
  access: anyone,
  input: z.object({ ids: z.array(z.string()) }),
  run: async (tx, input, context) => ({
    result: await cancelBills(tx, context, input.ids, 'ditetapkan ulang'),
    event: undefined,
  }),
})
const replaceOne = command({
  name: 'billing.replace-for-test',
  event: 'billing.replaced-for-test.v1',
  access: anyone,
  input: z.object({ id: z.string() }),
  run: async (tx, input, context) => ({
    result: await replaceBills(tx, context, [input.id], drafts, 'pengurangan'),
    event: undefined,
  }),
})

const issue = async (given: readonly BillDraft[]) => {
  drafts = given
  return world.run(issueMany, {})
}
const rows = async <Row>(text: string, values: unknown[] = []) =>
  (await place.tenant.pools.readPool.query(text, values)).rows as Row[]
let serial = 0
const pay = (number: string, amount: string) => {
  serial += 1
  const paidAt = world.clock.now().toString()
  return takePayment(world.run, { channel: 'bank', reference: `M${serial}`, number, amount, paidAt }, {})
}

describe('many bills at once', () => {
  it('are the bills that one by one would have been', async () => {
    const issued = await issue([1, 2, 3].map((n) => draftOf(n)))
    expect(issued.map((bill) => bill.total)).toEqual([1, 2, 3].map((n) => rupiah(100_000 + n)))
    expect(new Set(issued.map((bill) => bill.number)).size).toBe(3)
    const found = await rows(
      `select b.total_amount, b.expires_at, b.allows_part, array_agg(l.amount::text order by l.position) as lines,
         (select count(*)::int from billing.bill_reference r where r.bill_id = b.id) as refs
       from billing.bill b join billing.bill_line l on l.bill_id = b.id where b.number = $1 group by b.id`,
      [issued[1]?.number],
    )
    expect(found).toEqual([
      { total_amount: '100002.00', expires_at: null, allows_part: true, lines: ['90002.00', '10000.00'], refs: 2 },
    ])
    expect(await pay(issued[1]?.number as string, '100002.00')).toBe('paid')
  })

  it('are told to their payers at once when they are few, and by jobs when they are many, once each', async () => {
    const before = (await rows<{ n: number }>('select count(*)::int as n from messaging.message'))[0]?.n ?? 0
    const issued = await issue(Array.from({ length: 30 }, (_, n) => draftOf(100 + n)))
    const told = () => rows<{ n: number }>('select count(*)::int as n from messaging.message')
    expect(await told()).toEqual([{ n: before }])
    for (const bill of [...issued, ...issued]) await world.run(tellOnce, { billId: bill.billId, step: 'issued' })
    expect(await told()).toEqual([{ n: before + 30 }])
  })

  it('keep no NIK that could be read', async () => {
    await issue([draftOf(7)])
    const kept = await rows<{ value: string }>("select distinct value from billing.bill_reference where kind = 'nik'")
    expect(kept).toHaveLength(1)
    expect(kept[0]?.value).toMatch(/^[0-9A-F]{64}$/)
  })

  it('none is issued when one of them is wrong', async () => {
    const before = await rows('select count(*) from billing.bill')
    await expect(issue([draftOf(8), draftOf(9, { lines: [] })])).rejects.toThrow(RangeError)
    const past = Temporal.Instant.from('2020-01-01T00:00:00Z')
    await expect(issue([draftOf(8), draftOf(9, { dueAt: past })])).rejects.toThrow(RangeError)
    expect(await rows('select count(*) from billing.bill')).toEqual(before)
  })

  it('are for a firm without a person too', async () => {
    const [bill] = await issue([
      draftOf(10, { payer: { name: 'PT Rasa Nusantara' }, references: [{ kind: 'npwpd', value: 'P.2.0000001.01' }] }),
    ])
    expect(await pay(bill?.number as string, '100010.00')).toBe('paid')
  })

  it('are withdrawn together or not at all; what was paid waits in suspense', async () => {
    const issued = await issue([draftOf(20), draftOf(21), draftOf(22)])
    const ids = issued.map((bill) => bill.billId)
    const states = async () =>
      (await rows<{ state: string }>('select state from billing.bill where id = any($1) order by id', [ids]))
        .map((row) => row.state)
        .sort()
    await pay(issued[0]?.number as string, '40000.00')
    await pay(issued[2]?.number as string, '100022.00')
    await expect(world.run(cancelMany, { ids })).rejects.toMatchObject({ name: 'AppError' })
    expect(await states()).toEqual(['issued', 'paid', 'partly-paid'])
    await world.run(cancelMany, { ids: ids.slice(0, 2) })
    expect(await states()).toEqual(['cancelled', 'cancelled', 'paid'])
    const held = await rows('select amount from billing.placement where claimed_bill_id = $1 and state = $2', [
      ids[0],
      'in-suspense',
    ])
    expect(held).toEqual([{ amount: '40000.00' }])
    expect(await brokenLaws(place.tenant.pools.read)).toEqual([])
  })

  it('what was paid of a bill goes on those that replace it, due first; what is too much waits', async () => {
    const [old] = await issue([draftOf(160_000)])
    await pay(old?.number as string, '220000.00')
    const later = Temporal.Instant.from('2027-09-30T10:00:00Z')
    drafts = [draftOf(50_000, { dueAt: later }), draftOf(1000)]
    const next = await world.run(replaceOne, { id: old?.billId })
    for (const _again of [1, 2]) {
      for (const { billId } of next) {
        for (const id of await listReserved(place.tenant.pools.read, { billId }))
          await settleReserved(world.run, id, {})
      }
    }
    const ids = next.map((bill) => bill.billId)
    const found = await rows('select id, state, received_amount from billing.bill where id = any($1)', [ids])
    expect(found.find((row) => (row as { id: string }).id === ids[1])).toMatchObject({
      state: 'paid',
      received_amount: '101000.00',
    })
    expect(found.find((row) => (row as { id: string }).id === ids[0])).toMatchObject({
      state: 'partly-paid',
      received_amount: '119000.00',
    })
    drafts = [draftOf(5000)]
    await world.run(replaceOne, { id: ids[0] })
    expect(
      await rows("select amount from billing.placement where claimed_bill_id = $1 and state = 'in-suspense'", [ids[0]]),
    ).toEqual([{ amount: '14000.00' }])
    expect(await brokenLaws(place.tenant.pools.read)).toEqual([])
  })

  it('owe in one question what each of them owes by itself', async () => {
    const late = { dueAt: Temporal.Instant.from('2026-09-01T00:00:00Z'), interestSource: 'test' }
    const issued = await issue([draftOf(30, late), draftOf(31), draftOf(32, late)])
    await pay(issued[2]?.number as string, '50000.00')
    const day = Temporal.PlainDate.from('2026-11-23')
    const all = await owedOnBills(
      place.tenant.pools.read,
      place.tenant,
      issued.map((bill) => bill.billId),
      day,
    )
    for (const bill of issued) {
      expect(await findOwed(place.tenant.pools.read, place.tenant, bill.billId, world.clock.now())).toEqual(
        all.get(bill.billId),
      )
    }
    expect(all.get(issued[0]?.billId as string)).toEqual({
      principal: 10_003_000n,
      interest: 300_100n,
      total: 10_303_100n,
    })
    expect(all.get(issued[1]?.billId as string)?.interest).toBe(0n)
  })
})
