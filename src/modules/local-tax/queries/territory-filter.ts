import { type RawBuilder, sql } from 'kysely'
import { type Actor, grantsFor } from '#kernel/access/access.ts'
import { isWithin } from '#modules/territory/index.ts'

/** Rows whose village lies where an official may look; what lies outside the region belongs to who may look at all of it. */
export function readable(
  actor: Actor,
  own: string,
  column: RawBuilder<unknown>,
  permission = 'local-tax.read',
): RawBuilder<boolean> {
  const territories = grantsFor(actor, permission).map((grant) => grant.territory)
  if (territories.some((territory) => isWithin(own, territory))) return sql<boolean>`true`
  const patterns = territories.flatMap((territory) => [territory, `${territory}.%`])
  return sql<boolean>`${column} like any(${patterns}::text[])`
}

/** Rows whose village lies in an area: the area itself or any below it. */
export const inArea = (column: RawBuilder<unknown>, area: string): RawBuilder<unknown> =>
  sql`(${column} = ${area} or ${column} like ${`${area}.%`})`
