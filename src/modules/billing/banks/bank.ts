import type { Selectable } from 'kysely'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import type { BankTable } from '../tables.ts'

export type BankRow = Selectable<BankTable>

export const bankSeals = {
  secret: 'billing.bank.secret',
  ourSecret: 'billing.bank.our_secret',
  ourKey: 'billing.bank.our_private_key',
} as const

export function findBank(db: AnyHandle, id: string): Promise<BankRow | undefined> {
  return db.selectFrom('billing.bank').selectAll().where('id', '=', id).executeTakeFirst()
}

export function listBanks(db: AnyHandle): Promise<BankRow[]> {
  return db.selectFrom('billing.bank').selectAll().orderBy('name').execute()
}

export function findBankByClientKey(db: AnyHandle, clientKey: string): Promise<BankRow | undefined> {
  return db.selectFrom('billing.bank').selectAll().where('client_key', '=', clientKey).executeTakeFirst()
}

/** Secrets that a call of the bank may be signed with at a moment: the present one, and for a while the one before. */
export function secretsOf(tenant: Tenant, bank: BankRow, now: Temporal.Instant): string[] {
  const present = tenant.cipher.open(bank.secret_sealed, bankSeals.secret)
  const oldCounts = bank.old_secret_until && bank.old_secret_until.getTime() > now.epochMilliseconds
  if (!oldCounts || !bank.old_secret_sealed) return [present]
  return [present, tenant.cipher.open(bank.old_secret_sealed, bankSeals.secret)]
}

export function maySpeakFrom(bank: BankRow, address: string): boolean {
  const plain = address.replace(/^::ffff:/, '')
  return bank.addresses.length === 0 || bank.addresses.includes(plain)
}
