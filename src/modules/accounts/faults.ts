import { AppError, type ErrorCode, type FieldError } from '#kernel/errors.ts'
import type { Locale, LocalText, TextParams, Translate } from '#kernel/i18n/texts.ts'

/** One text of a module in both languages, as errors carry it. */
export function inBoth<K extends string>(
  texts: (locale: Locale) => Translate<K>,
  key: K,
  params?: TextParams,
): LocalText {
  return { id: texts('id')(key, params), en: texts('en')(key, params) }
}

/** Collects what is wrong with a form, so that everything is told at once. */
export class Faults {
  private readonly list: FieldError[] = []

  add(path: string, message: LocalText): this {
    if (!this.list.some((fault) => fault.path === path)) this.list.push({ path, message })
    return this
  }

  get any(): boolean {
    return this.list.length > 0
  }

  /** @throws the refused form, when anything was added */
  throwIfAny(code: ErrorCode = 'invalid-input'): void {
    if (this.any) throw new AppError(code, { fields: this.list })
  }
}

/** A refusal with one sentence: at a field, or of the form as a whole (path ""). */
export function refused(
  message: LocalText,
  code: ErrorCode = 'invalid-input',
  params?: TextParams,
  path = '',
): AppError {
  return new AppError(code, { fields: [{ path, message }], text: message, params })
}
