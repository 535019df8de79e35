import { sql } from 'kysely'
import { z } from 'zod'
import { signedIn } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { calendarDeadline, workingDeadline } from '#kernel/clock/working-days.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { sendMessage } from '#modules/messaging/index.ts'
import { unitServing } from '#modules/organization/index.ts'
import { getPerson } from '#modules/people/index.ts'
import { getCalendar, listRules, type Rule, ruleOn, useOf, wholeNumber } from '#modules/rules/index.ts'
import { caseTokens } from '../case/search-tokens.ts'
import { caseNumber, trackingPin } from '../case/tracking.ts'
import type { ServiceDefinition } from '../definition/schema.ts'
import { stateOf } from '../domain.ts'
import { readableForm } from '../form/display.ts'
import type { Journey } from '../form/journey.ts'
import { servicePaths } from '../paths.ts'
import { submissionMessage } from '../texts.ts'
import { draftJourney, findOwnDraft } from './own-draft.ts'

export const caseAnswersContext = 'services.case.answers'
export const caseReadableContext = 'services.case.readable'

/**
 * Turns a complete draft into a case: number, PIN, office, promised date, frozen copy. The case bears the
 * draft's id, so sending the same draft again gives the same receipt and never a second case.
 */
export const submitCase = command({
  name: 'services.submit-case',
  event: 'services.case-submitted.v1',
  access: signedIn,
  input: z.object({ draftId: z.uuid() }),
  async run(tx, input, context) {
    const { actor, tenant, now } = context
    const draft = await findOwnDraft(tenant, tx, input.draftId, actor.accountId, { lock: true })
    if (!draft) return { result: await sentBefore(tx, input.draftId, actor.accountId), event: undefined }
    const { definition } = draft
    const journey = await draftJourney(tenant, tx, draft, now)
    requireComplete(journey)
    const place = await placeOf(tx, context, definition, journey)
    const used = await rulesUsed(tx, context, definition, place.territory)
    const promisedAt = await promiseFor(tx, context, definition, used, place.territory)
    const applicant = await getPerson(tx, draft.personId)
    const subject = journey.expressions.text(definition.subject, journey.surroundings) || applicant.fullName
    const number = await nextNumber(tx, context, definition.code)
    const at = now.toString()

    await tx
      .insertInto('services.case')
      .values({
        id: draft.id,
        number,
        service_id: definition.id,
        version: definition.version,
        state: definition.flow.initial,
        waiting_for: stateOf(definition, definition.flow.initial).desk ?? null,
        unit_id: place.unitId,
        unit_path: place.unitPath,
        serving_path: place.unitPath,
        territory_code: place.territory,
        account_id: draft.accountId,
        applicant_person_id: draft.personId,
        applicant_name: applicant.fullName,
        subject_name: subject,
        answers: tenant.cipher.sealJson(journey.answers, caseAnswersContext),
        readable: tenant.cipher.sealJson(readableForm(journey), caseReadableContext),
        outcome: '{}',
        rules: JSON.stringify(used.map(useOf)),
        submitted_at: at,
        promised_at: promisedAt.toString(),
        first_promised_at: promisedAt.toString(),
        entered_at: at,
        held_by_applicant_since: null,
        closed_at: null,
        result: null,
      })
      .execute()
    const tokens = caseTokens(tenant, [applicant.fullName, subject], journey.answers)
    await sql`insert into services.case_token (token, case_id)
      select token, ${draft.id}::uuid from unnest(${tokens}::text[]) as token on conflict do nothing`.execute(tx)
    await tx
      .insertInto('services.step')
      .values({
        case_id: draft.id,
        number: 1,
        state: definition.flow.initial,
        verb: 'submit',
        actor_label: labelOf(actor),
        actor_name: applicant.fullName,
        actor_place: '',
        position_id: actor.position?.id ?? null,
        reason: null,
        at,
      })
      .execute()
    await tx.deleteFrom('services.draft').where('id', '=', draft.id).execute()
    const message = submissionMessage(
      definition.title,
      number,
      trackingPin(tenant, draft.id),
      promisedAt,
      tenant.profile.zone,
    )
    await sendMessage(tx, context, { accountId: draft.accountId, ...message, link: servicePaths.ownCase(draft.id) })
    context.invalidate(`slug:${definition.slug}`)
    const payload = {
      number,
      serviceId: definition.id,
      version: definition.version,
      unitPath: place.unitPath,
      territory: place.territory,
      promisedAt: promisedAt.toString(),
    }
    return { result: { caseId: draft.id, number }, event: { subject: { type: 'case', id: draft.id }, payload } }
  },
})

/**
 * The receipt of a draft that became a case. Asked for only when the draft is gone: under serializable isolation a
 * look at the newest part of the primary key would make any two submissions at the same moment collide.
 */
async function sentBefore(tx: WriteHandle, draftId: string, accountId: string | undefined) {
  const earlier = await tx
    .selectFrom('services.case')
    .select(['id', 'number'])
    .where('id', '=', draftId)
    .where('account_id', '=', accountId ?? '')
    .executeTakeFirst()
  if (!earlier) throw notFound()
  return { caseId: earlier.id, number: earlier.number }
}

function requireComplete(journey: Journey): void {
  if (journey.complete) return
  const fields = journey.pages.flatMap((page) => page.errors)
  throw new AppError('invalid-input', {
    fields,
    text: {
      id: 'Masih ada bagian yang belum lengkap. Lengkapi dahulu, lalu kirim.',
      en: 'Some parts are not complete yet. Complete them, then send.',
    },
  })
}

async function placeOf(tx: WriteHandle, context: CommandContext, definition: ServiceDefinition, journey: Journey) {
  const territory = journey.expressions.text(definition.territory, journey.surroundings)
  const on = dayOf(context.now, context.tenant.profile.zone).toString()
  const unit = await unitServing(tx, { unitCode: definition.unit, territory, on })
  if (!unit) {
    throw new AppError('forbidden', {
      text: {
        id: 'Alamat pada kartu keluarga Anda berada di luar wilayah layanan kantor ini.',
        en: 'The address on your family card lies outside the area this office serves.',
      },
    })
  }
  return { territory, unitId: unit.id, unitPath: unit.path }
}

async function rulesUsed(
  tx: WriteHandle,
  context: CommandContext,
  definition: ServiceDefinition,
  territory: string,
): Promise<Rule[]> {
  const rows = await listRules(tx)
  const day = dayOf(context.now, context.tenant.profile.zone)
  const keys = new Set([definition.clock.rule, ...definition.cost.map((line) => line.rule), ...definition.rules])
  return [...keys].map((key) => {
    const rule = ruleOn(rows, key, territory, day)
    if (!rule) throw new Error(`no rule ${key} holds in ${territory} on ${day}`)
    return rule
  })
}

async function promiseFor(
  tx: WriteHandle,
  context: CommandContext,
  definition: ServiceDefinition,
  used: readonly Rule[],
  territory: string,
): Promise<Temporal.Instant> {
  const rule = used.find((candidate) => candidate.key === definition.clock.rule) as Rule
  if (definition.clock.per === 'calendar-day') {
    return calendarDeadline(context.now, wholeNumber(rule), context.tenant.profile.zone)
  }
  return workingDeadline(context.now, wholeNumber(rule), await getCalendar(context.tenant, tx, territory))
}

async function nextNumber(tx: WriteHandle, context: CommandContext, code: string): Promise<string> {
  const { rows } = await sql<{ next: number }>`select nextval('services.case_number') as next`.execute(tx)
  return caseNumber(dayOf(context.now, context.tenant.profile.zone).year, code, rows[0]?.next as number)
}
