import { z } from 'zod'
import { staff } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { findCase } from './case-row.ts'
import { refuseClaimedByAnother, refuseOwnFamily } from './guards.ts'
import { lockOpenTask, placeOf, setClaim } from './task-row.ts'

/** An officer takes a piece of work in hand: colleagues see it and leave it alone. */
export const claimTask = command({
  name: 'services.claim-task',
  event: 'services.task-claimed.v1',
  access: staff,
  input: z.object({ taskId: z.uuid() }),
  async run(tx, input, context) {
    const { actor } = context
    const task = await lockOpenTask(tx, input.taskId)
    context.require(task.desk, placeOf(task))
    const open = await findCase(tx, task.case_id)
    if (!open) throw notFound()
    if (!actor.personId || !actor.position) throw new AppError('forbidden')
    await refuseOwnFamily(tx, context, open)
    refuseClaimedByAnother(context, [
      { claimedPersonId: task.claimed_person_id ?? undefined, claimedName: task.claimed_name ?? undefined },
    ])
    const result = { caseId: task.case_id }
    if (task.claimed_person_id === actor.personId) return { result, event: undefined }
    await setClaim(tx, context, [task.id], {
      personId: actor.personId,
      positionId: actor.position.id,
      name: actor.name,
    })
    const payload = { number: open.row.number, task: task.id }
    return { result, event: { subject: { type: 'case', id: task.case_id }, payload } }
  },
})
