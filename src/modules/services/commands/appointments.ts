import { z } from 'zod'
import { isPermitted, signedIn, staff } from '#kernel/access/access.ts'
import { instantOf } from '#kernel/clock/clock.ts'
import { isWorkingDay, type WorkingCalendar } from '#kernel/clock/working-days.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, type FieldError, notFound } from '#kernel/errors.ts'
import { formatMoment } from '#kernel/i18n/format.ts'
import { newId } from '#kernel/ids.ts'
import { sendMessage } from '#modules/messaging/index.ts'
import { getCalendar } from '#modules/rules/index.ts'
import { expressionsOf } from '../definition/expressions.ts'
import type { StateDefinition } from '../definition/schema.ts'
import { stateOf } from '../domain.ts'
import { deadlineOf } from '../flow/deadline.ts'
import { factsOf } from '../flow/facts.ts'
import { rulesOf } from '../flow/take-step.ts'
import { listOpenTasks, type OpenTask } from '../flow/tasks.ts'
import { servicePaths } from '../paths.ts'
import { isOwnCase } from '../queries/own-case.ts'
import { talkMessages, workMessages } from '../texts/work.ts'
import { findCase, lockCase, type OpenCase } from './case-row.ts'
import { refuseOwnFamily } from './guards.ts'
import { tellHolders } from './write-note.ts'

type Meeting = NonNullable<StateDefinition['appointment']>

/** An officer proposes when to meet; a time proposed before gives way. */
export const proposeAppointment = command({
  name: 'services.propose-appointment',
  event: 'services.appointment-proposed.v1',
  access: staff,
  input: z.object({
    caseId: z.uuid(),
    day: z.string().max(10),
    time: z.string().max(5),
    note: z.string().max(500).default(''),
  }),
  async run(tx, input, context) {
    const { open, task, meeting } = await meetingOf(tx, context, input.caseId)
    await refuseOwnFamily(tx, context, open)
    const calendar = await getCalendar(context.tenant, tx, open.row.territory_code)
    const { from, to } = timeOf(input, meeting, calendar)
    await requireFree(tx, context, open, meeting, calendar, { from, to })
    await tx
      .updateTable('services.appointment')
      .set({ status: 'moved', decided_at: context.now.toString() })
      .where('case_id', '=', open.row.id)
      .where('status', 'in', ['proposed', 'agreed'])
      .execute()
    const id = newId(context.now.epochMilliseconds)
    const place = expressionsOf(open.definition).text(meeting.place, factsOf(context.tenant, open, context.now))
    await tx
      .insertInto('services.appointment')
      .values({
        id,
        case_id: open.row.id,
        state: open.row.state,
        unit_id: task.unitId,
        starts_at: from.toString(),
        ends_at: to.toString(),
        place,
        official_name: context.actor.name,
        position_id: context.actor.position?.id ?? null,
        status: 'proposed',
        note: input.note.trim() || null,
        created_at: context.now.toString(),
      })
      .execute()
    const when = formatMoment(from, 'id', calendar.zone)
    await tellOwner(tx, context, open, talkMessages.proposed(open.row.number, meeting.label.id, when, place))
    const payload = { number: open.row.number, appointment: id, startsAt: from.toString() }
    return { result: { appointmentId: id }, event: { subject: { type: 'case', id: open.row.id }, payload } }
  },
})

/** The applicant agrees to the time that was proposed. */
export const agreeAppointment = command({
  name: 'services.agree-appointment',
  event: 'services.appointment-agreed.v1',
  access: signedIn,
  input: z.object({ appointmentId: z.uuid() }),
  async run(tx, input, context) {
    const { open, row } = await ownAppointment(tx, context, input.appointmentId)
    if (row.status === 'agreed') return { result: { caseId: open.row.id }, event: undefined }
    if (row.status !== 'proposed') throw new AppError('conflict')
    await setStatus(tx, context, row.id, { status: 'agreed' })
    const when = formatMoment(instantOf(row.starts_at), 'id', context.tenant.profile.zone)
    await tellHolders(tx, context, open, workMessages.agreed(open.row.number, when))
    const payload = { number: open.row.number, appointment: row.id }
    return { result: { caseId: open.row.id }, event: { subject: { type: 'case', id: open.row.id }, payload } }
  },
})

/** The applicant cannot come then, and says when he can. */
export const askOtherTime = command({
  name: 'services.ask-other-time',
  event: 'services.other-time-asked.v1',
  access: signedIn,
  input: z.object({ appointmentId: z.uuid(), note: z.string().max(500) }),
  async run(tx, input, context) {
    const { open, row } = await ownAppointment(tx, context, input.appointmentId)
    if (row.status !== 'proposed' && row.status !== 'agreed') throw new AppError('conflict')
    const note = input.note.trim()
    if (note.length < 3) throw faultAt('note', sayWhen)
    await setStatus(tx, context, row.id, { status: 'moved', note })
    await tellHolders(tx, context, open, workMessages.otherTime(open.row.number, note))
    const payload = { number: open.row.number, appointment: row.id }
    return { result: { caseId: open.row.id }, event: { subject: { type: 'case', id: open.row.id }, payload } }
  },
})

/** The official writes down whether they met. After the second time in vain the applicant is told what may follow. */
export const recordAppointment = command({
  name: 'services.record-appointment',
  event: 'services.appointment-recorded.v1',
  access: staff,
  input: z.object({
    appointmentId: z.uuid(),
    outcome: z.enum(['held', 'missed']),
    note: z.string().max(500).default(''),
  }),
  async run(tx, input, context) {
    const row = await lockAppointment(tx, input.appointmentId)
    const { open, meeting } = await meetingOf(tx, context, row.case_id)
    await refuseOwnFamily(tx, context, open)
    const result = { caseId: open.row.id }
    if (row.status === input.outcome) return { result, event: undefined }
    if (row.status !== 'proposed' && row.status !== 'agreed') throw new AppError('conflict')
    if (Temporal.Instant.compare(instantOf(row.starts_at), context.now) > 0) throw notYet
    await setStatus(tx, context, row.id, {
      status: input.outcome,
      ...(input.note.trim() ? { note: input.note.trim() } : {}),
    })
    if (input.outcome === 'missed') {
      const missed = await countMissed(tx, open)
      await tellOwner(tx, context, open, talkMessages.missed(open.row.number, meeting.label.id, missed >= 2))
    }
    const payload = { number: open.row.number, appointment: row.id, outcome: input.outcome }
    return { result, event: { subject: { type: 'case', id: open.row.id }, payload } }
  },
})

const notYet = new AppError('wrong-state', {
  text: {
    id: 'Pertemuan ini belum mulai, jadi hasilnya belum dapat dicatat.',
    en: 'This meeting has not begun, so its outcome cannot be recorded yet.',
  },
})
const sayWhen = {
  id: 'Tulis kapan Anda dapat hadir, misalnya "Selasa atau Rabu setelah pukul 13.00".',
  en: 'Say when you can come, such as "Tuesday or Wednesday after 13:00".',
}

function faultAt(path: string, message: FieldError['message']): AppError {
  return new AppError('invalid-input', { fields: [{ path, message }] })
}

/** The meeting that the present state asks for, and the officer's own piece of work in it. */
async function meetingOf(tx: WriteHandle, context: CommandContext, caseId: string) {
  const open = await lockCase(tx, caseId)
  if (!open) throw notFound()
  const meeting = stateOf(open.definition, open.row.state).appointment
  if (!meeting) throw new AppError('wrong-state')
  const mine = (task: OpenTask) =>
    isPermitted(context.actor, task.desk, { unitPath: task.unitPath, territory: open.row.territory_code })
  const task = (await listOpenTasks(tx, caseId)).find(mine)
  if (!task) throw new AppError('forbidden')
  return { open, meeting, task }
}

interface Span {
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
}

/** @throws invalid-input when it is no time of a working day within opening hours */
function timeOf(input: { day: string; time: string }, meeting: Meeting, calendar: WorkingCalendar): Span {
  if (!/^\d{4}-\d\d-\d\d$/.test(input.day)) {
    throw faultAt('day', { id: 'Pilih tanggal pertemuan.', en: 'Choose the day of the meeting.' })
  }
  if (!/^\d\d:\d\d$/.test(input.time)) {
    throw faultAt('time', { id: 'Tulis jam dalam bentuk 09.30.', en: 'Write the time as 09:30.' })
  }
  const day = Temporal.PlainDate.from(input.day)
  const start = Temporal.PlainTime.from(input.time)
  const end = start.add({ minutes: meeting.minutes })
  const hours = isWorkingDay(day, calendar) ? calendar.hours.get(day.dayOfWeek) : undefined
  if (!hours) throw faultAt('day', { id: 'Hari itu bukan hari kerja.', en: 'That day is no working day.' })
  const fits =
    Temporal.PlainTime.compare(start, hours.opens) >= 0 &&
    Temporal.PlainTime.compare(end, hours.closes) <= 0 &&
    Temporal.PlainTime.compare(start, end) < 0
  if (!fits) {
    const [opens, closes] = [hours.opens, hours.closes].map((time) => time.toString({ smallestUnit: 'minute' }))
    throw faultAt('time', {
      id: `Pertemuan ${meeting.minutes} menit harus berada dalam jam kerja, ${opens} sampai ${closes}.`,
      en: `The meeting of ${meeting.minutes} minutes has to lie within opening hours, ${opens} to ${closes}.`,
    })
  }
  const at = (time: Temporal.PlainTime) => day.toZonedDateTime({ timeZone: calendar.zone, plainTime: time }).toInstant()
  return { from: at(start), to: at(end) }
}

/** In the future, before the last day for it, and when the official has nothing else. */
async function requireFree(
  tx: WriteHandle,
  context: CommandContext,
  open: OpenCase,
  meeting: Meeting,
  calendar: WorkingCalendar,
  { from, to }: Span,
): Promise<void> {
  if (Temporal.Instant.compare(from, context.now) <= 0) {
    throw faultAt('day', { id: 'Waktu itu sudah lewat.', en: 'That time has passed.' })
  }
  const last = deadlineOf(meeting.within, instantOf(open.row.entered_at), rulesOf(open), calendar)
  // When the time for it is over already, a late meeting is still better than none.
  if (Temporal.Instant.compare(from, last) > 0 && Temporal.Instant.compare(context.now, last) <= 0) {
    throw faultAt('day', {
      id: `Pertemuan harus paling lambat ${formatMoment(last, 'id', calendar.zone)}.`,
      en: `The meeting has to be no later than ${formatMoment(last, 'en', calendar.zone)}.`,
    })
  }
  const other = await tx
    .selectFrom('services.appointment')
    .select(['id', 'case_id'])
    .where('position_id', '=', context.actor.position?.id ?? null)
    .where('status', 'in', ['proposed', 'agreed'])
    .where('starts_at', '<', new Date(to.epochMilliseconds))
    .where('ends_at', '>', new Date(from.epochMilliseconds))
    .where('case_id', '<>', open.row.id)
    .executeTakeFirst()
  if (other) {
    throw faultAt('time', {
      id: 'Pada waktu itu Anda sudah mempunyai pertemuan lain. Lihat agenda.',
      en: 'You have another meeting at that time. See the agenda.',
    })
  }
}

async function lockAppointment(tx: WriteHandle, id: string) {
  const row = await tx
    .selectFrom('services.appointment')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** @throws not-found when it is not the asker's own case */
async function ownAppointment(tx: WriteHandle, context: CommandContext, id: string) {
  const row = await lockAppointment(tx, id)
  const open = await findCase(tx, row.case_id)
  if (!open || !(await isOwnCase(tx, context, open.row))) throw notFound()
  return { row, open }
}

async function setStatus(
  tx: WriteHandle,
  context: CommandContext,
  id: string,
  values: { status: string; note?: string },
): Promise<void> {
  await tx
    .updateTable('services.appointment')
    .set({ ...values, decided_at: context.now.toString() } as never)
    .where('id', '=', id)
    .execute()
}

async function countMissed(tx: WriteHandle, open: OpenCase): Promise<number> {
  const rows = await tx
    .selectFrom('services.appointment')
    .select('id')
    .where('case_id', '=', open.row.id)
    .where('state', '=', open.row.state)
    .where('status', '=', 'missed')
    .where('created_at', '>=', open.row.entered_at)
    .execute()
  return rows.length
}

async function tellOwner(
  tx: WriteHandle,
  context: CommandContext,
  open: OpenCase,
  words: { title: string; body: string },
): Promise<void> {
  if (!open.row.account_id) return
  await sendMessage(tx, context, { accountId: open.row.account_id, ...words, link: servicePaths.ownCase(open.row.id) })
}
