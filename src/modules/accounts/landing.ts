import type { Grant } from '#kernel/access/access.ts'
import { extensionPoint } from '#kernel/define/extension-point.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'

/** A page where an employee begins his day, for those who have the permission. Lower `order` wins. */
export interface StaffLanding {
  readonly label: LocalText
  readonly permission: string
  readonly path: string
  readonly order: number
  /** For a desk that only some regions have. */
  readonly isOffered?: ((tenant: Tenant) => boolean) | undefined
}

/** Modules with a desk of their own provide it under their name. */
export const staffLanding = extensionPoint<StaffLanding>('accounts.staff-landing')

/** Where somebody with these grants begins; undefined when no module has a desk for him. */
export function findLanding(grants: readonly Grant[], tenant: Tenant): string | undefined {
  return listLandings(grants, tenant)[0]?.path
}

/** Every workplace of somebody with these grants, where he begins first. */
export function listLandings(grants: readonly Grant[], tenant: Tenant): StaffLanding[] {
  return staffLanding
    .keys()
    .map((key) => staffLanding.get(key))
    .filter(({ permission }) => grants.some((grant) => grant.permission === permission))
    .filter(({ isOffered }) => isOffered?.(tenant) ?? true)
    .sort((a, b) => a.order - b.order)
}
