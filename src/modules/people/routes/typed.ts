import type { AppError } from '#kernel/errors.ts'
import type { RouteContext } from '#kernel/http/route.ts'
import type { Answers } from '../views/people-frame.tsx'

/** What was typed and what is wrong with it, for a page that comes back. */
export function answersOf(context: RouteContext, error?: AppError): Answers {
  const typed = Object.fromEntries((context.kept ?? context.form).entries())
  if (!error) return { typed, errors: {} }
  const errors = error.fields.map(({ path, message }) => [path, message[context.locale]])
  return { typed, errors: errors.length ? Object.fromEntries(errors) : { '': error.say(context.locale) } }
}
