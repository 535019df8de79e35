import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '#kernel/access/access.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { type Sen, senFromNumeric } from '#kernel/money/money.ts'
import { findOwnRegion } from '#modules/territory/index.ts'
import { type ArrearState, arrearStates, type Tax } from '../claims.ts'
import { type Assessment, assessmentConditions, findAssessments, type Page } from './assessments.ts'
import { readable } from './territory-filter.ts'

/** How long ago it fell due, in years: from, and up to. */
export const arrearAges = {
  'under-1': [0, 1],
  '1-2': [1, 2],
  '2-5': [2, 5],
  'over-5': [5, undefined],
} as const satisfies Readonly<Record<string, readonly [number, number | undefined]>>
export type ArrearAge = keyof typeof arrearAges
export const arrearAgeNames = Object.keys(arrearAges) as [ArrearAge, ...ArrearAge[]]

export interface ArrearFilter {
  readonly text?: string | undefined
  readonly tax?: Tax | undefined
  readonly state?: ArrearState | undefined
  readonly area?: string | undefined
  readonly age?: ArrearAge | undefined
}

async function conditionsOf(
  db: AnyHandle,
  actor: Actor,
  { age, state, ...filter }: ArrearFilter,
  today: Temporal.PlainDate,
): Promise<RawBuilder<unknown>[]> {
  const own = (await findOwnRegion(db))?.code ?? ''
  const conditions = [
    readable(actor, own, sql`coalesce(a.village_code, '')`),
    sql`a.state in ('overdue', 'dunned', 'warned', 'seizure')`,
    ...assessmentConditions({ ...filter, ...(state ? { states: [state] } : {}) }),
  ]
  if (age) {
    const [from, to] = arrearAges[age]
    conditions.push(sql`a.due_on < ${today.subtract({ years: from }).toString()}::date`)
    if (to !== undefined) conditions.push(sql`a.due_on >= ${today.subtract({ years: to }).toString()}::date`)
  }
  return conditions
}

/** What fell due and is not paid, the oldest first. */
export async function listArrears(
  db: AnyHandle,
  actor: Actor,
  filter: ArrearFilter,
  today: Temporal.PlainDate,
  after = '',
  limit = 50,
): Promise<Page<Assessment>> {
  const conditions = await conditionsOf(db, actor, filter, today)
  if (after)
    conditions.push(sql`(a.due_on, a.id) > (split_part(${after}, ' ', 1)::date, split_part(${after}, ' ', 2)::uuid)`)
  const { rows } = await sql<{ id: string; due_on: string }>`
    select a.id, a.due_on from local_tax.assessment a where ${sql.join(conditions, sql` and `)}
    order by a.due_on, a.id limit ${limit + 1}`.execute(db)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: await findAssessments(
      db,
      shown.map((row) => row.id),
    ),
    next: rows.length > limit && last ? `${last.due_on} ${last.id}` : undefined,
  }
}

export const arrearCursor = /^\d{4}-\d\d-\d\d [0-9a-f-]{36}$/

/** The first of all that fit, as a proposal takes them. */
export async function listArrearIds(
  db: AnyHandle,
  actor: Actor,
  filter: ArrearFilter,
  today: Temporal.PlainDate,
  limit: number,
): Promise<string[]> {
  const conditions = await conditionsOf(db, actor, filter, today)
  const { rows } = await sql<{ id: string }>`
    select a.id from local_tax.assessment a where ${sql.join(conditions, sql` and `)}
      and not exists (select 1 from local_tax.proposal_item i where i.assessment_id = a.id and i.state = 'waiting')
    order by a.due_on, a.id limit ${limit}`.execute(db)
  return rows.map((row) => row.id)
}

export interface ArrearSum {
  readonly state: ArrearState
  readonly count: number
  readonly owed: Sen
}

/** How many and how much, by how far they were collected. */
export async function sumArrears(
  db: AnyHandle,
  actor: Actor,
  filter: ArrearFilter,
  today: Temporal.PlainDate,
): Promise<ArrearSum[]> {
  const conditions = await conditionsOf(db, actor, filter, today)
  const { rows } = await sql<{ state: ArrearState; count: number; owed: string }>`
    select a.state, count(*)::int as count, sum(a.amount - a.paid_amount)::text as owed from local_tax.assessment a
    where ${sql.join(conditions, sql` and `)} group by a.state`.execute(db)
  const found = new Map(rows.map((row) => [row.state, row]))
  return arrearStates.map((state) => ({
    state,
    count: found.get(state)?.count ?? 0,
    owed: senFromNumeric(found.get(state)?.owed ?? '0'),
  }))
}
