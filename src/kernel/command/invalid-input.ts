import type { z } from 'zod'
import { en, id } from 'zod/locales'
import { AppError, type FieldError } from '../errors.ts'

const indonesian = id().localeError
const english = en().localeError

/** Turns a refused parse into field errors in both languages, one for each path. */
export function invalidInput(error: z.ZodError): AppError {
  const fields = new Map<string, FieldError>()
  for (const issue of error.issues) {
    const path = issue.path.map(String).join('.')
    if (!fields.has(path)) fields.set(path, { path, message: { id: say(issue, indonesian), en: say(issue, english) } })
  }
  return new AppError('invalid-input', { fields: [...fields.values()], cause: error })
}

type LocaleError = typeof indonesian

function say(issue: z.core.$ZodIssue, locale: LocaleError): string {
  // A message given at the schema is already written for people; only the library's own are translated.
  const own = issue.code === 'custom' || !/^(Invalid|Too|Expected|Unrecognized)/.test(issue.message)
  if (own) return issue.message
  const said = locale(issue as Parameters<LocaleError>[0])
  return (typeof said === 'string' ? said : said?.message) ?? issue.message
}
