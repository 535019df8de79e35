import { z } from 'zod'
import { staff } from '#kernel/access/access.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { accountForPerson } from '#modules/accounts/index.ts'
import { sendMessage } from '#modules/messaging/index.ts'
import { servicePaths } from '../paths.ts'
import { workMessages } from '../texts/work.ts'
import { findCase } from './case-row.ts'
import { findTaker, lockOpenTask, placeOf, setClaim, type Taker } from './task-row.ts'

/** The head of a unit gives a piece of work to one of those who may do it, also from the hands of another. */
export const reassignTask = command({
  name: 'services.reassign-task',
  event: 'services.task-reassigned.v1',
  access: staff,
  input: z.object({ taskId: z.uuid(), personId: z.uuid() }),
  async run(tx, input, context) {
    const task = await lockOpenTask(tx, input.taskId)
    context.require('services.supervise', placeOf(task))
    const open = await findCase(tx, task.case_id)
    if (!open) throw notFound()
    const result = { caseId: task.case_id }
    if (task.claimed_person_id === input.personId) return { result, event: undefined }
    const taker = await findTaker(tx, context, input.personId, task)
    if (!taker) throw notEntitled
    await setClaim(tx, context, [task.id], taker)
    await tellTaker(tx, context, taker, workMessages.given(open.row.number, context.actor.name), task.case_id)
    const payload = { task: task.id, from: task.claimed_person_id, to: taker.personId }
    return { result, event: { subject: { type: 'case', id: task.case_id }, payload } }
  },
})

export const notEntitled = new AppError('invalid-input', {
  fields: [
    {
      path: 'personId',
      message: {
        id: 'Pegawai ini tidak memegang jabatan yang berwenang atas pekerjaan itu hari ini. Pilih yang lain.',
        en: 'This employee holds no post today that may do this work. Choose another.',
      },
    },
  ],
})

export async function tellTaker(
  tx: WriteHandle,
  context: CommandContext,
  taker: Taker,
  message: { title: string; body: string },
  caseId?: string,
): Promise<void> {
  if (taker.personId === context.actor.personId) return
  const account = await accountForPerson(tx, taker.personId, 'staff')
  if (!account) return
  const link = caseId ? servicePaths.deskCase(caseId) : servicePaths.desk
  await sendMessage(tx, context, { accountId: account.id, ...message, link })
}
