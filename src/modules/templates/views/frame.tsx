import type { AppError } from '#kernel/errors.ts'
import type { FormValues } from '#kernel/http/form-values.ts'
import { AdministrationFrame, type AdministrationFrameProps, type AdminPage } from '#modules/organization/index.ts'
import { templatePaths } from '../paths.ts'
import { templateTexts } from '../texts.ts'

/** What every page on templates is drawn with. */
export type TemplatePage = AdminPage

/** A form with what was typed and what was wrong with it. */
export interface TemplateForm extends TemplatePage {
  readonly form: FormValues
  readonly error?: AppError | undefined
}

export function TemplateFrame(props: AdministrationFrameProps) {
  const section = { label: templateTexts(props.locale)('title'), href: templatePaths.list }
  return <AdministrationFrame section={section} {...props} />
}

/** Errors at their fields; `pathOf` says where the form shows what a command found. */
export function errorsOf({ error, locale }: TemplateForm, pathOf: (path: string) => string = (path) => path) {
  const list = (error?.fields ?? []).map(({ path, message }) => ({
    name: path ? pathOf(path) : undefined,
    text: message[locale],
  }))
  if (error && list.length === 0) list.push({ name: undefined, text: error.say(locale) })
  return { list, of: (name: string) => list.find((item) => item.name === name)?.text }
}
