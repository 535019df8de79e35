export type { AssessmentKind, AssessmentState, Tax } from './claims.ts'
export { taxNames } from './claims.ts'
export { type AssessmentChange, changeAssessment } from './commands/change-assessment.ts'
export { type AssessmentDraft, type IssuedAssessment, issueAssessment } from './commands/issue-assessment.ts'
export { enterTaxpayer, type TaxpayerFacts } from './commands/register-taxpayer.ts'
export { type Assessment, findAssessment } from './queries/assessments.ts'
export {
  listSelfAssessed,
  type SelfAssessedKind,
  type SelfAssessedObject,
  selfAssessedKinds,
} from './queries/self-assessed.ts'
export { findTaxpayerOf, listTaxpayersOf, type Taxpayer } from './queries/taxpayers.ts'
export { inArea, readable } from './queries/territory-filter.ts'
export { around, idParams, typedIn } from './routes/around.ts'
export { areasFor, listQuery, oneOf, placeIn } from './routes/list-query.ts'
export { errorsOf, TaxFrame, type TaxPageProps } from './views/frame.tsx'
export { type AreaOption, type ListProps, TaxList } from './views/tax-list.tsx'
export { WorkingPart } from './views/working-part.tsx'
