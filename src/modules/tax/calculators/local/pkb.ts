import { billed } from '../../calculation/billed.ts'
import { defineCalculator, type Line } from '../../calculation/calculator.ts'
import { RegionalFigures } from './regional-figures.ts'
import {
  isElectric,
  opsenLines,
  order,
  owner,
  ownVehicleRate,
  ownWeight,
  pkbLabel,
  pkbOf,
  pkbRules,
  vehicle,
  vehicleValue,
} from './vehicle-taxes.ts'

/** @basis UU 1/2022 pasal 7 sampai 12 dan 83 */
export const pkb = defineCalculator({
  kind: 'pkb',
  subject: 'vehicle',
  title: { id: 'PKB dan opsennya', en: 'Vehicle tax (PKB) with its surcharge' },
  lead: {
    id: 'Pajak kendaraan bermotor setahun untuk provinsi, dan opsen untuk kabupaten atau kota.',
    en: 'Yearly vehicle tax of the province, and the surcharge of the regency or city.',
  },
  words: 'pajak kendaraan mobil motor progresif njkb bobot samsat listrik',
  law: 'region',
  fields: { value: vehicleValue, vehicle, owner, order, isElectric, weight: ownWeight, rate: ownVehicleRate },
  rules: [...pkbRules, 'tax.opsen.pkb', 'tax.local.rounding'],
  compute(input, law, working) {
    const figures = new RegionalFigures(law)
    const tax = pkbOf(input, figures, law, working)
    const lines: Line[] = [
      { id: 'pkb', label: pkbLabel, amount: tax, destination: 'province' },
      ...opsenLines('pkb', tax, law, working),
    ]
    return {
      ...billed(lines, law, 'tax.local.rounding', working),
      warnings: figures.warnings,
      isEstimate: figures.isTyped,
    }
  },
  example: {
    date: '2026-01-15',
    input: { value: 200_000_000, vehicle: 'minibus', owner: 'person', order: 1 },
    total: 3_834_600,
  },
})
