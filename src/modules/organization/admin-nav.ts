import { type Actor, isPermitted } from '#kernel/access/access.ts'
import { extensionPoint } from '#kernel/define/extension-point.ts'
import type { Locale, LocalText } from '#kernel/i18n/texts.ts'

/** One entry in the line under the head of administration pages. Lower `order` stands further left. */
export interface AdminNavItem {
  readonly label: LocalText
  readonly href: string
  readonly permission: string
  readonly order: number
}

/** Modules with administration pages provide their entries. */
export const adminNav = extensionPoint<AdminNavItem>('organization.admin-nav')

/** The entries that somebody may use, in one language. */
export function adminNavFor(actor: Actor, locale: Locale): { label: string; href: string }[] {
  return adminNav
    .keys()
    .map((key) => adminNav.get(key))
    .filter(({ permission }) => isPermitted(actor, permission))
    .sort((a, b) => a.order - b.order)
    .map(({ label, href }) => ({ label: label[locale], href }))
}
