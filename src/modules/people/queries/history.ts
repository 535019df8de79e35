import type { AnyHandle } from '#kernel/db/database.ts'
import type { EventKind } from '../domain.ts'
import { getFamily } from './families.ts'
import { getPerson } from './persons.ts'
import type { Family, Person } from './rows.ts'

type Stored = Readonly<Record<string, string | number | null>>

/** What one event changed of one person or one family. */
export interface HistoryRow {
  readonly eventId: string
  readonly kind: EventKind
  /** ISO day on which it became true. */
  readonly validOn: string
  readonly recordedAt: Temporal.Instant
  readonly registerNumber: string | undefined
  readonly reason: string
  readonly source: { readonly kind: string; readonly id: string | undefined }
  /** The event entered this person or family in the register. */
  readonly entered: boolean
  readonly voidedAt: Temporal.Instant | undefined
  /** The event counts: it was not taken back, and is no taking back itself. */
  readonly stands: boolean
  readonly before: Stored
  readonly after: Stored
}

export interface HistorySubject {
  readonly personId?: string | undefined
  readonly familyId?: string | undefined
}

/** Everything recorded of a person or a family, in the order in which the register learned of it. */
export async function listHistoryOf(db: AnyHandle, subject: HistorySubject): Promise<HistoryRow[]> {
  const column = subject.personId ? 'change.person_id' : 'change.family_id'
  const rows = await db
    .selectFrom('people.change as change')
    .innerJoin('people.event as event', 'event.id', 'change.event_id')
    .select([
      'event.id',
      'event.kind',
      'change.valid_on',
      'event.recorded_at',
      'event.register_number',
      'event.reason',
      'event.source_kind',
      'event.source_id',
      'event.voided_at',
      'change.entered',
      'change.before',
      'change.after',
    ])
    .where(column, '=', subject.personId ?? subject.familyId ?? null)
    .orderBy('event.recorded_at')
    .orderBy('event.id')
    .orderBy('change.ordinal')
    .execute()
  return rows.map((row) => ({
    eventId: row.id,
    kind: row.kind as EventKind,
    validOn: row.valid_on,
    recordedAt: instantOf(row.recorded_at),
    registerNumber: row.register_number ?? undefined,
    reason: row.reason,
    source: { kind: row.source_kind, id: row.source_id ?? undefined },
    entered: row.entered,
    voidedAt: row.voided_at ? instantOf(row.voided_at) : undefined,
    stands: row.voided_at === null && row.kind !== 'cancellation',
    before: row.before as Stored,
    after: row.after as Stored,
  }))
}

export interface AsOf {
  /** ISO day: what was true then. The present when left out. */
  readonly validOn?: string | undefined
  /** What the register knew then. The present when left out. */
  readonly recordedAt?: Temporal.Instant | undefined
}

/**
 * Values of fields at a point of both times: of the changes known then and true by then, the one that became true
 * last; where there is none, what the field was before its first recorded change.
 * @param history in the order of recording, as `listHistoryOf` gives it
 */
export function factsAsOf(history: readonly HistoryRow[], fields: readonly string[], at: AsOf = {}): Stored {
  const facts: Record<string, string | number | null> = {}
  for (const field of fields) {
    const changes = history.filter((row) => field in row.after)
    const known = changes.filter((row) => isKnown(row, at) && (at.validOn === undefined || row.validOn <= at.validOn))
    const deciding = known.reduce<HistoryRow | undefined>(
      (last, row) => (last && last.validOn > row.validOn ? last : row),
      undefined,
    )
    const value = deciding ? deciding.after[field] : changes[0]?.before[field]
    if (value !== undefined) facts[field] = value
  }
  return facts
}

function isKnown(row: HistoryRow, { recordedAt }: AsOf): boolean {
  if (row.kind === 'cancellation') return false
  if (recordedAt === undefined) return row.voidedAt === undefined
  if (Temporal.Instant.compare(row.recordedAt, recordedAt) > 0) return false
  return row.voidedAt === undefined || Temporal.Instant.compare(row.voidedAt, recordedAt) > 0
}

/** A person as true on one day and as known at one time. @returns undefined when not registered yet @throws not-found */
export async function personAsOf(db: AnyHandle, id: string, at: AsOf): Promise<Person | undefined> {
  const [present, history] = [await getPerson(db, id), await listHistoryOf(db, { personId: id })]
  return rewind(present, history, at)
}

/** A family card's own facts (address, head) as true on one day and as known at one time. @throws not-found */
export async function familyAsOf(db: AnyHandle, id: string, at: AsOf): Promise<Family | undefined> {
  const [present, history] = [await getFamily(db, id), await listHistoryOf(db, { familyId: id })]
  return rewind(present, history, at)
}

function rewind<Subject extends Person | Family>(
  present: Subject,
  history: readonly HistoryRow[],
  at: AsOf,
): Subject | undefined {
  const entry = history.find((row) => row.entered)
  if (entry && !isKnown(entry, at)) return undefined
  const fields = [...new Set(history.flatMap((row) => Object.keys(row.after)))]
  const facts = factsAsOf(history, fields, at)
  const then = Object.fromEntries(Object.entries(facts).map(([field, value]) => [field, value ?? undefined]))
  return { ...present, ...then }
}

function instantOf(moment: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime())
}
