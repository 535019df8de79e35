import { formatDayWithName, formatNumber } from '#kernel/i18n/format.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import { CitizenLayout, classNames, LinkButton, Section, Stats, StatusTag, Table, useFrame } from '#ui/index.ts'
import { rulePaths } from '../paths.ts'
import type { Holiday } from '../queries/calendar.ts'
import { ruleTexts } from '../texts.ts'

export interface CalendarPageProps {
  readonly year: number
  readonly years: readonly number[]
  readonly holidays: readonly Holiday[]
  /** ISO days of the week on which offices are open. */
  readonly openOn: readonly number[]
  readonly today: string
}

const tones = { national: 'late', joint: 'soon', regional: 'info' } as const

/** Twelve months with the days that are no working days, and the list of them. */
export function CalendarPage(props: CalendarPageProps) {
  const { locale } = useFrame()
  const t = ruleTexts(locale)
  const { year, holidays } = props
  const byDay = new Map(holidays.map((holiday) => [holiday.day, holiday]))
  const count = (kind: Holiday['kind']) => formatNumber(holidays.filter((row) => row.kind === kind).length, locale)
  return (
    <CitizenLayout
      title={t('days.title', { year })}
      lead={t('days.lead')}
      actions={
        <LinkButton href={rulePaths.calendarFile(year)} variant="secondary" download>
          {t('days.download')}
        </LinkButton>
      }
    >
      <nav aria-label={t('days.years')}>
        <ul class="inline-list">
          {props.years.map((other) => (
            <li key={other}>
              <a href={rulePaths.calendarOf(other)} aria-current={other === year ? 'page' : undefined}>
                {other}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Stats
        label={t('days.figures')}
        items={[
          { value: formatNumber(workingDaysIn(year, byDay, props.openOn), locale), text: t('days.count') },
          { value: count('national'), text: t('days.national-count') },
          { value: count('joint'), text: t('days.joint-count') },
          { value: count('regional'), text: t('days.regional-count') },
        ]}
      />
      <div class="grid items-start gap-8 sm:grid-cols-2 lg:grid-cols-3 mt-6">
        {Array.from({ length: 12 }, (_, index) => (
          <Month
            key={index}
            month={Temporal.PlainYearMonth.from({ year, month: index + 1 })}
            byDay={byDay}
            {...props}
          />
        ))}
      </div>
      <Section title={t('days.list')}>
        <Table
          caption={t('days.title', { year })}
          captionHidden
          rows={holidays}
          rowKey={(holiday) => `${holiday.day}${holiday.kind}`}
          empty={<p>{t('days.none')}</p>}
          columns={[
            {
              key: 'day',
              label: t('days.day'),
              header: true,
              cell: (holiday) => formatDayWithName(Temporal.PlainDate.from(holiday.day), locale),
            },
            { key: 'name', label: t('days.name'), cell: (holiday) => holiday.name[locale] },
            {
              key: 'kind',
              label: t('days.kind'),
              cell: (holiday) => <StatusTag tone={tones[holiday.kind]}>{t(`days.${holiday.kind}`)}</StatusTag>,
            },
            {
              key: 'source',
              label: t('days.source'),
              cell: (holiday) => (
                <>
                  {holiday.citation}{' '}
                  {holiday.status !== 'verified' && <span class="hint">({t('law.unverified')})</span>}
                </>
              ),
            },
          ]}
        />
      </Section>
    </CitizenLayout>
  )
}

type MonthProps = CalendarPageProps & { month: Temporal.PlainYearMonth; byDay: ReadonlyMap<string, Holiday> }

function Month({ month, byDay, openOn, today }: MonthProps) {
  const { locale } = useFrame()
  const t = ruleTexts(locale)
  const first = month.toPlainDate({ day: 1 })
  const name = nameOf(first, locale, { month: 'long' })
  const cells: (Temporal.PlainDate | undefined)[] = [
    ...Array.from({ length: first.dayOfWeek - 1 }, () => undefined),
    ...Array.from({ length: month.daysInMonth }, (_, index) => first.add({ days: index })),
  ]
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => ({
    week,
    days: Array.from({ length: 7 }, (_, day) => ({ day, date: cells[week * 7 + day] })),
  }))
  return (
    <table class="w-full text-sm table-fixed">
      <caption class="text-left font-bold pb-2">{name}</caption>
      <thead>
        <tr>
          {Array.from({ length: 7 }, (_, index) => first.add({ days: index + 8 - first.dayOfWeek })).map((day) => (
            <th key={day.dayOfWeek} scope="col" class="font-normal text-soft p-1 text-center">
              <abbr title={nameOf(day, locale, { weekday: 'long' })} class="no-underline">
                {nameOf(day, locale, { weekday: 'short' })}
              </abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map(({ week, days }) => (
          <tr key={week}>
            {days.map(({ day, date }) => {
              const holiday = date && byDay.get(date.toString())
              const closed = date && (holiday || !openOn.includes(date.dayOfWeek))
              return (
                <td
                  key={day}
                  class={classNames(
                    'p-1 text-center',
                    closed && !holiday && 'text-soft',
                    holiday && `tone-${tones[holiday.kind]} font-bold`,
                    date?.toString() === today && 'underline font-bold',
                  )}
                >
                  {date && (
                    <time dateTime={date.toString()} title={holiday?.name[locale]}>
                      {date.day}
                      {holiday && (
                        <span class="sr-only">
                          , {t(`days.${holiday.kind}`)}: {holiday.name[locale]}
                        </span>
                      )}
                    </time>
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function nameOf(day: Temporal.PlainDate, locale: Locale, part: Intl.DateTimeFormatOptions): string {
  const at = new Date(Date.UTC(day.year, day.month - 1, day.day))
  return new Intl.DateTimeFormat(locale === 'id' ? 'id-ID' : 'en-GB', { ...part, timeZone: 'UTC' }).format(at)
}

function workingDaysIn(year: number, byDay: ReadonlyMap<string, Holiday>, openOn: readonly number[]): number {
  let count = 0
  for (let day = Temporal.PlainDate.from({ year, month: 1, day: 1 }); day.year === year; day = day.add({ days: 1 })) {
    if (openOn.includes(day.dayOfWeek) && !byDay.has(day.toString())) count += 1
  }
  return count
}
