import type { Actor } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import type { CaseRow } from '../commands/case-row.ts'

interface Asking {
  readonly actor: Actor
  readonly tenant: Tenant
  readonly now: Temporal.Instant
}

/**
 * True when a case is the asker's own: he applied for it, or another did with his power of attorney. Whoever applied
 * for another keeps the case only as long as the power of attorney stands.
 * @basis KUH Perdata pasal 1792, 1813 dan 1814 (pemberian kuasa berakhir dengan pencabutan)
 */
export async function isOwnCase(
  db: AnyHandle,
  asking: Asking,
  row: Pick<CaseRow, 'account_id' | 'applicant_person_id' | 'mandate_id'>,
): Promise<boolean> {
  const { actor } = asking
  if (actor.kind === 'citizen' && actor.personId === row.applicant_person_id) return true
  if (!actor.accountId || row.account_id !== actor.accountId) return false
  return !row.mandate_id || (await isMandateStanding(db, asking, row.mandate_id))
}

/** Accepted, not revoked, and today is within its days. */
export async function isMandateStanding(
  db: AnyHandle,
  asking: Pick<Asking, 'tenant' | 'now'>,
  mandateId: string,
): Promise<boolean> {
  const today = dayOf(asking.now, asking.tenant.profile.zone).toString()
  const found = await db
    .selectFrom('services.mandate')
    .select('id')
    .where('id', '=', mandateId)
    .where('status', '=', 'accepted')
    .where('valid_from', '<=', today)
    .where('valid_to', '>=', today)
    .executeTakeFirst()
  return found !== undefined
}
