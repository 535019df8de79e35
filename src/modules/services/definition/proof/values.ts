import type { Counted } from './measure.ts'

/** All values that something may have, told by their bounds: what a proof computes with instead of one value. */
export type Value =
  | NumberValue
  | { readonly kind: 'truth'; readonly canBeTrue: boolean; readonly canBeFalse: boolean }
  | { readonly kind: 'text'; readonly options: ReadonlySet<string> | undefined }
  | { readonly kind: 'list'; readonly of: Value; readonly low: number; readonly high: number }
  | { readonly kind: 'row'; readonly columns: ReadonlyMap<string, Value> }
  | { readonly kind: 'anything' }

export interface NumberValue {
  readonly kind: 'number'
  readonly low: number
  readonly high: number
  /** undefined: a literal, which counts whatever stands beside it. */
  readonly counted: Counted | undefined
  readonly whole: boolean
}

export const anything: Value = { kind: 'anything' }
export const anyText: Value = { kind: 'text', options: undefined }
export const eitherTruth: Value = { kind: 'truth', canBeTrue: true, canBeFalse: true }

export function truth(canBeTrue: boolean, canBeFalse: boolean): Value {
  return { kind: 'truth', canBeTrue, canBeFalse }
}

export function number(low: number, high: number, counted?: Counted, whole = false): NumberValue {
  return { kind: 'number', low, high, counted, whole }
}

export function oneOf(options: Iterable<string>): Value {
  return { kind: 'text', options: new Set(options) }
}

export function asNumber(value: Value): NumberValue {
  return value.kind === 'number' ? value : number(-Infinity, Infinity)
}

export function asTruth(value: Value): { readonly canBeTrue: boolean; readonly canBeFalse: boolean } {
  return value.kind === 'truth' ? value : { canBeTrue: true, canBeFalse: true }
}

/** Either of two values. */
export function either(a: Value, b: Value): Value {
  if (a.kind === 'number' && b.kind === 'number') {
    const counted = a.counted ?? b.counted
    return number(Math.min(a.low, b.low), Math.max(a.high, b.high), counted, a.whole && b.whole)
  }
  if (a.kind === 'truth' && b.kind === 'truth') return truth(a.canBeTrue || b.canBeTrue, a.canBeFalse || b.canBeFalse)
  if (a.kind === 'text' && b.kind === 'text') {
    return a.options && b.options ? oneOf([...a.options, ...b.options]) : anyText
  }
  if (a.kind === 'list' && b.kind === 'list') {
    return { kind: 'list', of: either(a.of, b.of), low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) }
  }
  return anything
}

/** 0 times an endless bound is 0: a bound is never reached, only approached. */
export function times(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : a * b
}

export function product(a: NumberValue, b: NumberValue): { readonly low: number; readonly high: number } {
  const corners = [times(a.low, b.low), times(a.low, b.high), times(a.high, b.low), times(a.high, b.high)]
  return { low: Math.min(...corners), high: Math.max(...corners) }
}

/** Of a divisor that cannot be zero. */
export function quotient(a: NumberValue, b: NumberValue): { readonly low: number; readonly high: number } {
  const over = (value: number, by: number) => (Number.isFinite(by) ? value / by : 0)
  const corners = [over(a.low, b.low), over(a.low, b.high), over(a.high, b.low), over(a.high, b.high)]
  const [low, high] = [Math.min(...corners), Math.max(...corners)]
  return a.whole && b.whole ? { low: Math.trunc(low), high: Math.trunc(high) } : { low, high }
}
