import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, anonymous } from '#kernel/access/access.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { type TestServer, testServer } from '#kernel/testing/server.ts'
import { formatBillingCode } from './billing-code.ts'
import { payBill, takePayment } from './commands/pay-bill.ts'
import { billing } from './module.ts'
import { billingPaths as at } from './paths.ts'
import { type BillingWorld, billingWorld } from './testing.ts'

let place: TestTenant
let world: BillingWorld
let server: TestServer
beforeAll(async () => {
  place = await testTenant()
  world = await billingWorld(place.tenant)
  server = await testServer({ ...place, modules: [billing], clock: world.clock })
})
afterAll(async () => {
  await server.close()
  await place.close()
})

let serial = 0
const pay = (number: string, amount = '150000.00') => {
  serial += 1
  const paidAt = world.clock.now().toString()
  return takePayment(world.run, { channel: 'bank', reference: `R${serial}`, number, amount, paidAt }, {})
}
const inOtherUnit = (actor: Actor): Actor => ({
  ...actor,
  grants: actor.grants.map((grant) => ({ ...grant, unitPath: 'dinkes' })),
})
const payee = {
  reason: 'Permohonan ditarik sesudah dibayar',
  payeeName: 'Sekar Ayuningtyas',
  payeeBank: 'Bank Arunika',
  payeeAccount: '1234 5678 90',
}
const countOf = async (name: string, subject: string) =>
  Number(
    (
      await place.tenant.pools.readPool.query(
        'select count(*) as n from journal.event where name = $1 and subject_id = $2',
        [name, subject],
      )
    ).rows[0].n,
  )

describe('the payer', () => {
  it('sees what to pay, until when, how, and gets it on paper', async () => {
    const bill = await world.issue()
    server.as(world.payer)
    expect((await server.get(at.ownBills)).plain()).toContain('Rp150.000, Retribusi izin reklame')
    const text = (await server.get(at.ownBill(bill.billId))).plain()
    for (const words of ['Bayar paling lambat Senin 30 November, pukul 09.00 WIB', formatBillingCode(bill.number)])
      expect(text).toContain(words)
    expect(text).toContain('Perda 3/2024 Pasal 12')
    const pdf = await server.get(at.billPdf(bill.billId))
    expect([pdf.status, pdf.headers['content-type']]).toEqual([200, 'application/pdf'])
    expect((await server.get(at.receiptPdf(bill.billId))).status).toBe(404)
  })

  it('sees that it is paid, and gets the receipt', async () => {
    const bill = await world.issue()
    await pay(bill.number)
    server.as(world.payer)
    expect((await server.get(at.ownBill(bill.billId))).plain()).toContain('Lunas pada')
    expect((await server.get(at.receiptPdf(bill.billId))).status).toBe(200)
  })

  it('reads where money is that did not match', async () => {
    const bill = await world.issue()
    await pay(bill.number, '155000.00')
    server.as(world.payer)
    expect((await server.get(at.ownBill(bill.billId))).plain()).toContain(
      'Kami menerima Rp155.000 pada Senin 23 November, pukul 09.00 WIB, tetapi jumlahnya tidak sama dengan tagihan',
    )
  })

  it('finds nothing where the bill is another’s, and the attempt is written down', async () => {
    const bill = await world.issue()
    const other = { ...world.payer, accountId: world.approver.accountId, personId: world.approver.personId }
    for (const path of [at.ownBill(bill.billId), at.billPdf(bill.billId), at.receiptPdf(bill.billId)]) {
      expect((await server.get(path, { as: other })).status).toBe(404)
    }
    expect(await countOf('billing.bill-access-refused.v1', bill.billId)).toBe(3)
    const answer = await server.get(at.ownBill(bill.billId), { as: anonymous })
    expect(answer.location).toContain('/masuk')
  })
})

describe('the treasurer', () => {
  it('finds bills by code, name, state and day, and takes the list along', async () => {
    const bill = await world.issue()
    server.as(world.treasurer)
    const found = async (query: string) => (await server.get(`${at.desk}?${query}`)).plain()
    const shown = formatBillingCode(bill.number)
    for (const query of [`q=${shown}`, 'q=sekar', 'q=reklame', 'keadaan=issued', 'dari=2026-11-23&sampai=2026-11-23'])
      expect(await found(query)).toContain(shown)
    for (const query of ['q=tidakada', 'keadaan=refunded', 'sampai=2026-11-22', 'unit=dinkes'])
      expect(await found(query)).not.toContain(shown)
    expect((await server.get(`${at.billsExport}.csv?q=sekar`)).text).toContain(bill.number)
    expect((await server.get(`${at.billsExport}.xlsx?q=sekar`)).text.startsWith('PK')).toBe(true)
    expect(await countOf('billing.list-exported.v1', at.billsExport)).toBe(2)
  })

  it('walks the list by cursor without losing or repeating a bill', async () => {
    for (let n = 0; n < 45; n += 1) await world.issue()
    server.as(world.treasurer)
    const seen: string[] = []
    for (let path: string | undefined = at.desk; path; ) {
      const { text } = await server.get(path)
      seen.push(...[...text.matchAll(/\/bendahara\/tagihan\/([0-9a-f-]{36})/g)].map((match) => match[1] as string))
      path = /href="([^"]*setelah=[^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&')
    }
    const { rows } = await place.tenant.pools.readPool.query('select count(*)::int as n from billing.bill')
    expect(seen.length).toBe(rows[0].n)
    expect(new Set(seen).size).toBe(seen.length)
  })

  it('takes the exact sum at the counter and records whose data he read', async () => {
    const bill = await world.issue()
    server.as(world.treasurer)
    const wrong = await server.post(at.receive(bill.billId), { amount: '100.000', receiptNumber: 'TBP-1' })
    expect(wrong.status).toBe(422)
    expect(wrong.plain()).toContain('Jumlahnya harus tepat Rp150.000')
    expect(wrong.fields()).toMatchObject({ amount: '100.000', receiptNumber: 'TBP-1' })
    await server.post(at.receive(bill.billId), { amount: '150.000', receiptNumber: 'TBP-1' })
    expect((await server.get(at.deskBill(bill.billId))).plain()).toContain('Loket, TBP-1')
    expect((await server.get(at.deskPdf(bill.billId))).headers['content-disposition']).toContain('bukti-bayar')
    expect(await countOf('billing.bill-paid.v1', bill.billId)).toBe(1)
    const again = await world.issue()
    const used = await server.post(at.receive(again.billId), { amount: '150000', receiptNumber: 'TBP-1' })
    expect(used.plain()).toContain('Nomor kuitansi ini sudah dipakai')
    const { rows } = await place.tenant.pools.readPool.query('select 1 from journal.access where object_id = $1', [
      bill.billId,
    ])
    expect(rows.length).toBeGreaterThan(0)
  })

  it('matches money in suspense; what is too much stays there', async () => {
    const bill = await world.issue()
    await pay('999999999999999', '160000.00')
    server.as(world.treasurer)
    const list = await server.get(`${at.suspense}?sebab=unknown-number`)
    const item = /\/bendahara\/dana-tertahan\/[0-9a-f-]{36}/.exec(list.text)?.[0] ?? ''
    const found = async (query: string) => (await server.get(`${at.suspense}?${query}`)).text.includes(item)
    expect([await found('q=999999'), await found('q=tidakada'), await found('q=r')]).toEqual([true, false, true])
    expect((await server.get(`${at.suspense}.csv?sebab=unknown-number`)).text).toContain('160000.00,Kode tidak dikenal')
    expect((await server.post(`${item}/cocokkan`, { number: '123' })).status).toBe(422)
    const done = await server.post(`${item}/cocokkan`, { number: formatBillingCode(bill.number) })
    expect(done.location).toBe(at.deskBill(bill.billId))
    expect((await server.get(at.deskBill(bill.billId))).plain()).toContain('Rp10.000, Sisa pembayaran')
  })

  it('asks for a refund that only another official may decide', async () => {
    const bill = await world.issue()
    await pay(bill.number)
    server.as(world.treasurer)
    const bad = await server.post(at.requestRefund(bill.billId), { ...payee, reason: 'x', payeeAccount: 'abc' })
    expect(bad.status).toBe(422)
    expect(bad.plain()).toContain('Tulis alasannya')
    await server.post(at.requestRefund(bill.billId), payee)
    const list = await server.get(`${at.refunds}?keadaan=requested`, { as: world.approver })
    const file = await server.get(`${at.refunds}.csv?q=sekar`, { as: world.approver })
    expect(file.text).toContain('150000.00,Sekar Ayuningtyas,')
    expect(file.text).not.toContain('1234567890')
    expect((await server.get(`${at.refunds}?q=tidakada`, { as: world.approver })).plain()).not.toContain('Sekar')
    const path = /\/bendahara\/pengembalian\/[0-9a-f-]{36}/.exec(list.text)?.[0] ?? ''
    const both = { ...world.treasurer, grants: [...world.treasurer.grants, ...world.approver.grants] }
    const approve = { keputusan: 'setuju', transferReference: 'TRF-77' }
    expect((await server.get(path, { as: both })).plain()).toContain('orang lain yang memutuskannya')
    expect((await server.post(`${path}/putuskan`, approve, { as: both })).status).toBe(403)
    const samePerson = { ...world.approver, personId: world.treasurer.personId }
    expect((await server.post(`${path}/putuskan`, approve, { as: samePerson })).status).toBe(403)
    expect((await server.get(path, { as: world.approver })).plain()).toContain('1234567890')
    await server.post(`${path}/putuskan`, approve, { as: world.approver })
    expect((await server.get(at.deskBill(bill.billId))).plain()).toContain('Sudah dikembalikan')
    expect((await server.get(at.receiptPdf(bill.billId), { as: world.payer })).status).toBe(404)
    expect(await countOf('billing.bill-refunded.v1', bill.billId)).toBe(1)
  })

  it('adds up a day by revenue account', async () => {
    world.clock.set('2026-12-05T02:00:00Z')
    const bill = await world.issue()
    await pay(bill.number)
    await pay(bill.number)
    server.as(world.treasurer)
    const text = (await server.get(`${at.days}?hari=2026-12-05`)).plain()
    expect(text).toContain('4.1.02.01 Retribusi 1 Rp149.000')
    expect(text).toContain('4.1.04.16 Biaya cetak 1 Rp1.000')
    expect(text).toContain('Rp150.000 masih tertahan')
    expect((await server.get(`${at.days}.csv?hari=2026-12-05`)).text).toContain(
      '2026-12-05,4.1.02.01,Retribusi,1,149000.00',
    )
  })
})

describe('access', () => {
  const lists = [at.billsExport, at.suspense, at.refunds, at.days]
  const files = lists.flatMap((path) => [`${path}.csv`, `${path}.xlsx`])
  const deskPaths = [at.desk, at.suspense, at.refunds, at.days, ...files]

  it('is denied by default', async () => {
    const bill = await world.issue()
    for (const path of [...deskPaths, at.deskBill(bill.billId)]) {
      expect((await server.get(path, { as: world.payer })).status, path).toBe(403)
      expect((await server.get(path, { as: anonymous })).location, path).toContain('/masuk')
    }
    expect((await server.get(at.ownBills, { as: world.treasurer })).status).toBe(403)
  })

  it('lets no official speak for a bank', async () => {
    const bill = await world.issue()
    const paidAt = world.clock.now().toString()
    const told = { by: 'channel', channel: 'bank', reference: 'X1', number: bill.number, amount: '150000.00', paidAt }
    await expect(world.run(payBill, told, { actor: world.treasurer })).rejects.toThrow(/forbidden/)
    await expect(world.run(payBill, told, { actor: world.payer })).rejects.toThrow(/forbidden/)
  })

  it('ends at the unit: bills of others do not exist, and the attempt is written down', async () => {
    const bill = await world.issue()
    const stranger = inOtherUnit(world.treasurer)
    expect((await server.get(at.desk, { as: stranger })).plain()).toContain('Belum ada tagihan')
    expect((await server.get(at.deskBill(bill.billId), { as: stranger })).status).toBe(404)
    const form = { amount: '150000', receiptNumber: 'TBP-99' }
    expect((await server.post(at.receive(bill.billId), form, { as: stranger })).status).toBe(404)
    expect(await countOf('billing.bill-access-refused.v1', bill.billId)).toBe(2)
  })
})
