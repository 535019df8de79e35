/** For benches and tests: deciding a form, measured and tried apart from its pages. */
export { type FormDefinition, journeyOf, refusalsOf } from './form/journey.ts'
export { fieldsOfPages, isFileKind } from './form/kinds.ts'
export { asksForFamily, listFamily } from './queries/form-facts.ts'
