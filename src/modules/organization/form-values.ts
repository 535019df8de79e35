import type { AppError } from '#kernel/errors.ts'
import type { FormValues } from '#kernel/http/form-values.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import { type DateParts, type FormError, parseDateParts } from '#ui/index.ts'
import { organizationTexts } from './texts.ts'

/** The date of a DateField as it was typed: an ISO day, or the parts to be shown again. */
export function datePartsFrom(form: FormValues, name: string): string | DateParts | undefined {
  return parseDateParts(Object.fromEntries(form.entries()), name)
}

/** An ISO day for a command; undefined when nothing was typed, "?" (refused) when it is no date. */
export function dateFrom(form: FormValues, name: string): string | undefined {
  const parts = datePartsFrom(form, name)
  return typeof parts === 'object' ? '?' : parts
}

/** Errors in one language. A refused date gets a sentence of ours instead of the schema's. */
export interface FormErrors {
  readonly list: readonly FormError[]
  of(name: string): string | undefined
}

const dateFields = new Set(['validFrom', 'lastDay', 'decreeOn', 'from', 'to'])

export function formErrors(error: AppError | undefined, form: FormValues, locale: Locale): FormErrors {
  const t = organizationTexts(locale)
  const list = (error?.fields ?? []).map(({ path, message }) => {
    const name = path.split('.')[0] ?? ''
    const isNoDate = dateFields.has(name) && (dateFrom(form, name) ?? '?') === '?'
    return { name: name || undefined, text: isNoDate ? t('date-wrong') : message[locale] }
  })
  return { list, of: (name) => list.find((item) => item.name === name)?.text }
}
