import type { AppError } from '#kernel/errors.ts'
import type { FormValues } from '#kernel/http/form-values.ts'
import { AdministrationFrame, type AdministrationFrameProps, type AdminPage } from '#modules/organization/index.ts'
import { partnerPaths } from '../paths.ts'
import { partnerTexts } from '../texts.ts'

/** A form with what was typed and what was wrong with it. */
export interface PartnerForm extends AdminPage {
  readonly form: FormValues
  readonly error?: AppError | undefined
}

export function PartnerFrame(props: AdministrationFrameProps) {
  const section = { label: partnerTexts(props.locale)('title'), href: partnerPaths.list }
  return <AdministrationFrame section={section} {...props} />
}

export function errorsOf({ error, locale }: Pick<PartnerForm, 'error' | 'locale'>) {
  const list = (error?.fields ?? []).map(({ path, message }) => ({
    name: path.split('.')[0] || undefined,
    text: message[locale],
  }))
  const whole = error && list.length === 0 ? [{ name: undefined, text: error.say(locale) }] : list
  return { list: whole, of: (name: string) => whole.find((item) => item.name === name)?.text }
}
