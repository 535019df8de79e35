import { z } from 'zod'
import { systemOnly } from '#kernel/access/access.ts'
import { dateOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'

/** Takes the nonce of a signed notification. @returns false when it was used before: somebody plays it again */
export const acceptNotification = command({
  name: 'billing.accept-notification',
  event: 'billing.notification-accepted.v1',
  access: systemOnly,
  input: z.object({ channel: z.string().max(40), nonce: z.string().max(80) }),
  async run(tx, input, context) {
    const row = await tx
      .insertInto('billing.channel_nonce')
      .values({ ...input, seen_at: dateOf(context.now) })
      .onConflict((conflict) => conflict.doNothing())
      .returning('nonce')
      .executeTakeFirst()
    if (!row) return { result: false, event: undefined }
    return { result: true, event: { subject: { type: 'payment-channel', id: input.channel }, payload: input } }
  },
})

/** Nonces older than a day can go: a notification of that age is refused for its age. */
export const forgetNonces = command({
  name: 'billing.forget-nonces',
  event: 'billing.nonces-forgotten.v1',
  access: systemOnly,
  input: z.object({}),
  async run(tx, _input, context) {
    const gone = await tx
      .deleteFrom('billing.channel_nonce')
      .where('seen_at', '<', dateOf(context.now.subtract({ hours: 24 })))
      .executeTakeFirst()
    const count = Number(gone.numDeletedRows)
    if (count === 0) return { result: 0, event: undefined }
    return { result: count, event: { subject: { type: 'payment-channel', id: 'all' }, payload: { count } } }
  },
})

/** That the list of a channel was compared, and what came of it. */
export const noteReconciliation = command({
  name: 'billing.note-reconciliation',
  event: 'billing.channel-reconciled.v1',
  access: systemOnly,
  input: z.object({ channel: z.string().max(40), listed: z.number().int(), added: z.number().int() }),
  async run(tx, input, context) {
    const row = { ...input, checked_at: dateOf(context.now) }
    await tx
      .insertInto('billing.channel_check')
      .values(row)
      .onConflict((conflict) => conflict.column('channel').doUpdateSet(row))
      .execute()
    return { result: undefined, event: { subject: { type: 'payment-channel', id: input.channel }, payload: input } }
  },
})
