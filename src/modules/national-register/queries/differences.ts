import { type RawBuilder, sql } from 'kysely'
import type { Grant } from '#kernel/access/access.ts'
import { instantOf } from '#kernel/clock/clock.ts'
import { containing } from '#kernel/db/containing.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { sidesContext } from '../commands/difference-row.ts'
import type { DifferenceKind, DifferenceState, SideBySide } from '../domain.ts'

export interface Difference {
  readonly id: string
  readonly kind: DifferenceKind
  readonly state: DifferenceState
  readonly messageId: string | undefined
  readonly eventKind: string | undefined
  readonly registerNumber: string | undefined
  readonly personId: string | undefined
  readonly personName: string
  readonly territoryCode: string
  readonly words: string | undefined
  readonly openedAt: Temporal.Instant
  readonly updatedAt: Temporal.Instant
  readonly until: string | undefined
  readonly proposedBy: string | undefined
  readonly chosen: readonly string[]
  readonly correctionEventId: string | undefined
}

interface Row {
  id: string
  kind: string
  state: string
  message_id: string | null
  event_kind: string | null
  register_number: string | null
  person_id: string | null
  person_name: string
  territory_code: string
  words: string | null
  opened_at: Date
  updated_at: Date
  until: string | null
  proposed_by: string | null
  chosen: string[]
  correction_event_id: string | null
}

export interface DifferenceFilter {
  /** Part of the name. */
  readonly text?: string | undefined
  /** `open`: everything that is not ended. */
  readonly state?: DifferenceState | 'unended' | undefined
  readonly kind?: DifferenceKind | undefined
  readonly area?: string | undefined
  /** `next` of the page before. */
  readonly after?: string | undefined
}

export const differencePageSize = 40

const source = sql.raw('national_register.difference d left join national_register.message m on m.id = d.message_id')
const columns = sql.raw('d.*, m.event_kind, m.register_number')

/** Where one of the grants reaches. */
export function withinTerritories(column: string, territories: readonly string[]): RawBuilder<boolean> {
  const place = sql.raw(column)
  if (territories.includes('')) return sql<boolean>`true`
  const each = territories.map((code) => sql`(${place} = ${code} or starts_with(${place}, ${`${code}.`}))`)
  return sql<boolean>`(${sql.join([sql`false`, ...each], sql` or `)})`
}

const territoriesOf = (grants: readonly Grant[]) => grants.map(({ territory }) => territory)

/** Newest first. */
export async function listDifferences(
  db: AnyHandle,
  grants: readonly Grant[],
  filter: DifferenceFilter,
  limit = differencePageSize,
): Promise<{ rows: Difference[]; next: string | undefined }> {
  const { text, state, kind, area, after } = filter
  const { rows } = await sql<Row>`
    select ${columns} from ${source}
    where ${withinTerritories('d.territory_code', territoriesOf(grants))}
      ${state === 'unended' ? sql`and d.closed_at is null` : state ? sql`and d.state = ${state}` : sql``}
      ${kind ? sql`and d.kind = ${kind}` : sql``}
      ${area ? sql`and ${withinTerritories('d.territory_code', [area])}` : sql``}
      ${text ? sql`and d.person_name ilike ${containing(text)}` : sql``}
      ${after ? sql`and (d.opened_at, d.id) < (select opened_at, id from national_register.difference where id = ${after}::uuid)` : sql``}
    order by d.opened_at desc, d.id desc limit ${limit + 1}`.execute(db)
  const shown = rows.slice(0, limit)
  return { rows: shown.map(differenceOf), next: rows.length > limit ? shown.at(-1)?.id : undefined }
}

export async function countOpenDifferences(db: AnyHandle, grants: readonly Grant[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from national_register.difference d
    where d.closed_at is null and ${withinTerritories('d.territory_code', territoriesOf(grants))}`.execute(db)
  return rows[0]?.n ?? 0
}

export interface DifferenceStepShown {
  readonly verb: string
  readonly to: DifferenceState
  readonly by: string
  readonly note: string | undefined
  readonly at: Temporal.Instant
}

export interface DifferenceWhole extends Difference {
  readonly sides: readonly SideBySide[]
  readonly steps: readonly DifferenceStepShown[]
}

/** One difference with both sides opened, for those who settle it. */
export async function findDifference(
  tenant: Tenant,
  db: AnyHandle,
  grants: readonly Grant[],
  id: string,
): Promise<DifferenceWhole | undefined> {
  const { rows } = await sql<Row & { sides_sealed: Buffer }>`
    select ${columns} from ${source}
    where d.id = ${id}::uuid and ${withinTerritories('d.territory_code', territoriesOf(grants))}`.execute(db)
  const row = rows[0]
  if (!row) return undefined
  const steps = await db
    .selectFrom('national_register.difference_step')
    .selectAll()
    .where('difference_id', '=', id)
    .orderBy('ordinal')
    .execute()
  return {
    ...differenceOf(row),
    sides: tenant.cipher.openJson<SideBySide[]>(row.sides_sealed, sidesContext),
    steps: steps.map((step) => ({
      verb: step.verb,
      to: step.to_state as DifferenceState,
      by: step.by_label,
      note: step.note ?? undefined,
      at: instantOf(step.at),
    })),
  }
}

function differenceOf(row: Row): Difference {
  return {
    id: row.id,
    kind: row.kind as DifferenceKind,
    state: row.state as DifferenceState,
    messageId: row.message_id ?? undefined,
    eventKind: row.event_kind ?? undefined,
    registerNumber: row.register_number ?? undefined,
    personId: row.person_id ?? undefined,
    personName: row.person_name,
    territoryCode: row.territory_code,
    words: row.words ?? undefined,
    openedAt: instantOf(row.opened_at),
    updatedAt: instantOf(row.updated_at),
    until: row.until ?? undefined,
    proposedBy: row.proposed_by ?? undefined,
    chosen: row.chosen,
    correctionEventId: row.correction_event_id ?? undefined,
  }
}
