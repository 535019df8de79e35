import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countLateMonths } from './sanction/months.ts'
import { amounts, ask, refusal, row, total } from './testing.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

describe('months of lateness', () => {
  const started = (due: string, paid: string) => countLateMonths(day(due), day(paid), 'started')

  it('begin the day after the due date, a part of a month being a full one', () => {
    expect(started('2026-01-31', '2026-01-31')).toBe(0)
    expect(started('2026-01-31', '2026-02-01')).toBe(1)
    expect(started('2026-01-31', '2026-02-28')).toBe(1)
    expect(started('2026-01-31', '2026-03-01')).toBe(2)
    expect(started('2026-01-31', '2026-03-31')).toBe(2)
    expect(started('2024-02-29', '2025-02-28')).toBe(12)
    expect(started('2024-02-29', '2025-03-01')).toBe(13)
    expect(started('2026-06-30', '2026-01-01')).toBe(0)
  })

  it('may be counted by the number of the month where the region says so', () => {
    expect(countLateMonths(day('2026-01-15'), day('2026-02-01'), 'calendar')).toBe(1)
    expect(countLateMonths(day('2026-01-15'), day('2026-01-20'), 'calendar')).toBe(1)
    expect(countLateMonths(day('2026-01-15'), day('2026-03-31'), 'calendar')).toBe(2)
  })

  it('never fall when payment is later, and each month has its day of change', () => {
    const start = day('2024-01-31')
    const later = fc.integer({ min: 0, max: 2000 })
    fc.assert(
      fc.property(later, later, (one, other) => {
        const months = (days: number) => countLateMonths(start, start.add({ days }), 'started')
        expect(months(Math.max(one, other))).toBeGreaterThanOrEqual(months(Math.min(one, other)))
        expect(months(one + 1) - months(one)).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('interest on late payment', () => {
  const late = (paidOn: string, more: object = {}) =>
    ask('late-interest', { principal: 1_000_000, dueOn: '2024-03-31', paidOn, ...more })

  it('is one percent a month, for 24 months at most', () => {
    expect(total(late('2024-03-31'))).toBe(0)
    expect(total(late('2024-04-01'))).toBe(10_000)
    expect(total(late('2026-03-31'))).toBe(240_000)
    expect(total(late('2026-04-01'))).toBe(240_000)
  })

  it('goes to whom the tax belongs', () => {
    expect(late('2024-04-01', { destination: 'province' }).lines[0]?.destination).toBe('province')
  })

  it('was two percent under the older law, and says so of an old debt', () => {
    const old = { principal: 1_000_000, dueOn: '2023-03-31', paidOn: '2023-05-01' }
    expect(total(ask('late-interest', old, { date: '2023-06-30' }))).toBe(40_000)
    expect(ask('late-interest', old).warnings).toHaveLength(1)
    expect(late('2024-04-01').warnings).toHaveLength(0)
  })

  it('counts as the row of the region says', () => {
    const rows = [row('tax.sanction.month-counting', 'calendar', 'text')]
    const input = { principal: 1_000_000, dueOn: '2026-01-15', paidOn: '2026-03-31' }
    expect(total(ask('late-interest', input))).toBe(30_000)
    expect(total(ask('late-interest', input, { rows }))).toBe(20_000)
  })
})

describe('assessments', () => {
  const of = (document: string, more: object = {}) =>
    amounts(ask('assessment', { document, shortfall: 10_000_000, months: 30, ...more }))

  it('bear interest up to 24 months, by their ground', () => {
    expect(of('correction')).toEqual({ shortfall: 10_000_000, interest: 2_400_000 })
    expect(of('audit')).toEqual({ shortfall: 10_000_000, interest: 4_320_000 })
  })

  it('made ex officio bear interest and the increase of their tax', () => {
    expect(of('ex-officio')).toEqual({ shortfall: 10_000_000, interest: 5_280_000, increase: 5_000_000 })
    expect(of('ex-officio', { tax: 'bphtb', months: 1 })).toEqual({
      shortfall: 10_000_000,
      interest: 220_000,
      increase: 2_500_000,
    })
  })

  it('after new data double the tax, without interest', () => {
    expect(of('additional')).toEqual({ shortfall: 10_000_000, increase: 10_000_000 })
  })
})

describe('instalments', () => {
  it('make the tax exactly, whatever their number, with interest on what remains', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), fc.integer({ min: 1, max: 60 }), (principal, months) => {
        const result = ask('instalments', { principal, months })
        const parts = Object.entries(amounts(result)).filter(([id]) => id.startsWith('instalment-'))
        expect(parts.reduce((sum, [, amount]) => sum + amount, 0)).toBe(principal)
      }),
      { numRuns: 50 },
    )
    expect(amounts(ask('instalments', { principal: 3_000_000, months: 3 }))).toEqual({
      'instalment-1': 1_000_000,
      'interest-1': 18_000,
      'instalment-2': 1_000_000,
      'interest-2': 12_000,
      'instalment-3': 1_000_000,
      'interest-3': 6000,
    })
  })

  it('of a deferral are one payment, with interest on all of it each month', () => {
    const plan = amounts(ask('instalments', { manner: 'deferral', principal: 1_000_000, months: 2 }))
    expect(plan).toEqual({ 'interest-1': 6000, 'instalment-2': 1_000_000, 'interest-2': 6000 })
  })
})

describe('disputes', () => {
  it('fine only what was not paid before, and never less than nothing', () => {
    const fine = (stage: string, paidBefore: number) =>
      total(ask('dispute-fine', { stage, decided: 1_000_000, paidBefore }))
    expect([fine('objection', 0), fine('appeal', 0), fine('appeal', 400_000), fine('appeal', 2_000_000)]).toEqual([
      300_000, 600_000, 360_000, 0,
    ])
  })
})

describe('retributions', () => {
  const home = { area: 36, floors: 1, use: 'dwelling', complexity: 'simple', permanence: 'permanent' }
  const pbg = (input: object, date?: string) => ask('retribution.pbg', input, date ? { date } : {})

  it('of buildings add up, works and all', () => {
    const works = [{ work: 'fence', volume: 20 }]
    expect(amounts(pbg({ buildings: [home, { ...home, floors: 2 }], works }))).toEqual({
      'building-1': 162_000,
      'building-2': 190_485,
      'works-1': 1_200_000,
    })
  })

  it('spare the state, houses of worship and homes of low income of the allowed size', () => {
    expect(total(pbg({ buildings: [{ ...home, owner: 'state' }] }))).toBe(0)
    expect(total(pbg({ buildings: [{ ...home, use: 'religious' }] }))).toBe(0)
    expect(total(pbg({ buildings: [{ ...home, isLowIncome: true }] }))).toBe(0)
    const large = pbg({ buildings: [{ ...home, area: 49, isLowIncome: true }] })
    expect(total(large)).toBe(220_500)
    expect(large.warnings).toHaveLength(1)
    const early = () => pbg({ buildings: [{ ...home, isLowIncome: true }] }, '2024-11-24')
    expect(refusal(early)?.path).toBe('buildings.0.isLowIncome')
  })

  it('of a house change their index at 100 m², not below', () => {
    expect(total(pbg({ buildings: [{ ...home, area: '99.99' }] }))).toBe(449_955)
    expect(total(pbg({ buildings: [{ ...home, area: 100 }] }))).toBe(510_000)
  })

  it('say at the field that no coefficient is known for so many floors', () => {
    expect(refusal(() => pbg({ buildings: [{ ...home, floors: 9 }] }))?.path).toBe('buildings.0.floors')
  })

  it('of other services are tariff by amount and time, as the region set them', () => {
    const items = [
      { service: 'parking-car', quantity: 3 },
      { service: 'land-use', quantity: 200, time: 2 },
    ]
    expect(amounts(ask('retribution', { items }))).toEqual({ 'item-1': 12_000, 'item-2': 2_000_000 })
    expect(amounts(ask('retribution', { items }, { date: '2023-06-30' }))).toEqual({
      'item-1': 6000,
      'item-2': 1_200_000,
    })
    expect(refusal(() => ask('retribution', { items }, { region: '33.20' }))?.path).toBe('items.0.tariff')
  })
})

describe('arrears at Samsat', () => {
  const bill = (dueOn: string) =>
    ask('samsat', {
      pkbIs: 'given',
      pkb: 1_000_000,
      contribution: 'none',
      arrears: [{ pkb: 1_000_000, dueOn }],
    })

  it('bear interest until the day that is asked, and the surcharge of their own year', () => {
    expect(amounts(bill('2025-06-30'))).toEqual({
      pkb: 1_000_000,
      'opsen-pkb': 660_000,
      'arrear-1': 1_000_000,
      'arrear-1-opsen-pkb': 660_000,
      'fine-arrear-1': 120_000,
      'fine-arrear-1-opsen-pkb': 79_200,
    })
    expect(amounts(bill('2024-06-30'))).toMatchObject({ 'arrear-1': 1_000_000, 'fine-arrear-1': 240_000 })
    expect(amounts(bill('2024-06-30'))['arrear-1-opsen-pkb']).toBeUndefined()
  })
})
