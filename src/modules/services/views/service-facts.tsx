import { formatDay, formatNumber } from '#kernel/i18n/format.ts'
import { Notice, ServiceFacts, type SummaryRow, useFrame } from '#ui/index.ts'
import type { ServiceDefinition } from '../definition/schema.ts'
import type { Performance } from '../queries/performance.ts'
import { type PublicTexts, publicTexts } from '../texts/public-face.ts'
import { serviceTexts } from '../texts.ts'

type Texts = ReturnType<typeof serviceTexts>

/** Opening time in words; a working day has eight hours. */
export function durationText(minutes: number, t: Texts): string {
  if (minutes >= 16 * 60) return t('service.days', { n: Math.round(minutes / (8 * 60)) })
  if (minutes >= 60) return t('service.hours-minutes', { h: Math.floor(minutes / 60), m: minutes % 60 })
  return t('service.minutes', { m: minutes })
}

export interface MeasuredFactsProps {
  readonly service: ServiceDefinition
  readonly performance: Performance
  readonly costText: string
  readonly legalTimeText: string
  readonly unverified: readonly string[]
}

/** What the law promises beside what was measured, good or bad. */
export function MeasuredFacts(props: MeasuredFactsProps) {
  const { locale } = useFrame()
  const t = serviceTexts(locale)
  const p = publicTexts(locale)
  const { performance, service } = props
  const { weekly, keptShare } = performance
  return (
    <>
      <ServiceFacts
        cost={props.costText}
        legalTime={props.legalTimeText}
        measuredTime={
          performance.medianMinutes === undefined ? t('service.no-figures') : durationText(performance.medianMinutes, t)
        }
        promisesKept={keptShare === undefined ? undefined : percent(keptShare, locale)}
        countThisMonth={formatNumber(performance.submittedThisMonth, locale)}
        more={moreFacts(performance, locale)}
        trend={
          weekly.length > 2
            ? {
                title: t('service.trend'),
                points: weekly.map((week) => ({
                  label: week.week,
                  value: week.minutes,
                  text: durationText(week.minutes, t),
                })),
                startText: durationText(weekly[0]?.minutes ?? 0, t),
                endText: durationText(weekly.at(-1)?.minutes ?? 0, t),
              }
            : undefined
        }
      />
      <Notice>
        {t('service.basis', {
          list: service.legalBasis.map((basis) => `${basis.citation} (${basis.about[locale]})`).join('; '),
        })}
        .{' '}
        {p('standard.version', {
          n: service.version,
          day: formatDay(Temporal.PlainDate.from(service.validFrom), locale),
        })}
        {props.unverified.length > 0 && (
          <span class="hint">
            {' '}
            {unverifiedText(props.unverified, p)}: {t('service.unverified')}.
          </span>
        )}
      </Notice>
    </>
  )
}

function moreFacts(performance: Performance, locale: 'id' | 'en'): SummaryRow[] {
  const t = serviceTexts(locale)
  const p = publicTexts(locale)
  const { slowMinutes, firstKeptShare, keptShare, granted, refused, returnedShare, papersAsked, papersKnown } =
    performance
  const rows: (SummaryRow | undefined)[] = [
    slowMinutes === undefined
      ? undefined
      : { term: p('fact.slow'), value: p('fact.slow-value', { time: durationText(slowMinutes, t) }) },
    firstKeptShare === undefined || firstKeptShare === keptShare
      ? undefined
      : { term: p('fact.first-kept'), value: percent(firstKeptShare, locale) },
    granted + refused === 0
      ? undefined
      : {
          term: p('fact.decided'),
          value: p('fact.decided-value', {
            granted: formatNumber(granted, locale),
            refused: formatNumber(refused, locale),
          }),
        },
    returnedShare === undefined ? undefined : { term: p('fact.returned'), value: percent(returnedShare, locale) },
    papersAsked === undefined || papersKnown === undefined
      ? undefined
      : {
          term: p('fact.papers'),
          value: p('fact.papers-value', {
            asked: oneDigit(papersAsked, locale),
            known: oneDigit(papersKnown, locale),
          }),
        },
  ]
  return rows.filter((row) => row !== undefined)
}

const shownCitations = 2

/** The first few regulations by name, the others by number: all stand on the pages of the law. */
function unverifiedText(citations: readonly string[], p: PublicTexts): string {
  const rest = citations.length - shownCitations
  const named = citations.slice(0, shownCitations).join('; ')
  return rest > 0 ? p('fact.and-more', { list: named, n: rest }) : named
}

function oneDigit(value: number, locale: 'id' | 'en'): string {
  const rounded = Math.round(value * 10) / 10
  return formatNumber(rounded, locale, Number.isInteger(rounded) ? 0 : 1)
}

function percent(share: number, locale: 'id' | 'en'): string {
  return `${formatNumber(share * 100, locale, 1)}%`
}
