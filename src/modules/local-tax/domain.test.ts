import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roseBeyond, writeNpwpd } from './domain.ts'
import { formatNop, nopDigits, nopOf, nopPlace, parseNop } from './nop.ts'

const digits = (size: number, least = 0) =>
  fc.integer({ min: least, max: 10 ** size - 1 }).map((n) => String(n).padStart(size, '0'))
const nops = fc
  .tuple(digits(2, 11), digits(2), digits(3), digits(3), digits(3), digits(4, 1), digits(1))
  .map((parts) => parts.join(''))

describe('NOP', () => {
  it('is the same number however it is set apart', () => {
    fc.assert(
      fc.property(nops, (nop) => {
        const parsed = parseNop(nop)
        expect(parsed && nopDigits(parsed)).toBe(nop)
        expect(parseNop(formatNop(nop))).toEqual(parsed)
        expect(parseNop(` ${formatNop(nop).replaceAll('.', '-')} `)).toEqual(parsed)
      }),
    )
  })

  it('is refused with a digit too few or too many, with letters, and without a parcel', () => {
    const good = '990100200300100420'
    for (const bad of ['', good.slice(1), `${good}1`, `O${good.slice(1)}`, '990100200300100000', `00${good.slice(2)}`])
      expect(parseNop(bad)).toBeUndefined()
  })

  it('of a village begins with its place and never leaves its eighteen digits', () => {
    expect(nopPlace('99.01.02.2003')).toBe('9901002003')
    fc.assert(
      fc.property(digits(3), fc.bigInt({ min: 1n, max: 9999n }), (block, parcel) => {
        const nop = parseNop(nopOf('99.01.02.2003', block, parcel))
        expect(nop).toMatchObject({ district: '002', village: '003', block, parcel: String(parcel).padStart(4, '0') })
      }),
    )
  })
})

it('an NPWPD says kind, sequence and place; who lives elsewhere has none', () => {
  const pattern = 'P.{kind}.{sequence}.{district}.{village}'
  expect(writeNpwpd(pattern, 'person', 42n, '99.01.02.2003')).toBe('P.1.0000042.02.2003')
  expect(writeNpwpd(pattern, 'firm', 1234567n, null)).toBe('P.2.1234567.00.0000')
})

it('a rise is large only above the share, and never without a year before', () => {
  const half = { numerator: 1n, denominator: 2n }
  expect([roseBeyond(100n, 150n, half), roseBeyond(100n, 151n, half), roseBeyond(0n, 999n, half)]).toEqual([
    false,
    true,
    false,
  ])
})
