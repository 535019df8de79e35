import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type RuleUse, readRuleFiles } from '#modules/rules/index.ts'
import { type Building, standingOf } from './domain.ts'
import { buildingRetributionFormula as formula } from './formulas/building-retribution.ts'

const { rules } = readRuleFiles()
const shipped = (key: string): RuleUse => {
  const rule = rules.find((row) => row.key === key)
  if (!rule) throw new Error(`no rule ${key}`)
  return { ...rule, id: key } as RuleUse
}
const home: Building = {
  area: 120,
  floors: 2,
  use: 'dwelling',
  complexity: 'simple',
  permanence: 'permanent',
  work: 'new',
  owner: 'other',
  isLowIncomeHome: false,
}
const amountOf = (change: Partial<Building>, ruleOf = shipped) => formula.run({ ...home, ...change }, ruleOf).amount
const withRule = (key: string, value: unknown) => (asked: string) =>
  asked === key ? { ...shipped(key), value } : shipped(asked)

describe('the retribution of a building', () => {
  it('of the published example, 120 m² on two floors, is Rp634,950', () => {
    expect(amountOf({})).toBe(634_950)
  })

  it('tells every index on the way, It as 0.21165', () => {
    const values = formula.run({ ...home }, shipped).trace.map((line) => line.value)
    expect(values).toEqual(['120', '5000000', '0.005', '0.17', '1.245', '0.21165', '1', 'down'])
  })

  it('differs when It is rounded to three digits, which the law does not do: Rp636,000', () => {
    expect(amountOf({}, withRule('licensing.building.index-rounding', '3'))).toBe(636_000)
  })

  it('of a home below 100 m² on one floor uses the lower index', () => {
    // Σ = 0.3 + 0.4 + 0.5 = 1.2; It = 0.15 × 1.2 = 0.18; 45.5 × 25,000 × 0.18 = 204,750
    expect(amountOf({ area: 45.5, floors: 1 })).toBe(204_750)
    // The same area on two floors has the index of larger homes.
    expect(amountOf({ area: 45.5 })).toBe(Math.floor((45.5 * 25_000 * 21_165) / 100_000))
  })

  it('of a repair is that share of a new building, and of a home for low incomes nothing', () => {
    // 634,950 × 0.225 = 142,863.75 and × 0.325 = 206,358.75, rounded down
    expect(amountOf({ work: 'repair-medium' })).toBe(142_863)
    expect(amountOf({ work: 'repair-heavy' })).toBe(206_358)
    expect(amountOf({ isLowIncomeHome: true })).toBe(0)
  })

  it('of a house of worship and of the state’s own building is nothing', () => {
    expect(amountOf({ use: 'religious' })).toBe(0)
    expect(amountOf({ owner: 'state' })).toBe(0)
  })

  it('is rounded as the rule says', () => {
    const half = withRule('licensing.building.rounding', 'half-up')
    expect(amountOf({ work: 'repair-medium' }, half)).toBe(142_864)
    expect(() => amountOf({}, withRule('licensing.building.rounding', 'somehow'))).toThrow(/way of rounding/)
  })

  it('is refused, naming the index, when no row holds one', () => {
    expect(() => amountOf({ use: 'castle' })).toThrow(/"castle"/)
    expect(() => amountOf({ floors: 40 })).toThrow(/"40"/)
    expect(() => amountOf({ area: -1 })).toThrow(/-1/)
  })

  const uses = ['dwelling', 'business', 'business-prototype', 'religious', 'special', 'social', 'mixed']
  const building = fc.record({
    floors: fc.integer({ min: 1, max: 8 }),
    use: fc.constantFrom(...uses),
    complexity: fc.constantFrom('simple', 'not-simple'),
    permanence: fc.constantFrom('permanent', 'temporary'),
    work: fc.constantFrom('new', 'repair-medium', 'repair-heavy', 'heritage-utama'),
    owner: fc.constantFrom('other', 'state'),
    isLowIncomeHome: fc.boolean(),
  })
  const area = fc.integer({ min: 0, max: 5_000_000 }).map((hundredths) => hundredths / 100)

  it('is never negative, always whole, and never falls when the building grows', () => {
    fc.assert(
      fc.property(building, area, area, (one, a, b) => {
        const [small, large] = [Math.min(a, b), Math.max(a, b)]
        const [less, more] = [amountOf({ ...one, area: small }), amountOf({ ...one, area: large })]
        expect(Number.isSafeInteger(less) && less >= 0).toBe(true)
        expect(more).toBeGreaterThanOrEqual(less)
      }),
    )
  })
})

describe('a stall', () => {
  const tenure = { holderPersonId: 'p1', toOn: '2026-12-31' }
  it('is free, one’s own or another’s; one that has run out is free again', () => {
    expect(standingOf(undefined, 'p1', '2026-11-22')).toBe('free')
    expect(standingOf(tenure, 'p1', '2026-12-31')).toBe('mine')
    expect(standingOf(tenure, 'p2', '2026-11-22')).toBe('taken')
    expect(standingOf(tenure, 'p2', '2027-01-01')).toBe('free')
  })
})
