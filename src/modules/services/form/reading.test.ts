import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  digitsOf,
  readDegrees,
  readNeighbourhood,
  readNumber,
  readRupiah,
  writeNumber,
  writeRupiah,
} from './reading.ts'

describe('amounts', () => {
  it.each([
    ['1.250.000', 1_250_000],
    ['1250000', 1_250_000],
    ['Rp 1.250.000,00', 1_250_000],
    ['Rp1.250.000,-', 1_250_000],
    ['rp. 1,250,000', 1_250_000],
    ['IDR 1,250,000.00', 1_250_000],
    ['1,25 juta', 1_250_000],
    ['750 ribu', 750_000],
    ['2jt', 2_000_000],
    ['1.5 miliar', 1_500_000_000],
    ['0', 0],
  ])('%s is %d rupiah', (typed, amount) => {
    expect(readRupiah(typed)).toBe(amount)
  })

  it.each(['satu juta', '1.250.50', '1250,50', '12.34', '', '1.000.00', '99999999999999999999', '0x10', '1e6'])(
    '"%s" stays as it was typed',
    (typed) => {
      expect(readRupiah(typed)).toBe(typed)
    },
  )

  it('are read back as they are shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), (amount) => {
        expect(readRupiah(writeRupiah(amount))).toBe(amount)
        expect(readRupiah(`Rp${writeRupiah(amount)}`)).toBe(amount)
      }),
    )
  })
})

describe('numbers', () => {
  it.each([
    ['3,2', 1, 3.2],
    ['3.2', 1, 3.2],
    ['1.250', 0, 1250],
    ['1.250', 2, 1250],
    ['1.250', 3, 1.25],
    ['1.250,5', 2, 1250.5],
    ['1,250.5', 2, 1250.5],
    ['12 500', 0, 12500],
    ['-4', 0, -4],
  ] as const)('%s with %d decimals is %d', (typed, decimals, number) => {
    expect(readNumber(typed, decimals)).toBe(number)
  })

  it.each(['banyak', '', '1.2.3', '3,', '1e3', '--1', '1,2,3'])('"%s" stays as it was typed', (typed) => {
    expect(readNumber(typed, 2)).toBe(typed)
  })

  it('are read back as they are shown, in both languages', () => {
    const values = fc.integer({ min: -1e9, max: 1e9 })
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 4 }), fc.constantFrom('id', 'en'), (whole, decimals, locale) => {
        const value = whole / 10 ** decimals
        expect(readNumber(writeNumber(value, decimals, locale), decimals)).toBe(value)
      }),
    )
  })
})

it('degrees, neighbourhoods and long numbers are read as people write them', () => {
  expect(readDegrees('-7,2575')).toBe(-7.2575)
  expect(readDegrees('112.7521°')).toBe(112.7521)
  expect(readDegrees('7 LS')).toBe('7 LS')
  expect(readNeighbourhood('5')).toBe('005')
  expect(readNeighbourhood('5a')).toBe('5a')
  expect(digitsOf('9901 02.51-07 96‑0001')).toBe('9901025107960001')
})
