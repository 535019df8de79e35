import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatDate, formatDayAndDate, terbilang, terbilangDate } from './terbilang.ts'

describe('terbilang', () => {
  test.each([
    [0, 'nol'],
    [1, 'satu'],
    [10, 'sepuluh'],
    [11, 'sebelas'],
    [12, 'dua belas'],
    [20, 'dua puluh'],
    [21, 'dua puluh satu'],
    [100, 'seratus'],
    [101, 'seratus satu'],
    [111, 'seratus sebelas'],
    [200, 'dua ratus'],
    [1_000, 'seribu'],
    [1_001, 'seribu satu'],
    [1_100, 'seribu seratus'],
    [1_999, 'seribu sembilan ratus sembilan puluh sembilan'],
    [2_000, 'dua ribu'],
    [2_026, 'dua ribu dua puluh enam'],
    [11_000, 'sebelas ribu'],
    [100_000, 'seratus ribu'],
    [111_111, 'seratus sebelas ribu seratus sebelas'],
    [1_000_000, 'satu juta'],
    [1_001_000, 'satu juta seribu'],
    [1_000_000_000, 'satu miliar'],
    [1_000_000_000_000, 'satu triliun'],
    [-5, 'minus lima'],
  ])('%i is "%s"', (number, words) => {
    expect(terbilang(number)).toBe(words)
  })

  test('a bigint is exact beyond 2^53', () => {
    expect(terbilang(999_999_999_999_999_999n)).toMatch(/^sembilan ratus .* kuadriliun .* sembilan$/)
  })

  test('fractions, unsafe and too large numbers are refused', () => {
    for (const bad of [1.5, Number.NaN, 2 ** 53, 10n ** 18n]) expect(() => terbilang(bad)).toThrow(RangeError)
  })

  test('different numbers have different words, without double spaces', () => {
    const number = fc.bigInt({ min: 0n, max: 999_999_999_999n })
    fc.assert(
      fc.property(number, number, (a, b) => {
        expect(terbilang(a) === terbilang(b)).toBe(a === b)
        expect(terbilang(a)).toMatch(/^[a-z]+( [a-z]+)*$/)
      }),
    )
  })
})

test('a date in figures and in words', () => {
  const date = Temporal.PlainDate.from('2026-11-20')
  expect(formatDate(date)).toBe('20 November 2026')
  expect(formatDayAndDate(date)).toBe('Jumat, 20 November 2026')
  expect(terbilangDate(date)).toBe('dua puluh November dua ribu dua puluh enam')
  expect(terbilangDate(Temporal.PlainDate.from('2000-01-01'))).toBe('satu Januari dua ribu')
})
