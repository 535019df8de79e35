import type { ComponentChildren } from 'preact'
import type { Actor } from '#kernel/access/access.ts'
import type { AppError } from '#kernel/errors.ts'
import type { FormValues } from '#kernel/http/form-values.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import { adminNavFor } from '#modules/organization/index.ts'
import { type Crumb, parseDateParts, StaffLayout } from '#ui/index.ts'
import { registerPaths } from '../paths.ts'
import { registerTexts } from '../texts.ts'

/** What every page of the registers is drawn with. */
export interface RegisterPage {
  readonly locale: Locale
  readonly actor: Actor
  readonly notice?: string | undefined
}

/** A form with what was typed and what was wrong with it. */
export interface RegisterForm extends RegisterPage {
  readonly form: FormValues
  readonly error?: AppError | undefined
}

interface FrameProps extends RegisterPage {
  readonly title: string
  readonly heading?: false | undefined
  readonly lead?: string | undefined
  readonly actions?: ComponentChildren
  readonly crumbs?: readonly Crumb[] | undefined
  readonly children: ComponentChildren
}

export function RegisterFrame(props: FrameProps) {
  const { locale, actor, crumbs } = props
  const t = registerTexts(locale)
  return (
    <StaffLayout
      title={props.title}
      heading={props.heading}
      lead={props.lead}
      actions={props.actions}
      notice={props.notice}
      desk={t('desk')}
      unit={actor.position?.unitName}
      breadcrumb={crumbs && [{ label: t('title'), href: registerPaths.list }, ...crumbs]}
      nav={adminNavFor(actor, locale)}
    >
      {props.children}
    </StaffLayout>
  )
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
