import { z } from 'zod'

const kind = z.enum(['citizen', 'staff'])
const method = z.enum(['password', 'totp', 'backup', 'passkey'])

/** What accounts announces. No event holds a NIK, an address or a token. */
export const accountEvents = {
  'accounts.account-opened.v1': z.object({ kind, personId: z.uuid() }),
  'accounts.staff-account-opened.v1': z.object({ kind, personId: z.uuid() }),
  'accounts.administration-begun.v1': z.object({ kind, personId: z.uuid() }),
  'accounts.signed-in.v1': z.object({ method, sessionId: z.uuid() }),
  'accounts.sign-in-failed.v1': z.object({ lockedMinutes: z.number() }),
  'accounts.signed-out.v1': z.object({ sessionId: z.uuid() }),
  'accounts.sessions-ended.v1': z.object({ count: z.number() }),
  'accounts.identity-proved.v1': z.object({ method }),
  'accounts.password-changed.v1': z.object({ by: z.enum(['owner', 'link']) }),
  'accounts.password-set.v1': z.object({ by: z.enum(['owner', 'link']) }),
  'accounts.contact-changed.v1': z.object({ fields: z.array(z.string()) }),
  'accounts.email-verified.v1': z.object({}),
  'accounts.locale-changed.v1': z.object({ locale: z.enum(['id', 'en']) }),
  'accounts.position-switched.v1': z.object({ positionId: z.uuid() }),
  'accounts.authenticator-added.v1': z.object({}),
  'accounts.authenticator-removed.v1': z.object({}),
  'accounts.backup-codes-renewed.v1': z.object({}),
  'accounts.passkey-added.v1': z.object({ passkeyId: z.string() }),
  'accounts.passkey-removed.v1': z.object({ passkeyId: z.string() }),
  'accounts.password-link-sent.v1': z.object({}),
  'accounts.account-disabled.v1': z.object({ reason: z.string() }),
  'accounts.account-enabled.v1': z.object({ reason: z.string() }),
  'accounts.account-reset.v1': z.object({ sessionsEnded: z.number() }),
  'accounts.first-administrator-invited.v1': z.object({}),
} as const
