import type { ServiceInput } from '#modules/services/index.ts'
import { childPages } from './child-pages.ts'
import { parentPages } from './parent-pages.ts'
import { proofPages } from './proof-pages.ts'

/** The questions of the birth report (formulir F-2.01), asked in the order in which people know the answers. */
export const birthForm: ServiceInput['form']['pages'] = [...childPages, ...parentPages, ...proofPages]
