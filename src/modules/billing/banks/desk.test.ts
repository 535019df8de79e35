import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { type TestServer, testServer } from '#kernel/testing/server.ts'
import { takePayment } from '../commands/pay-bill.ts'
import { billing } from '../module.ts'
import { billingPaths as at } from '../paths.ts'
import { type BillingWorld, billingWorld } from '../testing.ts'

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

const pem = (modulusLength: number) =>
  generateKeyPairSync('rsa', {
    modulusLength,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).publicKey
const form = () => ({
  id: 'bpd-arunika',
  clientKey: 'BPD-ARUNIKA-01',
  name: 'BPD Arunika',
  partnerId: 'ARUNIKA',
  partnerServiceId: '88899',
  publicKey: pem(2048),
  addresses: '10.1.2.3\n10.1.2.4',
  baseUrl: '',
  ourClientKey: '',
  ourSecret: '',
  merchantId: '',
})

describe('the desk of banks', () => {
  it('connects a bank, tells its secret once and never again', async () => {
    server.as(world.administrator)
    expect((await server.get(at.banks)).plain()).toContain('Belum ada bank yang terhubung')
    const made = await server.post(at.newBank, form())
    expect([made.status, made.plain().includes('Salin sekarang')]).toEqual([200, true])
    const shown = await server.get(at.bank('bpd-arunika'))
    expect(shown.plain()).not.toContain('Salin sekarang')
    expect(shown.plain()).toContain('BEGIN PUBLIC KEY')
    expect(shown.text).not.toContain('PRIVATE KEY')
    expect((await server.get(at.banks)).plain()).toContain('BPD Arunika')
    const { rows } = await place.tenant.pools.readPool.query(
      "select payload::text from journal.event where name like 'billing.bank-%'",
    )
    expect(rows.every((row) => !/secret/i.test(row.payload))).toBe(true)
  })

  it('explains what is wrong at its field and keeps what was typed', async () => {
    server.as(world.administrator)
    const wrong = { ...form(), id: 'BPD 2', publicKey: pem(1024), addresses: 'bank.example', partnerServiceId: 'abc' }
    const answer = await server.post(at.newBank, wrong)
    expect(answer.status).toBe(422)
    for (const words of ['Ini bukan kunci publik RSA', 'Tulis alamat IP saja', 'Tulis satu sampai delapan angka'])
      expect(answer.plain()).toContain(words)
    expect(answer.fields()).toMatchObject({ id: 'BPD 2', partnerServiceId: 'abc' })
    const taken = await server.post(at.newBank, { ...form(), id: 'bank-lain' })
    expect(taken.plain()).toContain('Sudah dipakai bank lain')
  })

  it('changes, closes and gives a new secret', async () => {
    server.as(world.administrator)
    const { id, clientKey: _key, ...facts } = form()
    await server.post(at.bank(id), { ...facts, name: 'BPD Arunika Raya', isOpen: 'tidak' })
    expect((await server.get(at.banks)).plain()).toContain('BPD Arunika Raya 88899 Ditutup')
    expect((await server.post(at.rotateBank(id))).plain()).toContain('Salin sekarang')
  })

  it('is for those who keep banks only', async () => {
    for (const path of [at.banks, at.newBank, at.beneficiaries, at.journal, `${at.journal}.csv`]) {
      expect((await server.get(path, { as: world.treasurer })).status, path).toBe(403)
    }
    const { elevatedUntil: _until, ...plain } = world.administrator
    expect((await server.post(at.rotateBank('bpd-arunika'), {}, { as: plain })).status).not.toBe(200)
  })
})

describe('beneficiaries', () => {
  it('are entered and corrected with their account', async () => {
    server.as(world.administrator)
    const province = { id: 'provinsi-uji', kind: 'province', name: 'Provinsi Uji', bank: 'Bank Provinsi' }
    const wrong = await server.post(at.beneficiaries, { ...province, accountNumber: '12' })
    expect([wrong.status, wrong.plain().includes('6 sampai 20 angka')]).toEqual([422, true])
    await server.post(at.beneficiaries, { ...province, accountNumber: '123 456 7890' })
    expect((await server.get(at.beneficiaries)).plain()).toContain('Bank Provinsi 1234567890')
  })
})

describe('the journal', () => {
  it('shows a day on two sides, and as a file', async () => {
    const bill = await world.issue()
    const paidAt = world.clock.now().toString()
    await takePayment(
      world.run,
      { channel: 'bank', reference: 'J1', number: bill.number, amount: '150000.00', paidAt },
      {},
    )
    server.as(world.administrator)
    const text = (await server.get(at.journal)).plain()
    expect(text).toContain('cash:bank Rp150.000')
    expect(text).toContain('revenue:4.1.02.01 Rp149.000')
    expect(text).toContain('Jumlah Rp150.000 Rp150.000')
    expect((await server.get(`${at.journal}.csv`)).text).toContain('J1,cash:bank,150000.00')
    expect((await server.get(`${at.journal}?hari=2026-01-01`)).plain()).toContain('Tidak ada catatan')
  })
})
