import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anonymous } from '#kernel/access/access.ts'
import { FixedClock } from '#kernel/clock/clock.ts'
import { provide } from '#kernel/define/extension-point.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { type TestServer, testServer } from '#kernel/testing/server.ts'
import { administrator } from '#modules/organization/testing.ts'
import { ruleUsages } from '../extensions.ts'
import { rules } from '../module.ts'
import { regulationOf } from '../queries/law.ts'

let place: TestTenant
let server: TestServer
const key = 'tes.sewa-kios'

beforeAll(async () => {
  place = await testTenant()
  const { writePool } = place.tenant.pools
  await writePool.query(
    `insert into rules.rule (key, value, unit, title_id, title_en, citation, status, valid_from, valid_to) values
     ($1, '400', 'rupiah-per-m2-day', 'Sewa kios pasar', 'Market stall rent', 'Perda 2/2019 pasal 8', 'verified', '2019-01-01', '2025-12-31'),
     ($1, '500', 'rupiah-per-m2-day', 'Sewa kios pasar', 'Market stall rent', 'Perda 5/2025 pasal 9', 'disputed', '2026-01-01', null)`,
    [key],
  )
  await writePool.query(
    `insert into rules.holiday (day, kind, name_id, name_en, citation, status) values
     ('2026-12-25', 'national', 'Hari Natal', 'Christmas', 'SKB Tiga Menteri 1497/2025', 'verified') on conflict do nothing`,
  )
  await writePool.query(
    `insert into rules.opening_hours (weekday, opens, closes, citation, valid_from)
     select n, '08:00', '16:00', 'Perpres 21/2023', '2023-04-12' from generate_series(1, 5) n on conflict do nothing`,
  )
  provide(ruleUsages, 'test', async () => [
    { key, title: { id: 'Izin pemakaian kios', en: 'Stall permit' }, href: '/layanan/kios' },
  ]).install()
  server = await testServer({ ...place, modules: [rules], clock: new FixedClock('2026-11-20T02:00:00Z') })
})
afterAll(async () => {
  await server.close()
  await place.close()
})

describe('the law', () => {
  it('is listed as it holds today, and as it held on another day', async () => {
    const today = (await server.get('/hukum?q=sewa+kios')).plain()
    expect(today).toContain('Rp500 per meter persegi dan hari')
    expect(today).not.toContain('Rp400')
    const then = await server.get('/hukum?q=sewa&tanggal=1-6-2024')
    expect(then.plain()).toContain('Rp400 per meter persegi dan hari')
    expect((await server.get('/hukum?q=sewa&tanggal=2024-06-01')).plain()).toContain('Rp400')
  })

  it('is filtered by state and regulation, and says so when nothing fits', async () => {
    expect((await server.get('/hukum?keadaan=disputed')).plain()).toContain('Sewa kios pasar')
    expect((await server.get('/hukum?keadaan=verified&q=sewa')).plain()).toContain('Tidak ada aturan yang cocok')
    expect((await server.get('/hukum?peraturan=Perda+5%2F2025')).plain()).toContain('Sewa kios pasar')
    expect(regulationOf('UU 23/2006 pasal 27 sebagaimana diubah UU 24/2013')).toBe('UU 23/2006')
    expect(regulationOf('Standar pelayanan DPUPR (rekaan), di dalam PP')).toBe('Standar pelayanan DPUPR')
  })

  it('has a page for each rule with its history and the services that use it', async () => {
    const text = (await server.get(`/hukum/${key}`)).plain()
    for (const words of [
      'Rp400',
      '1 Januari 2019 sampai 31 Desember 2025',
      'Perda 5/2025 pasal 9',
      'Izin pemakaian kios',
    ])
      expect(text).toContain(words)
    expect((await server.get('/hukum/tidak.ada')).status).toBe(404)
    const english = await server.get(`/hukum/${key}`, { headers: { cookie: 'bahasa=en' } })
    expect(english.plain()).toContain('Market stall rent')
  })

  it('prints a table of rates as the law does', async () => {
    await place.tenant.pools.writePool.query(
      `insert into rules.rule (key, value, unit, title_id, title_en, citation, status, valid_from) values
       ('tes.tarif', '[{"upTo":5400000,"rate":"0"},{"upTo":5650000,"rate":"0.0025"},{"rate":"0.34"}]', 'table', 'Tarif', 'Rates', 'PP 58/2023', 'unverified', '2024-01-01')`,
    )
    const text = (await server.get('/hukum/tes.tarif')).plain()
    expect(text).toContain('di atas Rp5.400.000 sampai dengan Rp5.650.000')
    expect(text).toContain('0,25%')
    expect(text).toContain('di atas Rp5.650.000')
    expect(text).toContain('34%')
  })

  it('is there for machines', async () => {
    const now = (await server.get(`/api/v1/rules?key=${key}`)).json()
    expect(now).toMatchObject({
      on: '2026-11-20',
      rules: [{ value: 500, status: 'disputed', validFrom: '2026-01-01' }],
    })
    expect((await server.get(`/api/v1/rules?key=${key}&history=yes`)).json()).toMatchObject({
      rules: [{ value: 500 }, { value: 400 }],
    })
    expect((await server.get('/api/v1/holidays?year=2026')).json()).toMatchObject({ year: 2026 })
  })
})

describe('the calendar', () => {
  it('shows a year and comes along as a file that calendars read', async () => {
    expect((await server.get('/kalender')).plain()).toContain('Hari Natal')
    const file = await server.get('/kalender.ics?tahun=2026')
    expect(file.headers['content-type']).toContain('text/calendar')
    expect(file.text).toContain('DTSTART;VALUE=DATE:20261225\r\nDTEND;VALUE=DATE:20261226\r\nSUMMARY:')
    for (const line of file.text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  })
})

describe('administration', () => {
  const editor = administrator(['rules.edit'])
  const holiday = {
    'day-day': '30',
    'day-month': '2',
    'day-year': '2027',
    nameId: 'Hari Pasar',
    nameEn: '',
    citation: 'Kep',
  }

  it('is for those who hold the permission', async () => {
    expect((await server.get('/admin/aturan', { as: anonymous })).location).toContain('/masuk')
    expect((await server.get('/admin/aturan', { as: administrator(['services.queue']) })).status).toBe(403)
    expect((await server.get('/admin/aturan', { as: editor })).plain()).toContain('Sewa kios pasar')
  })

  it('refuses a holiday with 422, errors at the fields and everything that was typed', async () => {
    const refused = await server.post('/admin/aturan/hari-libur', holiday, { as: editor })
    expect(refused.status).toBe(422)
    expect(refused.plain()).toContain('Tulis tanggal yang lengkap')
    expect(refused.text).toContain('id="f-citation-error"')
    expect(refused.fields()).toMatchObject({ 'day-day': '30', 'day-month': '2', nameId: 'Hari Pasar', citation: 'Kep' })
  })

  it('adds a holiday, a row, and what a colleague found', async () => {
    server.as(editor)
    const whole = { ...holiday, 'day-day': '26', nameEn: 'Market day', citation: 'Keputusan Bupati 3/2027' }
    expect((await server.post('/admin/aturan/hari-libur', whole)).location).toBe('/admin/aturan')
    expect((await server.get('/admin/aturan')).plain()).toContain('26 Februari 2027 sudah ditambahkan')
    const row = {
      value: 'lima',
      citation: 'Perda 9/2026 pasal 2',
      'validFrom-day': '1',
      'validFrom-month': '1',
      'validFrom-year': '2027',
    }
    const refused = await server.post(`/admin/aturan/baris/${key}`, row)
    expect([refused.status, refused.fields()['value']]).toEqual([422, 'lima'])
    expect((await server.post(`/admin/aturan/baris/${key}`, { ...row, value: '600' })).location).toBe(`/hukum/${key}`)
    const shown = await server.get(`/hukum/${key}`)
    expect(shown.plain()).toContain('Mulai 1 Januari 2027: Rp600 per meter persegi dan hari')
    const path = /\/admin\/aturan\/periksa\/[0-9a-f-]{36}/.exec(shown.text)?.[0] as string
    const note = { status: 'disputed', note: 'Lembaran Daerah 2026 nomor 9 menyebut 650' }
    expect((await server.post(path, { status: '', note: 'x' })).status).toBe(422)
    expect((await server.post(path, note)).location).toBe(`/hukum/${key}`)
    expect((await server.get(`/hukum/${key}`)).plain()).toContain('Lembaran Daerah 2026 nomor 9 menyebut 650')
  })
})
