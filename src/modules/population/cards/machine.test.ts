import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { biometricItems, isComplete, mostAttempts, progressOf, type Taken } from './biometrics.ts'
import { cardCode, cardMachine, cardStates, childCardFor, openStates, readCardCode } from './machine.ts'

describe('the way of a card', () => {
  it('ends in ended or cancelled, and nothing else', () => {
    expect([...cardMachine.final].sort()).toEqual(['cancelled', 'ended'])
    expect(cardStates.filter((state) => cardMachine.from(state).length > 0 && state !== 'handed-over')).toEqual([
      ...openStates,
    ])
  })

  it('whatever is tried, a card is handed over only after it was printed, and printed only after it was decided', () => {
    const verbs = [...new Set(cardMachine.transitions.map((row) => row.verb))]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...verbs), { maxLength: 40 }), (tried) => {
        let state: string = cardMachine.initial
        const passed: string[] = []
        for (const verb of tried) {
          const row = cardMachine.from(state).find((each) => each.verb === verb)
          if (!row) {
            expect(() => cardMachine.step(state, verb)).toThrow()
            continue
          }
          state = cardMachine.step(state, verb).to
          passed.push(verb)
        }
        for (const handed of ['hand-over', 'deliver']) {
          if (!passed.includes(handed)) continue
          expect(passed.indexOf('print')).toBeGreaterThan(passed.indexOf('order'))
          expect(passed.indexOf(handed)).toBeGreaterThan(passed.indexOf('print'))
        }
        // A blank is used once for each print: nothing is printed twice without having failed between.
        const prints = passed.filter((verb) => verb === 'print').length
        expect(prints).toBeLessThanOrEqual(passed.filter((verb) => verb === 'reprint').length + 1)
      }),
    )
  })
})

describe('the code of a card', () => {
  it('is read however it is written, and one wrong sign is seen', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 7, maxLength: 7 }), fc.nat({ max: 7 }), (random, at) => {
        const code = cardCode(random)
        expect(readCardCode(code.toLowerCase().replace('-', ' '))).toBe(code)
        const signs = code.replace('-', '')
        const other = signs[at] === '7' ? '8' : '7'
        const wrong = signs.slice(0, at) + other + signs.slice(at + 1)
        expect(readCardCode(wrong)).not.toBe(code)
      }),
    )
    expect(readCardCode('')).toBeUndefined()
    expect(readCardCode('9901020211970001')).toBeUndefined()
    expect(new Set(Array.from({ length: 500 }, () => cardCode(randomBytes(7)))).size).toBe(500)
  })
})

describe('child cards', () => {
  const rules = { photoFrom: 5, until: 17 }
  const day = (text: string) => Temporal.PlainDate.from(text)
  it('have no photo until the day before the fifth birthday, and one from then on', () => {
    expect(childCardFor('2022-03-10', day('2027-03-09'), rules)).toEqual({ withPhoto: false, expiresOn: '2027-03-09' })
    expect(childCardFor('2022-03-10', day('2027-03-10'), rules)).toEqual({ withPhoto: true, expiresOn: '2039-03-09' })
  })
  it('end the day before the seventeenth birthday; of leap days too', () => {
    expect(childCardFor('2010-03-10', day('2027-03-10'), rules)).toBeUndefined()
    expect(childCardFor('2020-02-29', day('2024-01-01'), rules)).toEqual({ withPhoto: false, expiresOn: '2025-02-27' })
  })
})

describe('recording', () => {
  const taken = (item: string, outcome: Taken['outcome'], attempt = 1): Taken => ({ item, attempt, outcome })
  it('goes on until each part is good, missing, or was tried as often as is asked of anybody', () => {
    const all = biometricItems.map((item) => taken(item, 'accepted'))
    expect(isComplete(all)).toBe(true)
    expect(isComplete(all.slice(1))).toBe(false)
    const worn = Array.from({ length: mostAttempts }, (_, index) => taken('right-thumb', 'poor', index + 1))
    expect(progressOf(worn.slice(1)).get('right-thumb')).toBe('open')
    expect(progressOf(worn).get('right-thumb')).toBe('poor')
    expect(progressOf([...worn.slice(1), taken('right-thumb', 'missing', 3)]).get('right-thumb')).toBe('missing')
  })
})
