import { sql } from 'kysely'
import type { AnyHandle } from '#kernel/db/database.ts'

export interface PostHolder {
  readonly personId: string
  readonly name: string
  readonly title: string
  readonly unitPath: string
  readonly unitName: string
}

interface HolderRow {
  person_id: string
  display_name: string
  title: string
  unit_path: string
  unit_name: string
}

const holderOf = (row: HolderRow): PostHolder => ({
  personId: row.person_id,
  name: row.display_name,
  title: row.title,
  unitPath: row.unit_path,
  unitName: row.unit_name,
})

const mostHolders = 300

/** Who holds a post today in a unit, above it or below it: those who might do its work. */
export async function listPostHolders(db: AnyHandle, unitPath: string, today: string): Promise<PostHolder[]> {
  const { rows } = await sql<HolderRow>`select person_id, display_name, title, unit_path, unit_name
    from organization.v_post_holding
    where valid_from <= ${today} and (valid_to is null or valid_to >= ${today})
      and (unit_path = ${unitPath} or starts_with(${unitPath}, unit_path || '.') or starts_with(unit_path, ${`${unitPath}.`}))
    order by rank, display_name limit ${mostHolders}`.execute(db)
  return rows.map(holderOf)
}

/** The post in which somebody has work in hand, as it is called. */
export async function findPostTitle(db: AnyHandle, positionId: string): Promise<string | undefined> {
  const { rows } = await sql<{ title: string }>`select title from organization.v_post_holding
    where position_id = ${positionId} limit 1`.execute(db)
  return rows[0]?.title
}

/** An open piece of work, for the page on which it is given to another. */
export async function findTask(db: AnyHandle, taskId: string) {
  const row = await db
    .selectFrom('services.task as t')
    .innerJoin('services.case as c', 'c.id', 't.case_id')
    .select([
      't.case_id as caseId',
      'c.number',
      't.unit_path as unitPath',
      't.territory_code as territoryCode',
      't.desk',
      't.claimed_name as claimedName',
      't.claimed_person_id as claimedPersonId',
    ])
    .where('t.id', '=', taskId)
    .where('t.closed_at', 'is', null)
    .executeTakeFirst()
  return row && { ...row, claimedName: row.claimedName ?? undefined, claimedPersonId: row.claimedPersonId ?? undefined }
}
