import { createHash, randomBytes } from 'node:crypto'
import { dateOf, instantOf } from '#kernel/clock/clock.ts'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { inBoth } from '../faults.ts'
import { enqueueMail } from '../mail.ts'
import { accountPaths } from '../paths.ts'
import type { OneTimeLinkTable } from '../tables.ts'
import { signUpTexts } from '../texts/sign-up.ts'

export type LinkPurpose = OneTimeLinkTable['purpose']

/** How long each kind of link works. */
export const linkHours: Readonly<Record<LinkPurpose, number>> = {
  'first-administrator': 24 * 7,
  'set-password': 24 * 3,
  'verify-email': 24 * 3,
}

export function linkHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

interface NewLink {
  readonly purpose: LinkPurpose
  readonly accountId?: string | undefined
  readonly email?: string | undefined
  readonly now: Temporal.Instant
}

/** Makes a link that works once; earlier ones of the same purpose and account stop working. @returns its token */
export async function createLink(tx: WriteHandle, link: NewLink): Promise<string> {
  await tx
    .deleteFrom('accounts.one_time_link')
    .where('purpose', '=', link.purpose)
    .where('account_id', link.accountId ? '=' : 'is', link.accountId ?? null)
    .execute()
  const token = randomBytes(24).toString('base64url')
  await tx
    .insertInto('accounts.one_time_link')
    .values({
      token_hash: linkHash(token),
      purpose: link.purpose,
      account_id: link.accountId ?? null,
      email: link.email ?? null,
      expires_at: dateOf(link.now.add({ hours: linkHours[link.purpose] })),
    })
    .execute()
  return token
}

/** Takes a link: marks it used and gives back whose it was; undefined when it is unknown, used or over. */
export async function useLink(
  tx: WriteHandle,
  token: string,
  purpose: LinkPurpose,
  now: Temporal.Instant,
): Promise<{ accountId: string | undefined; email: string | undefined } | undefined> {
  const row = await tx
    .updateTable('accounts.one_time_link')
    .set({ used_at: dateOf(now) })
    .where('token_hash', '=', linkHash(token))
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .returning(['account_id', 'email', 'expires_at'])
    .executeTakeFirst()
  if (!row || Temporal.Instant.compare(instantOf(row.expires_at), now) <= 0) return undefined
  return { accountId: row.account_id ?? undefined, email: row.email ?? undefined }
}

/** Sends a link to an address that somebody gave, so that he proves it is his. */
export async function askToVerifyEmail(
  tx: WriteHandle,
  context: CommandContext,
  to: { accountId: string; email: string; name: string; origin: string },
): Promise<void> {
  const token = await createLink(tx, {
    purpose: 'verify-email',
    accountId: to.accountId,
    email: to.email,
    now: context.now,
  })
  const link = `${to.origin}${accountPaths.verifyEmail(token)}`
  const region = context.tenant.profile.name
  await enqueueMail(context, {
    to: to.email,
    accountId: to.accountId,
    subject: inBoth(signUpTexts, 'mail-subject'),
    body: inBoth(signUpTexts, 'mail-body', { name: to.name, region, link }),
  })
}
