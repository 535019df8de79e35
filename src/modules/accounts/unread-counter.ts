import type { ReadHandle } from '#kernel/db/database.ts'
import { extensionPoint } from '#kernel/define/extension-point.ts'

/** How many messages an account has not read; messaging provides it under the key "messaging". */
export const unreadCounter =
  extensionPoint<(db: ReadHandle, accountId: string) => Promise<number>>('accounts.unread-counter')
