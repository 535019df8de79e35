import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FixedClock } from '#kernel/clock/clock.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { type TestServer, testServer } from '#kernel/testing/server.ts'
import { seedShippedRules } from '#modules/rules/testing.ts'
import { calculators } from '../calculators/index.ts'
import { tax } from '../module.ts'
import { taxPaths } from '../paths.ts'

let place: TestTenant
let server: TestServer

beforeAll(async () => {
  place = await testTenant()
  await seedShippedRules(place.ownerUrl)
  server = await testServer({ ...place, modules: [tax], clock: new FixedClock('2026-11-20T02:00:00Z') })
})
afterAll(async () => {
  await server.close()
  await place.close()
})

const monthly = taxPaths.calculator('pph21.monthly')

async function calculate(body: unknown) {
  const answer = await server.app.inject({
    method: 'POST',
    url: taxPaths.apiCalculate,
    headers: { host: 'localhost', accept: 'application/json', 'content-type': 'application/json' },
    payload: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const json = answer.json() as Record<string, unknown>
  const errors = (json['errors'] ?? []) as { path: string; detail: string }[]
  return { status: answer.statusCode, json, errors: errors.map((error) => `${error.path}: ${error.detail}`) }
}

describe('the pages', () => {
  it('list every calculation and find one by the words of people', async () => {
    const all = await server.get(taxPaths.all)
    for (const { title } of calculators) expect(all.plain()).toContain(title.id)
    const found = (await server.get(`${taxPaths.all}?q=gaji+bersih`)).plain()
    expect(found).toContain('PPh 21 dengan tunjangan pajak penuh')
    expect(found).toContain('1 perhitungan')
    expect((await server.get(`${taxPaths.all}?q=xyzzy`)).plain()).toContain('Tidak ada perhitungan yang cocok')
    expect((await server.get(`${taxPaths.all}?kelompok=business`)).plain()).toContain('1 perhitungan')
  })

  it.each(calculators.map(({ kind }) => [kind]))('%s is asked and says what is missing', async (kind) => {
    const empty = await server.get(taxPaths.calculator(kind))
    expect(empty.status).toBe(200)
    expect(empty.plain()).toContain('Hitung')
    const sent = await server.get(`${taxPaths.calculator(kind)}?hitung=1`)
    expect([200, 422]).toContain(sent.status)
  })

  it('show result, steps with their articles and the standing of the rows', async () => {
    const page = await server.get(`${monthly}?hitung=1&status=K%2F1&salary=10.000.000&premiums=Rp454.000`)
    expect(page.status).toBe(200)
    const text = page.plain()
    expect(text).toContain('Rp156.810')
    expect(text).toContain('Rp10.454.000 × 1,5%')
    expect(text).toContain('PP 58/2023 Lampiran B')
    expect(text).toContain('Perkiraan, belum dapat menjadi dasar ketetapan')
  })

  it('send an address without what was left empty', async () => {
    const sent = await server.get(`${monthly}?hitung=1&status=K%2F1&salary=1&irregular=&premiums=`)
    expect(sent.status).toBe(303)
    expect(sent.location).toBe(`${monthly}?hitung=1&status=K%2F1&salary=1`)
  })

  it.each([
    ['salary=-1', 'tidak boleh kurang dari nol'],
    ['salary=banyak', 'dengan angka, misalnya 1.250.000'],
    ['salary=1.000.000.000.000.001', 'paling banyak Rp1.000.000.000.000.000'],
    ['salary=1&date-day=30&date-month=2&date-year=2026', 'Tanggal itu tidak ada pada kalender'],
    ['salary=1&date-day=1&date-month=1&date-year=1990', '2016'],
    ['salary=1&matched=maybe', 'Pilih salah satu'],
  ])('refuse %s at its field and keep what was typed', async (query, sentence) => {
    const page = await server.get(`${monthly}?hitung=1&status=K%2F1&irregular=7.500&${query}`)
    expect(page.status).toBe(422)
    expect(page.plain()).toContain(sentence)
    expect(page.fields()['irregular']).toBe('7.500')
  })

  it('add and take away rows without scripts', async () => {
    const path = taxPaths.calculator('pph21.non-employee')
    const row = 'payments.row=0&payments%5B0%5D.gross=100'
    const added = await server.get(`${path}?hitung=1&${row}&add-row=payments`)
    expect(added.status).toBe(200)
    expect(added.fields()).toMatchObject({ 'payments[0].gross': '100', 'payments[1].gross': '' })
    const both = `${row}&payments.row=1&payments%5B1%5D.gross=200`
    const removed = await server.get(`${path}?hitung=1&${both}&remove-row=payments%3A0`)
    expect(removed.fields()).toMatchObject({ 'payments[0].gross': '200' })
    const wrong = await server.get(`${path}?hitung=1&${row}&payments.row=7&payments%5B7%5D.gross=-2`)
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('href="#f-payments-1-gross"')
  })

  it('give a sheet to print, and nothing without a result', async () => {
    const sheet = await server.get(`${taxPaths.sheet('land.transfer')}?hitung=1&gross=1.500.000.000`)
    expect(sheet.plain()).toContain('Rp37.500.000')
    expect(sheet.plain()).toContain('bukan ketetapan pajak')
    expect((await server.get(taxPaths.sheet('land.transfer'))).status).toBe(303)
    expect((await server.get(taxPaths.calculator('no.such'))).status).toBe(404)
  })
})

describe('the API', () => {
  it.each(calculators.map((calculator) => [calculator.kind, calculator] as const))(
    'answers the example of %s',
    async (kind, { example }) => {
      const { date, input, total } = example
      const { status, json, errors } = await calculate({ kind, date, region: '99.01', input })
      // The region is not there in an empty installation, and is told so.
      if (errors.some((error) => error.startsWith('region:'))) {
        const national = await calculate({ kind, date, region: '', input })
        if (national.status === 200) expect(national.json).toMatchObject({ kind, total })
        return
      }
      expect(status).toBe(200)
      expect(json).toMatchObject({ kind, date, total })
    },
  )

  it('tells rows, steps and whether it may be used officially', async () => {
    const question = { kind: 'land.transfer', date: '2026-06-30', input: { gross: 1_500_000_000 } }
    const { json } = await calculate(question)
    expect(json).toMatchObject({ total: 37_500_000, official: false })
    expect((json['trace'] as { rules: string[] }[])[0]?.rules).toEqual(['tax.land-transfer.rate'])
    const brief = await calculate({ ...question, trace: false })
    expect(brief.json['trace']).toBeUndefined()
    expect(brief.json['total']).toBe(37_500_000)
  })

  it('counts officially once a row was checked against the legal text', async () => {
    await place.tenant.pools.writePool.query(
      `update rules.rule set status = 'verified' where key like 'tax.land-transfer.%'`,
    )
    const { json } = await calculate({ kind: 'land.transfer', date: '2026-06-30', input: { gross: 100 } })
    expect(json).toMatchObject({ official: true, openRules: [] })
  })

  it.each([
    [{ kind: 'no.such', input: {} }, 'kind:'],
    [{ input: {} }, 'kind:'],
    [{ kind: 'land.transfer', date: '2026-02-30', input: { gross: 1 } }, 'date:'],
    [{ kind: 'land.transfer', date: '1999-01-01', input: { gross: 1 } }, 'date:'],
    [{ kind: 'land.transfer', region: '88.88', input: { gross: 1 } }, 'region:'],
    [{ kind: 'land.transfer', region: "'; drop table", input: { gross: 1 } }, 'region:'],
    [{ kind: 'land.transfer', input: { gross: -1 } }, 'input.gross:'],
    [{ kind: 'land.transfer', input: { gross: 1_000_000_000_000_001 } }, 'input.gross:'],
    [{ kind: 'land.transfer', input: { gross: 1, more: 2 } }, 'input.more:'],
    [{ kind: 'land.transfer', input: [] }, 'input:'],
    [{ kind: 'pph21.year', input: { status: 'K/0', regular: [1, 'x'] } }, 'input.regular.1:'],
    [{ kind: 'land.transfer', tanggal: '2026-01-01', input: { gross: 1 } }, 'tanggal:'],
  ])('refuses %j at the right place', async (body, at) => {
    const { status, errors } = await calculate(body)
    expect(status).toBe(422)
    expect(errors[0]).toMatch(new RegExp(`^${at.replace('.', '\\.')}`))
  })

  it('refuses what is no question', async () => {
    expect((await calculate('[]')).status).toBe(422)
    expect((await calculate('{')).status).toBe(400)
  })

  it('describes every kind', async () => {
    const answer = await server.app.inject({ method: 'GET', url: taxPaths.apiKinds, headers: { host: 'localhost' } })
    const { kinds } = answer.json() as { kinds: Record<string, unknown> }
    expect(Object.keys(kinds)).toEqual(calculators.map(({ kind }) => kind))
  })
})
