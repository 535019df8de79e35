import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findContradictions, type PlausibleEvent, type PlausibleKin, type PlausiblePerson } from './contradictions.ts'
import type { PlausibilityLimits } from './limits.ts'

const limits: PlausibilityLimits = {
  motherYoungest: 10,
  motherYoung: 15,
  motherOld: 50,
  motherOldest: 65,
  fatherYoungest: 12,
  birthsApart: 7,
  birthAfterFather: 300,
  marriageAge: 19,
  oldest: 120,
  familyMembers: 20,
}
const today = '2026-11-23'
const context = { limits, today }

const person = (birthOn: string, more: Partial<PlausiblePerson> = {}): PlausiblePerson => ({
  fullName: 'Sekar',
  sex: 'female',
  birthOn,
  ...more,
})
const man = (birthOn: string, more: Partial<PlausiblePerson> = {}) =>
  person(birthOn, { sex: 'male', fullName: 'Bima', ...more })
const codes = (subject: PlausiblePerson, kin: PlausibleKin, event: PlausibleEvent) =>
  findContradictions(subject, kin, event, context).map(({ code, severity }) => `${code}:${severity}`)
const birth = (on: string, kin: PlausibleKin, isTwin = false) => codes(person(on), kin, { kind: 'birth', on, isTwin })

describe('a birth', () => {
  it('is believed of parents of the usual age', () => {
    expect(birth('2026-11-20', { mother: person('1996-07-11'), father: man('1994-02-03') })).toEqual([])
  })

  it.each([
    ['2017-01-01', 'mother-too-young:refuse'],
    ['2013-01-01', 'mother-young:warn'],
    ['1970-01-01', 'mother-old:warn'],
    ['1950-01-01', 'mother-too-old:refuse'],
    ['2026-11-20', 'older-than-mother:refuse'],
    ['2026-11-21', 'older-than-mother:refuse'],
  ])('of a mother born on %s: %s', (born, code) => {
    expect(birth('2026-11-20', { mother: person(born) })).toEqual([code])
  })

  it('is impossible of a mother who is a man, who was dead, or of a father younger than twelve', () => {
    expect(birth('2020-01-01', { mother: man('1990-01-01') })).toEqual(['mother-not-female:refuse'])
    expect(birth('2020-01-02', { mother: person('1990-01-01', { diedOn: '2020-01-01' }) })).toEqual([
      'mother-dead-before-birth:refuse',
    ])
    expect(birth('2020-01-01', { mother: person('1990-01-01', { diedOn: '2020-01-01' }) })).toEqual([])
    expect(birth('2020-01-01', { father: man('2010-01-01') })).toEqual(['father-too-young:refuse'])
  })

  it('after the father’s death is looked at from the three hundred and first day', () => {
    const father = man('1980-01-01', { diedOn: '2025-01-01' })
    expect(birth('2025-10-28', { father })).toEqual([])
    expect(birth('2025-10-29', { father })).toEqual(['father-dead-before-birth:warn'])
  })

  it('close to another of the same mother is looked at, unless they are twins', () => {
    expect(birth('2026-06-01', { siblings: [person('2026-01-01')] })).toEqual(['births-too-close:warn'])
    expect(birth('2026-08-01', { siblings: [person('2026-01-01')] })).toEqual([])
    expect(birth('2026-01-02', { siblings: [person('2026-01-01')] })).toEqual([])
    expect(birth('2026-01-05', { siblings: [person('2026-01-01')] }, true)).toEqual([])
  })

  it('that has not come yet is refused', () => {
    expect(birth('2026-12-01', {})).toEqual(['in-future:refuse'])
  })
})

describe('a marriage', () => {
  const marry = (a: PlausiblePerson, partner: PlausiblePerson, more = {}) =>
    codes(a, {}, { kind: 'marriage', on: '2026-11-20', partner, ...more })
  const [bride, groom] = [person('2000-01-01'), man('1999-01-01')]

  it('of two adults who are free is believed', () => {
    expect(marry(groom, bride)).toEqual([])
  })

  it('is refused while married, below the age, and to a close relative; a court may allow the first two', () => {
    expect(marry({ ...groom, isMarried: true }, bride)).toEqual(['already-married:refuse'])
    expect(marry({ ...groom, isMarried: true }, bride, { hasPermission: true })).toEqual([])
    expect(marry(groom, person('2007-11-21'))).toEqual(['below-marriage-age:refuse'])
    expect(marry(groom, person('2007-11-20'))).toEqual([])
    expect(marry(groom, person('2008-01-01'), { hasDispensation: true })).toEqual([])
    expect(marry(groom, bride, { areCloseRelatives: true })).toEqual(['close-relative:refuse'])
  })

  it('is refused of the dead and looked at of who moved away', () => {
    expect(marry({ ...groom, status: 'dead', diedOn: '2026-01-01' }, bride)).toEqual(['number-of-dead:refuse'])
    expect(marry(groom, { ...bride, status: 'moved' })).toEqual(['number-of-moved:warn'])
  })
})

describe('a death, a number, a family', () => {
  it('nobody dies twice, before birth, or tomorrow', () => {
    expect(codes(person('1990-01-01'), {}, { kind: 'death', on: '2026-11-23' })).toEqual([])
    expect(codes(person('1990-01-01'), {}, { kind: 'death', on: '1989-01-01' })).toEqual(['death-before-birth:refuse'])
    expect(codes(person('1990-01-01'), {}, { kind: 'death', on: '2026-11-24' })).toEqual(['in-future:refuse'])
    const dead = person('1990-01-01', { status: 'dead', diedOn: '2020-01-01' })
    expect(codes(dead, {}, { kind: 'death', on: '2026-01-01' })).toEqual(['dead-already:refuse'])
    expect(codes(dead, {}, { kind: 'number-used', on: '2026-01-01' })).toEqual(['number-of-dead:refuse'])
    expect(codes(dead, {}, { kind: 'number-used', on: '2019-01-01' })).toEqual([])
  })

  it('who is recorded as older than anybody gets, and cards without head or with a crowd, are looked at', () => {
    expect(codes(person('1900-01-01'), {}, { kind: 'record', on: today })).toEqual(['too-old:warn'])
    const family = { headIsMember: true, hasHead: true, members: 4 }
    const of = (more: object) =>
      codes(person('1990-01-01'), { family: { ...family, ...more } }, { kind: 'record', on: today })
    expect(of({})).toEqual([])
    expect(of({ hasHead: false, headIsMember: false })).toEqual(['no-head:warn'])
    expect(of({ headIsMember: false })).toEqual(['head-elsewhere:warn'])
    expect(of({ members: 200 })).toEqual(['crowded:warn'])
  })
})

const isoDay = fc
  .date({ min: new Date('1880-01-01T00:00:00Z'), max: new Date('2040-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const anybody = fc.record({
  fullName: fc.constantFrom('Suharto', "Ma'ruf Amin", 'R. A. Kartini'),
  sex: fc.constantFrom('male' as const, 'female' as const),
  birthOn: isoDay,
  diedOn: fc.option(isoDay, { nil: undefined }),
})

describe('whatever the register holds', () => {
  it('a judgement is made, says something in both languages, and is the same again', () => {
    fc.assert(
      fc.property(
        anybody,
        anybody,
        anybody,
        fc.array(anybody, { maxLength: 4 }),
        isoDay,
        (self, mother, father, siblings, on) => {
          for (const kind of ['birth', 'death', 'marriage', 'number-used', 'record'] as const) {
            const event = { kind, on, partner: mother } as PlausibleEvent
            const found = findContradictions(self, { mother, father, siblings }, event, context)
            expect(findContradictions(self, { mother, father, siblings }, event, context)).toEqual(found)
            expect(new Set(found.map(({ code }) => code)).size).toBe(found.length)
            for (const { say } of found) expect(`${say.id}${say.en}`).not.toMatch(/\{\w+\}/)
          }
        },
      ),
    )
  })

  it('a child is never younger than nothing: a mother born later is always refused', () => {
    fc.assert(
      fc.property(isoDay, isoDay, (child, mother) => {
        const refused = birth(child, { mother: person(mother) }).includes('older-than-mother:refuse')
        expect(refused).toBe(mother >= child)
      }),
    )
  })

  it('later deaths of parents only ever remove findings about them', () => {
    fc.assert(
      fc.property(isoDay, isoDay, isoDay, (child, early, late) => {
        const [first, second] = [early, late].sort() as [string, string]
        const dead = (diedOn: string) => birth(child, { mother: person('1850-01-01', { diedOn }) })
        expect(dead(first)).toEqual(expect.arrayContaining(dead(second)))
      }),
    )
  })
})
