import { sql } from 'kysely'
import type { AnyHandle } from '#kernel/db/database.ts'
import { notFound } from '#kernel/errors.ts'
import type { Holding, Manner } from '../domain.ts'

export interface Position {
  readonly id: string
  readonly title: string
  readonly rank: number
  /** Its own area, or that of its unit. */
  readonly territoryCode: string
  readonly unit: { readonly id: string; readonly path: string; readonly name: string }
  readonly roles: readonly string[]
  readonly validFrom: string
  readonly validTo: string | undefined
}

export interface NamedHolding extends Holding {
  readonly positionId: string
  readonly displayName: string
  readonly employeeNumber: string
  readonly decreeNumber: string
  readonly decreeOn: string
}

interface PositionRow {
  id: string
  title: string
  rank: number
  territory: string
  unit_id: string
  unit_path: string
  unit_name: string
  roles: string[]
  valid_from: string
  valid_to: string | null
}

const columns = sql`p.id, p.title, p.rank, coalesce(nullif(p.territory_code, ''), u.territory_code) as territory,
  u.id as unit_id, u.path as unit_path, u.name as unit_name, p.valid_from, p.valid_to,
  array(select role_key from organization.position_role where position_id = p.id order by role_key) as roles`

const positionOf = (row: PositionRow): Position => ({
  id: row.id,
  title: row.title,
  rank: row.rank,
  territoryCode: row.territory,
  unit: { id: row.unit_id, path: row.unit_path, name: row.unit_name },
  roles: row.roles,
  validFrom: row.valid_from,
  validTo: row.valid_to ?? undefined,
})

export async function getPosition(db: AnyHandle, id: string): Promise<Position> {
  const { rows } = await sql<PositionRow>`select ${columns} from organization.position p
    join organization.unit u on u.id = p.unit_id where p.id = ${id}`.execute(db)
  if (!rows[0]) throw notFound()
  return positionOf(rows[0])
}

export async function listPositions(db: AnyHandle, unitId: string): Promise<Position[]> {
  const { rows } = await sql<PositionRow>`select ${columns} from organization.position p
    join organization.unit u on u.id = p.unit_id where p.unit_id = ${unitId}
    order by p.valid_to is not null, p.rank, p.title`.execute(db)
  return rows.map(positionOf)
}

interface HoldingRow {
  id: string
  position_id: string
  official_id: string
  manner: Manner
  valid_from: string
  valid_to: string | null
  display_name: string
  employee_number: string
  decree_number: string
  decree_on: string
}

const holdingOf = (row: HoldingRow): NamedHolding => ({
  id: row.id,
  positionId: row.position_id,
  officialId: row.official_id,
  manner: row.manner,
  from: row.valid_from,
  to: row.valid_to,
  displayName: row.display_name,
  employeeNumber: row.employee_number,
  decreeNumber: row.decree_number,
  decreeOn: row.decree_on,
})

/** Every holding a post ever had, newest first. */
export async function listHoldings(db: AnyHandle, positionId: string): Promise<NamedHolding[]> {
  const { rows } = await sql<HoldingRow>`select a.*, o.display_name, o.employee_number
    from organization.assignment a join organization.official o on o.id = a.official_id
    where a.position_id = ${positionId} order by a.valid_from desc, a.id desc`.execute(db)
  return rows.map(holdingOf)
}

/** Every holding of every post of a unit, newest first. */
export async function listHoldingsOfUnit(db: AnyHandle, unitId: string): Promise<NamedHolding[]> {
  const { rows } = await sql<HoldingRow>`select a.*, o.display_name, o.employee_number
    from organization.assignment a join organization.official o on o.id = a.official_id
    join organization.position p on p.id = a.position_id
    where p.unit_id = ${unitId} order by a.valid_from desc, a.id desc`.execute(db)
  return rows.map(holdingOf)
}

export async function getHolding(db: AnyHandle, assignmentId: string): Promise<NamedHolding> {
  const { rows } = await sql<HoldingRow>`select a.*, o.display_name, o.employee_number
    from organization.assignment a join organization.official o on o.id = a.official_id
    where a.id = ${assignmentId}`.execute(db)
  if (!rows[0]) throw notFound()
  return holdingOf(rows[0])
}
