import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AgeSexCell, ageLabel, ageSteps, dependencyRatio, hideSmall, sexRatio } from './domain.ts'

const cellsOf = (male: readonly number[], female: readonly number[] = male): AgeSexCell[] =>
  ageSteps.slice(0, male.length).map((ageFrom, index) => ({ ageFrom, male: male[index], female: female[index] }))

describe('small numbers', () => {
  it('are hidden, zero is not, and never one alone', () => {
    const hidden = hideSmall(cellsOf([100, 3, 0, 20, 50]), 5)
    expect(hidden.map((cell) => cell.male)).toEqual([100, undefined, 0, undefined, 50])
    expect(hideSmall(cellsOf([3, 100, 4]), 5).map((cell) => cell.male)).toEqual([undefined, 100, undefined])
    expect(hideSmall(cellsOf([10, 20]), 5).map((cell) => cell.male)).toEqual([10, 20])
  })

  it('can never be computed from the column and its total', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { minLength: 2, maxLength: 16 }), (values) => {
        const shown = hideSmall(cellsOf(values), 5).map((cell) => cell.male)
        const gaps = shown.filter((value) => value === undefined).length
        const filled = values.filter((value) => value > 0).length
        // One gap alone is left only where nobody else is in the column.
        expect(gaps !== 1 || filled === 1).toBe(true)
        for (const value of shown) expect(value === undefined || value === 0 || value >= 5).toBe(true)
      }),
    )
  })
})

describe('ratios', () => {
  it('count men for a hundred women and dependants for a hundred of working age', () => {
    expect(sexRatio(102, 100)).toBe(102)
    expect(sexRatio(1, 0)).toBeUndefined()
    const cells = ageSteps.map((ageFrom) => ({ ageFrom, male: 10, female: 10 }))
    expect(dependencyRatio(cells)).toBe(60)
    expect(dependencyRatio([])).toBeUndefined()
    expect([ageLabel(0), ageLabel(75)]).toEqual(['0–4', '75+'])
  })
})
