import type { AnyCalculator } from '../../calculation/calculator.ts'
import { assessment } from './assessment.ts'
import { disputeFine } from './dispute-fine.ts'
import { instalments } from './instalments.ts'
import { lateInterest } from './late-interest.ts'

/** Interest, increases and fines of regional taxes. */
export const sanctionCalculators: readonly AnyCalculator[] = [lateInterest, assessment, instalments, disputeFine]
