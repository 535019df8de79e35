import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amounts, ask, refusal, row, total } from './testing.ts'

const value = fc.integer({ min: 0, max: 1_000_000_000_000 })
const kinds = [
  ['pbb', (base: number) => ({ valueIs: 'total', njop: base })],
  ['bphtb', (base: number) => ({ value: base })],
  ['pkb', (base: number) => ({ value: base })],
  ['bbnkb', (base: number) => ({ value: base })],
  ['pbjt', (base: number) => ({ service: 'hotel', amount: base })],
  ['reklame', (base: number) => ({ contract: base })],
  ['walet', (base: number) => ({ value: base })],
  ['alat-berat', (base: number) => ({ value: base })],
  ['pbbkb', (base: number) => ({ value: base })],
] as const

describe.each(kinds)('%s', (kind, inputOf) => {
  it('is never negative, never falls when its base rises, and its lines make the total', () => {
    fc.assert(
      fc.property(value, value, (one, other) => {
        const [low, high] = [ask(kind, inputOf(Math.min(one, other))), ask(kind, inputOf(Math.max(one, other)))]
        expect(total(low)).toBeGreaterThanOrEqual(0)
        expect(total(high)).toBeGreaterThanOrEqual(total(low))
        expect(Object.values(amounts(high)).reduce((sum, each) => sum + each, 0)).toBe(total(high))
      }),
      { numRuns: 50 },
    )
  })
})

describe('land and building tax', () => {
  const tax = (input: object, date?: string) => total(ask('pbb', { valueIs: 'total', ...input }, date ? { date } : {}))

  it('is nothing up to the untaxed value, and something above it', () => {
    expect(tax({ njop: 14_999_999 })).toBe(0)
    expect(tax({ njop: 15_000_000 })).toBe(0)
    expect(tax({ njop: 16_000_000 })).toBe(660)
  })

  it('has the untaxed value on one object of a taxpayer only', () => {
    expect(tax({ njop: 15_000_000, hasUntaxed: false })).toBe(9900)
  })

  it('takes share and rate of the band; a bound belongs to the lower band', () => {
    expect(tax({ njop: 500_000_000 })).toBe(320_100)
    expect(tax({ njop: 500_000_001, hasUntaxed: false })).toBe(520_000)
  })

  it('forgives a part of the increase, and nothing of a fall', () => {
    const increased = ask('pbb', { valueIs: 'total', njop: 500_000_000, lastYear: 220_100 })
    expect(amounts(increased)).toEqual({ pbb: 320_100, relief: -50_000 })
    expect(amounts(ask('pbb', { valueIs: 'total', njop: 500_000_000, lastYear: 400_000 }))).toEqual({ pbb: 320_100 })
  })

  it('of land for food has its own rate', () => {
    expect(tax({ njop: 115_000_000, use: 'food-land' })).toBe(48_000)
  })

  it('is refused with a typed rate above national law, and only warns of a row above it', () => {
    expect(refusal(() => tax({ njop: 1, rate: 0.51 }))?.path).toBe('rate')
    expect(refusal(() => tax({ njop: 1, share: 19 }))?.path).toBe('share')
    expect(refusal(() => tax({ njop: 1, untaxed: 9_999_999 }))?.path).toBe('untaxed')
    const rows = [row('tax.pbb.rate', [{ rate: '0.006' }], 'table')]
    expect(ask('pbb', { valueIs: 'total', njop: 1 }, { rows }).warnings).toHaveLength(1)
  })

  it('of a region that is not here asks for its figures at their fields', () => {
    const of = (input: object) => () =>
      ask('pbb', { valueIs: 'total', njop: 100_000_000, ...input }, { region: '33.20' })
    expect(refusal(of({}))?.path).toBe('rate')
    expect(refusal(of({ rate: 0.11, share: 100 }))?.path).toBe('untaxed')
    const result = of({ rate: 0.11, share: 100, untaxed: 10_000_000 })()
    expect(total(result)).toBe(99_000)
    expect(result.isOfficial).toBe(false)
  })
})

describe('acquisition tax', () => {
  const tax = (input: object, date?: string) => total(ask('bphtb', input, date ? { date } : {}))

  it('is on NJOP when that is higher, except at an auction', () => {
    expect(tax({ value: 100_000_000, njop: 180_000_000 })).toBe(5_000_000)
    expect(tax({ value: 100_000_000, njop: 180_000_000, acquisition: 'auction' })).toBe(1_000_000)
  })

  it('has the untaxed value at the first acquisition, before 2024 at each', () => {
    expect(tax({ value: 80_000_000 })).toBe(0)
    expect(tax({ value: 80_000_000, isFirst: false })).toBe(4_000_000)
    expect(tax({ value: 80_000_000, isFirst: false }, '2023-06-30')).toBe(1_000_000)
  })

  it('of an inheritance is not halved: it has its own untaxed value in the closest family', () => {
    const inherited = { value: 500_000_000, acquisition: 'inheritance' }
    expect(tax(inherited)).toBe(10_000_000)
    expect(tax({ ...inherited, isFirst: false })).toBe(10_000_000)
    expect(tax({ ...inherited, isClosestFamily: false })).toBe(21_000_000)
  })

  it('frees low income homes of the size that is allowed, since the decree', () => {
    const home = { value: 180_000_000, isLowIncome: true, house: 'bought' }
    expect(tax({ ...home, floorArea: 36 })).toBe(0)
    expect(tax({ ...home, floorArea: '36.01' })).toBe(5_000_000)
    expect(tax({ ...home, house: 'self-built', floorArea: 48 })).toBe(0)
    expect(refusal(() => tax({ ...home, floorArea: 36 }, '2024-11-24'))?.path).toBe('isLowIncome')
    expect(refusal(() => tax(home))?.path).toBe('floorArea')
  })
})

describe('tax on services', () => {
  const tax = (input: object, more: object = {}) => ask('pbjt', input, more)

  it('is not collected from a small seller of food up to the limit', () => {
    const food = (monthlyTurnover: number) => tax({ service: 'food', amount: 1_000_000, monthlyTurnover })
    expect(total(food(9_000_000))).toBe(0)
    expect(food(9_000_000).warnings).toHaveLength(1)
    expect(total(food(9_000_001))).toBe(100_000)
  })

  it('is taken out of an amount that includes it', () => {
    expect(total(tax({ service: 'hotel', amount: 1_100_000, includesTax: true }))).toBe(100_000)
  })

  it('of night life stays within the national bounds', () => {
    const club = (rate: number) => () => tax({ service: 'night-entertainment', amount: 100, rate })
    expect(refusal(club(39.99))?.path).toBe('rate')
    expect(refusal(club(75.01))?.path).toBe('rate')
    expect(total(club(75)())).toBe(75)
  })

  it('of electricity made by oneself counts capacity, use, hours and price', () => {
    const own = { service: 'electricity-own', capacity: 100, usage: 50, hours: 10, unitPrice: 1500 }
    expect(total(tax(own))).toBe(11_250)
    expect(refusal(() => tax({ ...own, hours: 0 }))?.path).toBe('amount')
  })

  it('knows the rates of Jakarta, and none of a region that is not here', () => {
    expect(total(tax({ service: 'spa', amount: 100 }, { region: '31.71' }))).toBe(40)
    expect(refusal(() => tax({ service: 'spa', amount: 100 }, { region: '51.03' }))?.path).toBe('rate')
  })
})

describe('vehicle taxes', () => {
  it('rise with the order of ownership, and the last rate holds for all further', () => {
    const tax = (order: number) => amounts(ask('pkb', { value: 100_000_000, vehicle: 'motorcycle', order }))['pkb']
    expect([1, 2, 5, 6, 99].map(tax)).toEqual([1_100_000, 1_600_000, 3_100_000, 3_100_000, 3_100_000])
  })

  it('go to the province, their surcharge to the region: 66 percent of the tax, from 5 January 2025', () => {
    const bill = (date: string) => ask('pkb', { value: 100_000_000, vehicle: 'sedan' }, { date })
    expect(bill('2025-01-05').lines.map(({ id, destination }) => [id, destination])).toEqual([
      ['pkb', 'province'],
      ['opsen-pkb', 'region'],
    ])
    expect(amounts(bill('2025-01-05'))).toEqual({ pkb: 1_127_500, 'opsen-pkb': 744_150 })
    expect(amounts(bill('2025-01-04'))).toEqual({ pkb: 1_537_500 })
  })

  it('have no surcharge in Jakarta', () => {
    const bill = ask('pkb', { value: 100_000_000, vehicle: 'motorcycle', order: 2 }, { region: '31.71' })
    expect(amounts(bill)).toEqual({ pkb: 3_000_000 })
  })

  it('spare electric vehicles, which bore a tenth until 2022', () => {
    const tax = (date: string) =>
      amounts(ask('pkb', { value: 100_000_000, vehicle: 'motorcycle', isElectric: true }, { date }))['pkb']
    expect([tax('2022-06-30'), tax('2024-06-30'), tax('2026-06-30')]).toEqual([150_000, 0, 0])
  })

  it('on transfer know no weight, and since 2025 only the first transfer', () => {
    expect(amounts(ask('bbnkb', { value: 100_000_000 }))).toEqual({ bbnkb: 8_000_000, 'opsen-bbnkb': 5_280_000 })
    const used = ask('bbnkb', { value: 100_000_000, transfer: 'later' })
    expect(total(used)).toBe(0)
    expect(used.warnings).toHaveLength(1)
    expect(total(ask('bbnkb', { value: 100_000_000, transfer: 'later' }, { date: '2024-06-30' }))).toBe(1_000_000)
  })

  it('come at Samsat on one bill, each line with its destination', () => {
    const bill = ask('samsat', {
      value: 200_000_000,
      vehicle: 'minibus',
      transfer: 'first',
      isFiveYearly: true,
      lateIs: 'dates',
      dueOn: '2026-03-31',
      paidOn: '2026-04-01',
    })
    expect(bill.lines.map(({ id, destination, amount }) => [id, destination, Number(amount.decimal())])).toEqual([
      ['pkb', 'province', 2_310_000],
      ['opsen-pkb', 'region', 1_524_600],
      ['fine-pkb', 'province', 23_100],
      ['fine-opsen-pkb', 'region', 15_246],
      ['bbnkb', 'province', 16_000_000],
      ['opsen-bbnkb', 'region', 10_560_000],
      ['swdkllj', 'insurer', 143_000],
      ['stnk', 'state', 200_000],
      ['plate', 'state', 100_000],
    ])
  })

  it('ask for the dates when lateness is counted from dates', () => {
    expect(refusal(() => ask('samsat', { pkbIs: 'given', pkb: 1, lateIs: 'dates' }))?.path).toBe('dueOn')
  })
})

describe('water, minerals, advertising', () => {
  it('ground water is weighed band by band, so that one cubic metre more never costs more than its band', () => {
    const tax = (volume: number) => total(ask('air-tanah', { volume, group: 'group1' }))
    expect(tax(50)).toBe(60_000)
    expect(tax(51) - tax(50)).toBe(1440)
    expect(tax(3000)).toBe((50 * 2 + 450 * 2.4 + 500 * 2.9 + 1500 * 3.5 + 500 * 4.2) * 600)
  })

  it('minerals pay a quarter on top to the province, from 5 January 2025', () => {
    const taken = [{ mineral: 'sand', volume: 100 }]
    expect(ask('mblb', { taken }).lines.map(({ id, destination }) => [id, destination])).toEqual([
      ['mblb', 'region'],
      ['opsen-mblb', 'province'],
    ])
    expect(amounts(ask('mblb', { taken }))).toEqual({ mblb: 1_800_000, 'opsen-mblb': 450_000 })
    expect(amounts(ask('mblb', { taken }, { date: '2025-01-04' }))).toEqual({ mblb: 1_500_000 })
  })

  it('high advertising is worth more above the limit, not at it', () => {
    const tax = (height: number) =>
      total(ask('reklame', { valueIs: 'formula', boards: [{ area: 10, days: 10, height }] }))
    expect([tax(0), tax(15), tax(16)]).toEqual([87_500, 87_500, 105_000])
  })

  it('fuel of public vehicles pays a half', () => {
    expect(total(ask('pbbkb', { value: 1_000_000, isPublic: true }))).toBe(37_500)
  })
})

describe('an official result', () => {
  it('rests on checked rows only; a national limit that was not passed does not stand behind it', () => {
    const rounding = { unit: 1, mode: 'down', per: 'line' }
    const rows = [row('tax.walet.rate', '0.1', 'ratio'), row('tax.local.rounding', rounding, 'table')]
    const result = ask('walet', { value: 1_000_000 }, { rows })
    expect([result.isOfficial, result.rules.map((rule) => rule.key)]).toEqual([
      true,
      ['tax.walet.rate', 'tax.local.rounding'],
    ])
    expect(ask('walet', { value: 1_000_000, rate: 10 }, { rows }).isOfficial).toBe(false)
    expect(ask('walet', { value: 1_000_000 }, { rows: rows.slice(0, 1) }).isOfficial).toBe(false)
  })
})

describe('rounding', () => {
  it('of the total makes a line of its own, so that lines still add up', () => {
    const rows = [row('tax.local.rounding', { unit: 1000, mode: 'up', per: 'total' }, 'table')]
    const bill = ask('pkb', { value: 187_000_000, weight: '1.05', rate: '1.12' }, { rows })
    expect(amounts(bill)).toEqual({ pkb: 2_199_120, 'opsen-pkb': 1_451_419, rounding: 461 })
    expect(total(bill)).toBe(3_651_000)
  })

  it('of each line is that of the region', () => {
    const rows = [row('tax.local.rounding', { unit: 100, mode: 'down', per: 'line' }, 'table')]
    expect(amounts(ask('pkb', { value: 187_000_000, weight: '1.05', rate: '1.12' }, { rows }))).toEqual({
      pkb: 2_199_100,
      'opsen-pkb': 1_451_400,
    })
  })
})
