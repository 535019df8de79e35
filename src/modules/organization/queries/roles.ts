import { sql } from 'kysely'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'

export interface Role {
  readonly key: string
  readonly name: LocalText
  readonly permissions: readonly string[]
  /** How many posts have it, closed ones left out. */
  readonly positions: number
}

interface RoleRow {
  key: string
  name_id: string
  name_en: string
  permissions: string[]
  positions: number
}

export async function listRoles(db: AnyHandle): Promise<Role[]> {
  const { rows } = await sql<RoleRow>`select r.*,
      (select count(*) from organization.position_role pr join organization.position p on p.id = pr.position_id
        where pr.role_key = r.key and p.valid_to is null) as positions
    from organization.role r order by r.name_id`.execute(db)
  return rows.map((row) => ({
    key: row.key,
    name: { id: row.name_id, en: row.name_en },
    permissions: row.permissions,
    positions: row.positions,
  }))
}
