import { type RawBuilder, sql } from 'kysely'
import type { Grant } from '#kernel/access/access.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { notFound } from '#kernel/errors.ts'
import type { AccountKind } from '../auth/sign-in-name.ts'

export const accountStates = ['active', 'waiting', 'disabled'] as const
/** `waiting`: opened, but its owner has not made a password yet. */
export type AccountState = (typeof accountStates)[number]

/** An account as administrators see it. */
export interface ManagedAccount {
  readonly id: string
  readonly kind: AccountKind
  readonly personId: string
  readonly displayName: string
  readonly employeeNumber: string | undefined
  readonly email: string | undefined
  readonly positionTitle: string | undefined
  readonly unitName: string | undefined
  /** "" without a post today. */
  readonly unitPath: string
  readonly state: AccountState
  readonly disabledReason: string | undefined
  readonly lastUsedAt: Date | undefined
  readonly createdAt: Date
}

export interface StaffAccountFilter {
  readonly text?: string | undefined
  readonly unitPath?: string | undefined
  readonly state?: AccountState | undefined
  /** Where the list goes on, as the page before gave it. */
  readonly after?: string | undefined
  readonly limit: number
  /** ISO day in the region's zone. */
  readonly day: string
  /** What the administrator may see: only accounts of these units. */
  readonly within: readonly Pick<Grant, 'unitPath'>[]
}

interface Row {
  id: string
  kind: AccountKind
  person_id: string
  display_name: string
  email: string | null
  employee_number: string | null
  title: string | null
  unit_name: string | null
  unit_path: string | null
  state: AccountState
  disabled_reason: string | null
  last_used_at: Date | null
  created_at: Date
}

const accountOf = (row: Row): ManagedAccount => ({
  id: row.id,
  kind: row.kind,
  personId: row.person_id,
  displayName: row.display_name,
  employeeNumber: row.employee_number ?? undefined,
  email: row.email ?? undefined,
  positionTitle: row.title ?? undefined,
  unitName: row.unit_name ?? undefined,
  unitPath: row.unit_path ?? '',
  state: row.state,
  disabledReason: row.disabled_reason ?? undefined,
  lastUsedAt: row.last_used_at ?? undefined,
  createdAt: row.created_at,
})

const state = sql`case when a.disabled_at is not null then 'disabled'
  when not exists (select 1 from accounts.auth_account c where c.user_id = a.id and c.password is not null) then 'waiting'
  else 'active' end`

const from = (day: string) => sql`
  select a.id, a.kind, a.person_id, a.display_name, a.email, a.disabled_reason, a.created_at, o.employee_number,
    h.title, h.unit_name, h.unit_path, ${state} as state,
    (select max(s.last_used_at) from accounts.auth_session s where s.user_id = a.id) as last_used_at
  from accounts.account a
  left join organization.v_official o on o.person_id = a.person_id and a.kind = 'staff'
  left join lateral (select title, unit_name, unit_path from organization.v_post_holding
    where person_id = o.person_id and valid_from <= ${day} and (valid_to is null or valid_to >= ${day})
    order by manner = 'definitif' desc, rank, position_id limit 1) h on true`

/** One page of employees' accounts by name. `next` continues the list. */
export async function listStaffAccounts(
  db: AnyHandle,
  filter: StaffAccountFilter,
): Promise<{ accounts: ManagedAccount[]; next: string | undefined }> {
  const where: RawBuilder<unknown>[] = [sql`a.kind = 'staff'`, scope(filter.within)]
  if (filter.text) {
    const like = `%${filter.text.replace(/[%_\\]/g, '\\$&')}%`
    where.push(sql`(a.display_name ilike ${like} or starts_with(o.employee_number, ${filter.text.replace(/\s/g, '')}))`)
  }
  if (filter.unitPath) where.push(inUnit(filter.unitPath))
  if (filter.state) where.push(sql`${state} = ${filter.state}`)
  const cursor = readCursor(filter.after)
  if (cursor) where.push(sql`(a.display_name, a.id) > (${cursor[0]}, ${cursor[1]})`)
  const { rows } = await sql<Row>`${from(filter.day)} where ${sql.join(where, sql` and `)}
    order by a.display_name, a.id limit ${filter.limit + 1}`.execute(db)
  const accounts = rows.slice(0, filter.limit).map(accountOf)
  const last = accounts.at(-1)
  return { accounts, next: last && rows.length > filter.limit ? writeCursor(last) : undefined }
}

export async function getManagedAccount(db: AnyHandle, accountId: string, day: string): Promise<ManagedAccount> {
  const { rows } = await sql<Row>`${from(day)} where a.id = ${accountId}`.execute(db)
  if (!rows[0]) throw notFound()
  return accountOf(rows[0])
}

const inUnit = (path: string) => sql`(h.unit_path = ${path} or starts_with(h.unit_path, ${`${path}.`}))`

function scope(within: StaffAccountFilter['within']): RawBuilder<unknown> {
  if (within.some(({ unitPath }) => unitPath === '')) return sql`true`
  if (within.length === 0) return sql`false`
  return sql`(${sql.join(
    within.map(({ unitPath }) => inUnit(unitPath)),
    sql` or `,
  )})`
}

function writeCursor(account: ManagedAccount): string {
  return Buffer.from(JSON.stringify([account.displayName, account.id])).toString('base64url')
}

function readCursor(text: string | undefined): [string, string] | undefined {
  if (!text) return undefined
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    return Array.isArray(value) && value.length === 2 ? [String(value[0]), String(value[1])] : undefined
  } catch {
    return undefined
  }
}
