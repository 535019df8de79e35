import type { Environment } from '@marcbachmann/cel-js'
import { addDays, addMonths, daysBetween, yearsBetween } from './calendar-days.ts'

/** A field of a row or a map, whichever CEL made of it. */
function read(record: unknown, key: string): unknown {
  if (record instanceof Map) return record.get(key)
  return typeof record === 'object' && record !== null ? (record as Record<string, unknown>)[key] : undefined
}

function numbersOf(rows: unknown, column: string): number[] {
  return [...(rows as Iterable<unknown>)].map((row) => {
    const value = read(row, column)
    return typeof value === 'bigint' || typeof value === 'number' ? Number(value) : 0
  })
}

const scale = 1_000_000
/** Sums in millionths, so that 0.1 and 0.2 make 0.3. */
function exactSum(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + Math.round(value * scale), 0) / scale
}

function words(text: string): number {
  return text.trim().split(/\s+/).filter(Boolean).length
}

const longestPattern = 100

/**
 * A number on paper after a pattern: 9 a digit, 0 a digit that may be missing, A a letter, a letter that may be missing
 * as a, anything else itself. Walks all readings at once, so no text makes it slow; that is why there is no `matches`.
 */
export function fits(text: string, pattern: string): boolean {
  const signs = [...pattern]
  if (signs.length > longestPattern) return false
  const skip = (states: Set<number>) => {
    for (const state of states) if (signs[state] === '0' || signs[state] === 'a') states.add(state + 1)
    return states
  }
  let states = skip(new Set([0]))
  for (const sign of text) {
    const next = new Set<number>()
    for (const state of states) if (takes(signs[state], sign)) next.add(state + 1)
    if (next.size === 0) return false
    states = skip(next)
  }
  return states.has(signs.length)
}

function takes(wanted: string | undefined, sign: string): boolean {
  if (wanted === '9' || wanted === '0') return sign >= '0' && sign <= '9'
  if (wanted === 'A' || wanted === 'a') return /^\p{L}$/u.test(sign)
  return wanted === sign
}

/** Everything that definitions may call besides CEL's own. */
export function registerFunctions(environment: Environment): Environment {
  return environment
    .registerFunction('daysBetween(string, string): int', (from, to) => BigInt(daysBetween(from, to)))
    .registerFunction('yearsBetween(string, string): int', (from, to) => BigInt(yearsBetween(from, to)))
    .registerFunction('ageOn(string, string): int', (birth, on) => BigInt(Math.max(0, yearsBetween(birth, on))))
    .registerFunction('addDays(string, int): string', (from, count) => addDays(from, Number(count)))
    .registerFunction('addMonths(string, int): string', (from, count) => addMonths(from, Number(count)))
    .registerFunction('addYears(string, int): string', (from, count) => addMonths(from, Number(count) * 12))
    .registerFunction('words(string): int', (text) => BigInt(words(text)))
    .registerFunction('fits(string, string): bool', fits)
    .registerFunction('fact(map, string): string', (known, key) => String(read(known, key) ?? ''))
    .registerFunction('holds(map, string): bool', (known, key) => read(known, key) === true)
    .registerFunction('list(map, string): list', (known, key) => {
      const found = read(known, key)
      return Array.isArray(found) ? found : []
    })
    .registerFunction('total(list, string): double', (rows, column) => exactSum(numbersOf(rows, column)))
    .registerFunction('totalInt(list, string): int', (rows, column) =>
      BigInt(Math.trunc(numbersOf(rows, column).reduce((sum, value) => sum + value, 0))),
    )
}
