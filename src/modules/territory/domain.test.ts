import { describe, expect, it } from 'vitest'
import { chosenArea, codesDownTo, isAreaCode, isWithin, levelOf, searchName } from './domain.ts'

describe('area code', () => {
  it('has two, four, six or ten digits in dotted groups', () => {
    for (const code of ['99', '99.01', '99.01.02', '99.01.02.2003']) expect(isAreaCode(code)).toBe(true)
    for (const code of ['', '9', '99.1', '99.01.02.03', '9901', '99.01.02.2003.1', "99' or 1"]) {
      expect(isAreaCode(code)).toBe(false)
    }
  })

  it('lies within every code above it and never within a code that only begins alike', () => {
    expect(isWithin('99.01.02.2003', '99.01')).toBe(true)
    expect(isWithin('99.01', '99.01')).toBe(true)
    expect(isWithin('99.01', '')).toBe(true)
    expect(isWithin('99.011', '99.01')).toBe(false)
  })

  it('names its level and the codes above it', () => {
    expect(levelOf('99.01.02')).toBe('district')
    expect(levelOf('990102')).toBeUndefined()
    expect(codesDownTo('99.01.02')).toEqual(['99', '99.01', '99.01.02'])
  })
})

describe('address picker', () => {
  const values = (given: Record<string, string>) => (name: string) => given[name] ?? ''

  it('gives the narrowest chosen area', () => {
    const given = { 'home-province': '99', 'home-regency': '99.01', 'home-district': '99.01.02', 'home-village': '' }
    expect(chosenArea('home', values(given))).toBe('99.01.02')
  })

  it('forgets a regency that belongs to another province', () => {
    expect(chosenArea('home', values({ 'home-province': '32', 'home-regency': '99.01' }))).toBe('32')
    expect(chosenArea('home', values({ 'home-regency': '99.01' }))).toBe('')
  })
})

it('search names have no accents, capitals or signs', () => {
  expect(searchName("  Soka'an  Ékali")).toBe('soka an ekali')
})
