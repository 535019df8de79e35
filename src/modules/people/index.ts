export { adopt, type NewAdoption } from './commands/adopt.ts'
export { allocateKkNumber, allocateNik } from './commands/allocate-number.ts'
export { isCrowded, isOfAge } from './commands/card-guards.ts'
export { changeHead, type RenewedFamily } from './commands/change-head.ts'
export type { ClosedEvent, EventDraft, EventOrigin, OpenEvent } from './commands/event/event.ts'
export type { FamilyFacts, NewFamily, NewPerson, PersonFacts } from './commands/event/fields.ts'
export { openEvent } from './commands/event/open-event.ts'
export { voidEvent } from './commands/event/void-event.ts'
export {
  type EnteredCounts,
  enterStagedFamilies,
  forgetStaged,
  indexStagedPeople,
  linkStagedParents,
  reserveStagedNumbers,
} from './commands/import/enter-staged.ts'
export { judgeStaged } from './commands/import/judge-staged.ts'
export { PeopleStaging } from './commands/import/stage-people.ts'
export type { StagedFinding, StagedPerson, StagedProblem } from './commands/import/staged-person.ts'
export { takeBackImported } from './commands/import/take-back-import.ts'
export { type JoinedFamily, joinFamily, type NewMembers } from './commands/join-family.ts'
export { kinshipLabels } from './commands/marriage-obstacles.ts'
export { type CoupleHome, marry, type NewMarriage, type RegisteredMarriage } from './commands/marry.ts'
export { type Arrival, type ArriveAt, type EnterRegion, enterRegion } from './commands/move/enter-region.ts'
export { type LeaveRegion, leaveRegion, requireMayLeave } from './commands/move/leave-region.ts'
export { type MoveTo, type MoveWithin, moveWithin } from './commands/move/move-within.ts'
export { type NewRecognition, recogniseChild } from './commands/recognise-child.ts'
export {
  correctDeathDay,
  type NewDeath,
  type RegisteredDeath,
  registerDeath,
} from './commands/register-death.ts'
export { registerFirstPerson } from './commands/register-first-person.ts'
export { renewFamily } from './commands/renew-family.ts'
export {
  type NewReunion,
  type NewSeparation,
  type RegisteredSeparation,
  separate,
  undoDivorce,
} from './commands/separate.ts'
export { type NewFamilyCard, type OpenedFamilyCard, splitFamily } from './commands/split-family.ts'
export {
  ageOn,
  districtOf,
  type EventKind,
  eventKinds,
  type FamilyRelation,
  type FamilyStatus,
  familyRelations,
  formatNik,
  type KkNumber,
  type MaritalStatus,
  maritalStatuses,
  maskNik,
  type Nik,
  type NikWarning,
  nikParts,
  nikPlausibility,
  type PersonStatus,
  parseKkNumber,
  parseNik,
  relationOfChild,
  type Sex,
  sameName,
} from './domain.ts'
export { type DuplicateSubject, type FoundDuplicate, findDuplicates } from './duplicates/find-duplicates.ts'
export { type FoundPair, recordDuplicates } from './duplicates/record-duplicates.ts'
export { type DuplicateReason, duplicateAlarm, duplicateThreshold } from './duplicates/weights.ts'
export { type NumberSource, type NumberWanted, numberSource, numberSourceKey } from './number-source.ts'
export { lawKey, type OfficeLaw, officeLaw } from './office-law.ts'
export {
  type Contradiction,
  type ContradictionCode,
  findContradictions,
  type PlausibilityContext,
  type PlausibleEvent,
  type PlausibleKin,
  type PlausiblePerson,
} from './plausibility/contradictions.ts'
export { type PlausibilityLimits, plausibilityLimitsOn } from './plausibility/limits.ts'
export { type FoundContradiction, recordFindings } from './plausibility/record-findings.ts'
export {
  type FamilyCardMember,
  type FamilyCardSnapshot,
  type FamilyVersion,
  familyCardSnapshot,
  findFamilyByKkNumber,
  getFamily,
  getFamilyVersion,
  listFamilyMembers,
  listFamilyVersions,
} from './queries/families.ts'
export {
  type AsOf,
  familyAsOf,
  type HistoryRow,
  listHistoryOf,
  personAsOf,
} from './queries/history.ts'
export { findKinship, type Kinship } from './queries/kinship.ts'
export {
  type BirthDuplicate,
  type BirthDuplicateReason,
  canOpenRegister,
  findPerson,
  findPersonByNik,
  findSpouse,
  getPerson,
  listChildrenOf,
  listPossibleDuplicateBirths,
  listSpouses,
} from './queries/persons.ts'
export { type Family, openKkNumber, openNik, type Person } from './queries/rows.ts'
export {
  type AgeGroup,
  type FoundPeople,
  type FoundPerson,
  type PeopleSearch,
  searchPeople,
} from './queries/search.ts'
export {
  countResting,
  countStaged,
  countStagedProblems,
  type FoundProblem,
  lastStagedFamily,
  listRejectedRows,
  listStagedProblems,
  type ProblemCount,
  type ProblemFilter,
  type RejectedRow,
  type StagedCounts,
} from './queries/staged.ts'
export {
  bloodTypes,
  educations,
  familyRelationLabels,
  maritalStatusLabels,
  newbornTerms,
  religions,
  sexLabels,
} from './terms.ts'
export { readPeople } from './watch/read-people.ts'
