import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatRupiah, rate, rupiah, senFromNumeric, senToNumeric, split, times } from './money.ts'

const amounts = fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n })

describe('money', () => {
  it('survives the database unchanged', () => {
    fc.assert(
      fc.property(amounts, (sen) => {
        expect(senFromNumeric(senToNumeric(sen))).toBe(sen)
      }),
    )
  })
  it('reads numeric with and without decimals, and nothing else', () => {
    expect(senFromNumeric('1250000.5')).toBe(125_000_050n)
    expect(senFromNumeric('-3')).toBe(-300n)
    for (const wrong of ['1.234', '1,5', 'Rp5', '', '1e3']) expect(() => senFromNumeric(wrong)).toThrow(RangeError)
  })
  it('rounds once, to the rupiah, as the rule says', () => {
    const tax = (amount: number, mode: 'half-up' | 'down' | 'up') => times(rupiah(amount), rate('0.012'), mode)
    expect(tax(12_345, 'half-up')).toBe(rupiah(148))
    expect(tax(12_345, 'up')).toBe(rupiah(149))
    expect(times(rupiah(25), rate('0.1'), 'half-up')).toBe(rupiah(3))
    expect(times(rupiah(25), rate('0.1'), 'down')).toBe(rupiah(2))
  })
  it('a refund is the mirror of its charge', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 9999 }), (sen, basis) => {
        const by = { numerator: BigInt(basis), denominator: 10_000n }
        expect(times(-sen, by, 'half-up')).toBe(-times(sen, by, 'half-up'))
      }),
    )
  })
  it('split parts add up exactly, whatever the weights', () => {
    fc.assert(
      fc.property(
        amounts,
        fc.array(fc.bigInt({ min: 0n, max: 10_000n }), { minLength: 1, maxLength: 8 }),
        (sen, weights) => {
          fc.pre(weights.some((weight) => weight > 0n))
          expect(split(sen, weights).reduce((sum, part) => sum + part, 0n)).toBe(sen)
        },
      ),
    )
  })
  it('opsen of 66 percent: tax and opsen of one payment', () => {
    expect(split(rupiah(1_660_000), [100n, 66n])).toEqual([rupiah(1_000_000), rupiah(660_000)])
  })
  it('is written as people write it', () => {
    expect(formatRupiah(rupiah(1_250_000))).toBe('Rp1.250.000')
    expect(formatRupiah(-50n)).toBe('-Rp0,50')
  })
})
