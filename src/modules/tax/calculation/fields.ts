import type { LocalText } from '#kernel/i18n/texts.ts'
import type { Exact } from './exact.ts'

/** No amount of a calculation may be larger: a thousand million million rupiah. */
export const largestAmount = 1_000_000_000_000_000
/** Rows of one list, over the API; a form offers fewer. */
export const mostRows = 200

interface Base {
  readonly label: LocalText
  readonly hint?: LocalText
  /** Asked only when another field has one of these values; else an amount or a number counts as zero. */
  readonly when?: { readonly field: string; readonly is: readonly string[] }
  /** Stands in for a figure of the region: folded away, for few people compute for another one. */
  readonly isOwn?: true
  /** Counts only under law that is over: folded away. */
  readonly isPast?: true
}

interface MayBeEmpty {
  /** Left empty it counts as zero, or as no day. */
  readonly optional?: true
}

/** Rupiah with at most two decimals. */
export interface MoneyField extends Base, MayBeEmpty {
  readonly kind: 'money'
  /** Smallest, default 0. */
  readonly min?: number
  readonly max?: number
}

/** A whole number of days, people, metres. */
export interface CountField extends Base, MayBeEmpty {
  readonly kind: 'count'
  readonly min?: number
  readonly max: number
  readonly initial?: number
  readonly suffix?: LocalText
}

/** A number with decimals that is no rupiah: a foreign amount, a percentage, an index. */
export interface DecimalField extends Base, MayBeEmpty {
  readonly kind: 'decimal'
  readonly min?: number
  readonly max: number
  readonly places: number
  /** As in law: "0.5". */
  readonly initial?: string
  readonly suffix?: LocalText
}

export interface Option<Value extends string = string> {
  readonly value: Value
  readonly label: LocalText
}

/** One answer of a choice, with its words. */
export function option<const Value extends string>(value: Value, id: string, en: string): Option<Value> {
  return { value, label: { id, en } }
}

export interface ChoiceField<Value extends string = string> extends Base {
  readonly kind: 'choice'
  readonly options: readonly Option<Value>[]
  readonly initial?: NoInfer<Value>
}

export interface YesNoField extends Base {
  readonly kind: 'yes-no'
  readonly initial?: boolean
}

export interface DateField extends Base {
  readonly kind: 'date'
}

export interface OptionalDateField extends Base {
  readonly kind: 'optional-date'
}

/** An amount for each month from January on; a month left empty is a month without work, 0 is a month without pay. */
export interface MonthsField extends Base {
  readonly kind: 'months'
  readonly optional?: true
  readonly max?: number
}

/** A list of things with the same fields each. */
export interface RowsField<F extends PlainFields = PlainFields> extends Base {
  readonly kind: 'rows'
  readonly fields: F
  /** One of them: "Pembayaran". */
  readonly one: LocalText
  readonly least?: number
  readonly most?: number
}

export type PlainField =
  | MoneyField
  | CountField
  | DecimalField
  | ChoiceField
  | YesNoField
  | DateField
  | OptionalDateField
export type PlainFields = Readonly<Record<string, PlainField>>
export type Field = PlainField | MonthsField | RowsField
export type Fields = Readonly<Record<string, Field>>

/** What a calculation receives for a field. */
export type ValueOf<F extends Field> = F extends MoneyField | DecimalField
  ? Exact
  : F extends CountField
    ? number
    : F extends ChoiceField<infer Value>
      ? Value
      : F extends YesNoField
        ? boolean
        : F extends DateField
          ? Temporal.PlainDate
          : F extends OptionalDateField
            ? Temporal.PlainDate | undefined
            : F extends MonthsField
              ? readonly (Exact | undefined)[]
              : F extends RowsField<infer Inner>
                ? readonly InputOf<Inner>[]
                : never

export type InputOf<F extends Fields> = { readonly [Name in keyof F]: ValueOf<F[Name]> }

type Rest<F> = Omit<F, 'kind'>

export const money = (field: Rest<MoneyField>): MoneyField => ({ kind: 'money', ...field })
export const count = (field: Rest<CountField>): CountField => ({ kind: 'count', ...field })
export const decimal = (field: Rest<DecimalField>): DecimalField => ({ kind: 'decimal', ...field })
/** A percentage typed as "7,5"; the calculation takes `.percent` of it. */
export const percent = (field: Omit<Rest<DecimalField>, 'max' | 'places' | 'suffix'> & { max?: number }) =>
  decimal({ max: 100, places: 6, suffix: { id: '%', en: '%' }, ...field })
export const choice = <const Value extends string>(field: Rest<ChoiceField<Value>>): ChoiceField<Value> => ({
  kind: 'choice',
  ...field,
})
export const yesNo = (field: Rest<YesNoField>): YesNoField => ({ kind: 'yes-no', ...field })
export const date = (field: Rest<DateField>): DateField => ({ kind: 'date', ...field })
export const optionalDate = (field: Rest<OptionalDateField>): OptionalDateField => ({ kind: 'optional-date', ...field })
export const months = (field: Rest<MonthsField>): MonthsField => ({ kind: 'months', ...field })
export const rows = <const F extends PlainFields>(field: Rest<RowsField<F>>): RowsField<F> => ({
  kind: 'rows',
  ...field,
})

/** Whether a field is asked, given what was chosen elsewhere in the same group. */
export function isAsked(field: Field, raw: Readonly<Record<string, unknown>>, fields: Fields): boolean {
  const { when } = field
  if (!when) return true
  const other = fields[when.field]
  if (other && !isAsked(other, raw, fields)) return false
  return when.is.includes(chosen(other, raw[when.field]))
}

function chosen(field: Field | undefined, raw: unknown): string {
  if (field?.kind === 'yes-no')
    return (raw === undefined || raw === '' ? (field.initial ?? false) : isYes(raw)) ? 'yes' : 'no'
  const initial = field && 'initial' in field ? String(field.initial ?? '') : ''
  return raw === undefined || raw === '' || raw === null ? initial : String(raw)
}

export function isYes(raw: unknown): boolean {
  return raw === true || raw === 'yes'
}
