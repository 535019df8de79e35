import { type RawBuilder, sql } from 'kysely'
import { containing } from '#kernel/db/containing.ts'
import type { AnyHandle } from '#kernel/db/database.ts'

/** A post with who holds it on a day: the definitive holder, or with him whoever acts for him. */
export interface Post {
  readonly id: string
  readonly title: string
  readonly unitPath: string
  readonly unitName: string
  /** Empty when the post is vacant that day. */
  readonly holders: readonly Holder[]
}

export interface Holder {
  readonly personId: string
  readonly officialId: string
  readonly name: string
  readonly employeeNumber: string
  readonly manner: 'definitif' | 'plt' | 'plh'
}

interface PostRow {
  position_id: string
  title: string
  unit_path: string
  unit_name: string
  holders: Holder[]
}

export async function postsByIds(db: AnyHandle, ids: readonly string[], day: string): Promise<Map<string, Post>> {
  if (ids.length === 0) return new Map()
  const posts = await readPosts(db, day, sql`position_id = any(${ids}::uuid[])`, ids.length)
  return new Map(posts.map((post) => [post.id, post]))
}

export const mostPostsFound = 30

/** Posts by their title, their unit or their holder, those that stand highest first. */
export function searchPosts(db: AnyHandle, text: string, day: string): Promise<Post[]> {
  const words = text.trim().split(/\s+/).filter(Boolean).slice(0, 6)
  if (words.length === 0) return Promise.resolve([])
  const each = words.map((word) => sql`(title || ' ' || unit_name || ' ' || display_name) ilike ${containing(word)}`)
  return readPosts(db, day, sql.join(each, sql` and `), mostPostsFound)
}

/** The posts of a unit and of the units above it: where its letters usually go. */
export function postsAround(db: AnyHandle, unitPath: string, day: string): Promise<Post[]> {
  return readPosts(
    db,
    day,
    sql`rank <= 40 and (unit_path = ${unitPath} or starts_with(${unitPath}, unit_path || '.'))`,
    mostPostsFound,
  )
}

async function readPosts(db: AnyHandle, day: string, where: RawBuilder<unknown>, limit: number): Promise<Post[]> {
  const { rows } = await sql<PostRow>`
    select position_id, title, unit_path, unit_name,
      coalesce(json_agg(json_build_object('personId', person_id, 'officialId', official_id, 'name', display_name,
        'employeeNumber', employee_number, 'manner', manner)
        order by case manner when 'definitif' then 0 when 'plt' then 1 else 2 end)
        filter (where valid_from <= ${day}::date and (valid_to is null or valid_to >= ${day}::date)), '[]') as holders
    from organization.v_post_holding
    where position_id in (select position_id from organization.v_post_holding where ${where})
    group by position_id, title, unit_path, unit_name, rank
    order by rank, length(unit_path) desc, title limit ${limit}`.execute(db)
  return rows.map((row) => ({
    id: row.position_id,
    title: row.title,
    unitPath: row.unit_path,
    unitName: row.unit_name,
    holders: row.holders,
  }))
}
