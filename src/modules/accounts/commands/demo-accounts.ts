import type { WriteHandle } from '#kernel/db/database.ts'
import { newId } from '#kernel/ids.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { hashPassword } from '../auth/password.ts'
import { authEmail } from '../auth/sign-in-name.ts'

/** An account of the fictional region, and of tests. */
export interface DemoAccount {
  readonly kind: 'citizen' | 'staff'
  readonly personId: string
  readonly displayName: string
  /** NIK of a citizen, NIP of an employee. */
  readonly name: string
  readonly phone?: string | undefined
  readonly email?: string | undefined
}

/** Everybody in the fictional region has the same password. */
export const demoPassword = 'balai-percontohan'

const perStatement = 500

/**
 * Opens many accounts at once with the demo password, hashed only once. For the fictional region and
 * for tests: it writes no events, because nobody did anything.
 * @returns the account ids, in the order of the list
 */
export async function createDemoAccounts(
  tx: WriteHandle,
  tenant: Tenant,
  list: readonly DemoAccount[],
): Promise<string[]> {
  const password = await hashPassword(demoPassword)
  const accounts = list.map((account) => ({ ...account, id: newId<'account'>() as string }))
  for (let start = 0; start < accounts.length; start += perStatement) {
    const batch = accounts.slice(start, start + perStatement)
    await tx
      .insertInto('accounts.account')
      .values(
        batch.map((account) => ({
          id: account.id,
          kind: account.kind,
          person_id: account.personId,
          display_name: account.displayName,
          phone: account.phone ?? null,
          email: account.email ?? null,
          email_verified_at: account.email ? new Date() : null,
        })),
      )
      .execute()
    await tx
      .insertInto('accounts.auth_user')
      .values(
        batch.map(({ id, displayName, kind, name }) => ({
          id,
          name: displayName,
          email: authEmail(tenant.cipher, {
            scheme: kind === 'citizen' ? 'nik' : 'nip',
            value: name.replace(/\s/g, '').toLowerCase(),
          }),
          email_verified: true,
        })),
      )
      .execute()
    await tx
      .insertInto('accounts.auth_account')
      .values(
        batch.map(({ id }) => ({
          id: newId<'credential'>() as string,
          user_id: id,
          account_id: id,
          provider_id: 'credential',
          password,
        })),
      )
      .execute()
  }
  return accounts.map(({ id }) => id)
}
