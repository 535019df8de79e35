import { describe, expect, it } from 'vitest'
import { deviceCode, localNumber, nearName, parseLocalNumber, partBytes, partsOf, reportTime } from './domain.ts'

describe('the number of a provisional receipt', () => {
  it('is read as people type it', () => {
    const number = localNumber('K7M', 12)
    expect(number).toMatch(/^K7M-0012-.$/)
    expect(parseLocalNumber(` ${number.toLowerCase().replaceAll('-', ' ')} `)).toBe(number)
    expect(parseLocalNumber(localNumber('001', 123456))).toBe(localNumber('001', 123456))
  })

  it('finds every sign that was read wrongly and every two that were exchanged', () => {
    const number = localNumber('K7M', 12).replaceAll('-', '')
    const signs = [...'0123456789ABCDEFGHJKMNPQRSTVWXY']
    for (const [at, right] of [...number].entries()) {
      for (const wrong of signs.filter((sign) => sign !== right)) {
        expect(parseLocalNumber(number.slice(0, at) + wrong + number.slice(at + 1)), `${at}${wrong}`).toBeUndefined()
      }
      const next = number[at + 1]
      if (!next || next === right) continue
      expect(parseLocalNumber(number.slice(0, at) + next + right + number.slice(at + 2))).toBeUndefined()
    }
  })

  it('begins with a code that no other device has', () => {
    const codes = Array.from({ length: 29_791 }, (_, number) => deviceCode(number))
    expect(new Set(codes).size).toBe(codes.length)
  })
})

describe('the moment that counts as the report', () => {
  const minute = 60_000
  const day = 24 * 60 * minute
  const receivedAtMs = Date.parse('2026-11-23T03:00:00Z')

  it('is when it was filled in, days before it arrived', () => {
    const filledAtMs = receivedAtMs - 3 * day
    expect(reportTime({ filledAtMs, sentAtMs: receivedAtMs, receivedAtMs })).toEqual({
      atMs: filledAtMs,
      isTrusted: true,
      offsetMs: 0,
    })
  })

  it('is put right by a small difference of the clocks, and never lies ahead', () => {
    const sentAtMs = receivedAtMs + 4 * minute
    expect(reportTime({ filledAtMs: sentAtMs - day, sentAtMs, receivedAtMs }).atMs).toBe(receivedAtMs - day)
    expect(reportTime({ filledAtMs: sentAtMs, sentAtMs, receivedAtMs }).atMs).toBe(receivedAtMs)
  })

  it('is the arrival where the clock is far off, tells the future, or an item older than two months', () => {
    const far = { filledAtMs: receivedAtMs - 2 * day, sentAtMs: receivedAtMs - day, receivedAtMs }
    expect(reportTime(far)).toMatchObject({ atMs: receivedAtMs, isTrusted: false, offsetMs: -day })
    const future = { filledAtMs: receivedAtMs + minute, sentAtMs: receivedAtMs, receivedAtMs }
    expect(reportTime(future)).toMatchObject({ atMs: receivedAtMs, isTrusted: false })
    const old = { filledAtMs: receivedAtMs - 61 * day, sentAtMs: receivedAtMs, receivedAtMs }
    expect(reportTime(old)).toMatchObject({ atMs: receivedAtMs, isTrusted: false })
  })
})

it('a file has as many pieces as it needs, and at least one', () => {
  expect([1, partBytes, partBytes + 1, 10 * 1024 * 1024].map(partsOf)).toEqual([1, 1, 2, 80])
})

it('two writings of a name are one when at most two letters differ', () => {
  expect(nearName('Sekar Wulandari', 'SEKAR  WULANDARY')).toBe(true)
  expect(nearName("Nur'aini", 'Nuraini')).toBe(true)
  expect(nearName('Sekar Wulandari', 'Sekar Wulansari Putri')).toBe(false)
  expect(nearName('', '')).toBe(false)
})
