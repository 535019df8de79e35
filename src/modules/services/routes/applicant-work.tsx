import { z } from 'zod'
import { citizen } from '#kernel/access/access.ts'
import { type FieldError, notFound } from '#kernel/errors.ts'
import { get, page, post, type Answer as RouteAnswer, type RouteContext, redirect } from '#kernel/http/route.ts'
import { takeApplicantStep } from '../commands/applicant-steps.ts'
import { agreeAppointment, askOtherTime } from '../commands/appointments.ts'
import { findCase, type OpenCase } from '../commands/case-row.ts'
import { writeNote } from '../commands/write-note.ts'
import type { Typed } from '../form/read-answers.ts'
import { servicePaths } from '../paths.ts'
import { findAppointment } from '../queries/appointments.ts'
import { applicantSteps, type OfferedStep } from '../queries/offered-steps.ts'
import { isOwnCase } from '../queries/own-case.ts'
import { statusTexts } from '../texts/status.ts'
import { ApplicantStepPage } from '../views/applicant-step-page.tsx'
import { showStatus } from './cases.tsx'
import { ownCase, ownCaseParams } from './own-case.ts'
import { afterWork, isWork, stepFieldsOf, typedInStep } from './step-form.ts'
import { fileLimits, stepFilesOf, takeFiles, takeOneFile } from './uploads.ts'

const stepParams = z.object({ caseId: z.uuid(), verb: z.string().max(60) })
type StepContext = RouteContext<z.infer<typeof stepParams>>

/** A step of the applicant with its form: an objection, an answer, a wish to correct. */
export const stepForm = get('/berkas-saya/:caseId/langkah/:verb', {
  access: citizen,
  audit: 'own-data',
  params: stepParams,
  handle: (context) => showStep(context),
})

interface Refused {
  readonly status: number
  readonly errors: readonly FieldError[]
  readonly typed: Typed | undefined
}

async function ownStep(context: StepContext): Promise<{ open: OpenCase; step: OfferedStep | undefined }> {
  const open = await ownCase(context)
  const steps = await applicantSteps(context, open)
  return { open, step: steps.find((candidate) => candidate.verb === context.params.verb) }
}

async function showStep(context: StepContext, refused?: Refused): Promise<RouteAnswer> {
  const { open, step } = await ownStep(context)
  // Its time is over, or it was taken already: the status page says what is possible now.
  if (!step) return redirect(servicePaths.ownCase(open.row.id))
  const errors = refused?.errors ?? []
  return page(
    <ApplicantStepPage
      caseId={open.row.id}
      number={open.row.number}
      step={step}
      fields={
        await stepFieldsOf(context, open, step, {
          typed: refused?.typed ?? (context.kept ? typedInStep({ form: context.kept }, step) : undefined),
          errors,
          uploadUrl: servicePaths.ownFinding(open.row.id),
        })
      }
      reason={context.form.get('reason') || (context.kept?.get('reason') ?? '')}
      reasonId={context.form.get('reasonId')}
      errors={errors}
      zone={context.tenant.profile.zone}
    />,
    refused?.status ?? 200,
  )
}

export const sendStep = post('/berkas-saya/:caseId/langkah/:verb', {
  access: citizen,
  audit: 'own-data',
  params: stepParams,
  upload: fileLimits,
  async handle(context) {
    const { caseId, verb } = context.params
    const { form } = context
    const { open, step } = await ownStep(context)
    if (!step) return redirect(servicePaths.ownCase(caseId))
    const typed = typedInStep(context, step)
    const badFile = await takeFiles(context, stepFilesOf(context, caseId))
    const findings = isWork(context) ? await afterWork(context, open, typed) : typed
    if (badFile) return showStep(context, { status: 422, errors: [badFile], typed: findings })
    if (isWork(context)) return showStep(context, { status: 200, errors: [], typed: findings })
    const reasonId = form.get('reasonId') || undefined
    await context.run(takeApplicantStep, { caseId, verb, reason: form.get('reason'), reasonId, findings })
    context.notify(statusTexts(context.locale)('apply.done', { label: step.label[context.locale] }))
    return redirect(servicePaths.ownCase(caseId))
  },
  async invalid(context, error) {
    const { step } = await ownStep(context)
    const typed = step ? typedInStep(context, step) : undefined
    return showStep(context, { status: 422, errors: error.fields, typed })
  },
})

/** Papers of an objection, one at a time, as the upload island sends them. */
export const ownFinding = post('/berkas-saya/:caseId/bukti', {
  access: citizen,
  audit: 'own-data',
  params: ownCaseParams,
  upload: { ...fileLimits, maxFiles: 1 },
  perMinute: 60,
  async handle(context) {
    await ownCase(context)
    return takeOneFile(context, stepFilesOf(context, context.params.caseId))
  },
})

export const askNote = post('/berkas-saya/:caseId/pesan', {
  access: citizen,
  audit: 'own-data',
  params: ownCaseParams,
  perMinute: 20,
  async handle(context) {
    const { caseId } = context.params
    await ownCase(context)
    await context.run(writeNote, { caseId, text: context.form.get('text') })
    context.notify(statusTexts(context.locale)('talk.sent'))
    return redirect(`${servicePaths.ownCase(caseId)}#tanya-jawab`)
  },
  invalid: (context, error) => showStatus(context, { status: 422, errors: error.fields }),
})

const appointmentParams = z.object({ appointmentId: z.uuid() })

/** The applicant agrees to a time, or says when he can come. */
export const answerAppointment = post('/janji-temu/:appointmentId', {
  access: citizen,
  audit: 'own-data',
  params: appointmentParams,
  async handle(context) {
    const { appointmentId } = context.params
    const s = statusTexts(context.locale)
    const agrees = context.form.get('agrees') === 'yes'
    const { caseId } = agrees
      ? await context.run(agreeAppointment, { appointmentId })
      : await context.run(askOtherTime, { appointmentId, note: context.form.get('note') })
    context.notify(s(agrees ? 'meeting.done.agree' : 'meeting.done.other'))
    return redirect(`${servicePaths.ownCase(caseId)}#pertemuan`)
  },
  async invalid(context, error) {
    const appointment = await findAppointment(context.db, context.params.appointmentId)
    const open = appointment && (await findCase(context.db, appointment.caseId))
    if (!open || !(await isOwnCase(context.db, context, open.row))) throw notFound()
    const own = { ...context, params: { caseId: open.row.id } } as RouteContext<{ caseId: string }>
    return showStatus(own, { status: 422, errors: error.fields }, open)
  },
})
