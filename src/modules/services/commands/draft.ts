import { z } from 'zod'
import { signedIn } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { findServiceBySlug, requireOpen } from '../definition/store.ts'
import { sizeFault } from '../form/answer-size.ts'
import { type AnswerError, momentOf, refusalsOf } from '../form/journey.ts'
import { fieldsOfPages, isTyped } from '../form/kinds.ts'
import { requireMandate, tellMandateUsed } from './mandates.ts'
import { draftContext, getOwnDraft, knownFor, requireUnsent, storeAnswers } from './own-draft.ts'

/** Begins an application under today's version of the service, when the applicant is eligible. */
export const startDraft = command({
  name: 'services.start-draft',
  event: 'services.draft-started.v1',
  access: signedIn,
  input: z.object({
    slug: z.string(),
    /** Power of attorney under which it is made for another. */
    mandateId: z.uuid().optional(),
    /** The case whose result is to be renewed. */
    previousCaseId: z.uuid().optional(),
  }),
  async run(tx, input, context) {
    const { actor, tenant, now } = context
    const today = dayOf(now, tenant.profile.zone).toString()
    const definition = await findServiceBySlug(tx, input.slug, today)
    if (!definition || !actor.personId || !actor.accountId) throw notFound()
    requireOpen(definition, today)
    const personId = input.mandateId ? await requireMandate(tx, context, input.mandateId, definition) : actor.personId
    const known = await knownFor(tenant, tx, definition, { personId, answers: {} })
    const refusals = refusalsOf(definition, { answers: {}, known, today })
    if (refusals.length > 0) {
      const say = (locale: 'id' | 'en') => refusals.map((rule) => rule.refused[locale]).join(' ')
      throw new AppError('forbidden', { text: { id: say('id'), en: say('en') } })
    }
    const id = newId(now.epochMilliseconds)
    await tx
      .insertInto('services.draft')
      .values({
        id,
        service_id: definition.id,
        version: definition.version,
        account_id: actor.accountId,
        person_id: personId,
        mandate_id: input.mandateId ?? null,
        previous_case_id: await renewed(tx, definition.id, personId, input.previousCaseId),
        answers: tenant.cipher.sealJson({}, draftContext),
        updated_at: new Date(now.epochMilliseconds),
        created_at: new Date(now.epochMilliseconds),
      })
      .execute()
    if (input.mandateId) await tellMandateUsed(tx, context, personId, definition)
    const payload = {
      serviceId: definition.id,
      version: definition.version,
      ...(input.mandateId ? { mandateId: input.mandateId, principalPersonId: personId } : {}),
    }
    return { result: { draftId: id }, event: { subject: { type: 'draft', id }, payload } }
  },
})

/** The case of the same person and service whose result a new one renews. @throws not-found */
async function renewed(
  tx: WriteHandle,
  serviceId: string,
  personId: string,
  caseId: string | undefined,
): Promise<string | null> {
  if (!caseId) return null
  const row = await tx
    .selectFrom('services.case')
    .select('id')
    .where('id', '=', caseId)
    .where('service_id', '=', serviceId)
    .where('applicant_person_id', '=', personId)
    .where('result', '=', 'granted')
    .executeTakeFirst()
  if (!row) throw notFound()
  return row.id
}

/**
 * Keeps what was typed on one page, right or wrong. Only what is far too large is left out and named in the result;
 * everything beside it is kept. No event: an application that is still being filled in is the applicant's own paper
 * (ADR 0006).
 */
export const saveAnswers = command({
  name: 'services.save-answers',
  event: 'services.answers-saved.v1',
  access: signedIn,
  input: z.object({
    draftId: z.uuid(),
    pageId: z.string(),
    answers: z.record(z.string().max(80), z.unknown()),
    /** True when the applicant pressed "continue": the page counts as seen. */
    finished: z.boolean(),
  }),
  async run(tx, input, context) {
    const draft = await getOwnDraft(context, tx, input.draftId, context.actor.accountId, { lock: true })
    requireUnsent(draft)
    const page = draft.definition.form.pages.find((candidate) => candidate.id === input.pageId)
    if (!page) throw notFound()
    const answers: Record<string, unknown> = { ...draft.answers }
    const refused: AnswerError[] = []
    for (const field of fieldsOfPages([page]).filter(isTyped)) {
      const value = input.answers[field.id]
      if (value === undefined) continue
      const message = sizeFault(field, value)
      if (message) {
        refused.push({ field: field.id, path: field.id, message })
        continue
      }
      if (field.kind === 'consent') keepConsentMoment(answers, field.id, value === true, context)
      answers[field.id] = value
    }
    const seen = input.finished ? [...new Set([...draft.seen, page.id])] : draft.seen
    await storeAnswers(tx, context, draft.id, answers, seen)
    return { result: { savedAt: context.now.toString(), refused }, event: undefined }
  },
})

/** The moment is the server's, and it is the first at which this consent was given. */
function keepConsentMoment(
  answers: Record<string, unknown>,
  field: string,
  agrees: boolean,
  { now, tenant }: CommandContext,
): void {
  if (!agrees) delete answers[momentOf(field)]
  else if (answers[field] !== true) {
    const local = now.toZonedDateTimeISO(tenant.profile.zone)
    answers[momentOf(field)] = local.toString({ timeZoneName: 'never', smallestUnit: 'second' })
  }
}

/** Throws an unfinished application away, at the applicant's wish. */
export const discardDraft = command({
  name: 'services.discard-draft',
  event: 'services.draft-discarded.v1',
  access: signedIn,
  input: z.object({ draftId: z.uuid() }),
  async run(tx, input, context) {
    const draft = await getOwnDraft(context, tx, input.draftId, context.actor.accountId, { lock: true })
    await tx
      .updateTable('services.attachment')
      .set({ removed_at: context.now.toString() })
      .where('owner_id', '=', draft.id)
      .execute()
    await tx.deleteFrom('services.draft').where('id', '=', draft.id).execute()
    const payload = { serviceId: draft.definition.id }
    return { result: undefined, event: { subject: { type: 'draft', id: draft.id }, payload } }
  },
})
