import { z } from 'zod'
import { signedIn } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { fieldsOf } from '../definition/check.ts'
import type { Answers } from '../definition/expressions.ts'
import { checkNeeds, transitionOf } from '../domain.ts'
import { caseAnswersContext, caseKnownContext, caseReadableContext } from '../flow/facts.ts'
import { checkFindings } from '../flow/findings.ts'
import { keepTokens } from '../flow/open-case.ts'
import { resumeParent } from '../flow/sub-case.ts'
import { takeStep } from '../flow/take-step.ts'
import { sizeFault } from '../form/answer-size.ts'
import { readableForm } from '../form/display.ts'
import { journeyOf } from '../form/journey.ts'
import { isFileKind } from '../form/kinds.ts'
import { listAttachments } from '../queries/attachments.ts'
import { isOwnCase } from '../queries/own-case.ts'
import { chosenOptions } from '../queries/register-options.ts'
import { requirePossible, stepInput } from './act-on-case.ts'
import { lockCase, type OpenCase } from './case-row.ts'
import { requireWithin } from './guards.ts'
import { fileAnswers, knownFor } from './own-draft.ts'

/** The applicant corrects exactly what was marked, and the file goes back to the desk. */
export const correctCase = command({
  name: 'services.correct-case',
  event: 'services.case-corrected.v1',
  access: signedIn,
  input: z.object({ caseId: z.uuid(), answers: z.record(z.string().max(80), z.unknown()) }),
  async run(tx, input, context) {
    const open = await lockOwn(tx, context, input.caseId)
    const row = transitionOf(open.definition, open.row.state, 'resubmit')
    const marked = await markedFields(tx, open.row.id)
    const before = context.tenant.cipher.openJson<Answers>(open.row.answers, caseAnswersContext)
    const files = fileAnswers(await listAttachments(tx, open.row.id))
    const corrections = Object.entries(input.answers).filter(([name]) => marked.includes(name)) as [
      string,
      Answers[string],
    ][]
    const fields = fieldsOf(open.definition)
    const tooLarge = fields.flatMap((field) => {
      const message = corrections.some(([name]) => name === field.id) && sizeFault(field, input.answers[field.id])
      return message ? [{ path: field.id, message }] : []
    })
    if (tooLarge.length) throw new AppError('invalid-input', { fields: tooLarge })
    const fileFields = fields.filter((field) => isFileKind(field.kind))
    const answers = {
      ...without(
        before,
        fileFields.map((field) => field.id),
      ),
      ...files,
      ...Object.fromEntries(corrections),
    }
    const personId = open.row.applicant_person_id
    const known = await knownFor(context.tenant, tx, open.definition, { personId, answers })
    const day = dayOf(context.now, context.tenant.profile.zone).toString()
    const asked = { answers, personId, day }
    const journey = journeyOf(open.definition, {
      answers,
      known,
      options: await chosenOptions(context.tenant, tx, open.definition, asked),
      today: day,
      seen: open.definition.form.pages.map((page) => page.id),
    })
    const wrong = journey.pages.flatMap((page) => page.errors)
    if (wrong.length) throw new AppError('invalid-input', { fields: wrong })
    const unchanged = marked.filter((field) => JSON.stringify(journey.answers[field]) === JSON.stringify(before[field]))
    if (unchanged.length) {
      throw new AppError('invalid-input', {
        fields: unchanged.map((path) => ({
          path,
          message: {
            id: 'Isian ini masih sama seperti yang ditandai petugas. Perbaiki, atau tarik berkas bila petugas keliru.',
            en: 'This answer is still the one the officer marked. Correct it, or withdraw if the officer is mistaken.',
          },
        })),
      })
    }
    const subject = journey.expressions.text(open.definition.subject, journey.surroundings) || open.row.applicant_name
    // What registers said of the answers belongs to them: both are replaced together.
    const sealed = {
      answers: context.tenant.cipher.sealJson(journey.answers, caseAnswersContext),
      known: context.tenant.cipher.sealJson(known, caseKnownContext),
    }
    await tx
      .updateTable('services.case')
      .set({
        ...sealed,
        readable: context.tenant.cipher.sealJson(readableForm(journey), caseReadableContext),
        subject_name: subject,
      })
      .where('id', '=', open.row.id)
      .execute()
    await keepTokens(tx, context, { ...open.row, subject_name: subject }, journey)
    await tx
      .updateTable('services.mark')
      .set({ resolved_at: context.now.toString() })
      .where('case_id', '=', open.row.id)
      .where('resolved_at', 'is', null)
      .execute()
    await takeStep(tx, context, { ...open, row: { ...open.row, subject_name: subject, ...sealed } }, { row })
    return {
      result: undefined,
      event: { subject: { type: 'case', id: open.row.id }, payload: { number: open.row.number, corrected: marked } },
    }
  },
})

export const withdrawCase = command({
  name: 'services.withdraw-case',
  event: 'services.case-withdrawn.v1',
  access: signedIn,
  input: z.object({ caseId: z.uuid() }),
  async run(tx, input, context) {
    const open = await lockOwn(tx, context, input.caseId)
    const row = transitionOf(open.definition, open.row.state, 'withdraw')
    await resumeParent(tx, context, await takeStep(tx, context, open, { row }))
    return {
      result: undefined,
      event: { subject: { type: 'case', id: open.row.id }, payload: { number: open.row.number } },
    }
  },
})

/** Any other step that is the applicant's: an objection, an answer to an inspection, a wish to renew or correct. */
export const takeApplicantStep = command({
  name: 'services.take-applicant-step',
  event: 'services.applicant-step-taken.v1',
  access: signedIn,
  input: z.object({ ...stepInput, verb: z.string() }),
  async run(tx, input, context) {
    const open = await lockOwn(tx, context, input.caseId)
    const row = transitionOf(open.definition, open.row.state, input.verb)
    if (row.by !== 'applicant') throw new AppError('forbidden')
    await requireWithin(tx, context, open, row)
    requirePossible(context, open, row)
    checkNeeds(row, input)
    const findings = await checkFindings(tx, context, open, row.form, input.findings)
    const moved = await takeStep(tx, context, open, {
      row,
      reason: input.reason.trim(),
      reasonId: input.reasonId,
      findings,
    })
    await resumeParent(tx, context, moved)
    const payload = { number: open.row.number, verb: row.verb, from: row.from, to: moved.row.state }
    return { result: { state: moved.row.state }, event: { subject: { type: 'case', id: open.row.id }, payload } }
  },
})

/** Somebody asked for a file that is not his: answered as if it did not exist, and written down. */
export const noteRefusedAccess = command({
  name: 'services.note-refused-access',
  event: 'services.case-access-refused.v1',
  access: signedIn,
  input: z.object({ caseId: z.string().max(60), path: z.string().max(300) }),
  async run(_tx, input) {
    return { result: undefined, event: { subject: { type: 'case', id: input.caseId }, payload: { path: input.path } } }
  },
})

async function lockOwn(tx: WriteHandle, context: CommandContext, caseId: string): Promise<OpenCase> {
  const open = await lockCase(tx, caseId)
  if (!open || !(await isOwnCase(tx, context, open.row))) throw notFound()
  return open
}

async function markedFields(tx: WriteHandle, caseId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('services.mark')
    .select('field')
    .distinct()
    .where('case_id', '=', caseId)
    .where('resolved_at', 'is', null)
    .execute()
  return rows.map((row) => row.field)
}

function without(answers: Answers, names: readonly string[]): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([name]) => !names.includes(name)))
}
