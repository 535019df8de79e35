import type { AnyCalculator } from '../../calculation/calculator.ts'
import { daily } from './daily.ts'
import { commissioner, nonPermanent } from './effective-only.ts'
import { honorarium, nonResident, severance } from './final.ts'
import { grossUp } from './gross-up.ts'
import { lastPeriod } from './last-period.ts'
import { monthly } from './monthly.ts'
import { nonEmployee, wholePayments } from './payments.ts'
import { pension, wholeYear } from './year.ts'

/** PPh 21 and 26: whoever is paid for work. */
export const employmentCalculators: readonly AnyCalculator[] = [
  monthly,
  wholeYear,
  lastPeriod,
  grossUp,
  pension,
  commissioner,
  nonPermanent,
  daily,
  nonEmployee,
  wholePayments,
  severance,
  honorarium,
  nonResident,
]
