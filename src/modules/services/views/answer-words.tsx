import type { LocalText } from '#kernel/i18n/texts.ts'
import { type MapSheet, MapView, Table, useFrame } from '#ui/index.ts'
import type { ReadableRow, ReadableTable } from '../form/display.ts'
import { servicePaths } from '../paths.ts'
import type { Attachment } from '../queries/attachments.ts'
import { fieldTexts } from './fields/texts.ts'

interface AnswerProps {
  readonly row: ReadableRow
  readonly files: readonly Attachment[]
  /** Where a file opens beside the page; without it the file opens by itself. */
  readonly openHref?: ((file: Attachment) => string) | undefined
}

/** A readable answer: words, a list, a table, or links to the files. */
export function AnswerInWords({ row, files, openHref }: AnswerProps) {
  const { locale } = useFrame()
  if (row.table && row.table.rows.length > 0) return <AnswerTable table={row.table} caption={row.label} />
  const own = files.filter((file) => row.files.includes(file.id))
  if (own.length > 0) {
    return (
      <ul class="plain-list">
        {own.map((file) => (
          <li key={file.id}>
            {openHref ? (
              <a href={openHref(file)} data-file-open={file.id}>
                {file.name}
              </a>
            ) : (
              <a href={servicePaths.attachment(file.id)}>{file.name}</a>
            )}
          </li>
        ))}
      </ul>
    )
  }
  if (row.items && row.items.length > 1) {
    return (
      <ul class="plain-list">
        {row.items.map((item) => (
          <li key={item.id}>{item[locale]}</li>
        ))}
      </ul>
    )
  }
  return <>{row.value[locale]}</>
}

/** Rows as a table. Columns that hold numbers of other people may be covered. */
export function AnswerTable(props: {
  table: ReadableTable
  caption: LocalText
  covers?: ((text: string) => string) | undefined
}) {
  const { locale } = useFrame()
  const none = fieldTexts(locale)('check-empty-cell')
  const { columns, rows } = props.table
  return (
    <Table
      caption={props.caption[locale]}
      captionHidden
      dense
      columns={columns.map((column, index) => ({
        key: String(index),
        label: column.label[locale],
        align: column.isNumber ? ('end' as const) : undefined,
        header: index === 0,
        cell: (row: readonly LocalText[]) => {
          const text = row[index]?.[locale] ?? ''
          if (text === '') return <span class="hint">{none}</span>
          return column.sensitive && props.covers ? props.covers(text) : text
        },
      }))}
      rows={rows}
      rowKey={(row) => row.map((cell) => cell.id).join('|')}
    />
  )
}

/** A point of the region on a small map; nothing for answers of other kinds, or where no outlines are known. */
export function AnswerMap({ sheet, point }: { sheet: MapSheet | undefined; point: unknown }) {
  if (!sheet || !isPoint(point)) return null
  return <MapView sheet={sheet} lat={point.lat} lon={point.lon} />
}

export function isPoint(answer: unknown): answer is { readonly lat: number; readonly lon: number } {
  const { lat, lon } = (answer ?? {}) as { lat?: unknown; lon?: unknown }
  return Number.isFinite(lat) && Number.isFinite(lon)
}
