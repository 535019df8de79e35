import { describe, expect, it } from 'vitest'
import { birthEntryKind, bornAfterDeath, isLateDeath, registerNumber, registerPrefix } from './domain.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

describe('birth register', () => {
  it('a birth reported on the 60th day is in time, on the 61st it is late', () => {
    expect(birthEntryKind(day('2026-01-01'), day('2026-03-02'), 60)).toBe('LU')
    expect(birthEntryKind(day('2026-01-01'), day('2026-03-03'), 60)).toBe('LT')
  })
  it('a number names region, kind, day and order', () => {
    expect(registerNumber(registerPrefix('99.01', 'LU', day('2026-11-23')), 47)).toBe('9901-LU-23112026-0047')
  })
})

describe('death register', () => {
  it('a death reported on the 30th day is in time, on the 31st it is late', () => {
    expect(isLateDeath(day('2026-01-01'), day('2026-01-31'), 30)).toBe(false)
    expect(isLateDeath(day('2026-01-01'), day('2026-02-01'), 30)).toBe(true)
  })
  it('a mother bears no child after her death, but may on its day', () => {
    expect(bornAfterDeath(day('2026-01-02'), '2026-01-01')).toBe(true)
    expect(bornAfterDeath(day('2026-01-01'), '2026-01-01')).toBe(false)
    expect(bornAfterDeath(day('2026-01-01'), undefined)).toBe(false)
  })
})
