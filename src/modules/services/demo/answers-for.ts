import { dayOf } from '#kernel/clock/clock.ts'
import type { Random } from '../../../demo/random.ts'
import type { Answers } from '../definition/expressions.ts'
import type { FieldDefinition, GoldenCase, ServiceDefinition } from '../definition/schema.ts'

/**
 * The answers of a golden case as somebody else would give them on another day: dates keep their distance to the day of
 * application, what may run only once is another plot or business, and a telephone that registers knew is typed.
 * @param kin who stands in the applicant's family for whom of the example, by the example's ids
 */
export function answersFor(
  definition: ServiceDefinition,
  example: GoldenCase,
  startsAt: Temporal.Instant,
  random: Random,
  kin: ReadonlyMap<string, string> = new Map(),
): Answers {
  const fields = definition.form.pages.flatMap((page) => page.groups.flatMap((group) => group.fields))
  const days = Temporal.PlainDate.from(example.today).until(dayOf(startsAt, 'Asia/Jakarta'), {
    largestUnit: 'days',
  }).days
  const once = typeof definition.once === 'object' ? definition.once.per : ''
  const given = example.answers as Record<string, unknown>
  const answers: Record<string, unknown> = {}
  for (const field of fields) {
    const value = given[field.id]
    if (value === undefined) {
      if (field.kind === 'phone') answers[field.id] = `08120000${random.between(1000, 9999)}`
    } else {
      const another = once.includes(`answers.${field.id}`) ? random : undefined
      answers[field.id] = shifted(field, ofKin(value, kin), days, another)
    }
  }
  return answers as Answers
}

/** People of the example's family become those of the applicant's, also in lists. */
function ofKin(value: unknown, kin: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return kin.get(value) ?? value
  return Array.isArray(value) ? value.map((each) => ofKin(each, kin)) : value
}

function shifted(field: FieldDefinition, value: unknown, days: number, random: Random | undefined): unknown {
  if (typeof value !== 'string') return value
  if (field.kind === 'date') return Temporal.PlainDate.from(value).add({ days }).toString()
  // The last run of digits is what tells one plot, stall or business from the next.
  // A number that is nothing but digits names a kind of business, unless it is a person's or a business's own.
  if (random && (field.kind === 'nib' || field.kind === 'nik' || /\D/.test(value)))
    return value.replace(/\d+(?=\D*$)/, (digits) => anotherNumber(digits, random))
  return value
}

function anotherNumber(digits: string, random: Random): string {
  const length = Math.min(3, digits.length)
  // Not above the number of the example: stalls and plots are numbered from one.
  const most = Math.max(9, Number(digits.slice(-length)))
  const last = String(random.between(1, most)).padStart(length, '0')
  return digits.slice(0, digits.length - length) + last
}
