import type { AnyCalculator } from '../../calculation/calculator.ts'
import { ppn } from './ppn.ts'

export const consumptionCalculators: readonly AnyCalculator[] = [ppn]
