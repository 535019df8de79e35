import { type Selectable, sql } from 'kysely'
import type { AnyHandle } from '#kernel/db/database.ts'
import { notFound } from '#kernel/errors.ts'
import { isId } from '#kernel/ids.ts'
import type { UnitKind } from '../domain.ts'
import type { UnitTable } from '../tables.ts'

export interface Unit {
  readonly id: string
  readonly parentId: string | undefined
  /** Dotted codes from the top: `disdukcapil.pelayanan`. */
  readonly path: string
  readonly code: string
  readonly name: string
  readonly shortName: string
  readonly kind: UnitKind
  /** Area it serves; "" means the whole region. */
  readonly territoryCode: string
  readonly address: string | undefined
  readonly phone: string | undefined
  readonly email: string | undefined
  readonly validFrom: string
  readonly validTo: string | undefined
}

export function unitOf(row: Selectable<UnitTable>): Unit {
  return {
    id: row.id,
    parentId: row.parent_id ?? undefined,
    path: row.path,
    code: row.code,
    name: row.name,
    shortName: row.short_name,
    kind: row.kind as UnitKind,
    territoryCode: row.territory_code,
    address: row.address ?? undefined,
    phone: row.phone ?? undefined,
    email: row.email ?? undefined,
    validFrom: row.valid_from,
    validTo: row.valid_to ?? undefined,
  }
}

/** By id or by path. */
export async function findUnit(db: AnyHandle, idOrPath: string): Promise<Unit | undefined> {
  const row = await db
    .selectFrom('organization.unit')
    .selectAll()
    .where(isId(idOrPath) ? 'id' : 'path', '=', idOrPath)
    .executeTakeFirst()
  return row && unitOf(row)
}

export async function getUnit(db: AnyHandle, idOrPath: string): Promise<Unit> {
  const unit = await findUnit(db, idOrPath)
  if (!unit) throw notFound()
  return unit
}

/** Ordered by path, parents before children. `on` leaves out what does not exist that day. */
export async function listUnits(db: AnyHandle, options: { on?: string } = {}): Promise<Unit[]> {
  let query = db.selectFrom('organization.unit').selectAll().orderBy(sql`string_to_array(path, '.')`)
  const { on } = options
  if (on) {
    query = query
      .where('valid_from', '<=', on)
      .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', on)]))
  }
  return (await query.execute()).map(unitOf)
}

/** Name of a unit by its path, in a list with many; the path itself of one that is no more. */
export async function nameUnits(db: AnyHandle): Promise<(path: string) => string> {
  const names = new Map((await listUnits(db)).map((unit) => [unit.path, unit.name]))
  return (path) => names.get(path) ?? path
}

/**
 * The unit that serves a place: among the units at or under `unitCode` the one with the narrowest
 * territory around the place, and of those the highest (the office itself, not one of its sections).
 * @param place.territory territory code, for instance "99.01.02.2003"
 */
export async function unitServing(
  db: AnyHandle,
  place: { unitCode: string; territory: string; on?: string | undefined },
): Promise<Unit | undefined> {
  const day = place.on ? sql`${place.on}::date` : sql`current_date`
  const { rows } = await sql<Selectable<UnitTable>>`
    select u.* from organization.unit u
    where ${place.unitCode} = any (string_to_array(u.path, '.'))
      and (u.territory_code = '' or u.territory_code = ${place.territory}
        or starts_with(${place.territory}, u.territory_code || '.'))
      and u.valid_from <= ${day} and (u.valid_to is null or u.valid_to >= ${day})
    order by length(u.territory_code) desc, length(u.path), u.path
    limit 1`.execute(db)
  return rows[0] && unitOf(rows[0])
}

/** Units by part of name, short name or code, parents before children; without a text all of them. */
export async function searchUnits(
  db: AnyHandle,
  filter: { text?: string | undefined; on?: string | undefined },
): Promise<Unit[]> {
  const units = await listUnits(db, filter.on ? { on: filter.on } : {})
  const words = filter.text?.trim().toLowerCase()
  if (!words) return units
  return units.filter((unit) => `${unit.name} ${unit.shortName} ${unit.path}`.toLowerCase().includes(words))
}

/** Offices that people can visit: units of their own standing that have an address today. */
export async function listOffices(db: AnyHandle, day: string): Promise<Unit[]> {
  const units = await listUnits(db, { on: day })
  return units.filter((unit) => unit.address).sort((a, b) => a.name.localeCompare(b.name, 'id'))
}
