import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { type TestServer, testServer } from '#kernel/testing/server.ts'
import { seedRules } from '#modules/rules/index.ts'
import { takePayment } from '../commands/pay-bill.ts'
import { billing } from '../module.ts'
import { brokenLaws } from '../money-laws.ts'
import { billingPaths as at } from '../paths.ts'
import { bookStatementJob } from '../statements/book.ts'
import { type BillingWorld, billingJob, billingWorld } from '../testing.ts'
import { type ChannelWord, reconcileDay } from './reconcile-day.ts'

let place: TestTenant
let owner: pg.Client
let world: BillingWorld
let server: TestServer
const rows = async (text: string, values: unknown[] = []) => (await owner.query(text, values)).rows

const source = {
  side: 'treasury',
  channel: '',
  format: 'csv',
  separator: ';',
  headLines: '1',
  dayOrder: 'dmy',
  decimal: ',',
  creditMark: '',
  'column-day': 'Tanggal',
  'column-amount': 'Jumlah',
  'column-reference': 'Ref',
  'column-description': 'Uraian',
}
beforeAll(async () => {
  place = await testTenant()
  owner = new pg.Client({ connectionString: place.ownerUrl })
  await owner.connect()
  await seedRules(owner)
  world = await billingWorld(place.tenant)
  server = await testServer({ ...place, modules: [billing], clock: world.clock })
  server.as(world.treasurer)
  await server.post(at.newStatementSource, {
    ...source,
    id: 'rkud',
    name: 'RKUD',
    settles: ['satu', 'borongan', 'kurang'],
  })
  const fees = { ...source, side: 'channel', channel: 'borongan', 'column-fee': 'Biaya' }
  await server.post(at.newStatementSource, { ...fees, id: 'borongan-csv', name: 'Laporan borongan' })
})
afterAll(async () => {
  await server.close()
  await owner.end()
  await place.close()
})

async function bring(id: string, ...lines: string[]) {
  const heading = id === 'rkud' ? 'Tanggal;Ref;Jumlah;Uraian' : 'Tanggal;Ref;Jumlah;Uraian;Biaya'
  const files = [{ field: 'file', name: 'a.csv', type: 'text/csv', bytes: Buffer.from([heading, ...lines].join('\n')) }]
  const kept = (await server.post(at.statements, { source: id }, { files })).location?.split('/').at(-1) as string
  await server.post(at.statement(kept), { keputusan: 'bukukan' })
  await bookStatementJob({ statementId: kept }, billingJob(place, world))
}

let serial = 0
/** Money of a channel on a day, on a bill of its own. */
async function pay(channel: string, reference: string, amount = 150_000, day = '2026-11-20') {
  serial += 1
  const bill = await world.issue({ amount })
  const told = {
    channel,
    reference,
    number: bill.number,
    amount: `${amount}.00`,
    paidAt: `${day}T05:00:${String(serial % 60).padStart(2, '0')}Z`,
  }
  await takePayment(world.run, told, {})
  return { ...told, ...bill }
}
const compare = (words: ChannelWord[], day = '2026-11-20') => world.run(reconcileDay, { day, words })
const found = async (day = '2026-11-20') =>
  (
    await rows(
      'select kind, channel, reference, state from billing.difference where day = $1 order by kind, channel, reference',
      [day],
    )
  ).map((row) => `${row.kind} ${row.channel} ${row.reference} ${row.state}`)

describe('ledger, bank and treasury of a day', () => {
  it('agree where each payment is in all three; who said nothing is missing as a whole', async () => {
    const day = '2026-11-10'
    const told = await pay('satu', 'A1', 150_000, day)
    await pay('bisu', 'B1', 150_000, day)
    await bring('rkud', '11/11/2026;A1;150.000;setor')
    await compare([{ channel: 'satu', payments: [told] }], day)
    expect(await found(day)).toEqual([])
    expect(
      await rows(
        'select channel, ours_count, bank_count, treasury_count from billing.reconciliation where day = $1 order by channel',
        [day],
      ),
    ).toEqual([
      { channel: 'bisu', ours_count: 1, bank_count: null, treasury_count: null },
      { channel: 'satu', ours_count: 1, bank_count: 1, treasury_count: 1 },
    ])
  })

  it('differ in each of the ways that have a name, once each however often they are compared', async () => {
    const day = '2026-11-11'
    const [same, ours, sum, other] = [
      await pay('satu', 'C1', 100_000, day),
      await pay('satu', 'C2', 100_000, day),
      await pay('satu', 'C3', 100_000, day),
      await pay('satu', 'C4', 100_000, day),
    ]
    const payments = [
      same,
      { ...sum, amount: '90000.00' },
      { ...other, paidAt: '2026-11-12T05:00:00Z' },
      { ...same, reference: 'C5' },
    ]
    await bring(
      'rkud',
      '11/11/2026;C1;100.000;',
      '12/11/2026;C2;100.000;',
      '12/11/2026;C3;100.000;',
      '11/11/2026;Z9;5.000;bunga giro',
    )
    for (const _again of [1, 2]) await compare([{ channel: 'satu', payments }], day)
    expect(await found(day)).toEqual([
      'amount satu C3 open',
      'not-in-treasury satu C4 open',
      'only-bank satu C5 open',
      'only-ours satu C2 open',
      'only-treasury rkud Z9 open',
      'other-day satu C4 open',
      'twice satu C5 open',
    ])
    expect(ours.number).not.toBe('')
    expect(
      await rows(
        'select count(*)::int as n from billing.difference_step s join billing.difference d on d.id = s.difference_id where d.day = $1',
        [day],
      ),
    ).toEqual([{ n: 7 }])
  })

  it('a sum of a whole day settles all its payments; told fees are no difference, untold ones are', async () => {
    const day = '2026-11-12'
    const [a, b] = [await pay('borongan', 'D1', 100_000, day), await pay('borongan', 'D2', 200_000, day)]
    await pay('kurang', 'E1', 100_000, day)
    await bring('borongan-csv', `12/11/2026;D1;100.000;${a.number};1.000`, `12/11/2026;D2;200.000;${b.number};2.000`)
    await bring('rkud', '13/11/2026;S1;297.000;setoran borongan', '13/11/2026;S2;98.000;setoran kurang')
    await compare([], day)
    expect(await found(day)).toEqual(['less kurang S2 open'])
    expect(
      await rows(
        "select treasury_count, fee_amount from billing.reconciliation where day = $1 and channel = 'borongan'",
        [day],
      ),
    ).toEqual([{ treasury_count: 2, fee_amount: '3000.00' }])
  })

  it('money that has not reached the treasury is missing only after its days, as one sum when it comes in one', async () => {
    const day = '2026-11-21'
    await pay('borongan', 'F1', 100_000, day)
    await compare([], day)
    expect(await found(day)).toEqual([])
    world.clock.set('2026-11-25T02:00:00Z')
    await pay('borongan', 'F2', 50_000, day)
    await compare([], day)
    expect(await found(day)).toEqual(['not-in-treasury borongan setoran 2026-11-21 open'])
    await bring('rkud', '24/11/2026;S3;150.000;setoran')
    await compare([], day)
    expect(await found(day)).toEqual(['not-in-treasury borongan setoran 2026-11-21 settled'])
    world.clock.set('2026-11-23T02:00:00Z')
  })

  it('the day itself is refused until it is over', async () => {
    await expect(compare([], '2026-11-23')).rejects.toMatchObject({ code: 'wrong-state' })
  })
})

describe('a difference', () => {
  const idOf = async (reference: string, kind: string) =>
    (await rows('select id from billing.difference where reference = $1 and kind = $2', [reference, kind]))[0]
      .id as string

  it('is taken, asked about, explained with a reason and opened again; all of it stays readable', async () => {
    const id = await idOf('C2', 'only-ours')
    const act = (tindakan: string, note = '') => server.post(at.difference(id), { tindakan, note })
    expect((await act('take')).status).toBe(303)
    const short = await act('explain', 'ya')
    expect(short.status).toBe(422)
    expect(short.plain()).toContain('paling sedikit sepuluh huruf')
    await act('ask', 'Surat ke bank nomor 12')
    await act('explain', 'Bank mengirim ulang laporan besok')
    expect((await act('explain', 'Sekali lagi dijelaskan')).status).toBe(409)
    await act('reopen', 'Laporan susulan tidak datang')
    const seen = (await server.get(at.difference(id))).plain()
    for (const text of ['Ditangani', 'Surat ke bank nomor 12', 'Bank mengirim ulang', 'Dibuka lagi', 'Dewi Lestari'])
      expect(seen).toContain(text)
  })

  it('that was explained stays explained when the day is compared again', async () => {
    const id = await idOf('C3', 'amount')
    await server.post(at.difference(id), { tindakan: 'explain', note: 'Salah ketik di laporan bank' })
    await compare([], '2026-11-11')
    expect(await rows('select state from billing.difference where id = $1', [id])).toEqual([{ state: 'explained' }])
  })

  it('of money that only the treasury knows is booked on a bill or into suspense, once', async () => {
    const bill = await world.issue({ amount: 5000 })
    const id = await idOf('Z9', 'only-treasury')
    const wrong = await server.post(at.difference(id), {
      tindakan: 'book',
      number: '123',
      note: 'Pembayaran langsung ke kas',
    })
    expect(wrong.status).toBe(422)
    expect(
      (
        await server.post(at.difference(id), {
          tindakan: 'book',
          number: bill.number,
          note: 'Pembayaran langsung ke kas',
        })
      ).status,
    ).toBe(303)
    expect(
      (
        await server.post(at.difference(id), {
          tindakan: 'book',
          number: bill.number,
          note: 'Pembayaran langsung ke kas',
        })
      ).status,
    ).toBe(409)
    expect(await rows('select state from billing.bill where id = $1', [bill.billId])).toEqual([{ state: 'paid' }])
    await compare([], '2026-11-11')
    expect((await found('2026-11-11')).find((row) => row.includes('Z9'))).toBe('only-treasury rkud Z9 settled')
    expect(await brokenLaws(place.tenant.pools.read)).toEqual([])
  })

  it('is seen in the list by its owner, its kind and its words, and by nobody without the right', async () => {
    expect((await server.get(`${at.differences}?macam=twice`)).plain()).toContain('C5')
    expect((await server.get(`${at.differences}?q=C5&macam=less`)).plain()).toContain('Tidak ada yang cocok')
    expect((await server.get(`${at.differences}?milik=saya`)).plain()).toContain('C2')
    expect((await server.get(`${at.differences}.csv?keadaan=all`)).text).toContain('Salah ketik')
    expect((await server.get(`${at.reconciliation}?hari=2026-11-11`)).plain()).toContain('Hanya di buku kita')
    server.as(world.approver)
    expect((await server.get(at.differences)).status).toBe(403)
    expect((await server.post(at.reconciliation, { hari: '2026-11-11' })).status).toBe(403)
    server.as(world.treasurer)
  })
})
