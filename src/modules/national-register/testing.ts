/** For journeys that fill a region. */
export { sidesContext } from './commands/difference-row.ts'
