import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accounts } from '../module.ts'
import { Browser, type TestPerson, type TestRegion, testApp, testRegion } from '../testing-region.ts'

let region: TestRegion
let app: FastifyInstance

beforeAll(async () => {
  region = await testRegion()
  app = await testApp(region, [accounts])
})
afterAll(async () => {
  await app.close()
  await region.close()
})

let visitors = 0
async function visitor(): Promise<Browser> {
  visitors += 1
  const browser = new Browser(app, `10.2.0.${visitors}`)
  await browser.get('/daftar')
  return browser
}

const identity = (person: TestPerson, more: Record<string, string> = {}) => ({
  nik: person.nik,
  kkNumber: region.kkNumber,
  'birthOn-day': String(Number(person.birthOn.slice(8))),
  'birthOn-month': String(Number(person.birthOn.slice(5, 7))),
  'birthOn-year': person.birthOn.slice(0, 4),
  ...more,
})

const password = 'tiga ekor kambing hijau'

describe('sign-up', () => {
  it('opens an account for somebody whom the register confirms, and signs him in', async () => {
    const browser = await visitor()
    const first = await browser.post('/daftar', identity(region.citizen, { lanjut: '/layanan/akta' }))
    expect(first.headers.location).toBe('/daftar/akun')
    const page = await browser.get('/daftar/akun')
    expect(page.body).toContain(region.citizen.name)
    const done = await browser.post('/daftar/akun', {
      phone: '0812 3456 7890',
      email: 'sekar@contoh.example',
      password,
      passwordAgain: password,
    })
    expect(done.headers.location).toBe('/layanan/akta')
    expect((await browser.get('/masuk')).headers.location).toBe('/akun')
    const { rows } = await sql<{ phone: string; text: string }>`
      select a.phone, (select string_agg(to_jsonb(x)::text, '') from accounts.auth_user x) as text
      from accounts.account a`.execute(region.tenant.pools.read)
    expect(rows[0]?.phone).toBe('+6281234567890')
    expect(rows[0]?.text).toMatch(/@nik\.invalid/)
    expect(rows[0]?.text).not.toContain(region.citizen.nik)
    const events = await sql<{ name: string; payload: unknown }>`
      select name, payload from journal.event order by at, id`.execute(region.tenant.pools.read)
    expect(events.rows.map(({ name }) => name)).toEqual(['accounts.account-opened.v1', 'accounts.signed-in.v1'])
    expect(JSON.stringify(events.rows)).not.toContain(region.citizen.nik)
  })

  it('gives the same sentence whichever part does not fit', async () => {
    const wrong: Record<string, string>[] = [
      { nik: '9901020101010009' },
      { kkNumber: '9901020101010009' },
      { 'birthOn-day': '7' },
    ]
    const pages: LightMyRequestResponse[] = []
    for (const more of wrong) pages.push(await (await visitor()).post('/daftar', identity(region.spouse, more)))
    for (const page of pages) {
      expect(page.statusCode).toBe(422)
      expect(page.body).toContain('Data ini tidak cocok dengan register penduduk')
      expect(page.body).not.toContain('Kesalahan pada')
    }
  })

  it('says that an account exists only to somebody who knows everything', async () => {
    const known = await (await visitor()).post('/daftar', identity(region.citizen))
    expect(known.body).toContain('Akun Anda sudah ada')
    const guessed = await (await visitor()).post('/daftar', identity(region.citizen, { 'birthOn-day': '1' }))
    expect(guessed.body).not.toContain('Akun Anda sudah ada')
  })

  it('tells everything that is wrong at once and keeps what was typed', async () => {
    const page = await (await visitor()).post('/daftar', {
      nik: '123',
      kkNumber: region.kkNumber,
      'birthOn-day': '31',
      'birthOn-month': '2',
      'birthOn-year': '1984',
    })
    expect(page.statusCode).toBe(422)
    expect(page.body).toContain('NIK terdiri dari 16 angka.')
    expect(page.body).toContain('Tulis tanggal lahir Anda lengkap')
    expect(page.body).toMatch(/value="123"/)
    expect(page.body).toMatch(/value="1984"/)
  })

  it('refuses passwords that are short, common, personal or typed differently', async () => {
    const browser = await visitor()
    await browser.post('/daftar', identity(region.spouse))
    const send = (one: string, two = one) => browser.post('/daftar/akun', { password: one, passwordAgain: two })
    expect((await send('pendek')).body).toContain('paling sedikit 10')
    expect((await send('Password123!')).body).toContain('terlalu mudah ditebak')
    expect((await send('bagas-wicaksono')).body).toContain('Jangan memakai nama')
    expect((await send(`x${region.spouse.nik}`)).body).toContain('Jangan memakai nama')
    expect((await send('tiga ekor kambing', 'tiga ekor kucing')).body).toContain('Kedua kata sandi tidak sama')
    const page = await browser.post('/daftar/akun', {
      phone: '12',
      email: 'bukan surel',
      password,
      passwordAgain: password,
    })
    expect(page.statusCode).toBe(422)
    expect(page.body).toContain('Nomor ponsel ini tidak lengkap')
    expect(page.body).toMatch(/value="bukan surel"/)
    expect(page.body).not.toContain(password)
  })

  it('stops guessing at one NIK', async () => {
    const nik = '9901020101010001'
    const answers: number[] = []
    for (let i = 0; i < 8; i += 1) {
      answers.push((await (await visitor()).post('/daftar', identity(region.spouse, { nik }))).statusCode)
    }
    expect(answers).toEqual([422, 422, 422, 422, 422, 422, 429, 429])
  })

  it('begins again when the second page is opened without the first', async () => {
    expect((await (await visitor()).get('/daftar/akun')).headers.location).toBe('/daftar')
  })
})
