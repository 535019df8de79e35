import type { FormValues } from '#kernel/http/form-values.ts'
import { type DateParts, parseDateParts } from '#ui/index.ts'

/** The date of a DateField as it was typed: an ISO day, or the parts to be shown again. */
export function datePartsFrom(form: FormValues, name: string): string | DateParts | undefined {
  return parseDateParts(Object.fromEntries(form.entries()), name)
}

/** An ISO day; "" when nothing was typed, "?" when it is no date. */
export function dateFrom(form: FormValues, name: string): string {
  const parts = datePartsFrom(form, name)
  if (parts === undefined) return ''
  return typeof parts === 'string' ? parts : '?'
}
