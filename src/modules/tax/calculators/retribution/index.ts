import type { AnyCalculator } from '../../calculation/calculator.ts'
import { foreignWorkers } from './foreign-workers.ts'
import { pbg } from './pbg.ts'
import { retribution } from './tariff.ts'

export const retributionCalculators: readonly AnyCalculator[] = [pbg, foreignWorkers, retribution]
