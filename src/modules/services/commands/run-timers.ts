import { z } from 'zod'
import { systemOnly } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { accountForPerson } from '#modules/accounts/index.ts'
import { sendMessage } from '#modules/messaging/index.ts'
import { findSigner } from '#modules/organization/index.ts'
import { getCalendar } from '#modules/rules/index.ts'
import { expressionsOf } from '../definition/expressions.ts'
import { factsOf } from '../flow/facts.ts'
import { resumeParent } from '../flow/sub-case.ts'
import { setTimer, takeStep } from '../flow/take-step.ts'
import { listOpenTasks, type OpenTask } from '../flow/tasks.ts'
import { timersOf } from '../flow/timers.ts'
import { servicePaths } from '../paths.ts'
import { clockMessages } from '../texts.ts'
import { lockCase, type OpenCase } from './case-row.ts'

/**
 * Does what the passing of time does to one case: warns the head of the unit, escalates, takes the steps of the
 * clock (lapse, tacit consent). Running it again at the same moment does nothing.
 */
export const runTimers = command({
  name: 'services.run-timers',
  event: 'services.clock-ran.v1',
  access: systemOnly,
  input: z.object({ caseId: z.uuid() }),
  async run(tx, input, context) {
    const nothing = { result: { done: [] as string[] }, event: undefined }
    const open = await lockCase(tx, input.caseId)
    if (!open?.row.next_timer_at) return nothing
    const calendar = await getCalendar(context.tenant, tx, open.row.territory_code)
    const tasks = await listOpenTasks(tx, open.row.id)
    const due = timersOf(open.definition, open.row, tasks, calendar).filter(
      (timer) => Temporal.Instant.compare(timer.at, context.now) <= 0,
    )
    const done: string[] = []
    for (const timer of due) {
      if (timer.kind === 'step') {
        if (!isPossible(context, open, timer.row.when)) continue
        await resumeParent(tx, context, await takeStep(tx, context, open, { row: timer.row }))
        return ended(open, [...done, timer.row.verb])
      }
      const task = tasks.find((candidate) => candidate.id === timer.taskId) as OpenTask
      if (timer.kind === 'warn' && due.some((other) => other.kind === 'escalate' && other.taskId === task.id)) continue
      await tellHead(tx, context, open, task, timer.kind)
      const moment = context.now.toString()
      const column = timer.kind === 'warn' ? { warned_at: moment } : { escalated_at: moment }
      await tx.updateTable('services.task').set(column).where('id', '=', task.id).execute()
      done.push(timer.kind)
    }
    await setTimer(tx, open, open.row, await listOpenTasks(tx, open.row.id), calendar)
    return done.length ? ended(open, done) : nothing
  },
})

function ended(open: OpenCase, done: string[]) {
  const payload = { number: open.row.number, done }
  return { result: { done }, event: { subject: { type: 'case', id: open.row.id }, payload } }
}

function isPossible(context: CommandContext, open: OpenCase, when: string | undefined): boolean {
  return expressionsOf(open.definition).isTrue(when, factsOf(context.tenant, open, context.now))
}

/** Tells whoever supervises the unit of a task; of nobody there, the one above. */
async function tellHead(
  tx: WriteHandle,
  context: CommandContext,
  open: OpenCase,
  task: OpenTask,
  kind: 'warn' | 'escalate',
): Promise<void> {
  const day = dayOf(context.now, context.tenant.profile.zone).toString()
  const head = await findSigner(tx, task.unitPath, 'services.supervise', day)
  const account = head && (await accountForPerson(tx, head.personId, 'staff'))
  if (!account) return
  await sendMessage(tx, context, {
    accountId: account.id,
    ...clockMessages[kind](open.definition.title, open.row.number, task.dueAt, context.tenant.profile.zone),
    link: servicePaths.deskCase(open.row.id),
  })
}
