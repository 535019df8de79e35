import type { AnyHandle } from '#kernel/db/database.ts'
import { extensionPoint } from '#kernel/define/extension-point.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'

/** Rules and working hours lie above the register in the map, so they are brought to it. */
export interface OfficeLaw {
  /** Figures of dated rules as they hold on a day. @throws Error naming a missing key */
  figures(db: AnyHandle, keys: readonly string[], day: Temporal.PlainDate): Promise<Readonly<Record<string, number>>>
  /** An hour in which the office is open: no night, no weekend, no holiday. */
  isOfficeTime(tenant: Tenant, db: AnyHandle, at: Temporal.Instant): Promise<boolean>
}

export const officeLaw = extensionPoint<OfficeLaw>('people.office-law')
export const lawKey = 'law'

/** Figures under the names that the code gives them. @throws Error when a row is missing, a fault of the installation */
export async function figuresOf<Name extends string>(
  db: AnyHandle,
  keys: Readonly<Record<Name, string>>,
  day: Temporal.PlainDate,
): Promise<Record<Name, number>> {
  const figures = await officeLaw.get(lawKey).figures(db, Object.values(keys), day)
  const entries = Object.entries<string>(keys).map(([name, key]) => [name, figures[key]])
  return Object.fromEntries(entries) as Record<Name, number>
}
