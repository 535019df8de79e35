import type { AnyCalculator } from '../calculation/calculator.ts'
import { consumptionCalculators } from './consumption/index.ts'
import { employmentCalculators } from './employment/index.ts'
import { importCalculators } from './import/index.ts'
import { incomeCalculators } from './income/index.ts'
import { localCalculators } from './local/index.ts'
import { retributionCalculators } from './retribution/index.ts'
import { sanctionCalculators } from './sanction/index.ts'

/** Every calculator, in the order of the page. A list for each subject, so that subjects grow beside each other. */
export const calculators: readonly AnyCalculator[] = [
  ...employmentCalculators,
  ...incomeCalculators,
  ...consumptionCalculators,
  ...importCalculators,
  ...localCalculators,
  ...retributionCalculators,
  ...sanctionCalculators,
]

const byKind = new Map(calculators.map((calculator) => [calculator.kind, calculator]))

export function findCalculator(kind: string): AnyCalculator | undefined {
  return byKind.get(kind)
}
