import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { citizen } from '#kernel/access/access.ts'
import { dateOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import { AppError } from '#kernel/errors.ts'

/** A new secret address of the payer's calendar; whoever knew the one before sees nothing more. */
export const renewCalendar = command({
  name: 'billing.renew-calendar',
  event: 'billing.calendar-renewed.v1',
  access: citizen,
  input: z.object({}),
  async run(tx, _input, context) {
    const { accountId } = context.actor
    if (!accountId) throw new AppError('forbidden')
    const row = { account_id: accountId, key: randomBytes(24).toString('base64url'), made_at: dateOf(context.now) }
    await tx
      .insertInto('billing.calendar_key')
      .values(row)
      .onConflict((conflict) => conflict.column('account_id').doUpdateSet(row))
      .execute()
    return { result: undefined, event: { subject: { type: 'account', id: accountId }, payload: {} } }
  },
})
