export { type EnrolmentQueued, queueBiometrics } from './commands/enrol.ts'
export { noteInquiry } from './commands/inquiry.ts'
export { askForKk, askForNik, isAllottedAbove, numberKeyOf } from './commands/numbers.ts'
export { nationalDelay } from './delay.ts'
export { waitingForNumber } from './domain.ts'
export { type EnrolmentSource, enrolmentSource } from './extensions.ts'
export type {
  BiometricPart,
  ElementName,
  Elements,
  FaceOutcome,
  FetchOutcome,
  NationalPerson,
  NationalRegister,
  VerifyOutcome,
} from './port/national-register.ts'
export { type Announced, listAnnouncedOf } from './queries/messages.ts'
export { isWaitingForNumber } from './queries/numbers.ts'
export { openNationalRegister, type RegisterPlace } from './service.ts'
