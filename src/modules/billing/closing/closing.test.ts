import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { type TestServer, testServer } from '#kernel/testing/server.ts'
import { seedRules } from '#modules/rules/index.ts'
import { takePayment } from '../commands/pay-bill.ts'
import { billing } from '../module.ts'
import { brokenLaws } from '../money-laws.ts'
import { billingPaths as at } from '../paths.ts'
import { reconcileDay } from '../reconciliation/reconcile-day.ts'
import { type BillingWorld, billingWorld } from '../testing.ts'
import { checkChain } from './queries.ts'

let place: TestTenant
let owner: pg.Client
let world: BillingWorld
let server: TestServer
const rows = async (text: string, values: unknown[] = []) => (await owner.query(text, values)).rows
beforeAll(async () => {
  place = await testTenant()
  owner = new pg.Client({ connectionString: place.ownerUrl })
  await owner.connect()
  await seedRules(owner)
  world = await billingWorld(place.tenant)
  server = await testServer({ ...place, modules: [billing], clock: world.clock })
  server.as(world.treasurer)
})
afterAll(async () => {
  await server.close()
  await owner.end()
  await place.close()
})

async function payOn(moment: string, reference: string) {
  world.clock.set(moment)
  const bill = await world.issue({ isTax: true, days: 60 })
  const told = { channel: 'bpd', reference, number: bill.number, amount: '150000.00', paidAt: moment }
  await takePayment(world.run, told, {})
}
const prepare = (toOn: string) => server.post(at.closings, { toOn })
const idOf = (location: string | undefined) => location?.split('/').at(-1) as string
async function close(id: string, keputusan = 'tutup', note = '') {
  server.as(world.approver)
  const answer = await server.post(at.closing(id), { keputusan, note })
  server.as(world.treasurer)
  return answer
}

describe('closing the books', () => {
  it('needs days that are over, reconciled, and without old open differences', async () => {
    await payOn('2026-11-16T03:00:00Z', 'P1')
    world.clock.set('2026-11-23T02:00:00Z')
    expect((await prepare('2026-11-23')).plain()).toContain('harus sudah lewat')
    const early = await prepare('2026-11-16')
    expect(early.status).toBe(422)
    expect(early.plain()).toContain('Hari 2026-11-16 belum direkonsiliasi')
    await world.run(reconcileDay, { day: '2026-11-16', words: [{ channel: 'bpd', payments: [] }] })
    expect((await prepare('2026-11-16')).plain()).toContain('1 selisih terbuka yang lebih tua dari 5 hari')
    const [{ id }] = await rows('select id from billing.difference')
    await server.post(at.difference(id), { tindakan: 'explain', note: 'Bank mengirim laporan kosong' })
    expect((await prepare('2026-11-16')).status).toBe(303)
    expect((await prepare('2026-11-17')).plain()).toContain('menunggu keputusan')
  })

  it('takes a second officer; one who gives it back says why', async () => {
    const [{ id }] = await rows("select id from billing.day_close where state = 'prepared'")
    expect((await server.post(at.closing(id), { keputusan: 'tutup' })).status).toBe(403)
    expect((await close(id, 'kembalikan', 'tidak')).status).toBe(422)
    expect((await close(id, 'kembalikan', 'Tunggu setoran hari Senin')).status).toBe(303)
    const again = idOf((await prepare('2026-11-16')).location)
    const seen = (await server.get(at.closing(again))).plain()
    for (const text of ['Rp150.000', '4.1.02.01', 'Penutupan pertama', 'provinsi-uji']) expect(seen).toContain(text)
    expect((await close(again)).status).toBe(303)
    expect((await close(again)).status).toBe(409)
    expect((await server.get(at.closings)).plain()).toContain('Ditutup')
  })

  it('is for good: the database takes no entry of the day, no change of the closing', async () => {
    await expect(
      owner.query(
        "insert into billing.journal_entry select gen_random_uuid(), kind, payment_id, '2026-11-16', made_at, made_by from billing.journal_entry limit 1",
      ),
    ).rejects.toThrow('the books of 2026-11-16 are closed')
    await expect(owner.query("update billing.day_close set note = 'lain' where state = 'closed'")).rejects.toThrow(
      'stays as it is',
    )
    await expect(owner.query("delete from billing.day_close where state = 'closed'")).rejects.toThrow('stays as it is')
  })

  it('money that comes late, and money at a clock that lags, goes into the first open day', async () => {
    world.clock.set('2026-11-16T16:30:00Z')
    const bill = await world.issue()
    const told = {
      channel: 'bpd',
      reference: 'P2',
      number: bill.number,
      amount: '150000.00',
      paidAt: '2026-11-16T16:00:00Z',
    }
    expect(await takePayment(world.run, told, {})).toBe('paid')
    expect(
      await rows(
        "select entry_on::text from billing.journal_entry e join billing.payment y on y.id = e.payment_id where y.reference = 'P2'",
      ),
    ).toEqual([{ entry_on: '2026-11-17' }])
    expect(await brokenLaws(place.tenant.pools.read)).toEqual([])
  })

  it('several days may be closed at once; each closing holds the hash of the one before', async () => {
    await payOn('2026-11-18T03:00:00Z', 'P3')
    world.clock.set('2026-11-23T02:00:00Z')
    for (const day of ['2026-11-17', '2026-11-18']) await world.run(reconcileDay, { day, words: [] })
    const id = idOf((await prepare('2026-11-19')).location)
    await close(id)
    expect(await checkChain(place.tenant.pools.read)).toEqual({ right: 2, brokenAt: undefined })
    const chain = await rows(
      "select number, from_on::text, to_on::text, previous_hash is not null as linked from billing.day_close where state = 'closed' order by number",
    )
    expect(chain).toEqual([
      { number: 1, from_on: '2026-11-16', to_on: '2026-11-16', linked: false },
      { number: 2, from_on: '2026-11-17', to_on: '2026-11-19', linked: true },
    ])
    expect((await server.get(`${at.closings}?periksa=1`)).plain()).toContain('Rantai utuh: 2 penutupan')
    expect((await server.get(`${at.closings}.csv`)).text).toContain('150000.00')
  })

  it('a journal that somebody changed behind the program breaks the chain where it was changed', async () => {
    await owner.query('alter table billing.journal_line disable trigger unchanging')
    await owner.query(
      "update billing.journal_line set debit = debit + 1 where debit > 0 and entry_id = (select e.id from billing.journal_entry e join billing.payment y on y.id = e.payment_id where y.reference = 'P3' limit 1)",
    )
    await owner.query('alter table billing.journal_line enable trigger unchanging')
    expect(await checkChain(place.tenant.pools.read)).toEqual({ right: 1, brokenAt: 2 })
    expect((await server.get(`${at.closings}?periksa=1`)).plain()).toContain('Rantai putus pada penutupan nomor 2')
  })
})
