import { z } from 'zod'
import { anyone, signedIn, systemOnly } from '#kernel/access/access.ts'
import { dateOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import { endSessions } from './account-rows.ts'

export const signOut = command({
  name: 'accounts.sign-out',
  event: 'accounts.signed-out.v1',
  access: signedIn,
  input: z.object({ sessionId: z.string() }),
  async run(tx, { sessionId }, { actor }) {
    const accountId = actor.accountId ?? ''
    const ended = await tx
      .deleteFrom('accounts.auth_session')
      .where('id', '=', sessionId)
      .where('user_id', '=', accountId)
      .executeTakeFirst()
    if (ended.numDeletedRows === 0n) return { result: { ended: false }, event: undefined }
    return { result: { ended: true }, event: { subject: { type: 'account', id: accountId }, payload: { sessionId } } }
  },
})

export const endOtherSessions = command({
  name: 'accounts.end-other-sessions',
  event: 'accounts.sessions-ended.v1',
  access: signedIn,
  input: z.object({ sessionId: z.string() }),
  async run(tx, { sessionId }, { actor }) {
    const accountId = actor.accountId ?? ''
    const count = await endSessions(tx, accountId, sessionId)
    return {
      result: { count },
      event: count > 0 ? { subject: { type: 'account', id: accountId }, payload: { count } } : undefined,
    }
  },
})

/** Takes back a session that better-auth opened only to check a passkey; nobody was ever given it. */
export const discardSession = command({
  name: 'accounts.discard-session',
  event: 'accounts.session-discarded.v1',
  access: anyone,
  input: z.object({ token: z.string().min(20) }),
  async run(tx, { token }) {
    await tx.deleteFrom('accounts.auth_session').where('token', '=', token).execute()
    return { result: undefined, event: undefined }
  },
})

/** When a session was last used, to the quarter of an hour: enough to recognize a device by. */
export const noteSessionUse = command({
  name: 'accounts.note-session-use',
  event: 'accounts.session-used.v1',
  access: signedIn,
  input: z.object({ sessionId: z.string() }),
  async run(tx, { sessionId }, { now }) {
    await tx
      .updateTable('accounts.auth_session')
      .set({ last_used_at: dateOf(now) })
      .where('id', '=', sessionId)
      .execute()
    return { result: undefined, event: undefined }
  },
})

const keepHours = 24

/** Removes what nobody can use any more: sessions a day after their end, old challenges, links and failures. */
export const removeExpired = command({
  name: 'accounts.remove-expired',
  event: 'accounts.expired-removed.v1',
  access: systemOnly,
  input: z.object({}),
  async run(tx, _input, { now }) {
    const before = dateOf(now.subtract({ hours: keepHours }))
    await tx.deleteFrom('accounts.auth_session').where('expires_at', '<', before).execute()
    await tx.deleteFrom('accounts.auth_verification').where('expires_at', '<', before).execute()
    await tx.deleteFrom('accounts.one_time_link').where('expires_at', '<', before).execute()
    await tx
      .deleteFrom('accounts.lockout')
      .where('last_failure_at', '<', dateOf(now.subtract({ hours: 24 * 7 })))
      .execute()
    return { result: undefined, event: undefined }
  },
})
