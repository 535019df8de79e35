import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  coversDay,
  findCollision,
  type Holding,
  holdersOn,
  holdingState,
  liesWithin,
  overlaps,
  unitPath,
} from './domain.ts'

const day = fc
  .integer({ min: 0, max: 800 })
  .map((n) => Temporal.PlainDate.from('2025-01-01').add({ days: n }).toString())
const period = fc.tuple(day, fc.option(day)).map(([a, b]) => {
  const [from = a, to = a] = [a, b ?? a].sort()
  return { from, to: b === null ? null : to }
})

const holding = (more: Partial<Holding>): Holding => ({
  id: 'a',
  officialId: 'o1',
  manner: 'definitif',
  from: '2026-01-01',
  to: null,
  ...more,
})

describe('periods', () => {
  it('count from the first to the last day, both inclusive', () => {
    const july = { from: '2026-07-01', to: '2026-07-31' }
    expect(['2026-06-30', '2026-07-01', '2026-07-31', '2026-08-01'].map((d) => coversDay(july, d))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(coversDay({ from: '2026-07-01' }, '2099-01-01')).toBe(true)
  })

  it('overlap exactly when there is a day in both', () => {
    fc.assert(
      fc.property(period, period, day, (a, b, d) => {
        expect(overlaps(a, b)).toBe(overlaps(b, a))
        if (coversDay(a, d) && coversDay(b, d)) expect(overlaps(a, b)).toBe(true)
        if (overlaps(a, b)) expect(coversDay(a, b.from) || coversDay(b, a.from)).toBe(true)
      }),
    )
  })

  it('lie within another when each of their days does', () => {
    fc.assert(
      fc.property(period, period, day, (inner, outer, d) => {
        if (liesWithin(inner, outer) && coversDay(inner, d)) expect(coversDay(outer, d)).toBe(true)
      }),
    )
  })

  it('are coming, current or ended', () => {
    const march = { from: '2026-03-01', to: '2026-03-31' }
    expect(['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map((d) => holdingState(march, d))).toEqual([
      'coming',
      'current',
      'current',
      'ended',
    ])
  })
})

describe('holders of a post', () => {
  it('are the definitive one first, then Plt, then Plh', () => {
    const list = [
      holding({ id: 'plh', manner: 'plh' }),
      holding({ id: 'plt', manner: 'plt' }),
      holding({ id: 'def' }),
      holding({ id: 'old', to: '2026-02-01' }),
    ]
    expect(holdersOn(list, '2026-05-05').map(({ id }) => id)).toEqual(['def', 'plt', 'plh'])
  })

  it('collide when two are definitive, or a Plt stands beside a definitive one; a Plh may', () => {
    const def = holding({})
    const wanted = (manner: Holding['manner'], more = {}) => ({
      manner,
      officialId: 'o2',
      from: '2026-06-01',
      to: '2026-06-30',
      ...more,
    })
    expect(findCollision(wanted('definitif'), [def])).toBe(def)
    expect(findCollision(wanted('plt'), [def])).toBe(def)
    expect(findCollision(wanted('plh'), [def])).toBeUndefined()
    expect(findCollision(wanted('plh', { officialId: 'o1' }), [def])).toBe(def)
    expect(findCollision(wanted('plt'), [holding({ to: '2026-05-31' })])).toBeUndefined()
  })
})

it('the path of a unit is that of its parent and its code', () => {
  expect(unitPath(undefined, 'disdukcapil')).toBe('disdukcapil')
  expect(unitPath('disdukcapil', 'capil')).toBe('disdukcapil.capil')
})
