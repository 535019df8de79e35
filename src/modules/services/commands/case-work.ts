import type { ModuleManifest } from '#kernel/define/module.ts'
import { agreeAppointment, askOtherTime, proposeAppointment, recordAppointment } from './appointments.ts'
import { attachFinding, removeFinding } from './attach-finding.ts'
import { claimTask } from './claim-task.ts'
import { handOverTasks } from './hand-over-tasks.ts'
import { acceptMandate, declineMandate, offerMandate, revokeMandate } from './mandates.ts'
import { noteExport } from './note-export.ts'
import { reassignTask } from './reassign-task.ts'
import { releaseEndedClaims, releaseTask } from './release-task.ts'
import { deleteView, saveView } from './saved-views.ts'
import { readNotes, writeNote } from './write-note.ts'

/** What people do around a case besides deciding it. */
export const caseWorkCommands: ModuleManifest['commands'] = [
  claimTask,
  releaseTask,
  releaseEndedClaims,
  reassignTask,
  handOverTasks,
  writeNote,
  readNotes,
  proposeAppointment,
  agreeAppointment,
  askOtherTime,
  recordAppointment,
  attachFinding,
  removeFinding,
  offerMandate,
  acceptMandate,
  declineMandate,
  revokeMandate,
  saveView,
  deleteView,
  noteExport,
]
