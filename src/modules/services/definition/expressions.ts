import { Environment } from '@marcbachmann/cel-js'
import type { FieldDefinition, ServiceDefinition } from './schema.ts'

/** One answer as it is stored: files as their ids, dates and times in ISO form. */
export type Answer = string | number | boolean | readonly string[]
export type Answers = Readonly<Record<string, Answer>>
/** Facts that registers hold about the applicant. Text, numbers and truth values only. */
export type Known = Readonly<Record<string, string | number | boolean>>

export interface Surroundings {
  readonly answers: Answers
  readonly known: Known
  /** ISO date of the present day in the region's zone. */
  readonly today: string
}

export type Evaluate = (expression: string, surroundings: Surroundings) => unknown

/**
 * The expression language of one definition: CEL over the fields of its form, typed, so that a check
 * at publishing names an unknown field or a wrong type. An answer not given yet is "" or 0.
 */
export class Expressions {
  private readonly environment: Environment
  private readonly parsed = new Map<string, (context: Record<string, unknown>) => unknown>()
  private readonly fields: readonly FieldDefinition[]
  /** An answers object never changes once made, and dozens of expressions are evaluated over one. */
  private readonly values = new WeakMap<Answers, Readonly<Record<string, unknown>>>()

  constructor(definition: ServiceDefinition) {
    this.fields = definition.form.pages.flatMap((page) => page.groups.flatMap((group) => group.fields))
    const schema = Object.fromEntries(this.fields.map((field) => [field.id, celType(field)]))
    this.environment = new Environment({ limits: { maxAstNodes: 400, maxDepth: 40 } })
      .registerVariable({ name: 'answers', schema } as never)
      .registerVariable('known', 'map')
      .registerVariable('today', 'string')
      .registerFunction('daysBetween(string, string): int', (from: string, to: string) => BigInt(daysBetween(from, to)))
      .registerFunction('yearsBetween(string, string): int', (from: string, to: string) =>
        BigInt(yearsBetween(from, to)),
      )
      .registerFunction('words(string): int', (text: string) => BigInt(text.trim().split(/\s+/).filter(Boolean).length))
      .registerFunction('fact(map, string): string', (known: unknown, key: string) => String(read(known, key) ?? ''))
      .registerFunction('holds(map, string): bool', (known: unknown, key: string) => read(known, key) === true)
  }

  /** @returns what is wrong with an expression, or undefined; `expected` is its result type */
  fault(expression: string, expected: 'bool' | 'string'): string | undefined {
    const result = this.environment.check(expression)
    if (!result.valid) return result.error?.message ?? 'cannot be read'
    const type = String(result.type)
    return type === expected || type === 'dyn' ? undefined : `gives ${type}, ${expected} is needed`
  }

  evaluate(expression: string, surroundings: Surroundings): unknown {
    let run = this.parsed.get(expression)
    if (!run) {
      run = this.environment.parse(expression) as unknown as (context: Record<string, unknown>) => unknown
      this.parsed.set(expression, run)
    }
    return run({ answers: this.valuesOf(surroundings.answers), known: surroundings.known, today: surroundings.today })
  }

  private valuesOf(answers: Answers): Readonly<Record<string, unknown>> {
    let values = this.values.get(answers)
    if (!values) {
      values = Object.fromEntries(this.fields.map((field) => [field.id, celValue(field, answers[field.id])]))
      this.values.set(answers, values)
    }
    return values
  }

  isTrue(expression: string | undefined, surroundings: Surroundings, otherwise = true): boolean {
    return expression === undefined ? otherwise : this.evaluate(expression, surroundings) === true
  }

  text(expression: string, surroundings: Surroundings): string {
    const value = this.evaluate(expression, surroundings)
    return value === null || value === undefined ? '' : String(value)
  }
}

function celType(field: FieldDefinition): string {
  return field.kind === 'number' || field.kind === 'file' ? 'int' : field.kind === 'statement' ? 'bool' : 'string'
}

function celValue(field: FieldDefinition, answer: Answer | undefined): unknown {
  switch (celType(field)) {
    case 'int':
      return BigInt(Array.isArray(answer) ? answer.length : typeof answer === 'number' ? Math.trunc(answer) : 0)
    case 'bool':
      return answer === true
    default:
      return typeof answer === 'string' ? answer : ''
  }
}

function read(known: unknown, key: string): unknown {
  return known instanceof Map ? known.get(key) : (known as Record<string, unknown>)[key]
}

function daysBetween(from: string, to: string): number {
  return isDay(from) && isDay(to) ? Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days : 0
}

function yearsBetween(from: string, to: string): number {
  return isDay(from) && isDay(to) ? Temporal.PlainDate.from(from).until(to, { largestUnit: 'years' }).years : 0
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text)
}

const known = new Map<string, Expressions>()

/** The compiled expressions of a definition version, kept for the life of the process. */
export function expressionsOf(definition: ServiceDefinition): Expressions {
  const key = `${definition.id}@${definition.version}`
  let found = known.get(key)
  if (!found) {
    found = new Expressions(definition)
    known.set(key, found)
  }
  return found
}
