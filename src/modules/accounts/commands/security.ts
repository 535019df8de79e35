import { generateRandomString, symmetricEncrypt } from 'better-auth/crypto'
import { z } from 'zod'
import { signedIn } from '#kernel/access/access.ts'
import { dateOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import { notFound } from '#kernel/errors.ts'
import { authSecret } from '../auth/instance.ts'
import { hashPassword, verifyPassword } from '../auth/password.ts'
import { stepUpMinutes } from '../domain.ts'
import { Faults, inBoth } from '../faults.ts'
import { getAccount } from '../queries/accounts.ts'
import { passwordOwner } from '../queries/password-owner.ts'
import { findPasswordHash } from '../queries/security.ts'
import { requireStepUp } from '../step-up.ts'
import { securityTexts } from '../texts/security.ts'
import { endSessions, setPasswordHash } from './account-rows.ts'
import { checkNewPassword } from './check-password.ts'
import { signInMethods } from './sign-in.ts'

const own = (accountId: string | undefined) => ({ type: 'account', id: accountId ?? '' })

export const changePassword = command({
  name: 'accounts.change-password',
  event: 'accounts.password-changed.v1',
  access: signedIn,
  input: z.object({
    current: z.string(),
    password: z.string(),
    passwordAgain: z.string(),
    breached: z.boolean(),
    /** The session that stays. */
    sessionId: z.string(),
  }),
  async run(tx, input, { actor, tenant }) {
    const accountId = actor.accountId ?? ''
    const account = await getAccount(tx, accountId)
    const stored = await findPasswordHash(tx, accountId)
    const faults = new Faults()
    if (!stored || !(await verifyPassword(stored, input.current)))
      faults.add('current', inBoth(securityTexts, 'password-wrong'))
    checkNewPassword(faults, input, await passwordOwner(tenant, tx, account))
    faults.throwIfAny()
    await setPasswordHash(tx, accountId, await hashPassword(input.password))
    const count = await endSessions(tx, accountId, input.sessionId)
    return { result: { sessionsEnded: count }, event: { subject: own(accountId), payload: { by: 'owner' } } }
  },
})

/** Notes that somebody proved again who he is; the handler checked password and code or passkey. */
export const proveIdentity = command({
  name: 'accounts.prove-identity',
  event: 'accounts.identity-proved.v1',
  access: signedIn,
  input: z.object({ sessionId: z.string(), method: z.enum(signInMethods) }),
  async run(tx, { sessionId, method }, { actor, now }) {
    await tx
      .updateTable('accounts.auth_session')
      .set({ elevated_until: dateOf(now.add({ minutes: stepUpMinutes })) })
      .where('id', '=', sessionId)
      .where('user_id', '=', actor.accountId ?? '')
      .execute()
    return { result: undefined, event: { subject: own(actor.accountId), payload: { method } } }
  },
})

/** better-auth has confirmed the first code; the new session keeps its proof. */
export const recordAuthenticator = command({
  name: 'accounts.record-authenticator',
  event: 'accounts.authenticator-added.v1',
  access: signedIn,
  input: z.object({}),
  async run(_tx, _input, { actor }) {
    return { result: undefined, event: { subject: own(actor.accountId), payload: {} } }
  },
})

export const removeAuthenticator = command({
  name: 'accounts.remove-authenticator',
  event: 'accounts.authenticator-removed.v1',
  access: signedIn,
  input: z.object({}),
  async run(tx, _input, { actor, now }) {
    requireStepUp(actor, now)
    const accountId = actor.accountId ?? ''
    await tx.deleteFrom('accounts.auth_two_factor').where('user_id', '=', accountId).execute()
    await tx.updateTable('accounts.auth_user').set({ two_factor_enabled: false }).where('id', '=', accountId).execute()
    return { result: undefined, event: { subject: own(accountId), payload: {} } }
  },
})

const backupCodes = 10

/** Ten new codes in better-auth's own form; the old ones stop working. */
export const renewBackupCodes = command({
  name: 'accounts.renew-backup-codes',
  event: 'accounts.backup-codes-renewed.v1',
  access: signedIn,
  input: z.object({}),
  async run(tx, _input, { actor, now, tenant }) {
    requireStepUp(actor, now)
    const codes = Array.from({ length: backupCodes }, () => generateRandomString(10, 'a-z', '0-9')).map(
      (code) => `${code.slice(0, 5)}-${code.slice(5)}`,
    )
    const sealed = await symmetricEncrypt({ key: authSecret(tenant), data: JSON.stringify(codes) })
    const changed = await tx
      .updateTable('accounts.auth_two_factor')
      .set({ backup_codes: sealed })
      .where('user_id', '=', actor.accountId ?? '')
      .where('verified', '=', true)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) throw notFound()
    return { result: { codes }, event: { subject: own(actor.accountId), payload: {} } }
  },
})

export const recordPasskey = command({
  name: 'accounts.record-passkey',
  event: 'accounts.passkey-added.v1',
  access: signedIn,
  input: z.object({ passkeyId: z.string() }),
  async run(_tx, { passkeyId }, { actor }) {
    return { result: undefined, event: { subject: own(actor.accountId), payload: { passkeyId } } }
  },
})

export const removePasskey = command({
  name: 'accounts.remove-passkey',
  event: 'accounts.passkey-removed.v1',
  access: signedIn,
  input: z.object({ passkeyId: z.string() }),
  async run(tx, { passkeyId }, { actor, now }) {
    requireStepUp(actor, now)
    const removed = await tx
      .deleteFrom('accounts.auth_passkey')
      .where('id', '=', passkeyId)
      .where('user_id', '=', actor.accountId ?? '')
      .executeTakeFirst()
    if (removed.numDeletedRows === 0n) throw notFound()
    return { result: undefined, event: { subject: own(actor.accountId), payload: { passkeyId } } }
  },
})
