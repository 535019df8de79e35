import { z } from 'zod'
import { anyone, signedIn, staff } from '#kernel/access/access.ts'
import { dateOf, dayOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import { AppError } from '#kernel/errors.ts'
import { resolveGrants } from '#modules/organization/index.ts'
import { readEmail, readPhone } from '../contact.ts'
import { Faults, inBoth, refused } from '../faults.ts'
import { getAccount } from '../queries/accounts.ts'
import { requireStepUp } from '../step-up.ts'
import { accountTexts } from '../texts/account.ts'
import { signUpTexts } from '../texts/sign-up.ts'
import { askToVerifyEmail, useLink } from './one-time-links.ts'

export const changeContact = command({
  name: 'accounts.change-contact',
  event: 'accounts.contact-changed.v1',
  access: signedIn,
  input: z.object({ phone: z.string(), email: z.string(), origin: z.string() }),
  async run(tx, input, context) {
    requireStepUp(context.actor, context.now)
    const account = await getAccount(tx, context.actor.accountId ?? '')
    const faults = new Faults()
    const phone = readPhone(input.phone)
    const email = readEmail(input.email)
    if (input.phone && !phone) faults.add('phone', inBoth(signUpTexts, 'phone-wrong'))
    if (input.email && !email) faults.add('email', inBoth(signUpTexts, 'email-wrong'))
    faults.throwIfAny()
    const emailChanged = email !== account.email
    const fields = [...(phone === account.phone ? [] : ['phone']), ...(emailChanged ? ['email'] : [])]
    if (fields.length === 0) return { result: { verify: undefined }, event: undefined }
    await tx
      .updateTable('accounts.account')
      .set({ phone: phone ?? null, email: email ?? null, ...(emailChanged ? { email_verified_at: null } : {}) })
      .where('id', '=', account.id)
      .execute()
      .catch((error: { code?: string }) => {
        if (error.code === '23505')
          throw refused(inBoth(accountTexts, 'email-taken'), 'invalid-input', undefined, 'email')
        throw error
      })
    const verify = emailChanged ? email : undefined
    if (verify)
      await askToVerifyEmail(tx, context, {
        accountId: account.id,
        email: verify,
        name: account.displayName,
        origin: input.origin,
      })
    return {
      result: { verify },
      event: { subject: { type: 'account', id: account.id }, payload: { fields } },
    }
  },
})

/** Takes the link that was sent to an address; only the address that is still the account's counts. */
export const verifyEmail = command({
  name: 'accounts.verify-email',
  event: 'accounts.email-verified.v1',
  access: anyone,
  input: z.object({ token: z.string() }),
  async run(tx, { token }, { now }) {
    const link = await useLink(tx, token, 'verify-email', now)
    if (!link?.accountId || !link.email) throw new AppError('not-found')
    const changed = await tx
      .updateTable('accounts.account')
      .set({ email_verified_at: dateOf(now) })
      .where('id', '=', link.accountId)
      .where('email', '=', link.email)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) throw new AppError('not-found')
    return { result: undefined, event: { subject: { type: 'account', id: link.accountId }, payload: {} } }
  },
})

export const changeLocale = command({
  name: 'accounts.change-locale',
  event: 'accounts.locale-changed.v1',
  access: signedIn,
  input: z.object({ locale: z.enum(['id', 'en']) }),
  async run(tx, { locale }, { actor }) {
    await tx
      .updateTable('accounts.account')
      .set({ locale })
      .where('id', '=', actor.accountId ?? '')
      .execute()
    return {
      result: undefined,
      event: { subject: { type: 'account', id: actor.accountId ?? '' }, payload: { locale } },
    }
  },
})

/** Chooses in which of the posts held today an employee acts. */
export const switchPosition = command({
  name: 'accounts.switch-position',
  event: 'accounts.position-switched.v1',
  access: staff,
  input: z.object({ positionId: z.string() }),
  async run(tx, { positionId }, { actor, now, tenant }) {
    const held = await resolveGrants(tx, actor.personId ?? '', dayOf(now, tenant.profile.zone).toString())
    const chosen = held.find(({ position }) => position.id === positionId)
    if (!chosen) throw refused(inBoth(accountTexts, 'position-missing'), 'invalid-input', undefined, 'positionId')
    await tx
      .updateTable('accounts.account')
      .set({ acting_position_id: positionId })
      .where('id', '=', actor.accountId ?? '')
      .execute()
    return {
      result: { title: chosen.position.title },
      event: { subject: { type: 'account', id: actor.accountId ?? '' }, payload: { positionId } },
    }
  },
})
