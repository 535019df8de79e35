import { extensionPoint } from '#kernel/define/extension-point.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'

/** Classes of act that a mandate may cover; who signs documents provides them. */
export const mandateActs = extensionPoint<LocalText>('organization.mandate-acts')
