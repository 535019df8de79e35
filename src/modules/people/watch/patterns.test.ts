import { describe, expect, it } from 'vitest'
import { findPatterns, type Home, marksOf, type ReadingCounts } from './patterns.ts'

const limits = {
  perHour: 40,
  perDay: 150,
  stopPerHour: 80,
  ownNeighbours: 3,
  ownNeighboursMonth: 10,
  ownName: 5,
  withoutCase: 60,
  outsideHours: 5,
}
const none = { 'own-family': 0, 'own-neighbour': 0, 'own-name': 0, 'outside-hours': 0, 'without-case': 0 }
const patterns = (counts: Partial<ReadingCounts>) =>
  findPatterns({ lastHour: 0, today: 0, marked: none, ...counts }, limits).map(
    ({ pattern, severity }) => `${pattern}:${severity}`,
  )

describe('patterns in what an officer read', () => {
  it('begin beyond the limit and not at it', () => {
    expect(patterns({ lastHour: 40, today: 150 })).toEqual([])
    expect(patterns({ lastHour: 41 })).toEqual(['per-hour:alarm'])
    expect(patterns({ today: 151 })).toEqual(['per-day:alarm'])
    expect(patterns({ lastHour: 81 })).toEqual(['stop-per-hour:stop', 'per-hour:alarm'])
  })

  it('one look at the own household is one, three neighbours are, two are not', () => {
    expect(patterns({ marked: { ...none, 'own-family': 1 } })).toEqual(['own-family:alarm'])
    expect(patterns({ marked: { ...none, 'own-neighbour': 2 } })).toEqual([])
    expect(patterns({ marked: { ...none, 'own-neighbour': 3 } })).toEqual(['own-neighbours:alarm'])
    expect(patterns({ marked: { ...none, 'outside-hours': 5, 'own-name': 5, 'without-case': 60 } })).toEqual([
      'own-name:notice',
      'without-case:notice',
      'outside-hours:notice',
    ])
  })
})

describe('how somebody stands to the officer', () => {
  const home = (more: Partial<Home> = {}): Home => ({
    personId: 'p',
    familyId: 'f1',
    villageCode: '99.01.01.1001',
    rt: '3',
    rw: '1',
    street: ['melati', '12'],
    lastName: 'siregar',
    ...more,
  })
  const other = (more: Partial<Home> = {}) =>
    home({ familyId: 'f2', rt: '7', rw: '4', street: ['kenanga', '12'], lastName: 'lubis', ...more })

  it('the same card, the same RT, the same street of one village, the same last name', () => {
    expect(marksOf(home(), home())).toEqual(['own-family', 'own-name'])
    expect(marksOf(home(), other({ rt: '3', rw: '1' }))).toEqual(['own-neighbour'])
    expect(marksOf(home(), other({ street: ['melati', '40'] }))).toEqual(['own-neighbour'])
    expect(marksOf(home(), other({ lastName: 'siregar' }))).toEqual(['own-name'])
  })

  it('nothing of it elsewhere, or when nothing is known', () => {
    expect(marksOf(home(), other())).toEqual([])
    expect(marksOf(home(), other({ rt: '3', rw: '1', villageCode: '99.01.01.1002' }))).toEqual([])
    const unknown = home({
      familyId: undefined,
      villageCode: undefined,
      rt: undefined,
      rw: undefined,
      street: [],
      lastName: undefined,
    })
    expect(marksOf(unknown, unknown)).toEqual([])
  })
})
