import { z } from 'zod'
import { staff } from '#kernel/access/access.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { fieldsOf } from '../definition/check.ts'
import { expressionsOf } from '../definition/expressions.ts'
import type { TransitionDefinition } from '../definition/schema.ts'
import { checkNeeds, transitionOf } from '../domain.ts'
import { factsOf } from '../flow/facts.ts'
import { checkFindings } from '../flow/findings.ts'
import { resumeParent } from '../flow/sub-case.ts'
import { sentenceOf, takeStep } from '../flow/take-step.ts'
import { listOpenTasks } from '../flow/tasks.ts'
import { lockCase, type OpenCase } from './case-row.ts'
import {
  refuseClaimedByAnother,
  refuseOwnFamily,
  refuseSecondEye,
  requireAppointment,
  requirePlausible,
  requireWithin,
} from './guards.ts'

export const stepInput = {
  caseId: z.uuid(),
  reason: z.string().max(2000).default(''),
  reasonId: z.string().max(60).optional(),
  marks: z
    .array(z.object({ field: z.string(), note: z.string().min(1).max(500) }))
    .max(50)
    .default([]),
  /** What the step's own form was filled with. */
  findings: z.record(z.string(), z.unknown()).default({}),
}

/** An officer's step: forward, send back with marks, refuse with a reason, report, sign, cancel. */
export const actOnCase = command({
  name: 'services.act-on-case',
  event: 'services.case-moved.v1',
  access: staff,
  input: z.object({
    ...stepInput,
    verb: z.string(),
    /** The revision the officer was looking at; somebody else's step in between is a conflict, not overwritten. */
    revision: z.coerce.number().int(),
  }),
  // Signatures meet at the numbers of their registers; who checks files need not wait for them.
  lane: ({ verb }) => verb,
  async run(tx, input, context) {
    const open = await lockCase(tx, input.caseId)
    if (!open) throw notFound()
    // First of all: a colleague's step in between must not look like a lack of authority.
    if (open.row.revision !== input.revision) throw new AppError('conflict')
    const row = transitionOf(open.definition, open.row.state, input.verb)
    if (!row.by.includes('.')) throw new AppError('forbidden')
    context.require(row.by, { unitPath: open.row.unit_path, territory: open.row.territory_code })
    if (row.stepUp && !((context.actor.elevatedUntil ?? 0) > context.now.epochMilliseconds)) {
      throw new AppError('step-up-needed')
    }
    await refuseOwnFamily(tx, context, open)
    await refuseSecondEye(tx, context, open, row)
    refuseClaimedByAnother(context, await listOpenTasks(tx, open.row.id))
    await requireWithin(tx, context, open, row)
    await requireAppointment(tx, open, row)
    requirePossible(context, open, row)
    checkNeeds(row, input)
    const marks = row.needs.includes('marks') ? knownMarks(open, input.marks) : []
    const overruled = await requirePlausible(tx, context, open, row, input.reason)
    const findings = await checkFindings(tx, context, open, row.form, input.findings)
    const moved = await takeStep(tx, context, open, {
      row,
      reason: input.reason.trim(),
      reasonId: input.reasonId,
      marks,
      findings,
    })
    await resumeParent(tx, context, moved)
    const payload = {
      number: open.row.number,
      serviceId: open.row.service_id,
      verb: row.verb,
      from: row.from,
      to: moved.row.state,
      marked: marks.map((mark) => mark.field),
      ...(overruled.length > 0 ? { overruled } : {}),
      ...(row.needs.includes('reason') ? { reason: sentenceOf({ row, ...input }) } : {}),
    }
    return { result: { state: moved.row.state }, event: { subject: { type: 'case', id: open.row.id }, payload } }
  },
})

/** @throws wrong-state when the step's own condition does not hold */
export function requirePossible(context: CommandContext, open: OpenCase, row: TransitionDefinition): void {
  if (!row.when) return
  const facts = factsOf(context.tenant, open, context.now)
  if (!expressionsOf(open.definition).isTrue(row.when, facts)) throw new AppError('wrong-state')
}

function knownMarks<T extends { field: string }>(open: OpenCase, marks: readonly T[]): readonly T[] {
  const fields = new Set(fieldsOf(open.definition).map((field) => field.id))
  if (marks.some((mark) => !fields.has(mark.field))) throw notFound()
  return marks
}
