import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dateOf, dayOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import { findOfficial, resolveGrants } from '#modules/organization/index.ts'
import { authEmail } from '../auth/sign-in-name.ts'
import { readEmail } from '../contact.ts'
import { Faults, inBoth, refused } from '../faults.ts'
import { accountForPerson } from '../queries/accounts.ts'
import { getManagedAccount, type ManagedAccount } from '../queries/staff-accounts.ts'
import { accountTexts } from '../texts/account.ts'
import { adminTexts } from '../texts/admin.ts'
import { signUpTexts } from '../texts/sign-up.ts'
import { endSessions, insertAccount } from './account-rows.ts'
import { mailPasswordLink } from './password-links.ts'

const today = ({ now, tenant }: CommandContext) => dayOf(now, tenant.profile.zone).toString()

/** Opens the account of an employee and makes the link with which he sets his password. */
export const createStaffAccount = command({
  name: 'accounts.create-staff-account',
  event: 'accounts.staff-account-opened.v1',
  access: permitted('accounts.create', { stepUp: true }),
  input: z.object({ officialId: z.string(), email: z.string(), origin: z.string() }),
  async run(tx, input, context) {
    const official = await findOfficial(tx, input.officialId)
    if (!official || official.leftOn)
      throw refused(inBoth(adminTexts, 'official-missing'), 'invalid-input', undefined, 'officialId')
    const [held] = await resolveGrants(tx, official.personId, today(context))
    context.require('accounts.create', { unitPath: held?.position.unitPath ?? '' })
    if (await accountForPerson(tx, official.personId, 'staff')) {
      throw refused(inBoth(adminTexts, 'official-has-account'), 'invalid-input', undefined, 'officialId')
    }
    const email = readEmail(input.email)
    if (input.email && !email) new Faults().add('email', inBoth(signUpTexts, 'email-wrong')).throwIfAny()
    const accountId = await insertAccount(tx, {
      kind: 'staff',
      personId: official.personId,
      displayName: official.displayName,
      authEmail: authEmail(context.tenant.cipher, { scheme: 'nip', value: official.employeeNumber.toLowerCase() }),
      email,
    }).catch((error: { code?: string }) => {
      if (error.code === '23505')
        throw refused(inBoth(accountTexts, 'email-taken'), 'invalid-input', undefined, 'email')
      throw error
    })
    const path = await mailPasswordLink(
      tx,
      context,
      { id: accountId, displayName: official.displayName, email },
      input.origin,
    )
    return {
      result: { accountId, path, mailed: Boolean(email) },
      event: { subject: { type: 'account', id: accountId }, payload: { kind: 'staff', personId: official.personId } },
    }
  },
})

const withReason = z.object({ accountId: z.string(), reason: z.string() })

function readReason(reason: string): string {
  const text = reason.trim()
  if (text.length >= 5 && text.length <= 500) return text
  throw refused(inBoth(adminTexts, 'reason-missing'), 'invalid-input', undefined, 'reason')
}

/** @throws forbidden outside the administrator's units */
async function managed(
  tx: WriteHandle,
  context: CommandContext,
  accountId: string,
  permission: string,
): Promise<ManagedAccount> {
  const account = await getManagedAccount(tx, accountId, today(context))
  // A citizen belongs to no unit, so the permission alone decides.
  context.require(permission, account.kind === 'staff' ? { unitPath: account.unitPath } : {})
  return account
}

/** Closes an account at once: its sessions end, and signing in is refused until it is enabled again. */
export const disableAccount = command({
  name: 'accounts.disable-account',
  event: 'accounts.account-disabled.v1',
  access: permitted('accounts.disable', { stepUp: true }),
  input: withReason,
  async run(tx, input, context) {
    const account = await managed(tx, context, input.accountId, 'accounts.disable')
    if (account.id === context.actor.accountId) throw refused(inBoth(adminTexts, 'not-yourself'))
    if (account.state === 'disabled') throw new AppError('wrong-state')
    const reason = readReason(input.reason)
    await tx
      .updateTable('accounts.account')
      .set({ disabled_at: dateOf(context.now), disabled_reason: reason })
      .where('id', '=', account.id)
      .execute()
    await endSessions(tx, account.id)
    return { result: undefined, event: { subject: { type: 'account', id: account.id }, payload: { reason } } }
  },
})

export const enableAccount = command({
  name: 'accounts.enable-account',
  event: 'accounts.account-enabled.v1',
  access: permitted('accounts.disable', { stepUp: true }),
  input: withReason,
  async run(tx, input, context) {
    const account = await managed(tx, context, input.accountId, 'accounts.disable')
    if (account.state !== 'disabled') throw new AppError('wrong-state')
    const reason = readReason(input.reason)
    await tx
      .updateTable('accounts.account')
      .set({ disabled_at: null, disabled_reason: null })
      .where('id', '=', account.id)
      .execute()
    return { result: undefined, event: { subject: { type: 'account', id: account.id }, payload: { reason } } }
  },
})

/** A new link for somebody who cannot get in: sessions, second factor and passkeys go, the old password too. */
export const resetAccount = command({
  name: 'accounts.reset-account',
  event: 'accounts.account-reset.v1',
  access: permitted('accounts.reset', { stepUp: true }),
  input: z.object({ accountId: z.string(), origin: z.string() }),
  async run(tx, input, context) {
    const account = await managed(tx, context, input.accountId, 'accounts.reset')
    if (account.state === 'disabled') throw new AppError('wrong-state')
    const sessionsEnded = await endSessions(tx, account.id)
    await tx.deleteFrom('accounts.auth_account').where('user_id', '=', account.id).execute()
    await tx.deleteFrom('accounts.auth_two_factor').where('user_id', '=', account.id).execute()
    await tx.deleteFrom('accounts.auth_passkey').where('user_id', '=', account.id).execute()
    await tx.updateTable('accounts.auth_user').set({ two_factor_enabled: false }).where('id', '=', account.id).execute()
    const path = await mailPasswordLink(tx, context, account, input.origin)
    return {
      result: { path, mailed: Boolean(account.email) },
      event: { subject: { type: 'account', id: account.id }, payload: { sessionsEnded } },
    }
  },
})
