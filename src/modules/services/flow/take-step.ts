import { sql } from 'kysely'
import { instantOf } from '#kernel/clock/clock.ts'
import { extendDeadline, type WorkingCalendar } from '#kernel/clock/working-days.ts'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { fillText } from '#kernel/i18n/texts.ts'
import { newId } from '#kernel/ids.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { sendMessage } from '#modules/messaging/index.ts'
import { getCalendar, type RuleUse } from '#modules/rules/index.ts'
import type { CaseRow, OpenCase } from '../commands/case-row.ts'
import type { Answers } from '../definition/expressions.ts'
import type { StateDefinition, TransitionDefinition } from '../definition/schema.ts'
import { impersonal } from '../definition/schema-flow.ts'
import { type MarkInput, stateOf } from '../domain.ts'
import { servicePaths } from '../paths.ts'
import { rulesIn } from './case-rules.ts'
import { extendedPromise } from './deadline.ts'
import { runEffects, undoEffects } from './effects.ts'
import { enterState } from './enter-state.ts'
import { caseFindingsContext, findingsOf } from './facts.ts'
import { beginLetters, revokeLetters } from './letters.ts'
import { cancelOpenBill } from './payment.ts'
import { closeTasks, insertTasks } from './tasks.ts'
import { timersOf } from './timers.ts'

/** One step of a case as somebody takes it. */
export interface Step {
  readonly row: TransitionDefinition
  readonly reason?: string | undefined
  readonly reasonId?: string | undefined
  readonly marks?: readonly MarkInput[] | undefined
  readonly findings?: Answers | undefined
}

/**
 * Takes one step of a locked case: effects, letters, clock, desks, way, message; all or nothing. Steps that
 * follow by themselves (routing, a bill of nothing, a closed sub-service) are taken too.
 * @returns the case as it now is
 */
export async function takeStep(
  tx: WriteHandle,
  context: CommandContext,
  before: OpenCase,
  step: Step,
): Promise<OpenCase> {
  const open = await keepFindings(tx, context, before, step)
  const target = stateOf(open.definition, step.row.to)
  const calendar = await getCalendar(context.tenant, tx, open.row.territory_code)
  // Before anything new is issued: the letter that cancels must itself hold.
  if (target.result === 'cancelled') await revokeLetters(tx, context, open, step)
  await cancelOpenBill(tx, context, open, step.row)
  await undoEffects(tx, context, open, step.row)
  const done = await runEffects(tx, context, open, step.row)
  const clock = withMoreTime(context, open, step.row, clockAfter(context, open, target, calendar), calendar)
  const letters = await beginLetters(tx, context, open, step.row, { reason: sentenceOf(step), calendar })
  const outcome = { ...(open.row.outcome as Record<string, unknown>), ...done.facts, ...letters.facts }
  const entry = await enterState(tx, context, { ...open, row: { ...open.row, outcome } }, target, {
    promisedAt: clock.promisedAt,
    calendar,
  })
  const at = context.now.toString()
  const row = await tx
    .updateTable('services.case')
    .set((eb) => ({
      state: target.id,
      unit_id: entry.place.unitId,
      unit_path: entry.place.unitPath,
      outcome: JSON.stringify({ ...outcome, ...entry.facts }),
      branches: JSON.stringify(entry.branches),
      revision: eb('revision', '+', 1),
      entered_at: at,
      promised_at: entry.promisedAt.toString(),
      held_by_applicant_since: clock.heldSince?.toString() ?? null,
      held_spans: JSON.stringify(clock.heldSpans),
      closed_at: target.result ? at : null,
      result: target.result ?? null,
      // A decided case that goes on (objection, correction) neither blocks a new application nor is blocked by one.
      ...(open.row.closed_at && !target.result ? { once_key: null } : {}),
      ...(letters.validTo ? { valid_to: letters.validTo } : {}),
    }))
    .where('id', '=', open.row.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await closeTasks(tx, context, row.id, step.row.verb, actorOf(context, step.row).label)
  await insertTasks(tx, context, row, target.id, entry.tasks)
  await setTimer(tx, open, row, entry.tasks, calendar)
  await recordStep(tx, context, open.row.id, step)
  await keepMarks(tx, context, open.row.id, step.marks ?? [])
  await tellApplicant(tx, context, open.row, step)
  // Set while all this was written.
  await done.documents?.finish()
  await letters.documents?.finish()
  if (target.result) context.invalidate(`slug:${open.definition.slug}`, 'figures')
  const moved = { definition: open.definition, row }
  return entry.follow ? takeStep(tx, context, moved, { row: entry.follow }) : moved
}

async function keepFindings(tx: WriteHandle, context: CommandContext, open: OpenCase, step: Step): Promise<OpenCase> {
  if (!step.findings || Object.keys(step.findings).length === 0) return open
  const merged = { ...findingsOf(context.tenant, open), ...step.findings }
  const findings = context.tenant.cipher.sealJson(merged, caseFindingsContext)
  await tx.updateTable('services.case').set({ findings }).where('id', '=', open.row.id).execute()
  return { ...open, row: { ...open.row, findings } }
}

interface ClockAfter {
  readonly promisedAt: Temporal.Instant
  readonly heldSince: Temporal.Instant | undefined
  readonly heldSpans: readonly (readonly [string, string])[]
}

/** Stop-clock: while the applicant has to act the promise stands still, and moves on by that much opening time. */
export function clockAfter(
  context: CommandContext,
  open: OpenCase,
  target: StateDefinition,
  calendar: WorkingCalendar,
): ClockAfter {
  const { row } = open
  const promisedAt = instantOf(row.promised_at)
  const heldSpans = row.held_spans as [string, string][]
  const heldSince = row.held_by_applicant_since ? instantOf(row.held_by_applicant_since) : undefined
  if (target.holder === 'applicant' || target.holder === 'payment') {
    return { promisedAt, heldSpans, heldSince: heldSince ?? context.now }
  }
  if (!heldSince) return { promisedAt, heldSpans, heldSince: undefined }
  return {
    promisedAt: extendDeadline(promisedAt, heldSince, context.now, calendar),
    heldSpans: [...heldSpans, [heldSince.toString(), context.now.toString()]],
    heldSince: undefined,
  }
}

/** A step from which on the law itself gives the office more time. */
function withMoreTime(
  context: CommandContext,
  open: OpenCase,
  row: TransitionDefinition,
  clock: ClockAfter,
  calendar: WorkingCalendar,
): ClockAfter {
  if (!row.extends) return clock
  return { ...clock, promisedAt: extendedPromise(row.extends, clock.promisedAt, context.now, rulesOf(open), calendar) }
}

/** When the clock must look at the case again. */
export async function setTimer(
  tx: WriteHandle,
  open: OpenCase,
  row: CaseRow,
  tasks: Parameters<typeof timersOf>[2],
  calendar: WorkingCalendar,
): Promise<void> {
  const next = timersOf(open.definition, row, tasks, calendar)[0]?.at.toString() ?? null
  if (next === null && row.next_timer_at === null) return
  await tx.updateTable('services.case').set({ next_timer_at: next }).where('id', '=', row.id).execute()
}

interface StepActor {
  readonly name: string
  readonly place: string
  readonly label: string
  readonly positionId: string | null
  readonly personId: string | null
}

/** Steps by the clock, the bill or a rule are the program's own, whoever set them going. */
function actorOf(context: CommandContext, row: Pick<TransitionDefinition, 'by'>): StepActor {
  const { actor } = context
  if ((impersonal as readonly string[]).includes(row.by)) {
    return { name: 'Balai', place: 'otomatis', label: 'Balai, otomatis', positionId: null, personId: null }
  }
  return {
    name: actor.name,
    place: actor.position ? `${actor.position.title}, ${actor.position.unitName}` : '',
    label: labelOf(actor),
    positionId: actor.position?.id ?? null,
    personId: actor.personId ?? null,
  }
}

/** What stands in the way of a file; also of steps that no definition has: sent, moved to another version. */
type Recorded = Omit<Step, 'row'> & {
  readonly row: Pick<TransitionDefinition, 'verb' | 'to' | 'by'>
  readonly branch?: string
  readonly outcome?: string
}

/** Writes down a step, or the outcome of one of several reviews. */
export async function recordStep(
  tx: WriteHandle,
  context: CommandContext,
  caseId: string,
  step: Recorded,
): Promise<void> {
  const who = actorOf(context, step.row)
  await sql`insert into services.step (case_id, number, state, verb, branch, outcome, reason_id, actor_label, actor_name,
      actor_place, position_id, person_id, reason, at)
    select ${caseId}, coalesce(max(number), 0) + 1, ${step.row.to}, ${step.row.verb}, ${step.branch ?? null},
      ${step.outcome ?? null}, ${step.reasonId ?? null}, ${who.label}, ${who.name}, ${who.place}, ${who.positionId},
      ${who.personId}, ${step.reason || null}, ${context.now.toString()}
    from services.step where case_id = ${caseId}`.execute(tx)
}

export async function keepMarks(
  tx: WriteHandle,
  context: CommandContext,
  caseId: string,
  marks: readonly MarkInput[],
): Promise<void> {
  if (marks.length === 0) return
  await tx
    .insertInto('services.mark')
    .values(
      marks.map((mark) => ({
        id: newId(context.now.epochMilliseconds),
        case_id: caseId,
        field: mark.field,
        note: mark.note,
        actor_label: labelOf(context.actor),
        marked_at: context.now.toString(),
        resolved_at: null,
      })),
    )
    .execute()
}

async function tellApplicant(tx: WriteHandle, context: CommandContext, row: CaseRow, step: Step): Promise<void> {
  const { tell } = step.row
  if (!tell || !row.account_id) return
  const words = { number: row.number, reason: sentenceOf(step), subject: row.subject_name }
  await sendMessage(tx, context, {
    accountId: row.account_id,
    title: fillText(tell.title.id, words),
    body: fillText(tell.body.id, words),
    link: servicePaths.ownCase(row.id),
  })
}

/** The reason as the applicant reads it: the chosen ground with its article, then the officer's own words. */
export function sentenceOf(step: Pick<Step, 'row' | 'reason' | 'reasonId'>): string {
  const ground = step.row.reasons?.find((reason) => reason.id === step.reasonId)
  const text = step.reason?.trim() ?? ''
  return [ground && `${ground.label.id} (${ground.basis}).`, text].filter(Boolean).join(' ')
}

export function rulesOf(open: OpenCase) {
  return rulesIn(open.row.rules as RuleUse[])
}
