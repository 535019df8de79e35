import { z } from 'zod'
import { isPermitted, staff } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { AppError } from '#kernel/errors.ts'
import { workMessages } from '../texts/work.ts'
import { notEntitled, tellTaker } from './reassign-task.ts'
import { findTaker, placeOf, setClaim } from './task-row.ts'

/**
 * Everything that somebody has in hand goes to a colleague, or back to the desk: he leaves, or is ill. What the
 * colleague may not do goes back to the desk.
 */
export const handOverTasks = command({
  name: 'services.hand-over-tasks',
  event: 'services.tasks-handed-over.v1',
  access: staff,
  input: z.object({ fromPersonId: z.uuid(), toPersonId: z.uuid().optional() }),
  async run(tx, input, context) {
    const claimed = await tx
      .selectFrom('services.task')
      .selectAll()
      .where('claimed_person_id', '=', input.fromPersonId)
      .where('closed_at', 'is', null)
      .orderBy('id')
      .forUpdate()
      .execute()
    const isOwn = input.fromPersonId === context.actor.personId
    const tasks = claimed.filter((task) => isOwn || isPermitted(context.actor, 'services.supervise', placeOf(task)))
    if (claimed.length > 0 && tasks.length === 0) throw new AppError('forbidden')
    const moved: string[] = []
    const released: string[] = []
    for (const task of tasks) {
      const taker = input.toPersonId ? await findTaker(tx, context, input.toPersonId, task) : undefined
      if (taker) moved.push(task.id)
      else released.push(task.id)
      await setClaim(tx, context, [task.id], taker)
    }
    if (input.toPersonId && tasks.length > 0 && moved.length === 0) throw notEntitled
    const result = { moved: moved.length, released: released.length }
    if (tasks.length === 0) return { result, event: undefined }
    if (input.toPersonId && moved.length > 0) {
      const taker = { personId: input.toPersonId, positionId: '', name: '' }
      await tellTaker(tx, context, taker, workMessages.handedOver(moved.length, context.actor.name))
    }
    const payload = { moved, released, to: input.toPersonId ?? null }
    return { result, event: { subject: { type: 'person', id: input.fromPersonId }, payload } }
  },
})
