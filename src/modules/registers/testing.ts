/** For benches and tests of other modules. */
export { checkCompleteness } from './queries.ts'
