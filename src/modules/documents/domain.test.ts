import { describe, expect, it } from 'vitest'
import { maskName, verdictOn } from './domain.ts'

describe('verdictOn', () => {
  const today = '2026-11-23'
  const standings = ['stands', 'revoked', 'replaced'] as const
  const completedAt = 'yesterday'
  const lastDays = { none: undefined, past: '2026-11-22', today, coming: '2026-11-24' }

  it('a damaged copy proves nothing, whatever else is true', () => {
    for (const standing of standings) {
      for (const validTo of Object.values(lastDays)) {
        expect(verdictOn({ standing, validTo, completedAt }, false, today)).toBe('damaged')
      }
    }
  })

  it('a document out of force says how, before it says that its time is over', () => {
    for (const standing of ['revoked', 'replaced'] as const) {
      for (const validTo of Object.values(lastDays)) {
        expect(verdictOn({ standing, validTo, completedAt }, true, today)).toBe(standing)
      }
    }
  })

  it.each([
    ['none', 'genuine'],
    ['past', 'expired'],
    ['today', 'genuine'],
    ['coming', 'genuine'],
  ] as const)('one that stands, last day %s, is %s', (day, verdict) => {
    expect(verdictOn({ standing: 'stands', validTo: lastDays[day], completedAt }, true, today)).toBe(verdict)
  })

  it('one that others must still sign does not hold, and one revoked meanwhile is revoked', () => {
    const waiting = { validTo: undefined, completedAt: undefined }
    expect(verdictOn({ ...waiting, standing: 'stands' }, true, today)).toBe('unfinished')
    expect(verdictOn({ ...waiting, standing: 'revoked' }, true, today)).toBe('revoked')
  })
})

describe('maskName', () => {
  it('leaves the first letter of each word, and of long words does not tell the length', () => {
    expect(maskName('Kirana Ayu Hartonowidjaja')).toBe('K••••• A•• H••••••')
    expect(maskName("  Ni'mah  O'Brien ")).toBe('N••••• O••••••')
    expect(maskName('')).toBe('')
  })
})
