import type { AnyCalculator } from '../../calculation/calculator.ts'
import { yearlyCompany } from './company.ts'
import { brackets, yearlyIndividual } from './individual.ts'
import { landTransfer } from './land.ts'
import { smallBusiness } from './small-business.ts'

/** Income tax beyond pay: people, companies, small businesses, land. */
export const incomeCalculators: readonly AnyCalculator[] = [
  yearlyIndividual,
  brackets,
  yearlyCompany,
  smallBusiness,
  landTransfer,
]
