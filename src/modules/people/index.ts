export { allocateKkNumber, allocateNik } from './commands/allocate-number.ts'
export { isCrowded } from './commands/card-guards.ts'
export { changeHead, type RenewedFamily } from './commands/change-head.ts'
export type { ClosedEvent, EventDraft, EventOrigin, OpenEvent } from './commands/event/event.ts'
export type { FamilyFacts, NewFamily, NewPerson, PersonFacts } from './commands/event/fields.ts'
export { openEvent } from './commands/event/open-event.ts'
export { voidEvent } from './commands/event/void-event.ts'
export { type JoinedFamily, joinFamily, type NewMembers } from './commands/join-family.ts'
export { type NewChild, type RegisteredChild, registerChild } from './commands/register-child.ts'
export {
  correctDeathDay,
  type NewDeath,
  type RegisteredDeath,
  registerDeath,
} from './commands/register-death.ts'
export { registerFirstPerson } from './commands/register-first-person.ts'
export { renewFamily } from './commands/renew-family.ts'
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
  type Sex,
} from './domain.ts'
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
  bloodTypes,
  educations,
  familyRelationLabels,
  maritalStatusLabels,
  religions,
  sexLabels,
} from './terms.ts'
