import { sql } from 'kysely'
import type { WriteHandle } from '#kernel/db/database.ts'
import { newId } from '#kernel/ids.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import type { Person } from '../queries/rows.ts'
import { findDuplicates } from './find-duplicates.ts'
import type { DuplicateReason } from './weights.ts'

/** A pair as the rules found it. */
export interface FoundPair {
  readonly personId: string
  readonly otherId: string
  readonly territoryCode: string
  readonly score: number
  readonly reasons: readonly DuplicateReason[]
}

export interface FoundHow {
  readonly by: 'entry' | 'review'
  readonly now: Temporal.Instant
}

/**
 * Puts pairs on the desk, inside the calling command. A pair that stands there already is not put there again, and
 * one that two officers found to be two people stays so.
 * @returns how many are new
 */
export async function recordDuplicates(tx: WriteHandle, pairs: readonly FoundPair[], how: FoundHow): Promise<number> {
  let added = 0
  for (const pair of pairs) {
    const [a, b] = [pair.personId, pair.otherId].sort()
    const id = newId(how.now.epochMilliseconds)
    const { rows } = await sql<{ id: string }>`
      insert into people.duplicate_candidate
        (id, person_a, person_b, score, reasons, territory_code, found_by, found_at, changed_at)
      values (${id}, ${a}, ${b}, ${pair.score}, ${[...pair.reasons]}::text[], ${pair.territoryCode}, ${how.by},
        ${how.now.toString()}, ${how.now.toString()})
      on conflict do nothing returning id`.execute(tx)
    if (rows.length === 0) continue
    added += 1
    await addStep(tx, id, {
      at: how.now,
      by: 'Balai',
      act: 'found',
      reason: how.by === 'entry' ? 'saat data baru dicatat' : 'saat seluruh register diperiksa',
    })
  }
  return added
}

/** Looks whether somebody who was just entered stands in the register already, inside the calling command. */
export async function noteDuplicatesOf(
  tx: WriteHandle,
  tenant: Tenant,
  person: Person,
  at: { readonly now: Temporal.Instant; readonly territoryCode: string },
): Promise<void> {
  const found = await findDuplicates(tx, tenant, person)
  const pairs = found.map(({ personId: otherId, score, reasons }) => ({
    personId: person.id,
    otherId,
    territoryCode: at.territoryCode,
    score,
    reasons,
  }))
  await recordDuplicates(tx, pairs, { by: 'entry', now: at.now })
}

export interface DuplicateStep {
  readonly at: Temporal.Instant
  readonly by: string
  readonly act: 'found' | 'propose-same' | 'propose-different' | 'field-check' | 'confirm' | 'reject' | 'undo'
  readonly reason: string
}

export async function addStep(tx: WriteHandle, candidateId: string, step: DuplicateStep): Promise<void> {
  await sql`insert into people.duplicate_step (candidate_id, ordinal, at, actor_label, act, reason)
    select ${candidateId}, coalesce(max(ordinal), 0) + 1, ${step.at.toString()}, ${step.by}, ${step.act}, ${step.reason}
    from people.duplicate_step where candidate_id = ${candidateId}`.execute(tx)
}
