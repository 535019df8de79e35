export { applicantFacts } from './applicant-facts.ts'
export { inOrder } from './artefacts/procedure.ts'
export { trackingPin } from './case/tracking.ts'
export { type NewFile, storedFileSchema } from './commands/file-rows.ts'
export { type Intake, type Taken, takeIn } from './commands/take-in.ts'
export { ruleUses } from './definition/check/check-references.ts'
export { checkDefinition, type Fault, type Installed, installedFrom, sayFault } from './definition/check.ts'
export type { Answers, Known } from './definition/expressions.ts'
export { defineService, type ServiceDefinition, type ServiceInput } from './definition/schema.ts'
export { ruleKeysIn, spell } from './definition/spell.ts'
export {
  findServiceBySlug,
  getCurrentDefinition,
  listServices,
  publishShipped,
  spellTextsOn,
} from './definition/store.ts'
export {
  type CaseEffect,
  type CaseNotice,
  type CostFormula,
  caseEffects,
  caseNotices,
  costFormulas,
  type DecisionFinding,
  type DecisionFindings,
  decisionFindings,
  type EffectInput,
  type EffectOutcome,
  type EffectUndo,
  effectUndos,
  type KnownSource,
  knownSources,
  type OptionSource,
  optionSources,
  publicPages,
  type RegisterCheck,
  type RegisterOption,
  registerChecks,
} from './extensions.ts'
export { cancelGranted } from './flow/cancel-granted.ts'
export { largestFileBytes } from './form/file-limits.ts'
export { fieldsOfPages } from './form/kinds.ts'
export type { CarriedFile, CarriedForm, OfflineForm, OfflineInput, OfflinePageInput } from './islands/offline-form.tsx'
export { findAttachment } from './queries/attachments.ts'
export { carriedFigures } from './queries/carried-figures.ts'
export { type CaseStanding, findStandings } from './queries/case-standing.ts'
export { searchServices } from './queries/catalogue.ts'
export { asksForFamily } from './queries/form-facts.ts'
export { measureAll, measurePerformance, type Performance } from './queries/performance.ts'
export { askedByOthers } from './queries/running-once.ts'
export { listRunningOf, listRunningTwins, type RunningTwin } from './queries/running-twins.ts'
