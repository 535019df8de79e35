import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import type { Account } from '#modules/accounts/index.ts'
import type { Channel } from '../domain.ts'

export const phoneContext = 'messaging.preference.phone'

/** How somebody wants to hear from us. */
export interface Preference {
  readonly firstChannel: Channel
  /** The account's number, when its holder proved that it is his. */
  readonly phone: string | undefined
}

/** A number that was proved and then changed in the account has to be proved anew. */
export async function verifiedPhone(
  tenant: Tenant,
  db: AnyHandle,
  account: Pick<Account, 'id' | 'phone'>,
): Promise<Preference> {
  const row = await db
    .selectFrom('messaging.preference')
    .selectAll()
    .where('account_id', '=', account.id)
    .executeTakeFirst()
  if (!row) return { firstChannel: 'email', phone: undefined }
  const isProved =
    account.phone !== undefined &&
    row.phone_verified_at !== null &&
    row.phone_print?.equals(tenant.cipher.fingerprint(account.phone, phoneContext)) === true
  return { firstChannel: row.first_channel, phone: isProved ? account.phone : undefined }
}

/** Whether a code is under way that may still be typed. */
export async function hasOpenProof(db: AnyHandle, accountId: string, now: Temporal.Instant): Promise<boolean> {
  const row = await db
    .selectFrom('messaging.phone_proof')
    .select('account_id')
    .where('account_id', '=', accountId)
    .where('expires_at', '>', new Date(now.epochMilliseconds))
    .executeTakeFirst()
  return row !== undefined
}
