import { dataFaults } from './data-faults.ts'
import type { Fault } from './fault.ts'
import { importFaults } from './import-faults.ts'
import { styleFaults } from './style-faults.ts'

export const faults: readonly Fault[] = [...importFaults, ...dataFaults, ...styleFaults]
