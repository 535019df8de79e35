export { findReportedAt } from './queries/items.ts'
export { type SameEvent, sameEvents } from './same-event.ts'
