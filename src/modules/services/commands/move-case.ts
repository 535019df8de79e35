import { sql } from 'kysely'
import { dayOf, instantOf } from '#kernel/clock/clock.ts'
import { extendDeadline } from '#kernel/clock/working-days.ts'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { fillText } from '#kernel/i18n/texts.ts'
import { newId } from '#kernel/ids.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { issueDocument } from '#modules/documents/index.ts'
import { sendMessage } from '#modules/messaging/index.ts'
import { findUnit, unitServing } from '#modules/organization/index.ts'
import { getCalendar } from '#modules/rules/index.ts'
import type { Answers } from '../definition/expressions.ts'
import type { StateDefinition, TransitionDefinition } from '../definition/schema.ts'
import { type MarkInput, stateOf } from '../domain.ts'
import { caseEffects } from '../extensions.ts'
import { servicePaths } from '../paths.ts'
import type { OpenCase } from './case-row.ts'
import { caseAnswersContext } from './submit-case.ts'

export interface Move {
  readonly row: TransitionDefinition
  readonly reason: string
  readonly marks: readonly MarkInput[]
}

/** Takes one step of a locked case: effects, documents, clock, desk, way, message; all or nothing. */
export async function moveCase(tx: WriteHandle, context: CommandContext, open: OpenCase, move: Move): Promise<void> {
  const target = stateOf(open.definition, move.row.to)
  const facts = await runEffects(tx, context, open, move.row)
  const place = await placeIn(tx, context, open, target)
  const clock = await clockAfter(tx, context, open, target)
  const at = context.now.toString()
  await tx
    .updateTable('services.case')
    .set((eb) => ({
      state: target.id,
      waiting_for: target.holder === 'office' ? (target.desk ?? null) : null,
      unit_id: place.unitId,
      unit_path: place.unitPath,
      outcome: JSON.stringify({ ...open.row.outcome, ...facts }),
      revision: eb('revision', '+', 1),
      entered_at: at,
      promised_at: clock.promisedAt.toString(),
      held_by_applicant_since: clock.heldSince?.toString() ?? null,
      closed_at: target.result ? at : null,
      result: target.result ?? null,
    }))
    .where('id', '=', open.row.id)
    .execute()
  await recordStep(tx, context, open, move)
  for (const mark of move.marks) {
    await tx
      .insertInto('services.mark')
      .values({
        id: newId(context.now.epochMilliseconds),
        case_id: open.row.id,
        field: mark.field,
        note: mark.note,
        actor_label: labelOf(context.actor),
        marked_at: at,
        resolved_at: null,
      })
      .execute()
  }
  if (move.row.tell && open.row.account_id) {
    const words = { number: open.row.number, reason: move.reason, subject: open.row.subject_name }
    await sendMessage(tx, context, {
      accountId: open.row.account_id,
      title: fillText(move.row.tell.title.id, words),
      body: fillText(move.row.tell.body.id, words),
      link: servicePaths.ownCase(open.row.id),
    })
  }
  if (target.result) context.invalidate(`slug:${open.definition.slug}`, 'figures')
}

async function runEffects(
  tx: WriteHandle,
  context: CommandContext,
  open: OpenCase,
  row: TransitionDefinition,
): Promise<Record<string, unknown>> {
  const facts: Record<string, unknown> = {}
  const answers = context.tenant.cipher.openJson<Answers>(open.row.answers, caseAnswersContext)
  for (const name of row.effects) {
    const outcome = await caseEffects.get(name)({
      tx,
      context,
      caseId: open.row.id,
      caseNumber: open.row.number,
      submittedAt: instantOf(open.row.submitted_at),
      answers,
      applicantPersonId: open.row.applicant_person_id,
      territoryCode: open.row.territory_code,
    })
    Object.assign(facts, outcome.facts)
    for (const draft of outcome.documents) {
      await issueDocument(tx, context, draft, { type: 'case', id: open.row.id, unitPath: open.row.unit_path })
    }
  }
  return facts
}

/** The unit that holds the file in the next state; closed files stay where they were. */
async function placeIn(tx: WriteHandle, context: CommandContext, open: OpenCase, target: StateDefinition) {
  const here = { unitId: open.row.unit_id, unitPath: open.row.unit_path }
  if (target.holder !== 'office') return here
  const on = dayOf(context.now, context.tenant.profile.zone).toString()
  const unit = target.unit
    ? await findUnit(tx, target.unit)
    : await unitServing(tx, { unitCode: open.definition.unit, territory: open.row.territory_code, on })
  return unit ? { unitId: unit.id, unitPath: unit.path } : here
}

/** Stop-clock: while the applicant holds the file the promise stands still, and moves on by that much opening time. */
async function clockAfter(tx: WriteHandle, context: CommandContext, open: OpenCase, target: StateDefinition) {
  const promisedAt = instantOf(open.row.promised_at)
  const heldSince = open.row.held_by_applicant_since ? instantOf(open.row.held_by_applicant_since) : undefined
  if (target.holder === 'applicant') return { promisedAt, heldSince: heldSince ?? context.now }
  if (!heldSince) return { promisedAt, heldSince: undefined }
  const calendar = await getCalendar(context.tenant, tx, open.row.territory_code)
  return { promisedAt: extendDeadline(promisedAt, heldSince, context.now, calendar), heldSince: undefined }
}

async function recordStep(tx: WriteHandle, context: CommandContext, open: OpenCase, move: Move): Promise<void> {
  const { actor } = context
  await sql`insert into services.step (case_id, number, state, verb, actor_label, actor_name, actor_place, position_id, reason, at)
    select ${open.row.id}, coalesce(max(number), 0) + 1, ${move.row.to}, ${move.row.verb}, ${labelOf(actor)}, ${actor.name},
      ${actor.position ? `${actor.position.title}, ${actor.position.unitName}` : ''}, ${actor.position?.id ?? null},
      ${move.reason || null}, ${context.now.toString()}
    from services.step where case_id = ${open.row.id}`.execute(tx)
}
