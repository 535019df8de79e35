import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Likened, likeness, scorePair, slipsOfBirth, swappedBirth } from './score.ts'
import { duplicateThreshold } from './weights.ts'

const someone = (more: Partial<Likened> = {}): Likened => ({
  nameKeys: ['aminah', 'siti'],
  motherKeys: ['sri'],
  sex: 'female',
  birthOn: '1980-05-17',
  birthPlace: 'Arunika',
  ...more,
})
const listed = (a: Partial<Likened>, b: Partial<Likened>) =>
  scorePair(someone(a), someone(b)).score >= duplicateThreshold
const reasons = (a: Partial<Likened>, b: Partial<Likened>) => scorePair(someone(a), someone(b)).reasons

describe('two records are looked at', () => {
  it('with the same name, day and mother; with one slip in the name; with day and month swapped', () => {
    expect(listed({}, {})).toBe(true)
    expect(listed({}, { nameKeys: ['amnah', 'siti'] })).toBe(true)
    expect(reasons({ birthOn: '1980-05-07' }, { birthOn: '1980-07-05' })).toContain('swapped-birth')
    expect(listed({ birthOn: '1980-05-07' }, { birthOn: '1980-07-05' })).toBe(true)
  })

  it('with the same certificate, whatever they are called', () => {
    const birthCertificateNumber = '9901-LU-17051980-0007'
    expect(
      listed({ birthCertificateNumber }, { birthCertificateNumber: '9901-lu-17051980-0007', nameKeys: ['melati'] }),
    ).toBe(true)
  })

  it('with the same name and a wrong year, when the mother is the same', () => {
    expect(listed({ motherId: 'm' }, { motherId: 'm', birthOn: '1981-05-17' })).toBe(true)
    expect(listed({}, { birthOn: '1987-02-01' })).toBe(false)
  })
})

describe('two records are of two people', () => {
  it('with a common name and day but other mothers', () => {
    expect(listed({}, { motherKeys: ['endang'] })).toBe(false)
  })

  it('when they are twins: one day, one mother, other names', () => {
    const twins = { motherId: 'm', familyId: 'f' }
    expect(scorePair(someone({ ...twins, nameKeys: ['hasan'] }), someone({ ...twins, nameKeys: ['umar'] })).score).toBe(
      0,
    )
    const a = someone({ ...twins, nameKeys: ['hasan', 'ali'], birthCertificateNumber: '9901-LU-1-0001' })
    const b = someone({
      ...twins,
      nameKeys: ['husain', 'ali'],
      birthCertificateNumber: '9901-LU-1-0002',
      birthOn: '1980-05-18',
    })
    expect(scorePair(a, b).score).toBe(0)
  })

  it('a single common word does not make longer names alike', () => {
    expect(likeness(['siti'], ['siti', 'aminah'])).toBe('other')
    expect(likeness(['siti', 'aminah'], ['aminah', 'siti'])).toBe('same')
    expect(likeness(['siti', 'aminah'], ['siti', 'aminah', 'ratna'])).toBe('like')
    expect(likeness([], ['siti'])).toBe('other')
  })
})

const words = fc.array(fc.constantFrom('siti', 'aminah', 'budi', 'hasan', 'ali'), { minLength: 1, maxLength: 4 })
const day = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2026-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('always', () => {
  it('the order of the two does not matter, and nothing scores beyond a hundred', () => {
    const anybody = fc.record({
      nameKeys: words,
      motherKeys: words,
      sex: fc.constantFrom('male', 'female'),
      birthOn: day,
      motherId: fc.option(fc.constantFrom('m', 'n'), { nil: undefined }),
      birthCertificateNumber: fc.option(fc.constantFrom('1', '2'), { nil: undefined }),
    })
    fc.assert(
      fc.property(anybody, anybody, (a, b) => {
        expect(scorePair(a, b).score).toBe(scorePair(b, a).score)
        expect(scorePair(a, b).score).toBeLessThanOrEqual(100)
      }),
    )
  })

  it('swapping twice is the same day, and a slip is never the day itself', () => {
    fc.assert(
      fc.property(day, (on) => {
        const swapped = swappedBirth(on)
        if (swapped) expect(swappedBirth(swapped)).toBe(on)
        expect(slipsOfBirth(on)).not.toContain(on)
      }),
    )
  })
})
