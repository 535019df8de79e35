import { type Rate, type Rounding, rate, rupiah, type Sen, times } from '#kernel/money/money.ts'

/** A building as its retribution sees it. */
export interface Building {
  /** Floor area of all floors in m², at most four digits after the comma. */
  readonly area: number
  readonly floors: number
  /** Use without the size: "dwelling", "business", "mixed". */
  readonly use: string
  readonly complexity: string
  readonly permanence: string
  /** New, or which kind of repair or conservation. */
  readonly work: string
  readonly owner: string
  readonly isLowIncomeHome: boolean
}

type Indices = Readonly<Record<string, string>>
interface Small {
  readonly areaBelow: string
  readonly floorsBelow: number
}

/** The figures of law by which a building's retribution is computed, as the dated rules hold them. */
export interface RetributionLaw {
  /** Whole rupiah a m² (SHST). */
  readonly unitCost: number
  readonly locality: string
  readonly functions: Indices
  readonly smallDwelling: Small
  readonly smallMixed: Small
  readonly weights: Indices
  readonly parameters: Indices
  readonly floors: Indices
  readonly owners: Indices
  readonly works: Indices
  readonly rounding: Rounding
  /** "exact", or to how many digits the integrated index is rounded before it is used. */
  readonly indexRounding: string
  readonly lowIncomeShare: string
}

export interface Retribution {
  /** Whole rupiah. */
  readonly amount: number
  readonly functionIndex: Rate
  readonly sum: Rate
  readonly integrated: Rate
  readonly workIndex: Rate
}

/**
 * Retribution = floor area × (Ilo × SHST) × It × Ibg, with It = If × Σ(bp × Ip) × Fm, as exact fractions that are
 * rounded once, at the end.
 * @basis PP 16/2021 Lampiran II; UU 1/2022 pasal 88
 * @throws RangeError naming the index that no row of law holds
 */
export function buildingRetribution(building: Building, law: RetributionLaw): Retribution {
  const functionIndex = indexOf(law.functions, functionOf(building, law))
  const part = (weight: string, index: Rate) => product(indexOf(law.weights, weight), index)
  const sum = [
    part('complexity', indexOf(law.parameters, building.complexity)),
    part('permanence', indexOf(law.parameters, building.permanence)),
    part('height', indexOf(law.floors, String(building.floors))),
  ].reduce(plus)
  const exact = product(product(functionIndex, sum), indexOf(law.owners, building.owner))
  const integrated = law.indexRounding === 'exact' ? exact : rounded(exact, Number(law.indexRounding))
  const workIndex = indexOf(law.works, building.work)
  const share = building.isLowIncomeHome ? rate(law.lowIncomeShare) : one
  const whole = [areaOf(building.area), rate(law.locality), integrated, workIndex, share].reduce(product)
  const sen = times(rupiah(law.unitCost), whole, law.rounding)
  return { amount: Number(sen / 100n), functionIndex, sum, integrated, workIndex }
}

/**
 * The line of the index table for a use of this size.
 * @basis PP 16/2021 Lampiran II: hunian < 100 m² dan < 2 lantai; campuran kecil
 */
export function functionOf({ use, area, floors }: Building, law: RetributionLaw): string {
  const isBelow = (small: Small) => area < Number(small.areaBelow) && floors < small.floorsBelow
  if (use === 'dwelling' && isBelow(law.smallDwelling)) return 'dwelling-small'
  return use === 'mixed' && isBelow(law.smallMixed) ? 'mixed-small' : use
}

/** "0.21165" */
export function sayRate({ numerator, denominator }: Rate): string {
  const digits = String((numerator * 10n ** 12n) / denominator).padStart(13, '0')
  const [whole, rest] = [digits.slice(0, -12), digits.slice(-12).replace(/0+$/, '')]
  return rest ? `${whole}.${rest}` : whole
}

const one: Rate = { numerator: 1n, denominator: 1n }
const areaScale = 10_000

function areaOf(area: number): Rate {
  if (!Number.isFinite(area) || area < 0) throw new RangeError(`${area} is no floor area`)
  return { numerator: BigInt(Math.round(area * areaScale)), denominator: BigInt(areaScale) }
}

function indexOf(indices: Indices, name: string): Rate {
  const found = indices[name]
  if (found === undefined) throw new RangeError(`no index is known for "${name}"`)
  return rate(found)
}

function product(a: Rate, b: Rate): Rate {
  return { numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator }
}

function plus(a: Rate, b: Rate): Rate {
  return {
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  }
}

function rounded({ numerator, denominator }: Rate, digits: number): Rate {
  const scale = 10n ** BigInt(digits)
  return { numerator: (numerator * scale * 2n + denominator) / (denominator * 2n), denominator: scale }
}

/** What a stall is to one trader on a day. */
export type StallStanding = 'free' | 'mine' | 'taken'

export interface StallTenure {
  readonly holderPersonId: string
  readonly toOn: string
}

/** A tenure that has run out leaves the stall free, though nobody wrote its end down. */
export function standingOf(tenure: StallTenure | undefined, personId: string, today: string): StallStanding {
  if (!tenure || tenure.toOn < today) return 'free'
  return tenure.holderPersonId === personId ? 'mine' : 'taken'
}

/** What everybody may know of a stall. */
export type StallState = 'free' | 'let' | 'closed'

/**
 * Fee of a stall from a day to the same day of the next year: rate for each square metre and day.
 * @basis UU 1/2022 pasal 88
 */
export function yearlyStallFee(area: string, ratePerDay: number, from: Temporal.PlainDate): Sen {
  const { days } = from.until(from.add({ years: 1 }), { largestUnit: 'days' })
  return times(rupiah(ratePerDay) * BigInt(days), rate(area), 'half-up')
}
