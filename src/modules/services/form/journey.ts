import type { FieldError } from '#kernel/errors.ts'
import {
  type Answer,
  type Answers,
  type Expressions,
  expressionsOf,
  type Known,
  type Surroundings,
} from '../definition/expressions.ts'
import type { FieldDefinition, PageDefinition, ServiceDefinition } from '../definition/schema.ts'
import { checkAnswer, isEmpty } from './check-answer.ts'

export interface JourneyGroup {
  readonly title: PageDefinition['title'] | undefined
  readonly fields: readonly FieldDefinition[]
}

/** One page as it stands for the answers given so far. */
export interface JourneyPage {
  readonly id: string
  readonly definition: PageDefinition
  readonly groups: readonly JourneyGroup[]
  readonly fields: readonly FieldDefinition[]
  readonly errors: readonly FieldError[]
  readonly seen: boolean
  readonly state: 'done' | 'open' | 'refused'
}

/** The whole application, recomputed from its answers: nothing else decides what is asked. */
export interface Journey {
  readonly pages: readonly JourneyPage[]
  readonly answers: Answers
  readonly surroundings: Surroundings
  readonly expressions: Expressions
  readonly complete: boolean
  /** The first page that still needs something; undefined when all is done. */
  readonly next: JourneyPage | undefined
}

export interface JourneyInput {
  readonly answers: Answers
  readonly known: Known
  readonly today: string
  readonly seen: readonly string[]
}

/**
 * Computes which pages and fields apply, what is prefilled, and what is still wrong.
 * Answers to questions that no longer apply are left out of the result.
 */
export function journeyOf(definition: ServiceDefinition, input: JourneyInput): Journey {
  const expressions = expressionsOf(definition)
  const answers = applicableAnswers(definition, expressions, input)
  const surroundings: Surroundings = { answers, known: input.known, today: input.today }
  const pages = visiblePages(definition, expressions, surroundings).map((page): JourneyPage => {
    const errors = page.fields.flatMap((field): FieldError[] => {
      const message = checkAnswer(field, answers[field.id], expressions, surroundings)
      return message ? [{ path: field.id, message }] : []
    })
    const seen = input.seen.includes(page.id)
    return { ...page, errors, seen, state: errors.length === 0 && seen ? 'done' : seen ? 'refused' : 'open' }
  })
  const next = pages.find((page) => page.state !== 'done')
  return { pages, answers, surroundings, expressions, complete: next === undefined, next }
}

type BarePage = Pick<JourneyPage, 'id' | 'definition' | 'groups' | 'fields'>

function visiblePages(definition: ServiceDefinition, expressions: Expressions, surroundings: Surroundings): BarePage[] {
  return definition.form.pages
    .filter((page) => expressions.isTrue(page.when, surroundings))
    .map((page) => {
      const groups = page.groups
        .filter((group) => expressions.isTrue(group.when, surroundings))
        .map((group) => ({
          title: group.title,
          fields: group.fields.filter((field) => expressions.isTrue(field.when, surroundings)),
        }))
        .filter((group) => group.fields.length > 0)
      return { id: page.id, definition: page, groups, fields: groups.flatMap((group) => group.fields) }
    })
    .filter((page) => page.fields.length > 0)
}

/**
 * Prefills what is not answered, then drops what is not asked, until nothing changes any more
 * (dropping one answer can hide the next question).
 */
function applicableAnswers(definition: ServiceDefinition, expressions: Expressions, input: JourneyInput): Answers {
  const fields = definition.form.pages.flatMap((page) => page.groups.flatMap((group) => group.fields))
  let answers: Record<string, Answer> = { ...input.answers }
  for (let round = 0; round <= fields.length; round += 1) {
    const surroundings = { answers, known: input.known, today: input.today }
    const asked = new Set(
      visiblePages(definition, expressions, surroundings).flatMap((page) => page.fields.map((field) => field.id)),
    )
    const next: Record<string, Answer> = {}
    for (const field of fields) {
      if (!asked.has(field.id)) continue
      const value = fieldValue(field, answers, expressions, surroundings)
      if (value !== undefined) next[field.id] = value
    }
    if (JSON.stringify(next) === JSON.stringify(answers)) return next
    answers = next
  }
  return answers
}

function fieldValue(
  field: FieldDefinition,
  answers: Answers,
  expressions: Expressions,
  surroundings: Surroundings,
): Answer | undefined {
  const given = answers[field.id]
  if (!field.prefill || (given !== undefined && !field.fixed)) return given
  const known = expressions.text(field.prefill, surroundings)
  return known === '' ? given : known
}

/** True when the value came from a register and was not changed. */
export function isPrefilled(field: FieldDefinition, journey: Journey): boolean {
  if (!field.prefill) return false
  const known = journey.expressions.text(field.prefill, journey.surroundings)
  return known !== '' && !isEmpty(known) && journey.answers[field.id] === known
}

/** Which sentence of eligibility fails, if any. */
export function refusalOf(definition: ServiceDefinition, surroundings: Surroundings) {
  const expressions = expressionsOf(definition)
  return definition.eligibility.find((rule) => !expressions.isTrue(rule.when, surroundings))
}
