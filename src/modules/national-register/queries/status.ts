import { sql } from 'kysely'
import { instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { type Breaker, isFault } from '../domain.ts'

export interface Status extends Breaker {
  readonly lastOkAt: Temporal.Instant | undefined
  /** Its own words for the last fault. */
  readonly detail: string | undefined
}

/** Whether the national register answers. Before the first request: untried. */
export async function readStatus(db: AnyHandle, now: Temporal.Instant): Promise<Status> {
  const row = await db.selectFrom('national_register.status').selectAll().executeTakeFirst()
  if (!row) {
    return {
      state: 'untried',
      since: now,
      faults: 0,
      fault: undefined,
      nextTryAt: undefined,
      lastOkAt: undefined,
      detail: undefined,
    }
  }
  return {
    state: row.state,
    since: instantOf(row.since),
    faults: row.faults,
    fault: isFault(row.fault) ? row.fault : undefined,
    nextTryAt: row.next_try_at ? instantOf(row.next_try_at) : undefined,
    lastOkAt: row.last_ok_at ? instantOf(row.last_ok_at) : undefined,
    detail: row.detail ?? undefined,
  }
}

/** How much waits and how much went; for the board. */
export interface Tally {
  readonly waiting: number
  /** Held because a difference about it is open, or behind such a one. */
  readonly held: number
  readonly oldestAt: Temporal.Instant | undefined
  readonly sentToday: number
  readonly numbersWaiting: number
}

export async function readTally(db: AnyHandle, dayBegan: Temporal.Instant): Promise<Tally> {
  const { rows } = await sql<{
    waiting: number
    held: number
    oldest: Date | null
    sent: number
    numbers: number
  }>`
    select
      (select count(*)::int from national_register.message where settled_at is null and state <> 'held') as waiting,
      (select count(*)::int from national_register.message where settled_at is null and state = 'held') as held,
      (select min(recorded_at) from national_register.message where settled_at is null) as oldest,
      (select count(*)::int from national_register.message
        where settled_at >= ${dayBegan.toString()} and state = 'accepted') as sent,
      (select count(*)::int from national_register.number_request where state = 'waiting') as numbers`.execute(db)
  const row = rows[0]
  return {
    waiting: row?.waiting ?? 0,
    held: row?.held ?? 0,
    oldestAt: row?.oldest ? instantOf(row.oldest) : undefined,
    sentToday: row?.sent ?? 0,
    numbersWaiting: row?.numbers ?? 0,
  }
}
