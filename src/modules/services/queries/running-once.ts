import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'

/** Under which a case keeps what may run only once, without telling what it is. */
export function onceFingerprint(tenant: Tenant, key: string): string {
  return tenant.cipher.fingerprint(key, 'services.case.once').toString('hex')
}

/** Of the things that may be applied for only once at a time: those that others have applied for already. */
export async function askedByOthers(
  tenant: Tenant,
  db: AnyHandle,
  serviceId: string,
  keys: readonly string[],
  personId: string,
): Promise<Set<string>> {
  if (keys.length === 0) return new Set()
  const byPrint = new Map(keys.map((key) => [onceFingerprint(tenant, key), key]))
  const rows = await db
    .selectFrom('services.case')
    .select('once_key')
    .where('service_id', '=', serviceId)
    .where('once_key', 'in', [...byPrint.keys()])
    .where('applicant_person_id', '!=', personId)
    .where('closed_at', 'is', null)
    .execute()
  return new Set(rows.flatMap((row) => byPrint.get(row.once_key ?? '') ?? []))
}
