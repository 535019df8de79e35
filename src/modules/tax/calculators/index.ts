import type { AnyCalculator } from '../calculation/calculator.ts'
import { employmentCalculators } from './employment/index.ts'
import { incomeCalculators } from './income/index.ts'

/** Every calculator, in the order of the page. A list for each subject, so that subjects grow beside each other. */
export const calculators: readonly AnyCalculator[] = [...employmentCalculators, ...incomeCalculators]

const byKind = new Map(calculators.map((calculator) => [calculator.kind, calculator]))

export function findCalculator(kind: string): AnyCalculator | undefined {
  return byKind.get(kind)
}
