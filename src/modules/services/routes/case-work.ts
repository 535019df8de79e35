import type { AnyRoute } from '#kernel/http/route.ts'
import * as agenda from './agenda.tsx'
import * as applicant from './applicant-work.tsx'
import * as archive from './archive.tsx'
import * as cases from './cases.tsx'
import * as consents from './consents.tsx'
import * as desk from './desk.tsx'
import * as work from './desk-work.tsx'
import * as mandates from './mandates.tsx'
import { ownFiles } from './own-files.tsx'
import * as queue from './queue.tsx'
import * as start from './start.tsx'
import * as tracking from './tracking.tsx'
import * as workload from './workload.tsx'

/** Everything people do with a case, from its beginning to the last word on it. */
export const caseWorkRoutes: readonly AnyRoute[] = [
  start.startPage,
  start.start,
  ownFiles,
  cases.status,
  cases.receipt,
  cases.receiptPdf,
  cases.correction,
  cases.sendCorrection,
  cases.withdrawForm,
  cases.withdraw,
  applicant.stepForm,
  applicant.sendStep,
  applicant.ownFinding,
  applicant.askNote,
  applicant.answerAppointment,
  agenda.appointmentFile,
  mandates.mandates,
  mandates.giveMandate,
  mandates.answerMandate,
  consents.consent,
  consents.giveConsent,
  cases.attachment,
  cases.downloadDocument,
  cases.showDocument,
  tracking.trackForm,
  tracking.track,
  tracking.trackedStatus,
  queue.desk,
  ...queue.exportQueue,
  queue.changeViews,
  queue.decideMany,
  archive.deskSearch,
  ...archive.exportArchive,
  agenda.agenda,
  workload.workload,
  ...workload.exportWork,
  workload.handOver,
  workload.reassignForm,
  workload.reassign,
  work.claim,
  work.release,
  desk.deskCase,
  desk.decide,
  desk.deskFinding,
  work.answerNote,
  work.deskAppointment,
]
