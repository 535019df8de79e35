import { extensionPoint } from '#kernel/define/extension-point.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'

/**
 * What can be permitted, by module: the `permissions` of every manifest. The program's composition
 * provides one entry for each module, so that a role can be put together from all of them.
 */
export const permissionCatalogue = extensionPoint<Readonly<Record<string, LocalText>>>(
  'organization.permission-catalogue',
)
