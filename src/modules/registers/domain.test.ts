import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextInsertion, patternFault, periodOf, writeNumber } from './domain.ts'

const day = Temporal.PlainDate.from('2026-11-23')
const parts = { sequence: 7, insertion: '', day }

describe('a number', () => {
  it.each([
    ['188/{sequence}/PBG/{year}', '188/007/PBG/2026'],
    ['{classification}/{sequence:4}/{unit}/{year}', '000.1.2.3/0007/107.1/2026'],
    ['B-{sequence:1}/INSP/{classification}/{month}/{year}', 'B-7/INSP/000.1.2.3/XI/2026'],
    ['NOMOR {sequence:1} TAHUN {year}', 'NOMOR 7 TAHUN 2026'],
  ])('of the pattern %s is %s', (pattern, number) => {
    expect(writeNumber(pattern, { ...parts, unit: '107.1', classification: '000.1.2.3' })).toBe(number)
  })

  it('that was inserted shows its letter behind the sequence', () => {
    expect(writeNumber('188/{sequence}/{year}', { ...parts, insertion: 'B' })).toBe('188/007.B/2026')
  })

  it('is not written without a part that its pattern asks for', () => {
    expect(() => writeNumber('{classification}/{sequence}', parts)).toThrow('classification')
  })

  it('is another one for another sequence, letter or year, whatever stands around it', () => {
    const some = fc.record({
      sequence: fc.integer({ min: 1, max: 99_999 }),
      insertion: fc.constantFrom('', 'A', 'B', 'AA'),
      year: fc.integer({ min: 2020, max: 2040 }),
    })
    const written = (of: { sequence: number; insertion: string; year: number }) =>
      writeNumber('188/{sequence}/PBG/{year}', { ...of, day: day.with({ year: of.year }) })
    fc.assert(
      fc.property(some, some, (a, b) => {
        expect(written(a) === written(b)).toBe(JSON.stringify(a) === JSON.stringify(b))
      }),
    )
  })
})

describe('a pattern', () => {
  it.each([
    ['188/{year}', 'year', 'no-sequence'],
    ['188/{sequence}', 'year', 'no-year'],
    ['188/{sequence}/{year}', 'month', 'no-month'],
    ['188/{sequence}/{jahr}', 'always', 'unknown-place'],
    ['188/{sequence}/{', 'always', 'unknown-place'],
    ['188/{sequence}', 'always', undefined],
    ['188/{sequence}/{month}/{year}', 'month', undefined],
  ] as const)('%s counted by %s: %s', (pattern, countsBy, fault) => {
    expect(patternFault(pattern, countsBy)).toBe(fault)
  })
})

it('is counted within its year, its month, or for ever', () => {
  expect([periodOf(day, 'year'), periodOf(day, 'month'), periodOf(day, 'always')]).toEqual(['2026', '2026-11', 'all'])
})

it('letters of inserted numbers follow each other and never repeat', () => {
  const taken = ['']
  for (let count = 0; count < 60; count += 1) taken.push(nextInsertion(taken))
  expect(taken.slice(1, 4)).toEqual(['A', 'B', 'C'])
  expect(taken[27]).toBe('AA')
  expect(new Set(taken).size).toBe(taken.length)
})
