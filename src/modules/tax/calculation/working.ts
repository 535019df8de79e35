import type { LocalText } from '#kernel/i18n/texts.ts'
import type { Rate } from '#kernel/money/money.ts'
import type { Rule } from '#modules/rules/index.ts'
import type { Exact } from './exact.ts'

/** A number with decimals that is neither rupiah nor a share: an index, a volume, a foreign amount. */
export interface Quantity {
  readonly quantity: Exact
}

/** What one step came to: an amount of rupiah, a rate, or a number of things. */
export type Figure = Exact | Rate | Quantity | number

export interface Step {
  /** "gross", or within a section "month-03.tax". */
  readonly id: string
  readonly section: LocalText | undefined
  readonly label: LocalText
  /** "Rp10.000.000 × 2%", in both languages. */
  readonly formula: LocalText | undefined
  readonly figure: Figure
  /** The rows of law behind it. */
  readonly rules: readonly Rule[]
}

/**
 * The steps of one calculation, in order. A calculator is given none when nobody reads the steps and says
 * `working?.step(…)`: nothing of the line is evaluated then.
 */
export class Working {
  readonly steps: Step[] = []
  private at: { id: string; label: LocalText } | undefined

  /** Begins a part of the working: a month, a payment. Without arguments the part ends. */
  section(id?: string, label?: LocalText): void {
    this.at = id && label ? { id, label } : undefined
  }

  step(id: string, label: LocalText, figure: Figure, formula?: LocalText, ...rules: readonly Rule[]): void {
    this.steps.push({
      id: this.at ? `${this.at.id}.${id}` : id,
      section: this.at?.label,
      label,
      figure,
      formula,
      rules,
    })
  }
}
