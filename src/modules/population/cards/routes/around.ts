import { isPermitted, permitted } from '#kernel/access/access.ts'
import type { AppError } from '#kernel/errors.ts'
import type { RouteContext } from '#kernel/http/route.ts'
import type { CardAround } from '../views/card-frame.tsx'

export const reading = { access: permitted('population.read-cards'), audit: 'personal-data' } as const

/** What every page of the card desk has around it. */
export function cardAround(context: RouteContext, error?: AppError): CardAround {
  const { actor } = context
  const fields = error?.fields.length
    ? error.fields
    : error
      ? [{ path: '', message: { id: error.say('id'), en: error.say('en') } }]
      : []
  return {
    unitName: actor.position?.unitName ?? '',
    notice: context.notice,
    errors: fields,
    typed: Object.fromEntries((context.kept ?? context.form).entries()) as Record<string, string>,
    may: {
      record: isPermitted(actor, 'population.record-biometrics'),
      print: isPermitted(actor, 'population.print-cards'),
      counter: isPermitted(actor, 'population.hand-over-cards'),
      count: isPermitted(actor, 'population.count-blanks'),
    },
  }
}
