import { formatNumber } from '#kernel/i18n/format.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import { Table, useFrame } from '#ui/index.ts'
import { ruleTexts } from '../texts.ts'

interface Shown {
  readonly index: string
  readonly row: Readonly<Record<string, unknown>>
}

/** A rule whose value is a table: records in columns, or names with their values. */
export function RuleTable({ value, caption }: { value: unknown; caption: string }) {
  const { locale } = useFrame()
  const t = ruleTexts(locale)
  if (isRates(value)) return <Rates rows={value} caption={caption} />
  if (!Array.isArray(value)) {
    const entries = Object.entries(Object(value) as Record<string, unknown>)
    return (
      <Table
        caption={caption}
        captionHidden
        dense
        rows={entries}
        rowKey={([name]) => name}
        columns={[
          { key: 'name', label: t('law.column-key'), header: true, cell: ([name]) => name },
          { key: 'value', label: t('law.column-value'), cell: ([, item]) => shown(item) },
        ]}
      />
    )
  }
  const rows = value.map((row: unknown, index): Shown => ({ index: String(index), row: { ...Object(row) } }))
  const names = [...new Set(rows.flatMap(({ row }) => Object.keys(row)))]
  return (
    <Table
      caption={caption}
      captionHidden
      dense
      keep
      rows={rows}
      rowKey={({ index }: Shown) => index}
      columns={names.map((name, place) => ({
        key: name,
        label: name,
        header: place === 0,
        cell: ({ row }: Shown) => shown(row[name]),
      }))}
    />
  )
}

/** One row of a table of rates: up to and with its bound; the last one has none. */
interface RateRow {
  readonly upTo?: number
  readonly rate: string
}

function isRates(value: unknown): value is readonly RateRow[] {
  const isRow = (row: unknown) =>
    typeof (row as RateRow)?.rate === 'string' &&
    Object.keys(Object(row)).every((key) => key === 'upTo' || key === 'rate')
  return Array.isArray(value) && value.length > 0 && value.every(isRow)
}

/** Bounds in rupiah and rates in percent, as a table of the law is printed. */
function Rates({ rows, caption }: { rows: readonly RateRow[]; caption: string }) {
  const { locale } = useFrame()
  const t = ruleTexts(locale)
  const listed = rows.map((row, index) => ({ ...row, over: rows[index - 1]?.upTo ?? 0 }))
  const amount = (rupiah: number) => `Rp${formatNumber(rupiah, 'id')}`
  return (
    <Table
      caption={caption}
      captionHidden
      dense
      rows={listed}
      rowKey={(row) => String(row.over)}
      columns={[
        {
          key: 'bounds',
          label: t('law.column-bounds'),
          header: true,
          cell: (row) =>
            row.upTo === undefined
              ? t('law.over', { over: amount(row.over) })
              : t('law.over-up-to', { over: amount(row.over), upTo: amount(row.upTo) }),
        },
        { key: 'rate', label: t('law.column-rate'), align: 'end', cell: (row) => percentText(row.rate, locale) },
      ]}
    />
  )
}

/** "0.0025" as "0,25%": digits are moved, so that nothing is lost to floating point. */
function percentText(rate: string, locale: Locale): string {
  const [whole = '0', places = ''] = rate.split('.')
  const padded = places.padEnd(2, '0')
  const digits = `${whole}${padded.slice(0, 2)}`.replace(/^0+(?=\d)/, '')
  const rest = padded.slice(2).replace(/0+$/, '')
  return `${digits}${rest ? `${locale === 'id' ? ',' : '.'}${rest}` : ''}%`
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
