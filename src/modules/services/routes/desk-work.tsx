import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { AppError } from '#kernel/errors.ts'
import { post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { parseDateParts, parseTime } from '#ui/components/date-parts.ts'
import { proposeAppointment, recordAppointment } from '../commands/appointments.ts'
import { claimTask } from '../commands/claim-task.ts'
import { releaseTask } from '../commands/release-task.ts'
import { writeNote } from '../commands/write-note.ts'
import { servicePaths } from '../paths.ts'
import { fileTexts } from '../texts/case-file.ts'
import { caseParams, type Refused, readableCase, showFile } from './desk.tsx'

const taskParams = z.object({ taskId: z.uuid() })

/** An officer takes work in hand. */
export const claim = post('/meja/tugas/:taskId/ambil', {
  access: permitted('services.queue'),
  audit: 'none',
  params: taskParams,
  async handle(context) {
    const { caseId } = await context.run(claimTask, context.params)
    context.notify(fileTexts(context.locale)('claim.taken'))
    return redirect(servicePaths.deskCase(caseId))
  },
})

export const release = post('/meja/tugas/:taskId/lepas', {
  access: permitted('services.queue'),
  audit: 'none',
  params: taskParams,
  async handle(context) {
    const { caseId } = await context.run(releaseTask, context.params)
    context.notify(fileTexts(context.locale)('claim.released'))
    return redirect(servicePaths.deskCase(caseId))
  },
})

export const answerNote = post('/meja/:caseId/pesan', {
  access: permitted('services.read-case'),
  audit: 'personal-data',
  params: caseParams,
  async handle(context) {
    const { caseId } = context.params
    await readableCase(context, caseId)
    await context.run(writeNote, { caseId, text: context.form.get('text') })
    context.notify(fileTexts(context.locale)('talk.sent'))
    return redirect(`${servicePaths.deskCase(caseId)}#percakapan`)
  },
  invalid: (context, error) => again(context, { status: 422, errors: error.fields }),
})

/** A time is proposed, or what came of a meeting is written down. */
export const deskAppointment = post('/meja/:caseId/janji-temu', {
  access: permitted('services.read-case'),
  audit: 'personal-data',
  params: caseParams,
  async handle(context) {
    const { caseId } = context.params
    const { form } = context
    const t = fileTexts(context.locale)
    await readableCase(context, caseId)
    const appointmentId = form.get('appointmentId')
    try {
      if (appointmentId) {
        await context.run(recordAppointment, { appointmentId, outcome: form.get('outcome'), note: form.get('note') })
        context.notify(t('meeting.recorded'))
      } else {
        await context.run(proposeAppointment, { caseId, ...readTime(context), note: form.get('note') })
        context.notify(t('meeting.sent'))
      }
    } catch (error) {
      if (!(error instanceof AppError) || error.status !== 409) throw error
      const message = { id: error.say('id'), en: error.say('en') }
      return again(context, { status: 409, errors: [{ path: '', message }] })
    }
    return redirect(`${servicePaths.deskCase(caseId)}#pertemuan`)
  },
  invalid: (context, error) => again(context, { status: 422, errors: error.fields }),
})

function readTime({ form }: RouteContext): { day: string; time: string } {
  const parts = Object.fromEntries(['day-day', 'day-month', 'day-year'].map((name) => [name, form.get(name)]))
  const day = parseDateParts(parts, 'day')
  return { day: typeof day === 'string' ? day : '', time: parseTime(form.get('time')) ?? '' }
}

/** The file again, with what was typed in the form that was refused. */
async function again(context: RouteContext<{ caseId: string }>, refused: Refused) {
  const open = await readableCase(context, context.params.caseId)
  return showFile(context, open, { ...refused, other: Object.fromEntries(context.form.entries()) })
}
