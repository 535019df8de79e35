/** For journeys that fill a region. */
export { startSimulation } from './commands/configure.ts'
export { sidesContext } from './commands/difference-row.ts'
export { grantNumber } from './commands/numbers.ts'
