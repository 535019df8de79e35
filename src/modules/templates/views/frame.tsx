import type { ComponentChildren } from 'preact'
import type { Actor } from '#kernel/access/access.ts'
import type { AppError } from '#kernel/errors.ts'
import type { FormValues } from '#kernel/http/form-values.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import { adminNavFor } from '#modules/organization/index.ts'
import { type Crumb, StaffLayout } from '#ui/index.ts'
import { templatePaths } from '../paths.ts'
import { templateTexts } from '../texts.ts'

/** What every page on templates is drawn with. */
export interface TemplatePage {
  readonly locale: Locale
  readonly actor: Actor
  readonly notice?: string | undefined
}

/** A form with what was typed and what was wrong with it. */
export interface TemplateForm extends TemplatePage {
  readonly form: FormValues
  readonly error?: AppError | undefined
}

interface FrameProps extends TemplatePage {
  readonly title: string
  readonly heading?: false | undefined
  readonly lead?: string | undefined
  readonly actions?: ComponentChildren
  readonly crumbs?: readonly Crumb[] | undefined
  readonly children: ComponentChildren
}

export function TemplateFrame(props: FrameProps) {
  const { locale, actor, crumbs } = props
  const t = templateTexts(locale)
  return (
    <StaffLayout
      title={props.title}
      heading={props.heading}
      lead={props.lead}
      actions={props.actions}
      notice={props.notice}
      desk={t('desk')}
      unit={actor.position?.unitName}
      breadcrumb={crumbs && [{ label: t('title'), href: templatePaths.list }, ...crumbs]}
      nav={adminNavFor(actor, locale)}
    >
      {props.children}
    </StaffLayout>
  )
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
