import { z } from 'zod'
import { anyone, signedIn } from '#kernel/access/access.ts'
import { dateOf, instantOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import { notFound } from '#kernel/errors.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import { forgetFailuresAfterHours, lockMinutes, stepUpMinutes } from '../domain.ts'
import { inBoth, refused } from '../faults.ts'
import { signInTexts } from '../texts/sign-in.ts'

/** Keyed hash under which failures of one sign-in name are counted, whether or not it exists. */
const nameKey = z.string().regex(/^[0-9a-f]{64}$/)

/**
 * Counts an attempt before the password is looked at, so that many at the same moment cannot slip by,
 * and refuses a locked name with the time left. A success forgets the count again.
 */
export const beginSignIn = command({
  name: 'accounts.begin-sign-in',
  event: 'accounts.sign-in-begun.v1',
  access: anyone,
  input: z.object({ key: nameKey }),
  async run(tx, { key }, { now }) {
    const account_key = Buffer.from(key, 'hex')
    const known = await tx
      .selectFrom('accounts.lockout')
      .select(['failures', 'locked_until', 'last_failure_at'])
      .where('account_key', '=', account_key)
      .forUpdate()
      .executeTakeFirst()
    if (known?.locked_until && Temporal.Instant.compare(instantOf(known.locked_until), now) > 0) {
      throw lockedFor(now.until(instantOf(known.locked_until)))
    }
    const forgotten = known && instantOf(known.last_failure_at).until(now).total('hours') > forgetFailuresAfterHours
    const failures = known && !forgotten ? known.failures + 1 : 1
    const minutes = lockMinutes(failures)
    const row = {
      failures,
      locked_until: minutes > 0 ? dateOf(now.add({ minutes })) : null,
      last_failure_at: dateOf(now),
    }
    await tx
      .insertInto('accounts.lockout')
      .values({ account_key, ...row })
      .onConflict((conflict) => conflict.column('account_key').doUpdateSet(row))
      .execute()
    return { result: { failures, lockedMinutes: minutes }, event: undefined }
  },
})

function lockedFor(left: Temporal.Duration) {
  const minutes = Math.ceil(left.total('minutes'))
  const unit = minutes > 90 ? 'wait-hours' : 'wait-minutes'
  const n = minutes > 90 ? Math.ceil(minutes / 60) : minutes
  const wait = inBoth(signInTexts, unit, { n })
  const text: LocalText = {
    id: signInTexts('id')('locked', { wait: wait.id }),
    en: signInTexts('en')('locked', { wait: wait.en }),
  }
  return refused(text, 'too-many-requests', { seconds: Math.ceil(left.total('seconds')) })
}

/** Notes that a name and password did not fit, for whoever watches over attacks. */
export const recordFailedSignIn = command({
  name: 'accounts.record-failed-sign-in',
  event: 'accounts.sign-in-failed.v1',
  access: anyone,
  input: z.object({ key: nameKey, lockedMinutes: z.number() }),
  async run(_tx, { key, lockedMinutes }) {
    return {
      result: undefined,
      event: { subject: { type: 'sign-in-name', id: key.slice(0, 16) }, payload: { lockedMinutes } },
    }
  },
})

export const signInMethods = ['password', 'totp', 'backup', 'passkey'] as const

/** Notes a completed sign-in: forgets earlier failures; with a second factor the proof counts for step-up too. */
export const recordSignIn = command({
  name: 'accounts.record-sign-in',
  event: 'accounts.signed-in.v1',
  access: signedIn,
  input: z.object({ token: z.string(), method: z.enum(signInMethods), key: nameKey.optional() }),
  async run(tx, { token, method, key }, { now, actor }) {
    const session = await tx
      .updateTable('accounts.auth_session')
      .set({ elevated_until: method === 'password' ? null : dateOf(now.add({ minutes: stepUpMinutes })) })
      .where('token', '=', token)
      .where('user_id', '=', actor.accountId ?? '')
      .returning('id')
      .executeTakeFirst()
    if (!session) throw notFound()
    if (key) await tx.deleteFrom('accounts.lockout').where('account_key', '=', Buffer.from(key, 'hex')).execute()
    return {
      result: { sessionId: session.id },
      event: { subject: { type: 'account', id: actor.accountId ?? '' }, payload: { method, sessionId: session.id } },
    }
  },
})
