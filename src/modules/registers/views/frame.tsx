import type { AppError } from '#kernel/errors.ts'
import type { FormValues } from '#kernel/http/form-values.ts'
import { AdministrationFrame, type AdministrationFrameProps, type AdminPage } from '#modules/organization/index.ts'
import { parseDateParts } from '#ui/index.ts'
import { registerPaths } from '../paths.ts'
import { registerTexts } from '../texts.ts'

/** What every page of the registers is drawn with. */
export type RegisterPage = AdminPage

/** A form with what was typed and what was wrong with it. */
export interface RegisterForm extends RegisterPage {
  readonly form: FormValues
  readonly error?: AppError | undefined
}

export function RegisterFrame(props: AdministrationFrameProps) {
  const section = { label: registerTexts(props.locale)('title'), href: registerPaths.list }
  return <AdministrationFrame section={section} {...props} />
}

const dateNames = new Set(['datedOn', 'validFrom'])

/** Errors at their fields; a date that is none and a key of other letters get sentences of ours. */
export function errorsOf({ error, form, locale }: RegisterForm) {
  const t = registerTexts(locale)
  const list = (error?.fields ?? []).map(({ path, message }) => {
    const isNoDate = dateNames.has(path) && typeof dateTyped(form, path) !== 'string'
    const isNoKey = path === 'key' && !/^[a-z][a-z0-9-]{1,59}$/.test(form.get('key'))
    return {
      name: path || undefined,
      text: isNoDate ? t('wrong-date') : isNoKey ? t('wrong-key') : message[locale],
    }
  })
  if (error && list.length === 0) list.push({ name: undefined, text: error.say(locale) })
  return { list, of: (name: string) => list.find((item) => item.name === name)?.text }
}

export function dateTyped(form: FormValues, name: string) {
  return parseDateParts(Object.fromEntries(form.entries()), name)
}
