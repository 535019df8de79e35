import { z } from 'zod'
import { signedIn } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { findServiceBySlug } from '../definition/store.ts'
import { knownSources } from '../extensions.ts'
import { refusalOf } from '../form/journey.ts'
import { draftContext, getOwnDraft, storeAnswers } from './own-draft.ts'

const answer = z.union([
  z.string().max(4000),
  z.number(),
  z.boolean(),
  z.array(z.string()),
  z.object({ day: z.string(), month: z.string(), year: z.string() }),
])

/** Begins an application under today's version of the service, when the applicant is eligible. */
export const startDraft = command({
  name: 'services.start-draft',
  event: 'services.draft-started.v1',
  access: signedIn,
  input: z.object({ slug: z.string() }),
  async run(tx, input, context) {
    const { actor, tenant, now } = context
    const today = dayOf(now, tenant.profile.zone).toString()
    const definition = await findServiceBySlug(tx, input.slug, today)
    if (!definition || !actor.personId || !actor.accountId) throw notFound()
    const known = await knownSources.get(definition.known)(tenant, tx, actor.personId)
    const refusal = refusalOf(definition, { answers: {}, known, today })
    if (refusal) throw new AppError('forbidden', { text: refusal.refused })
    const id = newId(now.epochMilliseconds)
    await tx
      .insertInto('services.draft')
      .values({
        id,
        service_id: definition.id,
        version: definition.version,
        account_id: actor.accountId,
        person_id: actor.personId,
        answers: tenant.cipher.sealJson({}, draftContext),
        updated_at: new Date(now.epochMilliseconds),
        created_at: new Date(now.epochMilliseconds),
      })
      .execute()
    const payload = { serviceId: definition.id, version: definition.version }
    return { result: { draftId: id }, event: { subject: { type: 'draft', id }, payload } }
  },
})

/**
 * Keeps what was typed on one page, right or wrong. No event: an application that is still being
 * filled in is the applicant's own paper (ADR 0006).
 */
export const saveAnswers = command({
  name: 'services.save-answers',
  event: 'services.answers-saved.v1',
  access: signedIn,
  input: z.object({
    draftId: z.uuid(),
    pageId: z.string(),
    answers: z.record(z.string(), answer),
    /** True when the applicant pressed "continue": the page counts as seen. */
    finished: z.boolean(),
  }),
  async run(tx, input, context) {
    const draft = await getOwnDraft(context.tenant, tx, input.draftId, context.actor.accountId, { lock: true })
    const page = draft.definition.form.pages.find((candidate) => candidate.id === input.pageId)
    if (!page) throw notFound()
    const fields = new Map(page.groups.flatMap((group) => group.fields.map((field) => [field.id, field])))
    const own = Object.entries(input.answers).filter(([name]) => {
      const field = fields.get(name)
      return field !== undefined && !field.fixed && field.kind !== 'file'
    })
    const seen = input.finished ? [...new Set([...draft.seen, page.id])] : draft.seen
    await storeAnswers(tx, context, draft.id, { ...draft.answers, ...Object.fromEntries(own) }, seen)
    return { result: { savedAt: context.now.toString() }, event: undefined }
  },
})

/** Throws an unfinished application away, at the applicant's wish. */
export const discardDraft = command({
  name: 'services.discard-draft',
  event: 'services.draft-discarded.v1',
  access: signedIn,
  input: z.object({ draftId: z.uuid() }),
  async run(tx, input, context) {
    const draft = await getOwnDraft(context.tenant, tx, input.draftId, context.actor.accountId, { lock: true })
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
