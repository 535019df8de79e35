import { z } from 'zod'
import { anyone } from '#kernel/access/access.ts'
import type { CommandContext } from '#kernel/command/command.ts'
import { command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import { hashPassword } from '../auth/password.ts'
import { lockoutKey } from '../auth/sign-in-name.ts'
import { Faults, inBoth } from '../faults.ts'
import { enqueueMail } from '../mail.ts'
import { accountPaths } from '../paths.ts'
import { type Account, getAccount } from '../queries/accounts.ts'
import { matchIdentity } from '../queries/identity.ts'
import { passwordOwner } from '../queries/password-owner.ts'
import { passwordTexts } from '../texts/password.ts'
import { endSessions, setPasswordHash } from './account-rows.ts'
import { checkNewPassword } from './check-password.ts'
import { createLink, useLink } from './one-time-links.ts'

/** Sends a link when everything fits and the address is confirmed; otherwise nothing happens, and nobody is told. */
export const requestPasswordLink = command({
  name: 'accounts.request-password-link',
  event: 'accounts.password-link-sent.v1',
  access: anyone,
  input: z.object({ nik: z.string(), kkNumber: z.string(), birthOn: z.string(), origin: z.string() }),
  async run(tx, input, context) {
    const nothing = { result: undefined, event: undefined }
    const match = await matchIdentity(context.tenant, tx, input)
    if (match.status !== 'has-account' || !match.accountId) return nothing
    const account = await getAccount(tx, match.accountId)
    if (!account.emailVerified || account.disabledAt) return nothing
    await mailPasswordLink(tx, context, account, input.origin)
    return { result: undefined, event: { subject: { type: 'account', id: account.id }, payload: {} } }
  },
})

/** Makes a set-password link and mails it when there is an address. @returns the path, for showing it once */
export async function mailPasswordLink(
  tx: WriteHandle,
  context: CommandContext,
  account: Pick<Account, 'id' | 'displayName' | 'email'>,
  origin: string,
): Promise<string> {
  const token = await createLink(tx, { purpose: 'set-password', accountId: account.id, now: context.now })
  const path = accountPaths.setPassword(token)
  if (account.email) {
    const values = { name: account.displayName, region: context.tenant.profile.name, link: `${origin}${path}` }
    await enqueueMail(context, {
      to: account.email,
      accountId: account.id,
      subject: inBoth(passwordTexts, 'mail-subject'),
      body: inBoth(passwordTexts, 'mail-body', values),
    })
  }
  return path
}

/** A new password by one-time link. Every session ends, and a locked name is free again. */
export const setPasswordByLink = command({
  name: 'accounts.set-password-by-link',
  event: 'accounts.password-set.v1',
  access: anyone,
  input: z.object({ token: z.string(), password: z.string(), passwordAgain: z.string(), breached: z.boolean() }),
  async run(tx, input, context) {
    const link = await useLink(tx, input.token, 'set-password', context.now)
    if (!link?.accountId) throw new AppError('not-found')
    const account = await getAccount(tx, link.accountId)
    const faults = new Faults()
    checkNewPassword(faults, input, await passwordOwner(context.tenant, tx, account))
    faults.throwIfAny()
    await setPasswordHash(tx, account.id, await hashPassword(input.password))
    await endSessions(tx, account.id)
    const user = await tx
      .selectFrom('accounts.auth_user')
      .select('email')
      .where('id', '=', account.id)
      .executeTakeFirstOrThrow()
    const key = Buffer.from(lockoutKey(user.email), 'hex')
    await tx.deleteFrom('accounts.lockout').where('account_key', '=', key).execute()
    return { result: undefined, event: { subject: { type: 'account', id: account.id }, payload: { by: 'link' } } }
  },
})
