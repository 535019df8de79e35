import type { z } from 'zod'
import { AppError, type FieldError } from '../errors.ts'
import type { LocalText } from '../i18n/texts.ts'
import { plainWords } from './plain-words.ts'

/** Turns a refused parse into field errors in both languages, one for each path. */
export function invalidInput(error: z.ZodError): AppError {
  const fields = new Map<string, FieldError>()
  for (const issue of error.issues) {
    const path = issue.path.map(String).join('.')
    if (!fields.has(path)) fields.set(path, { path, message: say(issue) })
  }
  return new AppError('invalid-input', { fields: [...fields.values()], cause: error })
}

function say(issue: z.core.$ZodIssue): LocalText {
  // A message given at the schema is already written for people; only the library's own are said in our words.
  const own = issue.code === 'custom' || !/^(Invalid|Too|Expected|Unrecognized)/.test(issue.message)
  return own ? { id: issue.message, en: issue.message } : plainWords(issue)
}
