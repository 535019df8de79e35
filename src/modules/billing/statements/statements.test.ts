import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { type TestServer, testServer } from '#kernel/testing/server.ts'
import { seedRules } from '#modules/rules/index.ts'
import { takePayment } from '../commands/pay-bill.ts'
import { billing } from '../module.ts'
import { brokenLaws } from '../money-laws.ts'
import { billingPaths as at } from '../paths.ts'
import { type BillingWorld, billingJob, billingWorld } from '../testing.ts'
import { bookStatementJob } from './book.ts'

let place: TestTenant
let owner: pg.Client
let world: BillingWorld
let server: TestServer
beforeAll(async () => {
  place = await testTenant()
  owner = new pg.Client({ connectionString: place.ownerUrl })
  await owner.connect()
  await seedRules(owner)
  world = await billingWorld(place.tenant)
  server = await testServer({ ...place, modules: [billing], clock: world.clock })
  server.as(world.treasurer)
  expect((await server.post(at.newStatementSource, sourceForm)).status).toBe(303)
})
afterAll(async () => {
  await server.close()
  await owner.end()
  await place.close()
})

const sourceForm = {
  id: 'bpd-csv',
  name: 'Laporan BPD',
  side: 'channel',
  channel: 'bpd',
  format: 'csv',
  separator: 'auto',
  headLines: '1',
  dayOrder: 'dmy',
  decimal: ',',
  creditMark: '',
  'column-day': 'Tanggal',
  'column-amount': 'Jumlah',
  'column-reference': 'Ref',
  'column-number': 'VA',
}
const rows = async (text: string, values: unknown[] = []) => (await owner.query(text, values)).rows
const fileOf = (...lines: string[]) => ['Tanggal;Ref;VA;Jumlah', ...lines].join('\r\n')

async function upload(text: string, source = 'bpd-csv', name = 'laporan.csv') {
  const files = [{ field: 'file', name, type: 'text/csv', bytes: Buffer.from(text) }]
  return server.post(at.statements, { source }, { files })
}
async function book(text: string) {
  const id = (await upload(text)).location?.split('/').at(-1) as string
  expect((await server.post(at.statement(id), { keputusan: 'bukukan' })).status).toBe(303)
  await bookStatementJob({ statementId: id }, billingJob(place, world))
  return id
}
const statesOf = async (id: string) =>
  (await rows('select line, state from billing.statement_row where statement_id = $1 order by line', [id])).map(
    (row) => `${row.line} ${row.state}`,
  )

describe('a file of a bank', () => {
  it('is looked at first, then booked: on bills, in suspense, or known from a notification', async () => {
    const [a, b] = [await world.issue(), await world.issue()]
    const told = { channel: 'bpd', reference: 'R2', number: b.number, amount: '150000.00' }
    await takePayment(world.run, { ...told, paidAt: world.clock.now().toString() }, {})
    const text = fileOf(
      `22/11/2026;R1;88810${a.number};150.000`,
      `22/11/2026;R2;88810${b.number};150.000`,
      '22/11/2026;R3;tanpa nomor;75.000',
      '22/11/2026;R4;x;tujuh',
    )
    const id = (await upload(text)).location?.split('/').at(-1) as string
    const seen = (await server.get(at.statement(id))).plain()
    expect(seen).toContain('Rp375.000')
    expect(seen).toContain('1 baris sudah kami kenal')
    expect(seen).toContain('1 baris tidak memuat kode bayar')
    expect(seen).toContain('jumlah tidak terbaca')
    expect(await rows("select 1 from billing.payment where reference = 'R1'")).toEqual([])
    await server.post(at.statement(id), { keputusan: 'bukukan' })
    await bookStatementJob({ statementId: id }, billingJob(place, world))
    expect(await statesOf(id)).toEqual(['2 booked', '3 known', '4 suspended', '5 broken'])
    expect(await rows('select state from billing.bill where id = $1', [a.billId])).toEqual([{ state: 'paid' }])
    expect((await server.get(at.statement(id))).plain()).toContain('Dibukukan')
    expect(await brokenLaws(place.tenant.pools.read)).toEqual([])
  })

  it('counts once: the same file, another file with the same row, a notification after it', async () => {
    const bill = await world.issue()
    const line = `22/11/2026;S1;${bill.number};150.000`
    const id = await book(fileOf(line))
    const again = await upload(fileOf(line))
    expect(again.location).toBe(at.statement(id))
    const other = await book(fileOf(line, '22/11/2026;S2;-;1.000'))
    expect(await statesOf(other)).toEqual(['2 known', '3 suspended'])
    const told = { channel: 'bpd', reference: 'S1', number: bill.number, amount: '150000.00' }
    expect(await takePayment(world.run, { ...told, paidAt: world.clock.now().toString() }, {})).toBe('known')
    expect(await rows("select count(*)::int as n from billing.payment where reference = 'S1'")).toEqual([{ n: 1 }])
  })

  it('that was put away can be uploaded again, and is not booked meanwhile', async () => {
    const text = fileOf('22/11/2026;T1;-;1.000')
    const id = (await upload(text)).location?.split('/').at(-1) as string
    await server.post(at.statement(id), { keputusan: 'sisihkan' })
    await bookStatementJob({ statementId: id }, billingJob(place, world))
    expect(await rows("select 1 from billing.payment where reference = 'T1'")).toEqual([])
    expect((await server.post(at.statement(id), { keputusan: 'bukukan' })).status).toBe(409)
    expect((await upload(text)).location).not.toBe(at.statement(id))
  })

  it.each([
    ['PK\u0003\u0004zip', 'bpd-csv', 'buku kerja Excel'],
    ['', 'bpd-csv', 'kosong'],
    ['lain;judul\n1;2', 'bpd-csv', 'Kolom tanggal atau jumlah tidak ditemukan'],
    [fileOf('22/11/2026;T9;-;1'), 'tidak-ada', 'Pilih jenis berkas'],
    ['x'.repeat(5 * 1024 * 1024 + 10), 'bpd-csv', 'lebih besar dari 5 MB'],
  ])('of another kind is refused with a sentence at its field', async (text, source, said) => {
    const answer = await upload(text, source)
    expect(answer.status).toBe(422)
    expect(answer.plain()).toContain(said)
  })

  it('is for those who reconcile only', async () => {
    server.as(world.approver)
    expect((await server.get(at.statements)).status).toBe(403)
    expect((await upload(fileOf('22/11/2026;U1;-;1.000'))).status).toBe(403)
    server.as(world.treasurer)
  })

  it('booking that is killed again and again goes on where it stopped, and nothing counts twice', async () => {
    const lines = Array.from({ length: 400 }, (_, n) => `22/11/2026;K${n};-;${1000 + n}`)
    const id = (await upload(fileOf(...lines))).location?.split('/').at(-1) as string
    await server.post(at.statement(id), { keputusan: 'bukukan' })
    let isOver = false
    let kills = 0
    const killer = (async () => {
      while (!isOver && kills < 6) {
        await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 100))
        const { rowCount } = await owner.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()
           and pid <> pg_backend_pid() and state like '%transaction%' limit 1`,
        )
        kills += rowCount ?? 0
      }
    })()
    for (let tries = 0; tries < 80; tries += 1) {
      await bookStatementJob({ statementId: id }, billingJob(place, world)).catch(() => {})
      const [row] = await rows('select state from billing.statement where id = $1', [id])
      if (row.state === 'booked') break
    }
    isOver = true
    await killer
    expect(kills).toBeGreaterThan(0)
    expect(
      await rows("select count(*)::int as n, sum(amount)::int as total from billing.payment where reference ~ '^K'"),
    ).toEqual([{ n: 400, total: 400 * 1000 + (399 * 400) / 2 }])
    expect(new Set((await statesOf(id)).map((each) => each.split(' ')[1]))).toEqual(new Set(['suspended']))
    expect(await brokenLaws(place.tenant.pools.read)).toEqual([])
  })
})

describe('a kind of file', () => {
  it('says at its field what is missing, and keeps what was typed', async () => {
    const answer = await server.post(at.newStatementSource, {
      ...sourceForm,
      id: 'baru',
      'column-day': '',
      name: 'Bank B',
    })
    expect(answer.status).toBe(422)
    expect(answer.plain()).toContain('Sebutkan kolom tanggal')
    expect(answer.text).toContain('value="Bank B"')
    const wrong = await server.post(at.newStatementSource, { ...sourceForm, id: 'B B', headLines: 'x' })
    expect(wrong.plain()).toContain('Tulis kode dengan huruf kecil')
    expect(wrong.plain()).toContain('angka 0 sampai 30')
    const places = await server.post(at.newStatementSource, { ...sourceForm, id: 'lebar', format: 'fixed' })
    expect(places.plain()).toContain('misalnya 1-8')
  })

  it('of a treasury account keeps its rows to be compared; they pay nothing', async () => {
    const form = {
      ...sourceForm,
      id: 'rkud',
      name: 'RKUD',
      side: 'treasury',
      channel: '',
      format: 'mt940',
      settles: ['bpd'],
    }
    expect((await server.post(at.newStatementSource, form)).status).toBe(303)
    const bill = await world.issue()
    const text = `:20:S1\n:60F:C261121IDR0,00\n:61:261122C150000,NTRFNONREF//Q1\n:86:${bill.number}\n:62F:C261122IDR150000,00`
    const id = (await upload(text, 'rkud', 'rkud.sta')).location?.split('/').at(-1) as string
    await server.post(at.statement(id), { keputusan: 'bukukan' })
    await bookStatementJob({ statementId: id }, billingJob(place, world))
    expect(await statesOf(id)).toEqual(['3 listed'])
    expect(await rows('select state from billing.bill where id = $1', [bill.billId])).toEqual([{ state: 'issued' }])
    expect(await rows("select source, number from billing.reported where reference = 'Q1'")).toEqual([
      { source: 'rkud', number: bill.number },
    ])
  })
})
