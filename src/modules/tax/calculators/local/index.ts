import type { AnyCalculator } from '../../calculation/calculator.ts'
import { bbnkb } from './bbnkb.ts'
import { bphtb } from './bphtb.ts'
import { minerals } from './minerals.ts'
import { opsen } from './opsen.ts'
import { heavyEquipment, swallowNests, vehicleFuel } from './other-taxes.ts'
import { pbb } from './pbb.ts'
import { pbjt } from './pbjt.ts'
import { pkb } from './pkb.ts'
import { reklame } from './reklame.ts'
import { samsat } from './samsat.ts'
import { groundWater, surfaceWater } from './water.ts'

/** Taxes of regions and provinces. */
export const localCalculators: readonly AnyCalculator[] = [
  pbb,
  bphtb,
  pkb,
  bbnkb,
  opsen,
  samsat,
  vehicleFuel,
  pbjt,
  reklame,
  groundWater,
  surfaceWater,
  minerals,
  swallowNests,
  heavyEquipment,
]
