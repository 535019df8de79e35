import type { FieldError } from '#kernel/errors.ts'
import { type Answers, expressionsOf, type Known } from '../definition/expressions.ts'
import type { CostLine, ServiceDefinition } from '../definition/schema.ts'
import type { FieldDefinition, PageDefinition } from '../definition/schema-form.ts'
import { type Journey, journeyOf } from '../form/journey.ts'
import { fieldsOfPages } from '../form/kinds.ts'
import { type Cost, costOf } from './cost.ts'
import type { RuleOf } from './deadline.ts'

/** True when the fee follows from what is applied for. */
export function isComputed(definition: Pick<ServiceDefinition, 'cost'>): boolean {
  return definition.cost.some((line) => line.amount || line.formula || line.times || line.when)
}

/** Where anybody computes the fee, when an estimate from the form alone would mislead. */
export function computedAt({ cost }: Pick<ServiceDefinition, 'cost'>): string | undefined {
  return cost.find((line) => line.computedAt)?.computedAt
}

/** Expressions of one line of a fee. */
export function expressionsOfLine(line: CostLine): string[] {
  return [line.when, line.amount, ...(line.times ?? []), ...Object.values(line.formula?.inputs ?? {})].filter(
    (expression) => expression !== undefined,
  )
}

/** Fields that these expressions need, with those on which they depend in turn. */
export function fieldsNeededFor(definition: ServiceDefinition, expressions: readonly string[]): ReadonlySet<string> {
  const language = expressionsOf(definition)
  const needed = new Set<string>()
  const open = [...expressions]
  for (let expression = open.pop(); expression !== undefined; expression = open.pop()) {
    for (const id of language.referencesOf(expression).answers) {
      if (needed.has(id)) continue
      needed.add(id)
      open.push(...conditionsOf(definition, id))
    }
  }
  return needed
}

function conditionsOf(definition: ServiceDefinition, id: string): string[] {
  for (const page of definition.form.pages) {
    for (const group of page.groups) {
      const field = group.fields.find((candidate) => candidate.id === id)
      if (!field) continue
      const value = isFromRegister(definition, field) ? undefined : field.value
      return [page.when, group.when, field.when, value].filter((part) => part !== undefined)
    }
  }
  return []
}

/** Computed from what a register holds, which an estimate has to ask for instead. */
function isFromRegister(definition: ServiceDefinition, field: FieldDefinition): boolean {
  return field.value !== undefined && expressionsOf(definition).referencesOf(field.value).known.size > 0
}

const reduced = new WeakMap<ServiceDefinition, ServiceDefinition>()

/** The service with only those questions on which its fee depends. */
export function feeForm(definition: ServiceDefinition): ServiceDefinition {
  let found = reduced.get(definition)
  if (!found) {
    const needed = fieldsNeededFor(definition, definition.cost.flatMap(expressionsOfLine))
    const pages = definition.form.pages.map((page) => onlyNeeded(definition, page, needed))
    found = { ...definition, form: { pages: pages.filter((page) => page.groups.length > 0) } }
    reduced.set(definition, found)
  }
  return found
}

function onlyNeeded(definition: ServiceDefinition, page: PageDefinition, needed: ReadonlySet<string>): PageDefinition {
  const groups = page.groups
    .map((group) => ({
      ...group,
      fields: group.fields
        .filter((field) => needed.has(field.id))
        .map((field) => standalone(definition, field, needed)),
    }))
    .filter((group) => group.fields.length > 0)
  return { ...page, groups }
}

/** A field without what asks for questions that are left out here. */
function standalone(
  definition: ServiceDefinition,
  field: FieldDefinition,
  needed: ReadonlySet<string>,
): FieldDefinition {
  const language = expressionsOf(definition)
  const isKept = (expression: string | undefined) =>
    expression !== undefined && [...language.referencesOf(expression).answers].every((id) => needed.has(id))
  const isHeldAgainstRegister = (expression: string) => language.referencesOf(expression).known.size > 0
  const { checks, prefill, required, fixed: _fixed, value, gives, kind, ...rest } = field
  const own =
    kind === 'computed' && isFromRegister(definition, field)
      ? { kind: gives ?? 'text' }
      : { kind, ...(value === undefined ? {} : { value }), ...(gives === undefined ? {} : { gives }) }
  return {
    ...rest,
    ...own,
    ...(checks ? { checks: checks.filter((check) => isKept(check.holds) && !isHeldAgainstRegister(check.holds)) } : {}),
    ...(isKept(prefill) ? { prefill } : {}),
    ...(isKept(required) ? { required } : {}),
  }
}

export interface FeeEstimate {
  readonly journey: Journey
  readonly errors: readonly FieldError[]
  /** Undefined as long as something is missing or wrong, or when it cannot be told beforehand. */
  readonly cost: Cost | undefined
}

export interface EstimateInput {
  readonly answers: Answers
  readonly known: Known
  readonly today: string
  readonly ruleOf: RuleOf
}

/** What an application with these answers would cost today. @param form made by `feeForm` */
export function estimateFee(form: ServiceDefinition, input: EstimateInput): FeeEstimate {
  const { answers, known, today, ruleOf } = input
  const seen = form.form.pages.map((page) => page.id)
  const journey = journeyOf(form, { answers, known, today, seen })
  const errors = journey.pages.flatMap((page) => page.errors)
  if (errors.length > 0) return { journey, errors, cost: undefined }
  try {
    return { journey, errors, cost: costOf(form, { ...journey.surroundings, findings: {} }, ruleOf) }
  } catch {
    // A fee that rests on facts which only registers have: it is told when the application is filled in.
    return { journey, errors, cost: undefined }
  }
}

/** Fields of the estimate that stand on its page now. */
export function askedIn(journey: Journey): FieldDefinition[] {
  return journey.pages.flatMap((page) => page.fields)
}

/** Labels of the questions on which a line depends, in the order of the form. */
export function questionsBehind(definition: ServiceDefinition, line: CostLine): FieldDefinition[] {
  const needed = fieldsNeededFor(definition, expressionsOfLine(line))
  return fieldsOfPages(definition.form.pages).filter(
    (field) => needed.has(field.id) && (field.kind !== 'computed' || isFromRegister(definition, field)),
  )
}
