import type { Zone } from '#kernel/clock/clock.ts'
import { formatDay, formatMoment } from '#kernel/i18n/format.ts'
import { PlainLayout, PrintLayout, Section, SummaryList, useFrame } from '#ui/index.ts'
import type { Result } from '../calculation/calculate.ts'
import type { AnyCalculator } from '../calculation/calculator.ts'
import { Exact } from '../calculation/exact.ts'
import { type Field, type Fields, isAsked, type PlainField } from '../calculation/fields.ts'
import { monthTexts } from '../calculation/input-problems.ts'
import { moneyText } from '../calculation/words.ts'
import type { RawInput } from '../forms/read-form.ts'
import { type TaxTexts, taxTexts } from '../texts.ts'
import { Outcome, RulesUsed, Steps } from './result-view.tsx'
import { plainTyped } from './typed-text.ts'

export interface SheetPageProps {
  readonly calculator: AnyCalculator
  readonly raw: RawInput
  readonly result: Result
  readonly now: Temporal.Instant
  readonly zone: Zone
  readonly backHref: string
}

/** One calculation on paper: what was entered, what came out, each step with its article. */
export function SheetPage({ calculator, raw, result, now, zone, backHref }: SheetPageProps) {
  const { locale, region } = useFrame()
  const t = taxTexts(locale)
  const day = formatDay(result.day, locale)
  return (
    <PlainLayout title={calculator.title[locale]} heading={false}>
      <p class="no-print">
        <a href={backHref}>{t('sheet-back')}</a>
      </p>
      <PrintLayout
        title={calculator.title[locale]}
        number={t('sheet-number', { when: formatMoment(now, locale, zone), day })}
        foot={<p>{t('sheet-note', { region: region.name })}</p>}
      >
        <Section title={t('input')}>
          <SummaryList dense rows={inputRows(calculator.fields, raw, t, locale)} />
        </Section>
        <Section title={t('result')}>
          <Outcome result={result} locale={locale} onPaper />
        </Section>
        <Steps result={result} locale={locale} onPaper />
        <RulesUsed result={result} locale={locale} />
      </PrintLayout>
    </PlainLayout>
  )
}

function inputRows(fields: Fields, raw: RawInput, t: TaxTexts, locale: 'id' | 'en') {
  return Object.entries(fields)
    .filter(([, field]) => isAsked(field, raw, fields))
    .flatMap(([name, field]) => {
      const value = valueText(field, raw[name], t, locale)
      return value === '' ? [] : [{ term: field.label[locale], value }]
    })
}

function valueText(field: Field, value: unknown, t: TaxTexts, locale: 'id' | 'en'): string {
  if (field.kind === 'months') {
    const list = Array.isArray(value) ? (value as (string | null)[]) : []
    return list
      .flatMap((each, month) => (each ? [`${monthTexts[month]?.[locale]} ${moneyText(Exact.read(each))}`] : []))
      .join(', ')
  }
  if (field.kind === 'rows') {
    const list = Array.isArray(value) ? (value as RawInput[]) : []
    return list
      .map((row, index) => {
        const cells = Object.entries(field.fields).flatMap(([name, inner]) => {
          const text = plainText(inner, row[name], t, locale)
          return text === '' ? [] : [`${inner.label[locale]} ${text}`]
        })
        return `${index + 1}. ${cells.join(', ')}`
      })
      .join('; ')
  }
  return plainText(field, value, t, locale)
}

function plainText(field: PlainField, value: unknown, t: TaxTexts, locale: 'id' | 'en'): string {
  const typed = plainTyped(field, value)
  if (typed === '') return ''
  switch (field.kind) {
    case 'money':
      return `Rp${typed}`
    case 'yes-no':
      return t(typed === 'yes' ? 'yes' : 'no')
    case 'choice':
      return field.options.find((option) => option.value === typed)?.label[locale] ?? typed
    case 'date':
    case 'optional-date':
      return formatDay(Temporal.PlainDate.from(typed), locale)
    default:
      return `${typed}${field.suffix ? ` ${field.suffix[locale]}` : ''}`
  }
}
