import type { WriteHandle } from '#kernel/db/database.ts'
import { invalidField } from '#kernel/errors.ts'

/** Makes `roles` the roles of a position. @throws invalid-input at `roles` when one does not exist */
export async function attachRoles(tx: WriteHandle, positionId: string, roles: readonly string[]): Promise<void> {
  const wanted = [...new Set(roles)]
  if (wanted.length > 0) {
    const known = await tx.selectFrom('organization.role').select('key').where('key', 'in', wanted).execute()
    if (known.length < wanted.length) throw invalidField('roles', 'Pilih peran yang ada.', 'Choose existing roles.')
  }
  await tx.deleteFrom('organization.position_role').where('position_id', '=', positionId).execute()
  if (wanted.length === 0) return
  await tx
    .insertInto('organization.position_role')
    .values(wanted.map((key) => ({ position_id: positionId, role_key: key })))
    .execute()
}
