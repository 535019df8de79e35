import { Table, useFrame } from '#ui/index.ts'
import { ruleTexts } from '../texts.ts'

interface Shown {
  readonly index: string
  readonly row: Readonly<Record<string, unknown>>
}

/** A rule whose value is a table: records in columns, or names with their values. */
export function RuleTable({ value, caption }: { value: unknown; caption: string }) {
  const t = ruleTexts(useFrame().locale)
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

function shown(value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
