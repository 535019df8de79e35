import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  afterAnswer,
  asWritten,
  type Breaker,
  compareSides,
  differenceMachine,
  differenceStates,
  differs,
  firstTwelve,
  pauseSeconds,
} from './domain.ts'
import type { Fault } from './port/outcome.ts'

const now = Temporal.Instant.from('2026-11-23T03:00:00Z')
const untried: Breaker = { state: 'untried', since: now, faults: 0, fault: undefined, nextTryAt: undefined }

describe('the breaker', () => {
  it('opens after three failures in a row, or at once when patience does not help', () => {
    const one = afterAnswer(untried, 'timeout', now, 0.5)
    const two = afterAnswer(one, 'timeout', now, 0.5)
    expect([one.state, two.state, afterAnswer(two, 'cut', now, 0.5).state]).toEqual(['untried', 'untried', 'down'])
    expect(afterAnswer(untried, 'quota', now, 0).state).toBe('down')
  })

  it('waits longer and longer, never longer than a quarter of an hour but for the quota', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom<Fault>('timeout', 'cut', 'unreadable')),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (faults, jitter) => {
          let state = untried
          for (const fault of faults) {
            state = afterAnswer(state, fault, now, jitter)
            const wait = now.until(state.nextTryAt as Temporal.Instant).total('seconds')
            expect(wait).toBeGreaterThanOrEqual(7)
            expect(wait).toBeLessThanOrEqual(900)
          }
        },
      ),
    )
    expect([1, 2, 3, 8, 100].map(pauseSeconds)).toEqual([10, 20, 40, 900, 900])
  })

  it('keeps the time since when, and forgets failures with the first good answer', () => {
    const down = ['cut', 'cut', 'cut'].reduce<Breaker>((state) => afterAnswer(state, 'cut', now, 0), untried)
    const later = afterAnswer(down, 'cut', now.add({ hours: 5 }), 0)
    expect(later.since).toEqual(now)
    const back = afterAnswer(later, undefined, now.add({ hours: 6 }), 0)
    expect(back).toMatchObject({ state: 'up', faults: 0, since: now.add({ hours: 6 }), nextTryAt: undefined })
  })
})

describe('a difference', () => {
  it('comes to one of three ends', () => {
    expect(differenceMachine.states).toEqual(differenceStates)
    expect(differenceMachine.final).toEqual(['corrected', 'ours-accepted', 'closed'])
    expect(() => differenceMachine.step('resent', 'confirm')).toThrow(/wrong-state/)
  })

  it('is one only when they say something else, however they write it', () => {
    const sides = compareSides(
      { fullName: 'Sekar Ayu', motherName: 'Sri', birthOn: '1998-05-05', religion: 'Islam' },
      { fullName: 'SEKAR  AYU', motherName: 'Sari', birthOn: '1998-05-05' },
    )
    expect(sides.filter(differs).map(({ field }) => field)).toEqual(['motherName'])
  })

  it('takes words in capitals over as this register writes them', () => {
    expect(['SEKAR AYU', "NUR'AINI", 'SITI-NUR', 'Sri Wahyuni'].map(asWritten)).toEqual([
      'Sekar Ayu',
      "Nur'Aini",
      'Siti-Nur',
      'Sri Wahyuni',
    ])
  })
})

it('the first twelve digits are district and day, forty later for women', () => {
  expect(firstTwelve('99.01.02', '2026-11-05', 'female')).toBe('990102451126')
  expect(firstTwelve('99.01.02', '2026-11-05', undefined)).toBe('990102051126')
})
