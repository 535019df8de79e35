export { birthEntryKind } from './domain.ts'
