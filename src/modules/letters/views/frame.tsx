import type { ComponentChildren } from 'preact'
import { type Actor, isPermitted } from '#kernel/access/access.ts'
import type { Zone } from '#kernel/clock/clock.ts'
import type { AppError } from '#kernel/errors.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import { type Crumb, StaffLayout, StatusTag, type Tone, useFrame } from '#ui/index.ts'
import { isSecret, type LetterState, type Security, type Urgency } from '../domain.ts'
import { letterPaths } from '../paths.ts'
import { deskTexts } from '../texts/desk.ts'

/** What every page of the letters is drawn with. */
export interface LetterPageProps {
  readonly locale: Locale
  readonly actor: Actor
  readonly zone: Zone
  readonly notice?: string | undefined
}

interface FrameProps extends LetterPageProps {
  readonly title: string
  readonly heading?: false | undefined
  readonly lead?: ComponentChildren
  readonly actions?: ComponentChildren
  readonly crumbs?: readonly Crumb[] | undefined
  readonly decision?: ComponentChildren
  readonly queueCount?: number | undefined
  readonly children: ComponentChildren
}

export function LetterFrame(props: FrameProps) {
  const { locale, actor } = props
  const t = deskTexts(locale)
  const all = [
    {
      label: t('nav.queue'),
      href: letterPaths.desk,
      permissions: ['letters.initial', 'letters.sign'],
      count: props.queueCount,
    },
    { label: t('nav.drafts'), href: letterPaths.drafts, permissions: ['letters.draft'] },
    { label: t('nav.list'), href: letterPaths.list, permissions: ['letters.read', 'letters.draft'] },
    { label: t('nav.batches'), href: letterPaths.batches, permissions: ['letters.sign'] },
    { label: t('nav.chains'), href: letterPaths.chains, permissions: ['letters.keep', 'letters.draft'] },
  ]
  const nav = all.filter(({ permissions }) => permissions.some((permission) => isPermitted(actor, permission)))
  return (
    <StaffLayout
      title={props.title}
      heading={props.heading}
      lead={props.lead}
      actions={props.actions}
      notice={props.notice}
      desk={t('desk')}
      unit={actor.position?.unitName}
      breadcrumb={props.crumbs}
      decision={props.decision}
      search={
        isPermitted(actor, 'letters.read')
          ? { action: letterPaths.list, placeholder: t('search'), suggestUrl: false }
          : undefined
      }
      nav={nav.map(({ label, href, count }) => ({ label, href, count }))}
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

const stateTones: Readonly<Record<LetterState, Tone>> = {
  draft: 'neutral',
  returned: 'late',
  running: 'info',
  signing: 'soon',
  issued: 'good',
  abandoned: 'neutral',
  void: 'neutral',
  withdrawn: 'late',
}

export function StateTag({ state }: { state: LetterState }) {
  const t = deskTexts(useFrame().locale)
  return <StatusTag tone={stateTones[state]}>{t(`state.${state}`)}</StatusTag>
}

/** Only what is out of the ordinary is tagged. */
export function Marks({ security, urgency }: { security: Security; urgency: Urgency }) {
  const t = deskTexts(useFrame().locale)
  return (
    <>
      {security !== 'biasa' && (
        <>
          <StatusTag tone={isSecret(security) ? 'late' : 'soon'}>{t(`security.${security}`)}</StatusTag>{' '}
        </>
      )}
      {urgency !== 'biasa' && (
        <>
          <StatusTag tone={urgency === 'amat-segera' ? 'late' : 'soon'}>{t(`urgency.${urgency}`)}</StatusTag>{' '}
        </>
      )}
    </>
  )
}

export function recipientsText(names: readonly string[], locale: Locale): string {
  const [first = ''] = names
  return names.length < 2 ? first : deskTexts(locale)('more', { first, n: names.length - 1 })
}
