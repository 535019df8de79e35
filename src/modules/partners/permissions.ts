import { extensionPoint } from '#kernel/define/extension-point.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'

/**
 * What partners may be allowed to do, by permission. Modules that serve partners provide theirs; no position of an
 * employee ever holds one of these.
 */
export const partnerPermissions = extensionPoint<LocalText>('partners.permission')
