import { readFileSync } from 'node:fs'
import { fromRoot } from '#kernel/paths.ts'
import type { Rule } from '#modules/rules/index.ts'
import { calculate, type Result } from '../calculation/calculate.ts'
import { Exact } from '../calculation/exact.ts'
import { LawBook } from '../calculation/law.ts'
import { findCalculator } from '../calculators/index.ts'

/** A worked example with its source, as `cases.json` keeps it. */
export interface GoldenCase {
  readonly id: string
  readonly tax: string
  readonly rules_year: number
  // biome-ignore lint/suspicious/noExplicitAny: each case has the inputs of its source
  readonly inputs: Readonly<Record<string, any>>
  readonly expected: Readonly<Record<string, unknown>>
  readonly recomputed: Readonly<Record<string, unknown>>
  readonly source: string
  readonly status: 'verified' | 'derived' | 'source-erratum' | 'rejected'
  readonly mismatch_fields?: readonly string[]
}

/** How a case is put to a calculator, and where its figures stand in the answer. */
export interface GoldenRun {
  readonly kind: string
  readonly date: string
  readonly region?: string
  readonly input: Readonly<Record<string, unknown>>
  /** Rows of the case itself, where it was computed by figures of another region or of old law. They come first. */
  readonly rows?: readonly Rule[]
}

export interface GoldenMapping {
  /** One run, or one for each entry of a list in the case. */
  runs(example: GoldenCase): readonly GoldenRun[]
  /** Each figure of the case, as ours. */
  figures(results: readonly Result[], example: GoldenCase): Readonly<Record<string, unknown>>
}

export type GoldenMappings = Readonly<Record<string, GoldenMapping>>

export function readGoldenCases(): readonly GoldenCase[] {
  const file = JSON.parse(readFileSync(fromRoot('src/modules/tax/cases/cases.json'), 'utf8')) as { cases: GoldenCase[] }
  return file.cases
}

/** What differs between the case and what is computed; empty when all is as it should be. */
export function compareCase(example: GoldenCase, mapping: GoldenMapping, shipped: readonly Rule[]): string[] {
  const results = mapping.runs(example).map((run) => runCase(run, shipped))
  const ours = plain(mapping.figures(results, example)) as Record<string, unknown>
  const oracle = example.status === 'verified' || example.status === 'derived' ? example.expected : example.recomputed
  const wrong = Object.entries(oracle).flatMap(([name, value]) => {
    if (value === null) return []
    if (!(name in ours)) return [`${name} is not compared`]
    return JSON.stringify(ours[name]) === JSON.stringify(value)
      ? []
      : [`${name}: ${JSON.stringify(ours[name])}, the case says ${JSON.stringify(value)}`]
  })
  if (example.status !== 'rejected') return wrong
  const trapped = (example.mismatch_fields ?? []).filter(
    (name) => !(name in ours) || JSON.stringify(ours[name]) === JSON.stringify(example.expected[name]),
  )
  return [...wrong, ...trapped.map((name) => `${name} is the wrong figure of the source`)]
}

function runCase(run: GoldenRun, shipped: readonly Rule[]): Result {
  const calculator = findCalculator(run.kind)
  if (!calculator) throw new Error(`no calculator ${run.kind}`)
  const own = new Set(run.rows?.map((row) => row.key))
  const book = new LawBook([...(run.rows ?? []), ...shipped.filter((row) => !own.has(row.key))])
  const question = { day: Temporal.PlainDate.from(run.date), region: run.region ?? '', input: run.input }
  const result = calculate(calculator, book, question)
  const silent = calculate(calculator, book, question, { trace: false })
  if (!silent.total.equals(result.total)) throw new Error(`${run.kind} counts otherwise without its steps`)
  return result
}

/** The figure of a step, by its id. */
export function step(result: Result | undefined, id: string): Exact | number {
  const found = result?.steps.find((each) => each.id === id)
  if (!found) throw new Error(`no step ${id} among ${result?.steps.map((each) => each.id).join(', ')}`)
  const { figure } = found
  if (typeof figure === 'number' || figure instanceof Exact) return figure
  return 'quantity' in figure ? figure.quantity : Exact.of(figure.numerator, figure.denominator)
}

export function line(result: Result | undefined, id: string): Exact {
  const found = result?.lines.find((each) => each.id === id)
  if (!found) throw new Error(`no line ${id} among ${result?.lines.map((each) => each.id).join(', ')}`)
  return found.amount
}

/** Exact figures as the numbers of the cases. */
function plain(value: unknown): unknown {
  if (value instanceof Exact) return Number(value.decimal(6))
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plain(each)]))
}
