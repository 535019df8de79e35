import { z } from 'zod'
import { staff } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { getCalendar } from '#modules/rules/index.ts'
import { expressionsOf } from '../definition/expressions.ts'
import { branchOf, checkNeeds, stateOf } from '../domain.ts'
import { hasOpenReview, rowsBy } from '../flow/enter-state.ts'
import { caseFindingsContext, factsOf, findingsOf } from '../flow/facts.ts'
import { checkFindings } from '../flow/findings.ts'
import { resumeParent } from '../flow/sub-case.ts'
import { keepMarks, recordStep, setTimer, takeStep } from '../flow/take-step.ts'
import { listOpenTasks } from '../flow/tasks.ts'
import { stepInput } from './act-on-case.ts'
import { lockCase } from './case-row.ts'
import { refuseClaimedByAnother, refuseOwnFamily } from './guards.ts'

/**
 * One of several reviews that run at the same time is finished. When all are in the file goes on by the first
 * rule of the flow that holds for their outcomes.
 */
export const completeReview = command({
  name: 'services.complete-review',
  event: 'services.review-completed.v1',
  access: staff,
  input: z.object({ ...stepInput, branch: z.string(), outcome: z.string() }),
  async run(tx, input, context) {
    const open = await lockCase(tx, input.caseId)
    if (!open) throw notFound()
    const state = stateOf(open.definition, open.row.state)
    const tasks = await listOpenTasks(tx, open.row.id)
    const task = tasks.find((candidate) => candidate.branch === input.branch)
    // The review was finished by a colleague, or the file went on without it.
    if (!task) throw new AppError('conflict')
    const branch = branchOf(state, input.branch)
    const outcome = branch.outcomes.find((candidate) => candidate.id === input.outcome)
    if (!outcome) throw notFound()
    context.require(branch.desk, { unitPath: task.unitPath, territory: open.row.territory_code })
    await refuseOwnFamily(tx, context, open)
    refuseClaimedByAnother(context, [task])
    checkNeeds(outcome, input)
    const found = await checkFindings(tx, context, open, branch.form, input.findings)
    const findings = { ...findingsOf(context.tenant, open), ...found }
    const branches = { ...(open.row.branches as Record<string, string>), [branch.id]: outcome.id }
    const row = await tx
      .updateTable('services.case')
      .set((eb) => ({
        branches: JSON.stringify(branches),
        findings: context.tenant.cipher.sealJson(findings, caseFindingsContext),
        revision: eb('revision', '+', 1),
      }))
      .where('id', '=', open.row.id)
      .returningAll()
      .executeTakeFirstOrThrow()
    await tx
      .updateTable('services.task')
      .set({ closed_at: context.now.toString(), outcome: outcome.id, actor_label: labelOf(context.actor) })
      .where('id', '=', task.id)
      .execute()
    await recordStep(tx, context, row.id, {
      // The case stays where it is; only the outcome is written into its way.
      row: { verb: 'review', to: state.id, by: branch.desk },
      reason: input.reason.trim(),
      branch: branch.id,
      outcome: outcome.id,
    })
    await keepMarks(tx, context, row.id, outcome.needs.includes('marks') ? input.marks : [])
    const reviewed = { definition: open.definition, row }
    const facts = factsOf(context.tenant, reviewed, context.now)
    const language = expressionsOf(open.definition)
    const next = hasOpenReview(branches)
      ? undefined
      : rowsBy(reviewed, state.id, 'engine').find((each) => language.isTrue(each.when, facts))
    if (next) await resumeParent(tx, context, await takeStep(tx, context, reviewed, { row: next }))
    else {
      const calendar = await getCalendar(context.tenant, tx, row.territory_code)
      const left = tasks.filter((other) => other.id !== task.id)
      await setTimer(tx, open, row, left, calendar)
    }
    const payload = { number: row.number, branch: branch.id, outcome: outcome.id, to: next?.to ?? state.id }
    return { result: { state: next?.to ?? state.id }, event: { subject: { type: 'case', id: row.id }, payload } }
  },
})
