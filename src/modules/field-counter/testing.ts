/** For journeys that fill a region, and for tests of what tells events apart. */
export { localNumber } from './domain.ts'
export { findSameEvent } from './same-event.ts'
