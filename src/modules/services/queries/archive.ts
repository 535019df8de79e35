import { sql } from 'kysely'
import type { Actor } from '#kernel/access/access.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { type CaseFilter, filtered, searchCases } from './case-search.ts'
import { type CaseListRow, columns, type DeskRow, desksOf, parseCursor, toDeskRow } from './desk.ts'

export interface ArchiveFilter extends CaseFilter {
  /** Number, NIK or words of a name. */
  readonly text?: string | undefined
  /** "<submittedAt>_<id>" of the last row of the page before. */
  readonly after?: string | undefined
}

export const archivePageSize = 50

/** The files of an officer's units, running and closed, the newest first; or those that words lead to. */
export async function listArchive(
  tenant: Tenant,
  db: AnyHandle,
  actor: Actor,
  filter: ArchiveFilter,
  limit = archivePageSize,
): Promise<{ rows: DeskRow[]; next: string | undefined }> {
  const cursor = parseCursor(filter.after)
  const found = filter.text
    ? await searchCases(tenant, db, actor, filter.text, { ...filter, before: cursor?.id, limit: limit + 1 })
    : await newestFiles(tenant, db, actor, filter, limit + 1)
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  return { rows, next: found.length > limit && last ? `${last.submittedAt}_${last.id}` : undefined }
}

/**
 * The same files, the whole list part by part, in the order in which they were begun. Each part goes on along the
 * primary key where the one before ended, so that all parts together are one pass, whatever the number of units.
 */
export async function walkArchive(
  tenant: Tenant,
  db: AnyHandle,
  actor: Actor,
  filter: ArchiveFilter,
  limit: number,
): Promise<{ rows: DeskRow[]; next: string | undefined }> {
  if (filter.text) return listArchive(tenant, db, actor, filter, limit)
  const served = await desksOf(db, actor, ['services.read-case'])
  if (served.length === 0) return { rows: [], next: undefined }
  const after = parseCursor(filter.after)
  const { rows } = await sql<CaseListRow>`
    select ${columns} from services.case c
    where exists (select 1 from unnest(${served.map((desk) => desk.unitId)}::uuid[],
        ${served.map((desk) => desk.territory)}::text[]) as d (unit_id, territory)
      where c.unit_id = d.unit_id
        and (d.territory = '' or c.territory_code = d.territory or starts_with(c.territory_code, d.territory || '.')))
      ${after ? sql`and c.id < ${after.id}::uuid` : sql``} ${filtered(filter, tenant.profile.zone)}
    order by c.id desc limit ${limit + 1}`.execute(db)
  const shown = rows.slice(0, limit).map(toDeskRow)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > limit && last ? `${last.submittedAt}_${last.id}` : undefined }
}

/** Each unit gives its own newest files from the index, and only those are merged. */
async function newestFiles(
  tenant: Tenant,
  db: AnyHandle,
  actor: Actor,
  filter: ArchiveFilter,
  limit: number,
): Promise<DeskRow[]> {
  const served = await desksOf(db, actor, ['services.read-case'])
  if (served.length === 0) return []
  const cursor = parseCursor(filter.after)
  const after = cursor
    ? sql`and c.submitted_at <= ${cursor.at}::timestamptz
        and (c.submitted_at < ${cursor.at}::timestamptz or c.id > ${cursor.id}::uuid)`
    : sql``
  const { rows } = await sql<CaseListRow>`
    select ${columns} from (
      select n.id, n.submitted_at from unnest(${served.map((desk) => desk.unitId)}::uuid[],
          ${served.map((desk) => desk.territory)}::text[]) as d (unit_id, territory)
      cross join lateral (
        select c.id, c.submitted_at from services.case c
        where c.unit_id = d.unit_id
          and (d.territory = '' or c.territory_code = d.territory or starts_with(c.territory_code, d.territory || '.'))
          ${after} ${filtered(filter, tenant.profile.zone)}
        order by c.submitted_at desc, c.id limit ${limit}) n
      group by n.id, n.submitted_at order by n.submitted_at desc, n.id limit ${limit}) q
    join services.case c on c.id = q.id
    order by q.submitted_at desc, q.id`.execute(db)
  return rows.map(toDeskRow)
}
