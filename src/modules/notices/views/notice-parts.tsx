import type { Zone } from '#kernel/clock/clock.ts'
import { formatDay, formatShort } from '#kernel/i18n/format.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import { maskNik } from '#modules/people/index.ts'
import { Section, StatusTag, SummaryList, Timeline } from '#ui/index.ts'
import { kindsOfNotice, type NoticeField } from '../kinds.ts'
import type { NoticeState } from '../machine.ts'
import type { Details, NoticeRow, NoticeStep } from '../queries/notices.ts'
import { noticeTexts } from '../texts.ts'

const tones = {
  unmatched: 'late',
  told: 'soon',
  confirmed: 'info',
  declined: 'late',
  registered: 'good',
  refused: 'neutral',
  withdrawn: 'neutral',
} as const

export function StateOfNotice({ state, locale }: { state: NoticeState; locale: Locale }) {
  return <StatusTag tone={tones[state]}>{noticeTexts(locale)(`state-${state}`)}</StatusTag>
}

interface NoticeProps {
  readonly notice: NoticeRow
  readonly details: Details
  readonly locale: Locale
}

/** What was reported; numbers of people are masked. */
export function NoticeDetails({ notice, details, locale }: NoticeProps) {
  const t = noticeTexts(locale)
  const rows = kindsOfNotice[notice.kind].fields.flatMap((field) => {
    const value = details[field.name]
    return value ? [{ term: field.label[locale], value: written(field, value, locale) }] : []
  })
  return (
    <Section title={t('details')}>
      <SummaryList rows={rows} />
    </Section>
  )
}

function written(field: NoticeField, value: string, locale: Locale): string {
  if (field.kind === 'nik') return maskNik(value)
  if (field.kind === 'date') return formatDay(Temporal.PlainDate.from(value), locale)
  if (field.kind === 'choice') return field.options?.find((option) => option.value === value)?.label[locale] ?? value
  return value
}

/** The way of a notice, the first step first. */
export function NoticeWay({ steps, locale, zone }: { steps: readonly NoticeStep[]; locale: Locale; zone: Zone }) {
  const t = noticeTexts(locale)
  return (
    <Section title={t('way')}>
      <Timeline
        label={t('way')}
        items={steps.map((step, index) => ({
          title: t(`verb-${step.verb}` as 'verb-report'),
          state: index === steps.length - 1 ? ('current' as const) : ('done' as const),
          place: step.reason ? `${step.by}: ${step.reason}` : step.by,
          time: formatShort(step.at, locale, zone),
          dateTime: step.at.toString(),
        }))}
      />
    </Section>
  )
}
