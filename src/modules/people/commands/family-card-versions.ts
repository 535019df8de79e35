import { dayOf } from '#kernel/clock/clock.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { familyCardSnapshot } from '../queries/families.ts'
import { compositionContext, type Family } from '../queries/rows.ts'

/** A new composition: raises the version, dates the card today and seals it into the history. @returns the version */
export async function renewFamilyCard(
  tx: WriteHandle,
  tenant: Tenant,
  family: Family,
  reason: string,
  now: Temporal.Instant,
): Promise<number> {
  const version = family.version + 1
  await tx
    .updateTable('people.family')
    .set({ version, issued_on: dayOf(now, tenant.profile.zone).toString(), updated_at: now.toString() })
    .where('id', '=', family.id)
    .execute()
  await storeVersion(tx, tenant, family.id, version, reason, now)
  return version
}

/** Keeps the composition as it stands, when it was never stored: cards that were loaded have no history yet. */
export async function keepCurrentVersion(tx: WriteHandle, tenant: Tenant, family: Family): Promise<void> {
  const known = await tx
    .selectFrom('people.family_version')
    .select('version')
    .where('family_id', '=', family.id)
    .where('version', '=', family.version)
    .executeTakeFirst()
  if (known) return
  const since = Temporal.PlainDate.from(family.issuedOn).toZonedDateTime(tenant.profile.zone).toInstant()
  await storeVersion(tx, tenant, family.id, family.version, 'Kartu keluarga sebelumnya', since)
}

async function storeVersion(
  tx: WriteHandle,
  tenant: Tenant,
  familyId: string,
  version: number,
  reason: string,
  validFrom: Temporal.Instant,
): Promise<void> {
  const composition = await familyCardSnapshot(tenant, tx, familyId)
  await tx
    .insertInto('people.family_version')
    .values({
      family_id: familyId,
      version,
      composition: tenant.cipher.sealJson(composition, compositionContext),
      reason,
      valid_from: validFrom.toString(),
    })
    .execute()
}
