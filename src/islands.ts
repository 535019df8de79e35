import { startIslands } from '#ui/islands/main.ts'

/** The browser's entry: the islands of the components, and those that modules bring. */
startIslands({ passkey: () => import('#modules/accounts/islands/passkey.ts') })
