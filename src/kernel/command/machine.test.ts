import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findFaults, machine, type Transition } from './machine.ts'

const row = (from: string, verb: string, to: string): Transition => ({
  from,
  verb,
  to,
  by: 'x',
  label: { id: verb, en: verb },
})
const sound = {
  initial: 'a',
  states: ['a', 'b', 'end'],
  transitions: [row('a', 'go', 'b'), row('b', 'back', 'a'), row('b', 'finish', 'end')],
}

describe('machine', () => {
  it('knows its ends and its steps', () => {
    const built = machine(sound)
    expect(built.final).toEqual(['end'])
    expect(built.from('b').map((step) => step.verb)).toEqual(['back', 'finish'])
    expect(built.step('a', 'go').to).toBe('b')
  })

  it('refuses a verb that does not leave the state', () => {
    expect(() => machine(sound).step('end', 'go')).toThrow(/wrong-state/)
  })

  it.each([
    [
      'an unknown state',
      { ...sound, transitions: [...sound.transitions, row('a', 'fly', 'nowhere')] },
      /unknown state "nowhere"/,
    ],
    [
      'a verb that leaves twice',
      { ...sound, transitions: [...sound.transitions, row('a', 'go', 'end')] },
      /"go" leaves "a" twice/,
    ],
    ['an unreachable state', { ...sound, states: [...sound.states, 'island'] }, /"island" cannot be reached/],
    ['a loop without exit', { ...sound, transitions: sound.transitions.slice(0, 2) }, /cannot be reached|no path/],
  ])('refuses %s', (_what, definition, message) => {
    expect(() => machine(definition)).toThrow(message)
  })

  it('of any table it accepts, every walk can reach an end', () => {
    const states = ['s0', 's1', 's2', 's3', 's4']
    const edge = fc.record({ from: fc.constantFrom(...states), to: fc.constantFrom(...states) })
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 12 }), (edges) => {
        const transitions = edges.map((one, index) => row(one.from, `v${index}`, one.to))
        const final = states.filter((state) => !transitions.some((step) => step.from === state))
        if (findFaults({ initial: 's0', states, transitions }, final).length) return
        const built = machine({ initial: 's0', states, transitions })
        for (const start of states) {
          let open = [start]
          const seen = new Set(open)
          while (open.length) {
            open = open.flatMap((state) => built.from(state).map((step) => step.to)).filter((state) => !seen.has(state))
            for (const state of open) seen.add(state)
          }
          expect(built.final.some((end) => seen.has(end))).toBe(true)
        }
      }),
    )
  })
})
