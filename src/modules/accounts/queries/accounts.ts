import type { Selectable } from 'kysely'
import type { AnyHandle } from '#kernel/db/database.ts'
import { notFound } from '#kernel/errors.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import type { AccountKind } from '../auth/sign-in-name.ts'
import type { AccountTable } from '../tables.ts'

export interface Account {
  readonly id: string
  readonly kind: AccountKind
  readonly personId: string
  readonly displayName: string
  /** International form, +62... */
  readonly phone: string | undefined
  readonly email: string | undefined
  readonly emailVerified: boolean
  readonly locale: Locale
  readonly actingPositionId: string | undefined
  readonly disabledAt: Date | undefined
  readonly disabledReason: string | undefined
  readonly createdAt: Date
}

export function accountOf(row: Selectable<AccountTable>): Account {
  return {
    id: row.id,
    kind: row.kind,
    personId: row.person_id,
    displayName: row.display_name,
    phone: row.phone ?? undefined,
    email: row.email ?? undefined,
    emailVerified: row.email_verified_at !== null,
    locale: row.locale,
    actingPositionId: row.acting_position_id ?? undefined,
    disabledAt: row.disabled_at ?? undefined,
    disabledReason: row.disabled_reason ?? undefined,
    createdAt: row.created_at,
  }
}

/** @throws not-found */
export async function getAccount(db: AnyHandle, accountId: string): Promise<Account> {
  const row = await db.selectFrom('accounts.account').selectAll().where('id', '=', accountId).executeTakeFirst()
  if (!row) throw notFound()
  return accountOf(row)
}

/** The account of a person as a citizen or as an employee. */
export async function accountForPerson(
  db: AnyHandle,
  personId: string,
  kind: AccountKind = 'citizen',
): Promise<Account | undefined> {
  const row = await db
    .selectFrom('accounts.account')
    .selectAll()
    .where('person_id', '=', personId)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return row && accountOf(row)
}

/** The auth address of the employee with this official e-mail address. */
export async function findStaffAuthEmail(db: AnyHandle, email: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('accounts.account as a')
    .innerJoin('accounts.auth_user as u', 'u.id', 'a.id')
    .select('u.email')
    .where('a.kind', '=', 'staff')
    .where((eb) => eb(eb.fn('lower', ['a.email']), '=', email.toLowerCase()))
    .executeTakeFirst()
  return row?.email
}

/** Accounts as citizens of many persons at once, by person; who has none is left out. */
export async function accountsOfPersons(db: AnyHandle, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('accounts.account')
    .select(['id', 'person_id'])
    .where('kind', '=', 'citizen')
    .where('person_id', '=', (eb) => eb.fn.any(eb.val([...personIds])))
    .execute()
  return new Map(rows.map((row) => [row.person_id, row.id]))
}
