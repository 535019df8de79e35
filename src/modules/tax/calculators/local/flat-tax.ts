import type { LocalText } from '#kernel/i18n/texts.ts'
import { billed } from '../../calculation/billed.ts'
import type { Destination, Line, Outcome } from '../../calculation/calculator.ts'
import type { Exact } from '../../calculation/exact.ts'
import type { Law } from '../../calculation/law.ts'
import { words } from '../../calculation/words.ts'
import type { Working } from '../../calculation/working.ts'
import type { RegionalFigures } from './regional-figures.ts'

interface FlatTax {
  /** "walet": its rows are `tax.walet.rate` and `tax.walet.rate-max`. */
  readonly id: string
  readonly label: LocalText
  readonly base: Exact
  /** The rate that was typed, as a percentage; zero for that of the region. */
  readonly rate: Exact
  readonly destination: Destination
  /** Lines that follow from the tax itself. */
  readonly more?: (tax: Exact) => readonly Line[]
}

/** Taxes with one rate of the region within a national limit, which differ only in their base. */
export function flatTax(tax: FlatTax, figures: RegionalFigures, law: Law, working: Working | undefined): Outcome {
  const { id, label, base, destination } = tax
  const limit = `tax.${id}.rate-max`
  // A tax that did not exist yet has no limit either; that is said before anything is asked.
  law.aside().rate(limit)
  const rate = figures.rate(`tax.${id}.rate`, { path: 'rate', value: tax.rate })
  figures.notAbove(limit, rate, 'rate')
  const amount = base.times(rate.value)
  working?.step(id, label, amount, words`${base} × ${rate.value}`, ...rate.rules)
  const lines: Line[] = [{ id, label, amount, destination }, ...(tax.more?.(amount) ?? [])]
  return {
    ...billed(lines, law, 'tax.local.rounding', working),
    warnings: figures.warnings,
    isEstimate: figures.isTyped,
  }
}

export function flatRules(id: string): string[] {
  return [`tax.${id}.rate-max`, `tax.${id}.rate`, 'tax.local.rounding']
}
