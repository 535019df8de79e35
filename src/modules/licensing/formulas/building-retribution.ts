import type { LocalText } from '#kernel/i18n/texts.ts'
import type { Rounding } from '#kernel/money/money.ts'
import type { RuleUse } from '#modules/rules/index.ts'
import type { CostFormula } from '#modules/services/index.ts'
import { type Building, buildingRetribution, type RetributionLaw, sayRate } from '../domain.ts'

const keys = {
  unitCost: 'licensing.building.unit-cost',
  locality: 'licensing.building.locality-index',
  functions: 'licensing.building.function-index',
  smallDwelling: 'licensing.building.small-dwelling',
  smallMixed: 'licensing.building.small-mixed',
  weights: 'licensing.building.weights',
  parameters: 'licensing.building.parameters',
  floors: 'licensing.building.floor-index',
  owners: 'licensing.building.owner-factor',
  works: 'licensing.building.work-index',
  rounding: 'licensing.building.rounding',
  indexRounding: 'licensing.building.index-rounding',
  lowIncomeShare: 'licensing.building.low-income-share',
} as const satisfies Record<keyof RetributionLaw, string>

const label = (id: string, en: string): LocalText => ({ id, en })

/**
 * Retribution of a building approval, for `licensing.building-retribution` in definitions.
 * @basis PP 16/2021 pasal 261 dan Lampiran II; UU 1/2022 pasal 88
 */
export const buildingRetributionFormula: CostFormula = {
  inputs: {
    area: 'm2',
    floors: 'floor',
    use: 'text',
    complexity: 'text',
    permanence: 'text',
    work: 'text',
    owner: 'text',
    isLowIncomeHome: 'yes-no',
  },
  rules: Object.values(keys),
  run(inputs, ruleOf) {
    const building: Building = {
      area: Number(inputs['area']),
      floors: Number(inputs['floors']),
      use: String(inputs['use']),
      complexity: String(inputs['complexity']),
      permanence: String(inputs['permanence']),
      work: String(inputs['work']),
      owner: String(inputs['owner']),
      isLowIncomeHome: inputs['isLowIncomeHome'] === true,
    }
    const law = lawFrom(ruleOf)
    const { amount, functionIndex, sum, integrated, workIndex } = buildingRetribution(building, law)
    return {
      amount,
      trace: [
        { label: label('Luas lantai (m²)', 'Floor area (m²)'), value: String(building.area) },
        { label: label('SHST (rupiah per m²)', 'SHST (rupiah a m²)'), value: String(law.unitCost) },
        { label: label('Indeks lokalitas (Ilo)', 'Locality index (Ilo)'), value: law.locality },
        { label: label('Indeks fungsi (If)', 'Function index (If)'), value: sayRate(functionIndex) },
        { label: label('Jumlah bobot × indeks', 'Sum of weight × index'), value: sayRate(sum) },
        { label: label('Indeks terintegrasi (It)', 'Integrated index (It)'), value: sayRate(integrated) },
        {
          label: label('Indeks bangunan terbangun (Ibg)', 'Index of built buildings (Ibg)'),
          value: sayRate(workIndex),
        },
        ...(building.isLowIncomeHome
          ? [{ label: label('Bagian yang dibayar (MBR)', 'Share to pay (low income)'), value: law.lowIncomeShare }]
          : []),
        { label: label('Pembulatan', 'Rounding'), value: law.rounding },
      ],
    }
  },
}

function lawFrom(ruleOf: (key: string) => RuleUse): RetributionLaw {
  const entries = Object.entries(keys).map(([name, key]) => [name, ruleOf(key).value])
  const law = Object.fromEntries(entries) as RetributionLaw
  if (!roundings.includes(law.rounding)) throw new RangeError(`rule ${keys.rounding} holds no way of rounding`)
  return law
}

const roundings: readonly Rounding[] = ['down', 'half-up', 'up']
