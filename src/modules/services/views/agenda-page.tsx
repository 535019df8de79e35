import type { Zone } from '#kernel/clock/clock.ts'
import { formatDayWithName, formatTime } from '#kernel/i18n/format.ts'
import { EmptyState, Section, StaffLayout, Table, Tabs, ToneText, useFrame } from '#ui/index.ts'
import { servicePaths } from '../paths.ts'
import type { AgendaItem } from '../queries/appointments.ts'
import { queueTexts } from '../texts/desk.ts'
import { deskTexts } from './desk-texts.ts'
import { meetingWords } from './meeting-words.ts'

export interface AgendaPageProps {
  readonly items: readonly (AgendaItem & { readonly title: string })[]
  readonly first: Temporal.PlainDate
  readonly span: 'hari' | 'pekan'
  readonly today: Temporal.PlainDate
  readonly nav: readonly { readonly label: string; readonly href: string }[]
  readonly unitName: string
  readonly zone: Zone
}

/** Meetings by day. */
export function AgendaPage(props: AgendaPageProps) {
  const { locale } = useFrame()
  const t = queueTexts(locale)
  const { first, span, today } = props
  const href = (day: Temporal.PlainDate, how: string = span) => `${servicePaths.agenda}?tampil=${how}&tanggal=${day}`
  const step = { days: span === 'hari' ? 1 : 7 }
  const days = Array.from({ length: step.days }, (_, index) => first.add({ days: index }))
  const onDay = (day: Temporal.PlainDate) =>
    props.items.filter((item) => item.startsAt.toZonedDateTimeISO(props.zone).toPlainDate().equals(day))
  const shown = days.filter((day) => span === 'hari' || onDay(day).length > 0)
  const lead =
    span === 'hari'
      ? formatDayWithName(first, locale)
      : `${formatDayWithName(first, locale)} – ${formatDayWithName(first.add({ days: 6 }), locale)}`
  return (
    <StaffLayout
      title={t('agenda.title')}
      lead={lead}
      desk={deskTexts(locale)('desk')}
      unit={props.unitName}
      nav={props.nav}
    >
      <Tabs
        label={t('agenda.title')}
        tabs={[
          { label: t('agenda.day'), href: href(first, 'hari'), current: span === 'hari' },
          { label: t('agenda.week'), href: href(first, 'pekan'), current: span === 'pekan' },
        ]}
      />
      <p class="agenda-steps">
        <a href={href(first.subtract(step))}>{t('agenda.prev')}</a>
        <a href={href(today)}>{t('agenda.today')}</a>
        <a href={href(first.add(step))}>{t('agenda.next')}</a>
      </p>
      {props.items.length === 0 ? (
        <EmptyState title={t('agenda.none')} />
      ) : (
        shown.map((day) => (
          <Section key={day.toString()} title={formatDayWithName(day, locale)}>
            <DayTable {...props} items={onDay(day)} day={formatDayWithName(day, locale)} />
          </Section>
        ))
      )}
    </StaffLayout>
  )
}

function DayTable(props: AgendaPageProps & { day: string }) {
  const { locale } = useFrame()
  const t = queueTexts(locale)
  return (
    <Table
      caption={props.day}
      captionHidden
      dense
      rows={props.items}
      rowKey={(item) => item.id}
      rowHref={(item) => `${servicePaths.deskCase(item.caseId)}#pertemuan`}
      empty={<p class="hint">{t('agenda.none')}</p>}
      columns={[
        {
          key: 'time',
          label: t('agenda.time'),
          cell: (item) =>
            `${formatTime(item.startsAt, locale, props.zone, false)} – ${formatTime(item.endsAt, locale, props.zone, false)}`,
        },
        { key: 'what', label: t('agenda.what'), header: true, cell: (item) => `${item.title}, ${item.subjectName}` },
        { key: 'where', label: t('agenda.where'), cell: (item) => item.place },
        { key: 'who', label: t('agenda.who'), cell: (item) => item.officialName },
        {
          key: 'status',
          label: t('agenda.status'),
          cell: (item) => {
            const { text, tone } = meetingWords(item.status, locale)
            return <ToneText tone={tone}>{text}</ToneText>
          },
        },
      ]}
    />
  )
}
