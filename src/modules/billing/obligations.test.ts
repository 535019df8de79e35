import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { anyone } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { provide } from '#kernel/define/extension-point.ts'
import { rupiah } from '#kernel/money/money.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { type TestServer, testServer } from '#kernel/testing/server.ts'
import { seedRules } from '#modules/rules/index.ts'
import { payerReferences } from './bill-reference.ts'
import { issueBill } from './commands/issue-bill.ts'
import { takePayment } from './commands/pay-bill.ts'
import { billing } from './module.ts'
import { billingPaths as at } from './paths.ts'
import { remindPayersJob } from './reminders.ts'
import { type BillingWorld, billingJob, billingWorld } from './testing.ts'

let place: TestTenant
let owner: pg.Client
let world: BillingWorld
let server: TestServer
/** Who answers for the firm. */
let director: string | undefined
const rows = async (text: string, values: unknown[] = []) => (await owner.query(text, values)).rows
beforeAll(async () => {
  place = await testTenant()
  owner = new pg.Client({ connectionString: place.ownerUrl })
  await owner.connect()
  await seedRules(owner)
  world = await billingWorld(place.tenant)
  provide(payerReferences, 'test', async (_db, personId) =>
    personId === director ? [{ kind: 'npwpd', value: 'P.2.0000001.99' }] : [],
  ).install()
  server = await testServer({ ...place, modules: [billing], clock: world.clock })
})
afterAll(async () => {
  await server.close()
  await owner.end()
  await place.close()
})

const issueForFirm = command({
  name: 'billing.issue-for-firm-test',
  event: 'billing.firm-issued-for-test.v1',
  access: anyone,
  input: z.object({ amount: z.number(), dueAt: z.string(), personId: z.string().optional() }),
  run: async (tx, input, context) => ({
    result: await issueBill(tx, context, {
      title: { id: 'Pajak restoran Oktober', en: 'Restaurant tax October' },
      payer: input.personId ? { personId: input.personId, name: 'Sekar Ayuningtyas' } : { name: 'PT Rasa Nusantara' },
      references: [{ kind: 'npwpd', value: 'P2000000199' }],
      subject: { type: 'assessment', id: `f-${input.amount}` },
      unitId: world.unitId,
      lines: [{ label: { id: 'PBJT', en: 'PBJT' }, amount: rupiah(input.amount), accountCode: '4.1.01.07' }],
      dueAt: Temporal.Instant.from(input.dueAt),
      expiresAt: 'never',
      allowsPart: true,
    }),
    event: undefined,
  }),
})
const issue = (amount: number, dueAt = '2026-12-15T10:00:00Z', personId?: string) =>
  world.run(issueForFirm, { amount, dueAt, ...(personId ? { personId } : {}) })

describe('what somebody owes', () => {
  it('is what names his account or person, and what names a firm that he answers for; nobody else sees it', async () => {
    const own = await world.issue({ amount: 70_000 })
    const firm = await issue(810_000)
    server.as(world.payer)
    expect((await server.get(at.ownBills)).plain()).not.toContain('PT Rasa Nusantara')
    expect((await server.get(at.ownBill(firm.billId))).status).toBe(404)
    director = world.payer.personId
    const seen = (await server.get(at.ownBills)).plain()
    for (const text of ['PT Rasa Nusantara', 'Rp810.000', 'Rp70.000']) expect(seen).toContain(text)
    expect((await server.get(at.ownBill(firm.billId))).status).toBe(200)
    expect((await server.get(`${at.ownBills}?q=restoran`)).plain()).not.toContain('Rp70.000')
    expect((await server.get(`${at.ownBills}?keadaan=over`)).plain()).toContain('Tidak ada yang cocok')
    expect((await server.get(`${at.ownBills}.csv`)).text).toContain('PT Rasa Nusantara')
    const made = await server.post(at.orders, { billIds: [own.billId, firm.billId] })
    const order = made.location?.split('/').at(-1) as string
    expect((await server.get(at.order(order))).plain()).toContain('Rp880.000')
    const pdf = await server.get(at.orderPdf(order))
    expect(pdf.headers['content-type']).toBe('application/pdf')
    const other = { ...world.payer, accountId: world.approver.accountId, personId: world.approver.personId }
    server.as(other)
    for (const path of [at.ownBill(firm.billId), at.order(order), at.orderPdf(order)]) {
      expect((await server.get(path)).status, path).toBe(404)
    }
    expect((await server.post(at.orders, { billIds: [firm.billId] })).status).toBe(404)
    server.as(world.payer)
    director = undefined
  })

  it('a bill that names only his person is his too, in the list and in one code', async () => {
    const bill = await issue(33_000, '2026-12-15T10:00:00Z', world.payer.personId)
    expect((await server.get(at.ownBills)).plain()).toContain('Rp33.000')
    expect((await server.post(at.orders, { billIds: [bill.billId] })).status).toBe(303)
  })
})

describe('reminders', () => {
  it('come on their days, once each, to who has an account, and not for what is paid', async () => {
    const told = () =>
      rows('select step from billing.bill_news where bill_id = any($1) order by told_at, step', [
        [bill.billId, paid.billId],
      ])
    const bill = await issue(44_000, '2026-12-23T10:00:00Z', world.payer.personId)
    const paid = await issue(45_000, '2026-12-23T10:00:00Z', world.payer.personId)
    await takePayment(
      world.run,
      {
        channel: 'bpd',
        reference: 'N1',
        number: paid.number,
        amount: '45000.00',
        paidAt: world.clock.now().toString(),
      },
      {},
    )
    const before = (await rows("select count(*)::int as n from messaging.message where title like 'Jatuh tempo%'"))[0].n
    for (const moment of [
      '2026-11-23T02:00:00Z',
      '2026-11-23T05:00:00Z',
      '2026-11-24T02:00:00Z',
      '2026-12-16T02:00:00Z',
      '2026-12-24T02:00:00Z',
    ]) {
      world.clock.set(moment)
      await remindPayersJob({}, billingJob(place, world))
    }
    expect((await told()).map((row) => row.step)).toEqual(['before-30', 'before-7', 'after-1'])
    const after = (
      await rows(
        "select count(*)::int as n from messaging.message where title like 'Jatuh tempo%' and body like '%Rp44.000%'",
      )
    )[0].n
    expect([before, after]).toEqual([0, 2])
    expect(
      (await rows("select body from messaging.message where title like 'Sudah lewat%'")).map((row) => row.body).join(),
    ).toContain('Rp44.000')
    world.clock.set('2026-11-23T02:00:00Z')
  })
})

describe('the calendar of due days', () => {
  it('is read by its secret address, without names; a new address ends the one before', async () => {
    await issue(52_000, '2026-12-20T10:00:00Z', world.payer.personId)
    await server.post(at.renewCalendar)
    const page = await server.get(at.ownBills)
    const key = /kalender\/tagihan\/([\w-]{32})\.ics/.exec(page.text)?.[1] as string
    server.as({ kind: 'anonymous', name: '', grants: [] })
    const feed = await server.get(at.calendar(key))
    expect(feed.headers['content-type']).toContain('text/calendar')
    expect(feed.text).toContain('DTSTART;VALUE=DATE:20261220')
    expect(feed.text).toContain('Rp52.000')
    expect(feed.text).not.toContain('Sekar')
    server.as(world.payer)
    await server.post(at.renewCalendar)
    expect((await server.get(at.calendar(key))).status).toBe(404)
    expect((await server.get(at.calendar('x'.repeat(32)))).status).toBe(404)
  })
})

describe('a bill that anybody asks about', () => {
  it('is found by its numbers however they are written, with a masked name and what is owed today', async () => {
    server.as({ kind: 'anonymous', name: '', grants: [] })
    const bill = await issue(61_000)
    const of = (jenis: string, nomor: string) =>
      server.get(`${at.check}?jenis=${jenis}&nomor=${encodeURIComponent(nomor)}`)
    const seen = (await of('npwpd', 'p.2.0000001.99')).plain()
    expect(seen).toContain('Rp61.000')
    expect(seen).not.toContain('Rasa Nusantara')
    expect((await of('code', bill.number)).plain()).toContain('Pajak restoran Oktober')
    expect((await of('plate', 'KT 1 AB')).plain()).toContain('Tidak ada yang harus dibayar')
    for (const [jenis, nomor] of [
      ['code', '123'],
      ['nop', ''],
      ['npwpd', '..'],
    ] as const) {
      expect((await of(jenis, nomor)).status, nomor).toBe(422)
    }
    expect((await of('nik', '9901014101900001')).status).toBe(422)
    server.as(world.payer)
  })
})

describe('one code at the counter', () => {
  it('is made for the bills of one payer, printed, and seen by those who receive money there', async () => {
    const [a, b] = [await issue(71_000), await issue(72_000)]
    const stranger = await world.issue({ amount: 73_000 })
    server.as(world.treasurer)
    const page = (await server.get(at.deskBill(a.billId))).plain()
    expect(page).toContain('Rp72.000')
    expect(page).not.toContain('Rp73.000')
    const mixed = await server.post(at.makeDeskOrder(a.billId), { billIds: [stranger.billId] })
    expect(mixed.status).toBe(422)
    expect(mixed.plain()).toContain('hanya untuk satu pembayar')
    const made = (await server.post(at.makeDeskOrder(a.billId), { billIds: [b.billId] })).location as string
    expect((await server.get(made)).plain()).toContain('Rp143.000')
    expect((await server.get(`${made}/cetak.pdf`)).headers['content-type']).toBe('application/pdf')
    server.as(world.approver)
    expect((await server.get(made)).status).toBe(403)
    server.as(world.payer)
  })
})
