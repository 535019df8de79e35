/** For benches: deciding a form, measured apart from its pages. */
export { type FormDefinition, journeyOf } from './form/journey.ts'
