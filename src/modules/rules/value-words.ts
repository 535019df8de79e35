import { formatDay, formatNumber } from '#kernel/i18n/format.ts'
import { defineTexts, type Locale } from '#kernel/i18n/texts.ts'
import type { Rule } from './domain.ts'

const texts = defineTexts({
  id: {
    'working-day': '{n} hari kerja',
    'calendar-day': '{n} hari',
    week: '{n} minggu',
    month: '{n} bulan',
    year: '{n} tahun',
    'one-working-day': '1 hari kerja',
    'one-calendar-day': '1 hari',
    'one-week': '1 minggu',
    'one-month': '1 bulan',
    'one-year': '1 tahun',
    'one-person': '1 orang',
    rupiah: 'Rp{n}',
    'rupiah-per-m2': 'Rp{n} per meter persegi',
    'rupiah-per-day': 'Rp{n} per hari',
    'rupiah-per-m2-day': 'Rp{n} per meter persegi dan hari',
    percent: '{n}%',
    person: '{n} orang',
    score: 'nilai {n}',
    rows: 'tabel dengan {n} baris',
    list: '{n} pilihan',
  },
  en: {
    'working-day': '{n} working days',
    'calendar-day': '{n} days',
    week: '{n} weeks',
    month: '{n} months',
    year: '{n} years',
    'one-working-day': '1 working day',
    'one-calendar-day': '1 day',
    'one-week': '1 week',
    'one-month': '1 month',
    'one-year': '1 year',
    'one-person': '1 person',
    rupiah: 'Rp{n}',
    'rupiah-per-m2': 'Rp{n} per square metre',
    'rupiah-per-day': 'Rp{n} per day',
    'rupiah-per-m2-day': 'Rp{n} per square metre and day',
    percent: '{n}%',
    person: '{n} people',
    score: 'score {n}',
    rows: 'a table of {n} rows',
    list: '{n} choices',
  },
})

/** The value of a rule in words: "2 hari kerja", "Rp15.000 per meter persegi". */
export function ruleValueText(rule: Pick<Rule, 'value' | 'unit'>, locale: Locale): string {
  const t = texts(locale)
  const { value, unit } = rule
  if (unit === 'table') return t('rows', { n: Array.isArray(value) ? value.length : Object.keys(Object(value)).length })
  if (unit === 'date' && typeof value === 'string') return dateText(value, locale)
  if (unit === 'text' || unit === 'ratio' || unit === 'date') return plainText(value, locale)
  if (value === 1 && isCounted(unit)) return t(`one-${unit}`)
  return t(unit, { n: typeof value === 'number' ? decimal(value, locale, unit.startsWith('rupiah')) : String(value) })
}

const counted = ['working-day', 'calendar-day', 'week', 'month', 'year', 'person'] as const

function isCounted(unit: Rule['unit']): unit is (typeof counted)[number] {
  return (counted as readonly string[]).includes(unit)
}

function dateText(value: string, locale: Locale): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(Temporal.PlainDate.from(value), locale) : value
}

function plainText(value: unknown, locale: Locale): string {
  if (typeof value === 'number') return decimal(value, locale, false)
  if (typeof value !== 'string') return JSON.stringify(value)
  return /^\d+\.\d+$/.test(value) && locale === 'id' ? value.replace('.', ',') : value
}

/** Rupiah are grouped with dots in both languages, as on every receipt in the country. */
function decimal(value: number, locale: Locale, isMoney: boolean): string {
  const digits = (String(value).split('.')[1] ?? '').length
  return formatNumber(value, isMoney ? 'id' : locale, digits)
}
