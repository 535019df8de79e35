import type { ComponentChildren } from 'preact'
import { type Actor, isPermitted } from '#kernel/access/access.ts'
import type { AppError } from '#kernel/errors.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import { type Crumb, StaffLayout, StatusTag, type Tone } from '#ui/index.ts'
import type { ImportState } from '../domain.ts'
import { importPaths } from '../paths.ts'
import { importTexts } from '../texts/desk.ts'

/** What every page of imports is drawn with. */
export interface ImportPageProps {
  readonly locale: Locale
  readonly actor: Actor
  readonly notice?: string | undefined
}

interface FrameProps extends ImportPageProps {
  readonly title: string
  readonly lead?: ComponentChildren
  readonly actions?: ComponentChildren
  readonly crumbs?: readonly Crumb[] | undefined
  readonly children: ComponentChildren
}

export function ImportFrame(props: FrameProps) {
  const { locale, actor } = props
  const t = importTexts(locale)
  return (
    <StaffLayout
      title={props.title}
      lead={props.lead}
      actions={props.actions}
      notice={props.notice}
      desk={t('desk')}
      unit={actor.position?.unitName}
      breadcrumb={props.crumbs && [{ label: t('nav.list'), href: importPaths.list }, ...props.crumbs]}
      nav={[
        { label: t('nav.list'), href: importPaths.list },
        ...(isPermitted(actor, 'population-import.prepare')
          ? [{ label: t('nav.start'), href: importPaths.start }]
          : []),
      ]}
    >
      {props.children}
    </StaffLayout>
  )
}

/** Errors at their fields; one without a field stands for the whole form. */
export function errorsOf(error: AppError | undefined, locale: Locale) {
  const list = (error?.fields ?? []).map(({ path, message }) => ({ name: path || undefined, text: message[locale] }))
  if (error && list.length === 0) list.push({ name: undefined, text: error.say(locale) })
  return { list, of: (name: string) => list.find((item) => item.name === name)?.text }
}

const stateTones: Readonly<Record<ImportState, Tone>> = {
  receiving: 'soon',
  inspecting: 'info',
  unreadable: 'late',
  mapping: 'soon',
  checking: 'info',
  checked: 'soon',
  submitted: 'soon',
  entering: 'info',
  paused: 'soon',
  entered: 'good',
  stopped: 'neutral',
  'recall-asked': 'soon',
  recalling: 'info',
  recalled: 'neutral',
  discarded: 'neutral',
}

export function StateTag({ state, locale }: { state: ImportState; locale: Locale }) {
  return <StatusTag tone={stateTones[state]}>{importTexts(locale)(`state.${state}`)}</StatusTag>
}

/** Megabytes with one decimal at most, as people know them from their files. */
export const megabytes = (bytes: number, locale: Locale): string =>
  new Intl.NumberFormat(locale === 'id' ? 'id-ID' : 'en-GB', { maximumFractionDigits: bytes < 1e7 ? 1 : 0 }).format(
    bytes / 1024 / 1024,
  )
