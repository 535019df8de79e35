/** For benches and tests: single verbs of the engine, measured and tried apart from their pages. */
export { attachFile } from './commands/attachment.ts'
export { saveAnswers, startDraft } from './commands/draft.ts'
export { submitCase } from './commands/submit-case.ts'
export type { Answer, Answers, Known } from './definition/expressions.ts'
export { getDefinition, getServiceBySlug } from './definition/store.ts'
