import { expect, it } from 'vitest'
import { offersFor } from './offers.ts'

const today = Temporal.PlainDate.from('2026-11-23')
const offered = (births: readonly string[], cards: readonly { personId: string; kind: 'ktp-el' | 'kia' }[] = []) =>
  [
    ...offersFor(
      births.map((birthOn, index) => ({ id: String(index), birthOn })),
      { cards, today, cardAge: 17 },
    ),
  ].sort()

it('offers a grown man another print, not a first card', () => {
  expect(offered(['1994-03-12'])).toEqual(['again'])
  expect(offered(['1994-03-12'], [{ personId: '0', kind: 'ktp-el' }])).toEqual([])
})

it('offers a first card from a year before the age on, a child card until then', () => {
  expect(offered(['2010-11-23'])).toEqual(['first', 'kia'])
  expect(offered(['2010-11-24'])).toEqual(['kia'])
  expect(offered(['2009-11-23'])).toEqual(['first'])
  expect(offered(['2006-11-24'])).toEqual(['first'])
  expect(offered(['2006-11-23'])).toEqual(['again'])
})

it('looks at each of a household', () => {
  expect(offered(['1994-03-12', '2009-05-05', '2020-01-01'], [{ personId: '2', kind: 'kia' }])).toEqual([
    'again',
    'first',
  ])
})
