import { type RawBuilder, sql } from 'kysely'
import type { ActingPosition, Grant } from '#kernel/access/access.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Manner } from '../domain.ts'

/** A post that somebody holds on a day, with everything it permits within its unit and territory. */
export interface HeldPosition {
  readonly position: ActingPosition
  readonly grants: readonly Grant[]
}

interface HeldRow {
  id: string
  title: string
  unit_id: string
  unit_path: string
  unit_name: string
  manner: Manner
  scope: string
  territory: string
  permissions: string[]
}

/** Definitive posts first, then by rank. */
const mannerOrder = sql`case a.manner when 'definitif' then 0 when 'plt' then 1 else 2 end`

const heldOn = (day: string) => sql`a.valid_from <= ${day} and (a.valid_to is null or a.valid_to >= ${day})
  and p.valid_from <= ${day} and (p.valid_to is null or p.valid_to >= ${day})
  and u.valid_from <= ${day} and (u.valid_to is null or u.valid_to >= ${day})
  and (o.left_on is null or o.left_on >= ${day})`

/**
 * The posts a person holds on a day, definitive ones first, each with what it permits within its unit
 * and territory. A post in a unit of kind `government` (regent, secretary, administrator) covers every unit.
 * @param day ISO date in the region's own zone; assignments count from their first to their last day
 */
export async function resolveGrants(db: AnyHandle, personId: string, day: string): Promise<HeldPosition[]> {
  const { rows } = await sql<HeldRow>`
    select p.id, p.title, u.id as unit_id, u.path as unit_path, u.name as unit_name, a.manner,
      case when u.kind = 'government' then '' else u.path end as scope,
      coalesce(nullif(p.territory_code, ''), u.territory_code) as territory,
      array(select distinct unnest(r.permissions) from organization.position_role pr
        join organization.role r on r.key = pr.role_key where pr.position_id = p.id) as permissions
    from organization.official o
    join organization.assignment a on a.official_id = o.id
    join organization.position p on p.id = a.position_id
    join organization.unit u on u.id = p.unit_id
    where o.person_id = ${personId} and ${heldOn(day)}
    order by ${mannerOrder}, p.rank, p.id`.execute(db)
  return rows.map((row) => ({
    position: {
      id: row.id,
      title: row.title,
      unitId: row.unit_id,
      unitPath: row.unit_path,
      unitName: row.unit_name,
      manner: row.manner,
    },
    grants: row.permissions.map((permission) => ({
      permission,
      unitPath: row.scope,
      territory: row.territory,
    })),
  }))
}

/**
 * Where a permission is held by anybody at all on a day: the unit and territory of each post that has a holder.
 * The scope is as in `resolveGrants`.
 */
export async function listGrantsOf(db: AnyHandle, permission: string, day: string): Promise<Grant[]> {
  const { rows } = await sql<{ scope: string; territory: string }>`
    select distinct case when u.kind = 'government' then '' else u.path end as scope,
      coalesce(nullif(p.territory_code, ''), u.territory_code) as territory
    from organization.official o
    join organization.assignment a on a.official_id = o.id
    join organization.position p on p.id = a.position_id
    join organization.unit u on u.id = p.unit_id
    where ${heldOn(day)}
      and exists (select 1 from organization.position_role pr join organization.role r on r.key = pr.role_key
        where pr.position_id = p.id and ${permission} = any (r.permissions))
    order by 1, 2`.execute(db)
  return rows.map((row) => ({ permission, unitPath: row.scope, territory: row.territory }))
}

/** Who signs, and in what authority, as a letter must show it. */
export interface Signer {
  readonly officialId: string
  readonly personId: string
  readonly displayName: string
  readonly employeeNumber: string
  readonly positionId: string
  readonly positionTitle: string
  readonly unit: { readonly id: string; readonly name: string; readonly path: string }
  readonly manner: Manner
  readonly decreeNumber: string
  readonly decreeOn: string
  /** First and last day of the assignment; no last day means until further notice. */
  readonly holdsFrom: string
  readonly holdsTo: string | undefined
}

interface SignerRow {
  official_id: string
  person_id: string
  display_name: string
  employee_number: string
  position_id: string
  position_title: string
  unit_id: string
  unit_name: string
  unit_path: string
  manner: Manner
  decree_number: string
  decree_on: string
  valid_from: string
  valid_to: string | null
}

/**
 * Who signs for a unit on a day: the holder of the nearest post, in the unit or above it, that has the
 * permission; the definitive holder before Plt and Plh.
 */
export async function findSigner(
  db: AnyHandle,
  unitPath: string,
  permission: string,
  day: string,
  exceptPersonIds: readonly string[] = [],
): Promise<Signer | undefined> {
  const others = sql`o.person_id <> all(${[...exceptPersonIds]}::uuid[])`
  return (await listSigners(db, unitPath, permission, day, others))[0]
}

/** The same, but only in the post and person given: a Plh signs while the definitive holder is away. */
export async function findActingSigner(
  db: AnyHandle,
  holder: { readonly positionId: string; readonly personId: string },
  unitPath: string,
  permission: string,
  day: string,
): Promise<Signer | undefined> {
  const own = sql`p.id = ${holder.positionId} and o.person_id = ${holder.personId}`
  return (await listSigners(db, unitPath, permission, day, own))[0]
}

async function listSigners(
  db: AnyHandle,
  unitPath: string,
  permission: string,
  day: string,
  only: RawBuilder<unknown>,
): Promise<Signer[]> {
  const { rows } = await sql<SignerRow>`
    select o.id as official_id, o.person_id, o.display_name, o.employee_number, p.id as position_id,
      p.title as position_title, u.id as unit_id, u.name as unit_name, u.path as unit_path,
      a.manner, a.decree_number, a.decree_on, a.valid_from, a.valid_to
    from organization.position p
    join organization.unit u on u.id = p.unit_id
    join organization.assignment a on a.position_id = p.id
    join organization.official o on o.id = a.official_id
    where (u.kind = 'government' or ${unitPath} = u.path or starts_with(${unitPath}, u.path || '.')) and ${heldOn(day)}
      and exists (select 1 from organization.position_role pr join organization.role r on r.key = pr.role_key
        where pr.position_id = p.id and ${permission} = any (r.permissions))
      and ${only}
    order by u.kind = 'government', length(u.path) desc, p.rank, ${mannerOrder}, p.id
    limit 1`.execute(db)
  return rows.map((row) => ({
    officialId: row.official_id,
    personId: row.person_id,
    displayName: row.display_name,
    employeeNumber: row.employee_number,
    positionId: row.position_id,
    positionTitle: row.position_title,
    unit: { id: row.unit_id, name: row.unit_name, path: row.unit_path },
    manner: row.manner,
    decreeNumber: row.decree_number,
    decreeOn: row.decree_on,
    holdsFrom: row.valid_from,
    holdsTo: row.valid_to ?? undefined,
  }))
}
