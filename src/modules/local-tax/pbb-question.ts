import type { Question } from '#modules/tax/index.ts'

/** What the tax on one parcel is computed from, in decimal text. */
export interface PbbBasis {
  readonly landArea: string
  readonly landPrice: string
  readonly buildingArea: string
  readonly buildingPrice: string
  readonly use: string
  readonly hasUntaxed: boolean
}

/** The question to the calculator: by the law and the state of 1 January. */
export function pbbQuestion(region: string, year: number, basis: PbbBasis, lastYear: bigint): Question {
  const parts = [{ what: 'land', area: basis.landArea, price: Number(basis.landPrice) }]
  if (Number(basis.buildingArea) > 0)
    parts.push({ what: 'building', area: basis.buildingArea, price: Number(basis.buildingPrice) })
  return {
    day: Temporal.PlainDate.from({ year, month: 1, day: 1 }),
    region,
    input: {
      valueIs: 'parts',
      parts,
      use: basis.use,
      hasUntaxed: basis.hasUntaxed,
      ...(lastYear > 0n ? { lastYear: Number(lastYear / 100n) } : {}),
    },
  }
}
