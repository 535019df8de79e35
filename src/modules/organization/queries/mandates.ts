import { sql } from 'kysely'
import type { AnyHandle } from '#kernel/db/database.ts'

/** That a post may sign for another one, which stays responsible. */
export interface Mandate {
  readonly id: string
  /** `u.b.`: the principal has it from a further one (`a.n.`), who is `beyond`. */
  readonly form: 'a.n.' | 'u.b.'
  readonly principal: {
    readonly positionId: string
    readonly title: string
    readonly unitPath: string
    readonly coversAll: boolean
  }
  readonly holder: { readonly positionId: string; readonly title: string }
  /** On whose behalf in the end, when the principal has it by mandate too. */
  readonly beyond: string | undefined
  readonly acts: readonly string[]
  readonly orderNumber: string
  readonly orderOn: string
  readonly validFrom: string
  readonly validTo: string
}

interface Row {
  id: string
  form: 'a.n.' | 'u.b.'
  principal_id: string
  principal: string
  principal_path: string
  covers_all: boolean
  holder_id: string
  holder: string
  beyond: string | null
  acts: string[]
  order_number: string
  order_on: string
  valid_from: string
  valid_to: string
}

/** Mandates that a post holds or has given, the newest first; ended ones too, unless only those of a day are asked for. */
export async function listMandates(
  db: AnyHandle,
  of: { readonly positionId: string } | { readonly holderId: string; readonly day: string } | { readonly id: string },
): Promise<Mandate[]> {
  const which =
    'id' in of
      ? sql`m.id = ${of.id}`
      : 'holderId' in of
        ? sql`m.holder_id = ${of.holderId} and m.valid_from <= ${of.day} and m.valid_to >= ${of.day}`
        : sql`(m.holder_id = ${of.positionId} or m.principal_id = ${of.positionId})`
  const { rows } = await sql<Row>`
    select m.id, m.form, m.principal_id, p.title as principal, u.path as principal_path, u.kind = 'government' as covers_all,
      m.holder_id, h.title as holder, m.acts, m.order_number, m.order_on, m.valid_from, m.valid_to,
      case when m.form = 'u.b.' then (
        select b.title from organization.mandate above join organization.position b on b.id = above.principal_id
        where above.holder_id = m.principal_id and above.form = 'a.n.' and above.valid_from <= m.valid_from
          and above.valid_to >= m.valid_from order by above.valid_from desc limit 1) end as beyond
    from organization.mandate m
    join organization.position p on p.id = m.principal_id
    join organization.unit u on u.id = p.unit_id
    join organization.position h on h.id = m.holder_id
    where ${which} order by m.valid_from desc, m.id limit 200`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    form: row.form,
    principal: {
      positionId: row.principal_id,
      title: row.principal,
      unitPath: row.principal_path,
      coversAll: row.covers_all,
    },
    holder: { positionId: row.holder_id, title: row.holder },
    beyond: row.beyond ?? undefined,
    acts: row.acts,
    orderNumber: row.order_number,
    orderOn: row.order_on,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }))
}

export interface Candidate {
  readonly id: string
  readonly title: string
  readonly unitName: string
}

/** Posts that may be given a mandate by a post: below it in its unit, or in a unit below; for the top of the government the heads of units. */
export async function listCandidates(db: AnyHandle, principalId: string, day: string): Promise<Candidate[]> {
  const { rows } = await sql<{ id: string; title: string; unit_name: string }>`
    select p.id, p.title, u.name as unit_name
    from organization.position own
    join organization.unit own_unit on own_unit.id = own.unit_id
    join organization.unit u on u.path = own_unit.path or starts_with(u.path, own_unit.path || '.')
      or own_unit.kind = 'government'
    join organization.position p on p.unit_id = u.id
    where own.id = ${principalId} and p.id <> own.id and p.rank > own.rank
      and p.valid_from <= ${day} and (p.valid_to is null or p.valid_to >= ${day})
      and u.valid_from <= ${day} and (u.valid_to is null or u.valid_to >= ${day})
      and (own_unit.kind <> 'government' or p.rank <= 40)
    order by p.rank, u.name, p.title limit 300`.execute(db)
  return rows.map((row) => ({ id: row.id, title: row.title, unitName: row.unit_name }))
}
