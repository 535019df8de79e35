import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Rule } from '#modules/rules/index.ts'
import { Brackets } from './brackets.ts'
import { Exact } from './exact.ts'
import { choice, count, date, decimal, money, months, rows } from './fields.ts'
import { LawBook } from './law.ts'
import { readInput } from './read-input.ts'
import { moneyText, rateText, words } from './words.ts'

const rational = fc
  .tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
  .map(([top, bottom]) => Exact.of(top, bottom))

describe('an exact amount', () => {
  it('loses nothing in any order of steps', () => {
    fc.assert(
      fc.property(rational, rational, rational, (a, b, c) => {
        expect(a.plus(b).minus(b).equals(a)).toBe(true)
        expect(a.plus(b).plus(c).equals(c.plus(a).plus(b))).toBe(true)
        expect(a.times(b.plus(c)).equals(a.times(b).plus(a.times(c)))).toBe(true)
        if (!b.isZero) expect(a.times(b).over(b).equals(a)).toBe(true)
      }),
    )
  })

  it('is rounded once, and a refund is the mirror of its charge', () => {
    const third = Exact.of(100n).over(3)
    expect(third.times(3).equals(Exact.of(100))).toBe(true)
    expect(third.rounded('down').decimal()).toBe('33')
    expect(third.rounded('up').decimal()).toBe('34')
    expect(Exact.read('2.5').rounded('half-up').decimal()).toBe('3')
    expect(Exact.of(1499).rounded('half-up', 1000n).decimal()).toBe('1000')
    fc.assert(
      fc.property(rational, fc.constantFrom('down', 'up', 'half-up'), (a, mode) => {
        expect(a.negated.rounded(mode).equals(a.rounded(mode).negated)).toBe(true)
      }),
    )
  })

  it('is written as people write it', () => {
    expect(moneyText(Exact.read('13777062.39'))).toBe('Rp13.777.062,39')
    expect(moneyText(Exact.of(100n).over(3))).toBe('Rp33,3333…')
    expect(moneyText(Exact.of(-1250))).toBe('-Rp1.250')
    expect(rateText({ numerator: 225n, denominator: 10_000n }, 'id')).toBe('2,25%')
    expect(rateText({ numerator: 11n, denominator: 12n }, 'en')).toBe('11/12')
    expect(words`${Exact.of(1000)} × ${{ numerator: 1n, denominator: 40n }}`).toEqual({
      id: 'Rp1.000 × 2,5%',
      en: 'Rp1.000 × 2.5%',
    })
  })
})

describe('a table of rates', () => {
  it('adds up its rows without a step at the bounds', () => {
    const table = new Brackets([{ upTo: 100, rate: '0.05' }, { upTo: 300, rate: '0.1' }, { rate: '0.2' }], 'test')
    expect([0, 100, 101, 300, 400].map((each) => table.progressive(Exact.of(each)).decimal())).toEqual([
      '0',
      '5',
      '5.1',
      '25',
      '45',
    ])
    expect(table.rateOf(Exact.of(300)).numerator).toBe(1n)
  })

  it('with a gap or without an end is refused', () => {
    for (const value of [
      [],
      [{ upTo: 5, rate: '0.1' }],
      [{ rate: '0.1' }, { rate: '0.2' }],
      [{ upTo: 5, rate: '0.1' }, { upTo: 5, rate: '0.1' }, { rate: '1' }],
    ])
      expect(() => new Brackets(value, 'test')).toThrow()
  })
})

const row = (region: string, value: number, validFrom: string, validTo?: string): Rule => ({
  id: `${region}${validFrom}`,
  key: 'test.limit',
  region,
  value,
  unit: 'rupiah',
  title: { id: 'Batas', en: 'Limit' },
  citation: 'UU 1/2022',
  status: 'verified',
  validFrom,
  validTo,
})

describe('the law of a day', () => {
  const book = new LawBook([
    row('', 10, '2021-01-01', '2024-12-31'),
    row('', 20, '2025-01-01'),
    row('99.01', 30, '2025-06-01'),
  ])
  const on = (text: string, region = '') => book.on(Temporal.PlainDate.from(text), region)

  it('is that of the most local row, and remembers what was read', () => {
    const law = on('2025-07-01', '99.01')
    expect(law.rupiah('test.limit').decimal()).toBe('30')
    expect([...law.used].map((rule) => rule.region)).toEqual(['99.01'])
    expect(on('2025-07-01').rupiah('test.limit').decimal()).toBe('20')
    expect(on('2024-12-31', '99.01').rupiah('test.limit').decimal()).toBe('10')
  })

  it('of each month is that of its last day', () => {
    const months = on('2025-02-10', '99.01').months()
    expect(months.map((law) => Number(law.rupiah('test.limit').decimal()))).toEqual([
      20, 20, 20, 20, 20, 30, 30, 30, 30, 30, 30, 30,
    ])
  })

  it('that is not there is told at the day', () => {
    expect(() => on('2020-12-31').rupiah('test.limit')).toThrow('invalid-input')
  })
})

describe('what was entered', () => {
  const fields = {
    amount: money({ label: { id: 'Jumlah', en: 'Amount' } }),
    days: count({ label: { id: 'Hari', en: 'Days' }, max: 31, initial: 1 }),
    share: decimal({ label: { id: 'Bagian', en: 'Share' }, max: 100, places: 2, optional: true }),
    kind: choice({
      label: { id: 'Jenis', en: 'Kind' },
      options: [
        { value: 'a', label: { id: 'A', en: 'A' } },
        { value: 'b', label: { id: 'B', en: 'B' } },
      ],
      initial: 'a',
    }),
    onlyB: money({ label: { id: 'Hanya B', en: 'Only B' }, optional: true, when: { field: 'kind', is: ['b'] } }),
    when: date({ label: { id: 'Hari itu', en: 'That day' } }),
    year: months({ label: { id: 'Bulanan', en: 'Monthly' }, optional: true }),
    list: rows({
      label: { id: 'Daftar', en: 'List' },
      one: { id: 'Baris', en: 'Row' },
      least: 0,
      fields: { of: money({ label: { id: 'Isi', en: 'Content' } }) },
    }),
  }
  const errorsOf = (more: object) => {
    const read = readInput(fields, { amount: 1, when: '2026-02-28', ...more })
    return read.ok ? [] : read.errors.map((error) => `${error.path}: ${error.message.id}`)
  }

  it('is read with what may stay empty', () => {
    const read = readInput(fields, { amount: '1250000.50', when: '2026-02-28', year: [null, 0, 5] })
    expect(
      read.ok && [read.input.amount.decimal(), read.input.days, read.input.share.decimal(), read.input.kind],
    ).toEqual(['1250000.5', 1, '0', 'a'])
    expect(read.ok && read.input.year.slice(0, 3).map((each) => each?.decimal())).toEqual([undefined, '0', '5'])
  })

  it.each([
    [{ amount: -1 }, 'amount: “Jumlah” tidak boleh kurang dari nol.'],
    [{ amount: 1e15 + 1 }, 'amount: “Jumlah” paling banyak Rp1.000.000.000.000.000.'],
    [{ amount: 1e300 }, 'amount: “Jumlah” paling banyak Rp1.000.000.000.000.000.'],
    [{ amount: 'banyak' }, 'amount: Tulis “Jumlah” dengan angka, misalnya 1.250.000.'],
    [{ amount: Number.NaN }, 'amount: Tulis “Jumlah” dengan angka, misalnya 1.250.000.'],
    [{ amount: undefined }, 'amount: Isi “Jumlah”.'],
    [{ amount: '0.001' }, 'amount: “Jumlah” ditulis dengan paling banyak 2 angka di belakang koma.'],
    [{ days: 32 }, 'days: “Hari” paling banyak 31.'],
    [{ days: 1.5 }, 'days: Tulis “Hari” dengan bilangan bulat, tanpa koma.'],
    [{ kind: 'c' }, 'kind: Pilih salah satu pada “Jenis”.'],
    [{ when: '2026-02-30' }, 'when: “Hari itu” bukan tanggal yang ada pada kalender.'],
    [{ year: [1, 'x'] }, 'year.1: Tulis “Bulanan Februari” dengan angka, misalnya 1.250.000.'],
    [
      { year: Array.from({ length: 13 }, () => 1) },
      'year: “Bulanan” ditulis sebagai daftar paling banyak 12 nilai, mulai dari Januari.',
    ],
    [{ list: [{ of: 1 }, { of: -1 }] }, 'list.1.of: “Isi” tidak boleh kurang dari nol.'],
    [{ list: Array.from({ length: 201 }, () => ({ of: 1 })) }, 'list: “Daftar” paling banyak 200 baris.'],
    [{ salry: 1 }, 'salry: Isian “salry” tidak dikenal perhitungan ini.'],
  ])('%j is refused at its field', (more, sentence) => {
    expect(errorsOf(more)).toEqual([sentence])
  })

  it('is not asked where it does not apply', () => {
    expect(errorsOf({ onlyB: 'apa saja' })).toEqual([])
    expect(errorsOf({ kind: 'b', onlyB: 'apa saja' })).toHaveLength(1)
  })

  it('survives anything', () => {
    fc.assert(fc.property(fc.anything(), (raw) => typeof readInput(fields, raw).ok === 'boolean'))
  })
})
