/** For journeys that fill a region. */
export { localNumber } from './domain.ts'
