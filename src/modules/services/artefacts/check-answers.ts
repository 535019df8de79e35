import type { WorkingCalendar } from '#kernel/clock/working-days.ts'
import { type Answers, expressionsOf } from '../definition/expressions.ts'
import type { ServiceDefinition } from '../definition/schema.ts'
import { costOf } from '../flow/cost.ts'
import { deadlineOf, type RuleOf } from '../flow/deadline.ts'
import { journeyOf } from '../form/journey.ts'

/** What the rules of a day make of some answers. */
export interface Circumstances {
  readonly now: Temporal.Instant
  /** ISO date of now in the region. */
  readonly today: string
  readonly ruleOf: RuleOf
  readonly calendar: WorkingCalendar
}

/**
 * What would be asked, refused, due and promised if somebody sent these answers now. Nothing is kept and no register
 * is asked: what registers would fill in has to be in the answers, and conditions on a person are not judged.
 */
export function checkAnswers(
  definition: ServiceDefinition,
  answers: Answers,
  { now, today, ruleOf, calendar }: Circumstances,
) {
  const seen = definition.form.pages.map((page) => page.id)
  const journey = journeyOf(definition, { answers, known: {}, today, seen })
  const cost = journey.complete ? costOf(definition, journey.surroundings, ruleOf) : undefined
  return {
    complete: journey.complete,
    pages: journey.pages.map((page) => ({
      id: page.id,
      title: page.definition.title,
      fields: page.fields.map((field) => field.id),
      errors: page.errors.map(({ path, message }) => ({ path, message })),
    })),
    documents: definition.evidence.allOf
      .flatMap((node) => ('oneOf' in node ? node.oneOf : [node]))
      .filter(
        (item) =>
          item.kind === 'document' &&
          journey.pages.some((page) => page.fields.some((field) => field.id === item.field)),
      )
      .filter((item) => expressionsOf(definition).isTrue(item.when, journey.surroundings))
      .map((item) => ({ field: item.field, label: item.label })),
    fee: cost
      ? {
          rupiah: cost.total,
          lines: cost.items.map(({ id, label, amount, rules }) => ({
            id,
            label,
            rupiah: amount,
            citations: rules.map((rule) => rule.citation),
          })),
        }
      : null,
    promisedAt: deadlineOf(definition.clock, now, ruleOf, calendar)
      .toZonedDateTimeISO(calendar.zone)
      .toString({ timeZoneName: 'never' }),
  }
}
