import { calendarDeadline, type WorkingCalendar } from '#kernel/clock/working-days.ts'
import type { RuleUse } from '#modules/rules/index.ts'
import { type RuleRow, rowOn } from '../definition/check/installed.ts'
import { type Answers, expressionsOf, type Known } from '../definition/expressions.ts'
import type { CaseResult, GoldenCase, ServiceDefinition } from '../definition/schema.ts'
import { spell } from '../definition/spell.ts'
import { type Cost, costOf } from '../flow/cost.ts'
import { deadlineOf, type RuleOf } from '../flow/deadline.ts'
import { journeyOf } from '../form/journey.ts'
import { type Position, readMove, Stuck, Walk } from './walk.ts'

/** What is given from outside: dated rules, and the working days of the place. */
export interface Conditions {
  readonly rules: readonly RuleRow[]
  readonly calendar?: WorkingCalendar | undefined
  /** Territory whose local rules count; "" = only those of the whole country. */
  readonly region?: string | undefined
}

/** What a golden case comes to. */
export interface Simulation {
  readonly pages: readonly string[]
  /** Fields refused, and sentences of eligibility that fail, counted from 1. */
  readonly refused: readonly string[]
  readonly ineligible: readonly number[]
  readonly cost: Cost | undefined
  readonly promisedAt: Temporal.Instant | undefined
  /** States passed, the last one last; empty when the application could not be sent. */
  readonly passed: readonly string[]
  readonly result: CaseResult | undefined
  readonly documents: readonly string[]
  /** Why the walk could not go on. */
  readonly stuck: string | undefined
}

/** Applies, pays and decides one golden case by the definition alone: no database, no clock, the same every time. */
export function simulate(written: ServiceDefinition, example: GoldenCase, conditions: Conditions): Simulation {
  const ruleOf = rulesOn(conditions, example.today)
  const definition = spell(written, (key) => tried(() => ruleOf(key)))
  const journey = journeyOf(definition, {
    answers: example.answers as Answers,
    known: example.known as Known,
    today: example.today,
    seen: definition.form.pages.map((page) => page.id),
  })
  const facts = { answers: journey.answers, known: example.known as Known, today: example.today }
  const language = expressionsOf(definition)
  const ineligible = definition.eligibility.flatMap((rule, index) =>
    language.isTrue(rule.when, facts) ? [] : [index + 1],
  )
  const feeOf = (position: Pick<Position, 'findings' | 'branches'>) =>
    costOf(definition, { ...facts, findings: position.findings, branches: position.branches }, ruleOf)
  const refused = [...new Set(journey.pages.flatMap((page) => page.errors.map((error) => error.field)))]
  const isSent = refused.length === 0 && ineligible.length === 0
  const walk = new Walk(definition, facts, (position) => feeOf(position).total)
  const walked = isSent ? walkPath(walk, example) : undefined
  return {
    pages: journey.pages.map((page) => page.id),
    refused,
    ineligible,
    cost: isSent ? tried(() => feeOf(walked?.position ?? { findings: {}, branches: {} })) : undefined,
    promisedAt: isSent ? promiseOf(definition, example, conditions, ruleOf) : undefined,
    passed: walked?.position?.passed ?? [],
    result: walked?.position && walk.stateOf(walked.position.state).result,
    documents: walked?.position?.documents ?? [],
    stuck: walked?.stuck,
  }
}

/** The rule of a key as it stood on a day. @throws Error naming the key */
export function rulesOn({ rules, region = '' }: Conditions, day: string): RuleOf {
  return (key) => {
    const row = rowOn(rules, key, region, day)
    if (!row) throw new Error(`no rule ${key} holds on ${day}`)
    return { id: '', key, value: row.value, unit: row.unit as RuleUse['unit'], citation: row.citation }
  }
}

function walkPath(walk: Walk, example: GoldenCase): { position: Position | undefined; stuck: string | undefined } {
  let position: Position | undefined
  try {
    position = walk.begin()
    for (const step of example.path ?? []) position = walk.take(position, readMove(step))
    return { position, stuck: undefined }
  } catch (error) {
    if (!(error instanceof Stuck)) throw error
    return { position, stuck: error.message }
  }
}

function promiseOf(
  { clock }: ServiceDefinition,
  { submittedAt }: GoldenCase,
  { calendar }: Conditions,
  ruleOf: RuleOf,
): Temporal.Instant | undefined {
  if (submittedAt === undefined) return undefined
  const at = Temporal.Instant.from(submittedAt)
  if (calendar) return deadlineOf(clock, at, ruleOf, calendar)
  const length = ruleOf(clock.rule).value
  return clock.per === 'calendar-day' && typeof length === 'number'
    ? calendarDeadline(at, length, 'Asia/Jakarta')
    : undefined
}

/** A fee that does not come out is a difference, told apart from a fee of nothing; a missing rule is a fault of its own. */
function tried<T>(find: () => T): T | undefined {
  try {
    return find()
  } catch {
    return undefined
  }
}
