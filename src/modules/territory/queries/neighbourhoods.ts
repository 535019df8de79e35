import { sql } from 'kysely'
import { instantOf } from '#kernel/clock/clock.ts'
import { containing } from '#kernel/db/containing.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { type NeighbourhoodPlace, type NeighbourhoodStanding, threeDigits, whyNotThere } from '../neighbourhood.ts'

/** A neighbourhood (RT) as the register has it. Days are ISO days. */
export interface Neighbourhood extends NeighbourhoodPlace {
  readonly id: string
  readonly village: string
  readonly district: string
  readonly headName: string | undefined
  readonly openedOn: string
  readonly closedOn: string | undefined
  readonly closedReason: string | undefined
  readonly successor: (NeighbourhoodPlace & { readonly id: string }) | undefined
}

export const neighbourhoodStates = ['open', 'closed'] as const

export interface NeighbourhoodFilter {
  /** Part of the name of a village or of a head, or "3/5" for RT 003 RW 005. */
  readonly text?: string | undefined
  readonly area?: string | undefined
  readonly state?: (typeof neighbourhoodStates)[number] | undefined
  /** Within which areas the reader may look; "" is everywhere. */
  readonly territories: readonly string[]
}

interface Row {
  id: string
  village_code: string
  rw: string
  rt: string
  head_name: string | null
  opened_on: string
  closed_on: string | null
  closed_reason: string | null
  successor_id: string | null
  successor_village: string | null
  successor_rw: string | null
  successor_rt: string | null
  village: string
  district: string
}

const source = sql`territory.neighbourhood n
  join territory.area v on v.code = n.village_code
  join territory.area d on d.code = v.parent_code
  left join territory.neighbourhood s on s.id = n.successor_id`
const columns = sql`n.id, n.village_code, n.rw, n.rt, n.head_name, n.opened_on::text, n.closed_on::text, n.closed_reason,
  n.successor_id, s.village_code as successor_village, s.rw as successor_rw, s.rt as successor_rt,
  v.name as village, d.name as district`

/** In the order of their numbers, village by village. @param after `next` of the page before */
export async function listNeighbourhoods(
  db: AnyHandle,
  filter: NeighbourhoodFilter,
  after?: string,
  pageSize = 50,
): Promise<{ rows: readonly Neighbourhood[]; next: string | undefined }> {
  const { rows } = await sql<Row>`select ${columns} from ${source}
    where ${sql.join(conditionsOf(filter), sql` and `)}
    ${after ? sql`and (n.village_code, n.rw, n.rt, n.id) > (select village_code, rw, rt, id from territory.neighbourhood where id = ${after})` : sql``}
    order by n.village_code, n.rw, n.rt, n.id limit ${pageSize + 1}`.execute(db)
  const shown = rows.slice(0, pageSize)
  return { rows: shown.map(toNeighbourhood), next: rows.length > pageSize ? shown.at(-1)?.id : undefined }
}

function conditionsOf({ text, area, state, territories }: NeighbourhoodFilter) {
  const inArea = (code: string) => sql`(n.village_code = ${code} or starts_with(n.village_code, ${`${code}.`}))`
  const found = [
    territories.includes('')
      ? sql`true`
      : sql`(${sql.join([sql`false`, ...territories.filter(Boolean).map(inArea)], sql` or `)})`,
  ]
  if (area) found.push(inArea(area))
  if (state) found.push(state === 'open' ? sql`n.closed_on is null` : sql`n.closed_on is not null`)
  const [, rt, rw] = /^(?:rt)?\s*(\d{1,3})\s*(?:\/|\s*rw)\s*(\d{1,3})$/i.exec(text?.trim() ?? '') ?? []
  if (rt && rw) found.push(sql`n.rt = ${threeDigits(rt) ?? ''} and n.rw = ${threeDigits(rw) ?? ''}`)
  else if (text?.trim()) found.push(sql`(v.name ilike ${containing(text)} or n.head_name ilike ${containing(text)})`)
  return found
}

/** @throws not-found */
export async function getNeighbourhood(db: AnyHandle, id: string): Promise<Neighbourhood> {
  const { rows } = await sql<Row>`select ${columns} from ${source} where n.id = ${id}`.execute(db)
  if (!rows[0]) throw notFound()
  return toNeighbourhood(rows[0])
}

/** Those of one village that stand, and on request the closed ones behind them. */
export async function listNeighbourhoodsOf(
  db: AnyHandle,
  villageCode: string,
  which: { readonly closed?: boolean } = {},
): Promise<Neighbourhood[]> {
  const { rows } = await sql<Row>`select ${columns} from ${source}
    where n.village_code = ${villageCode} ${which.closed ? sql`` : sql`and n.closed_on is null`}
    order by n.closed_on is not null, n.rw, n.rt, n.closed_on desc`.execute(db)
  return rows.map(toNeighbourhood)
}

/** How a place stands today. Numbers may be written as people do: "3" is 003. */
export async function findNeighbourhood(db: AnyHandle, place: NeighbourhoodPlace): Promise<NeighbourhoodStanding> {
  const [rw, rt] = [threeDigits(place.rw), threeDigits(place.rt)]
  const { rows } = await sql<Row>`select ${columns} from ${source}
    where n.village_code = ${place.villageCode} and n.rw = ${rw ?? ''} and n.rt = ${rt ?? ''}
    order by n.closed_on desc nulls first limit 1`.execute(db)
  const [row] = rows
  if (!row) return (await hasList(db, place.villageCode)) ? { kind: 'unknown' } : { kind: 'unlisted' }
  const { closedOn, closedReason: reason = '', successor } = toNeighbourhood(row)
  return closedOn ? { kind: 'closed', closedOn, reason, successor } : { kind: 'open' }
}

/** Places to which nobody can move, in the whole region: closed, and not opened again under their number. */
export async function listClosedPlaces(db: AnyHandle, most: number): Promise<NeighbourhoodPlace[]> {
  const { rows } = await sql<{ village_code: string; rw: string; rt: string }>`
    select distinct n.village_code, n.rw, n.rt from territory.neighbourhood n
    where n.closed_on is not null and not exists (
      select 1 from territory.neighbourhood o
      where (o.village_code, o.rw, o.rt) = (n.village_code, n.rw, n.rt) and o.closed_on is null)
    order by 1, 2, 3 limit ${most}`.execute(db)
  return rows.map(({ village_code: villageCode, rw, rt }) => ({ villageCode, rw, rt }))
}

async function hasList(db: AnyHandle, villageCode: string): Promise<boolean> {
  const row = await db
    .selectFrom('territory.neighbourhood')
    .select('id')
    .where('village_code', '=', villageCode)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Refuses an address that nobody can move to, saying why and what to use instead.
 * @param field at which the form shows it
 * @throws invalid-input
 */
export async function requireOpenNeighbourhood(db: AnyHandle, place: NeighbourhoodPlace, field: string): Promise<void> {
  const message = whyNotThere(place, await findNeighbourhood(db, place))
  if (message) throw new AppError('invalid-input', { fields: [{ path: field, message }] })
}

export interface NeighbourhoodAct {
  readonly at: Temporal.Instant
  readonly what: 'opened' | 'head-named' | 'closed' | 'reopened'
  readonly by: string
  readonly note: string | undefined
}

/** What was done to it, the latest first. */
export async function listNeighbourhoodHistory(db: AnyHandle, id: string): Promise<NeighbourhoodAct[]> {
  const rows = await db
    .selectFrom('territory.neighbourhood_history')
    .selectAll()
    .where('neighbourhood_id', '=', id)
    .orderBy('number', 'desc')
    .execute()
  return rows.map((row) => ({ at: instantOf(row.at), what: row.what, by: row.by_name, note: row.note ?? undefined }))
}

function toNeighbourhood(row: Row): Neighbourhood {
  return {
    id: row.id,
    villageCode: row.village_code,
    rw: row.rw,
    rt: row.rt,
    village: row.village,
    district: row.district,
    headName: row.head_name ?? undefined,
    openedOn: row.opened_on,
    closedOn: row.closed_on ?? undefined,
    closedReason: row.closed_reason ?? undefined,
    successor:
      row.successor_id && row.successor_village
        ? {
            id: row.successor_id,
            villageCode: row.successor_village,
            rw: row.successor_rw ?? '',
            rt: row.successor_rt ?? '',
          }
        : undefined,
  }
}
