import type { AnyCalculator } from '../../calculation/calculator.ts'
import { monthly } from './monthly.ts'

export const employmentCalculators: readonly AnyCalculator[] = [monthly]
