import type { WriteHandle } from '#kernel/db/database.ts'
import { newId } from '#kernel/ids.ts'
import { permissionCatalogue } from '../permission-catalogue.ts'

export interface FirstAdministrator {
  readonly personId: string
  /** NIP. */
  readonly employeeNumber: string
  readonly displayName: string
  /** Name of the government, for the unit that is made when there is none. */
  readonly governmentName: string
  /** First day, local time. */
  readonly day: string
}

const roleKey = 'administrator'

/**
 * Makes somebody the administrator of a government that has none yet: official, a post in the top
 * unit (made when there are no units) and a role with everything the modules `accounts` and
 * `organization` permit, from which other roles can be given out. Runs inside the caller's command.
 */
export async function createFirstAdministrator(
  tx: WriteHandle,
  input: FirstAdministrator,
): Promise<{ officialId: string; positionId: string }> {
  const officialId = await officialOf(tx, input)
  const unitId = await topUnit(tx, input)
  const permissions = ['accounts', 'organization'].flatMap((module) =>
    Object.keys(permissionCatalogue.find(module) ?? {}),
  )
  await tx
    .insertInto('organization.role')
    .values({ key: roleKey, name_id: 'Administrator', name_en: 'Administrator', permissions })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ permissions }))
    .execute()
  const positionId = newId<'position'>()
  await tx
    .insertInto('organization.position')
    .values({
      id: positionId,
      unit_id: unitId,
      title: 'Administrator Balai',
      rank: 900,
      valid_from: input.day,
      valid_to: null,
    })
    .execute()
  await tx.insertInto('organization.position_role').values({ position_id: positionId, role_key: roleKey }).execute()
  await tx
    .insertInto('organization.assignment')
    .values({
      id: newId(),
      position_id: positionId,
      official_id: officialId,
      manner: 'definitif',
      decree_number: 'Pemasangan pertama',
      decree_on: input.day,
      valid_from: input.day,
      valid_to: null,
    })
    .execute()
  return { officialId, positionId }
}

async function officialOf(tx: WriteHandle, input: FirstAdministrator): Promise<string> {
  const known = await tx
    .selectFrom('organization.official')
    .select('id')
    .where('person_id', '=', input.personId)
    .executeTakeFirst()
  if (known) return known.id
  const id = newId<'official'>()
  await tx
    .insertInto('organization.official')
    .values({
      id,
      person_id: input.personId,
      employee_number: input.employeeNumber,
      display_name: input.displayName,
      joined_on: input.day,
      left_on: null,
    })
    .execute()
  return id
}

async function topUnit(tx: WriteHandle, input: FirstAdministrator): Promise<string> {
  const known = await tx
    .selectFrom('organization.unit')
    .select('id')
    .where('kind', '=', 'government')
    .where('parent_id', 'is', null)
    .where('valid_to', 'is', null)
    .executeTakeFirst()
  if (known) return known.id
  const id = newId<'unit'>()
  await tx
    .insertInto('organization.unit')
    .values({
      id,
      parent_id: null,
      path: 'pemerintah',
      code: 'pemerintah',
      name: input.governmentName,
      short_name: input.governmentName.slice(0, 60),
      kind: 'government',
      address: null,
      phone: null,
      email: null,
      valid_from: input.day,
      valid_to: null,
    })
    .execute()
  return id
}
