import type { LocalText } from '#kernel/i18n/texts.ts'
import type { Exact } from './exact.ts'
import type { Fields, InputOf } from './fields.ts'
import type { Law } from './law.ts'
import type { Subject } from './subjects.ts'
import type { Working } from './working.ts'

export type Destination = 'state' | 'province' | 'region' | 'insurer'

/** One line of what is to be paid; lines add up to the total. */
export interface Line {
  readonly id: string
  readonly label: LocalText
  readonly amount: Exact
  /** Whose account it goes to, where a payment is split; the region is the regency or city. */
  readonly destination?: Destination | undefined
}

export interface Outcome {
  /** Rounded as the tax says; negative is money back. */
  readonly total: Exact
  readonly lines: readonly Line[]
  readonly warnings?: readonly LocalText[] | undefined
  /** True when a figure of law was typed in by whoever asked: good to know, never an assessment. */
  readonly isEstimate?: boolean | undefined
}

/** A way to compute one tax: what it asks, which rows of law it reads, and a pure function. */
export interface Calculator<F extends Fields = Fields> {
  /** "pph21.monthly": in the address, in the API, never changed. */
  readonly kind: string
  readonly subject: Subject
  readonly title: LocalText
  readonly lead: LocalText
  /** Words people search for besides title and lead. */
  readonly words?: string
  /** `region`: rates come from the regulation of a region, so that the region is asked. */
  readonly law: 'national' | 'region'
  readonly fields: F
  /** Every key the function may read, on any day. */
  readonly rules: readonly string[]
  /** `working` is absent when nobody reads the steps. @throws AppError with the field, for what no field can see alone */
  compute(input: InputOf<F>, law: Law, working: Working | undefined): Outcome
  /** Sent as it stands to the API in a test, and answered with this total. */
  readonly example: { readonly date: string; readonly input: Readonly<Record<string, unknown>>; readonly total: number }
}

/** Any calculator, as lists keep it. */
export type AnyCalculator = Omit<Calculator, 'compute'> & {
  readonly compute: (input: never, law: Law, working: Working | undefined) => Outcome
}

export function defineCalculator<const F extends Fields>(calculator: Calculator<F>): Calculator<F> {
  return calculator
}
