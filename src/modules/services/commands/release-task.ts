import { z } from 'zod'
import { staff, systemOnly } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { findTaker, lockOpenTask, placeOf, setClaim } from './task-row.ts'

/** Whoever took work in hand puts it back; the head of the unit may do it for him. */
export const releaseTask = command({
  name: 'services.release-task',
  event: 'services.task-released.v1',
  access: staff,
  input: z.object({ taskId: z.uuid() }),
  async run(tx, input, context) {
    const task = await lockOpenTask(tx, input.taskId)
    const result = { caseId: task.case_id }
    if (task.claimed_person_id !== context.actor.personId) context.require('services.supervise', placeOf(task))
    if (!task.claimed_person_id) return { result, event: undefined }
    await setClaim(tx, context, [task.id], undefined)
    const payload = { task: task.id, from: task.claimed_person_id }
    return { result, event: { subject: { type: 'case', id: task.case_id }, payload } }
  },
})

/** Work of those whose post has ended, or lost its rights, goes back to the desk. Repeating it changes nothing. */
export const releaseEndedClaims = command({
  name: 'services.release-ended-claims',
  event: 'services.ended-claims-released.v1',
  access: systemOnly,
  input: z.object({}),
  async run(tx, _input, context) {
    const tasks = await tx
      .selectFrom('services.task')
      .selectAll()
      .where('closed_at', 'is', null)
      .where('claimed_person_id', 'is not', null)
      .forUpdate()
      .execute()
    const lost: string[] = []
    const known = new Map<string, boolean>()
    for (const task of tasks) {
      const personId = task.claimed_person_id as string
      const key = [personId, task.desk, task.unit_path, task.territory_code].join(' ')
      const may = known.get(key) ?? (await findTaker(tx, context, personId, task)) !== undefined
      known.set(key, may)
      if (!may) lost.push(task.id)
    }
    await setClaim(tx, context, lost, undefined)
    const result = { released: lost.length }
    if (lost.length === 0) return { result, event: undefined }
    return { result, event: { subject: { type: 'task', id: lost[0] as string }, payload: { tasks: lost } } }
  },
})
