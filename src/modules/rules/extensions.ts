import type { AnyHandle } from '#kernel/db/database.ts'
import { extensionPoint } from '#kernel/define/extension-point.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'

/** Something that applies a rule: a public service, for example. */
export interface RuleUsage {
  readonly key: string
  readonly title: LocalText
  readonly href: string
}

/** Modules that apply dated rules say where, on a day. */
export const ruleUsages = extensionPoint<(db: AnyHandle, today: string) => Promise<RuleUsage[]>>('rules.usages')
