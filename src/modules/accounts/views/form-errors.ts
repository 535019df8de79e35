import type { AppError } from '#kernel/errors.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import { localText } from '#kernel/i18n/texts.ts'
import type { FormError } from '#ui/index.ts'

/** The errors of a refused form in one language: for the summary, and one by one for the fields. */
export interface FormErrors {
  readonly list: readonly FormError[]
  of(name: string): string | undefined
}

export function formErrors(error: AppError | undefined, locale: Locale): FormErrors {
  const list = (error?.fields ?? []).map(({ path, message }) => ({
    name: path || undefined,
    text: error ? fill(localText(message, locale), error) : '',
  }))
  return { list, of: (name) => list.find((item) => item.name === name)?.text }
}

function fill(text: string, error: AppError): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(error.params[name] ?? place))
}
