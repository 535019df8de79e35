/** For tests of what a new figure of law changes elsewhere. */
export { addRow } from './commands/add-row.ts'
