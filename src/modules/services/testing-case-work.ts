/** For tests: what people do around a case, apart from its pages. */

export { takeApplicantStep } from './commands/applicant-steps.ts'
export {
  agreeAppointment,
  askOtherTime,
  proposeAppointment,
  recordAppointment,
} from './commands/appointments.ts'
export { attachFinding, removeFinding } from './commands/attach-finding.ts'
export { claimTask } from './commands/claim-task.ts'
export { completeReview } from './commands/complete-review.ts'
export { handOverTasks } from './commands/hand-over-tasks.ts'
export { acceptMandate, declineMandate, offerMandate, revokeMandate } from './commands/mandates.ts'
export { reassignTask } from './commands/reassign-task.ts'
export { releaseEndedClaims, releaseTask } from './commands/release-task.ts'
export { deleteView, saveView } from './commands/saved-views.ts'
export { readNotes, writeNote } from './commands/write-note.ts'
export { findCaseIds } from './queries/case-search.ts'
export { listOwnFiles } from './queries/cases.ts'
export { listNotes } from './queries/notes.ts'
export { listSavedViews } from './queries/saved-views.ts'
export { measureWorkload } from './queries/workload.ts'
