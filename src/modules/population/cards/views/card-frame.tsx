import type { ComponentChildren } from 'preact'
import type { FieldError } from '#kernel/errors.ts'
import type { Tone } from '#ui/index.ts'
import { ErrorSummary, StaffLayout, StatusTag, useFrame } from '#ui/index.ts'
import type { CardState } from '../machine.ts'
import { cardPaths } from '../paths.ts'
import { cardTexts } from '../texts.ts'

export interface CardAround {
  readonly unitName: string
  readonly notice: string | undefined
  readonly errors: readonly FieldError[]
  /** What was typed, given back with the errors. */
  readonly typed: Readonly<Record<string, string>>
  readonly may: {
    readonly record: boolean
    readonly print: boolean
    readonly counter: boolean
    readonly count: boolean
  }
}

export function CardFrame(
  props: CardAround & {
    readonly title: string
    readonly lead?: ComponentChildren
    readonly actions?: ComponentChildren
    readonly children?: ComponentChildren
  },
) {
  const { locale } = useFrame()
  const t = cardTexts(locale)
  return (
    <StaffLayout
      title={props.title}
      lead={props.lead}
      actions={props.actions}
      desk={t('desk')}
      unit={props.unitName}
      notice={props.notice}
      search={{ action: cardPaths.find, placeholder: t('scan'), suggestUrl: false }}
      nav={[
        { label: t('nav-cards'), href: cardPaths.desk },
        { label: t('nav-batches'), href: cardPaths.batches },
        { label: t('nav-blanks'), href: cardPaths.blanks },
      ]}
    >
      <ErrorSummary errors={props.errors.map((error) => ({ name: error.path, text: error.message[locale] }))} />
      {props.children}
    </StaffLayout>
  )
}

const tones: Readonly<Record<CardState, Tone>> = {
  requested: 'soon',
  recorded: 'info',
  queued: 'soon',
  printed: 'info',
  failed: 'late',
  ready: 'good',
  sent: 'info',
  'handed-over': 'good',
  ended: 'neutral',
  cancelled: 'neutral',
}

export function CardStateTag({ state }: { readonly state: CardState }) {
  const t = cardTexts(useFrame().locale)
  return <StatusTag tone={tones[state]}>{t(`state-${state}`)}</StatusTag>
}

export function useErrorOf(errors: readonly FieldError[]): (name: string) => string | undefined {
  const { locale } = useFrame()
  return (name) => errors.find((error) => error.path === name)?.message[locale]
}
