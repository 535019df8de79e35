import { sql } from 'kysely'
import type { WriteHandle } from '#kernel/db/database.ts'
import { newId } from '#kernel/ids.ts'
import type { Contradiction } from './contradictions.ts'

export interface FoundContradiction extends Contradiction {
  readonly personId: string
  readonly territoryCode: string
}

/**
 * Puts findings on the desk, inside the calling command. What an officer found right is not put there again; what was
 * corrected and is so once more is.
 * @returns how many are new
 */
export async function recordFindings(
  tx: WriteHandle,
  findings: readonly FoundContradiction[],
  now: Temporal.Instant,
): Promise<number> {
  let added = 0
  for (const { personId, code, severity, say, territoryCode } of findings) {
    const { numAffectedRows } = await sql`
      insert into people.check_finding
        (id, person_id, code, severity, say_id, say_en, territory_code, found_at, changed_at)
      values (${newId(now.epochMilliseconds)}, ${personId}, ${code}, ${severity}, ${say.id}, ${say.en}, ${territoryCode},
        ${now.toString()}, ${now.toString()})
      on conflict (person_id, code) do update set state = 'open', say_id = excluded.say_id, say_en = excluded.say_en,
        severity = excluded.severity, found_at = excluded.found_at, changed_at = excluded.changed_at,
        changed_by = null, note = null
      where people.check_finding.state = 'corrected'`.execute(tx)
    added += Number(numAffectedRows ?? 0)
  }
  return added
}
