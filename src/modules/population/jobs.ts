import type { JobHandler } from '#kernel/define/module.ts'
import { announceChild } from './commands/announce-child.ts'
import { tellNextSteps } from './commands/tell-next-steps.ts'
import type { ChildRegistered } from './events.ts'

/** A birth was signed: the rest of the program may hear of the child, once. */
export const announceChildJob: JobHandler = async (payload: { personId: string; caseId: string }, context) => {
  await context.run(announceChild, payload, { idempotencyKey: `child-registered:${payload.personId}` })
}

/** A child was registered: its family hears what comes next. */
export const tellNextStepsJob: JobHandler = async (event: { payload: ChildRegistered }, context) => {
  const { personId, villageCode } = event.payload
  await context.run(tellNextSteps, { personId, villageCode }, { idempotencyKey: `next-steps:${personId}` })
}
