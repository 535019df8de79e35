import type { ComponentChildren } from 'preact'
import { useTexts } from '../texts.ts'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'

export type TableColumn<Row> = {
  readonly key: string
  readonly label: string
  readonly cell: (row: Row) => ComponentChildren
  /** `end` for figures. */
  readonly align?: 'start' | 'end' | undefined
  /** The cell that names the row; it carries the row's link. */
  readonly header?: boolean | undefined
  /** Link that sorts by this column, and how it is sorted now. */
  readonly sort?: { readonly href: string; readonly now?: 'asc' | 'desc' | undefined } | undefined
}

export type TableProps<Row> = {
  caption: string
  captionHidden?: boolean | undefined
  columns: readonly TableColumn<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  rowHref?: ((row: Row) => string | undefined) | undefined
  /** In place of the table when there are no rows. */
  empty?: ComponentChildren
  dense?: boolean | undefined
  /** Stays a table on narrow screens and scrolls sideways in its own frame. */
  keep?: boolean | undefined
  foot?: ComponentChildren
}

function HeaderCell<Row>({ column }: { column: TableColumn<Row> }) {
  const t = useTexts()
  const now = column.sort?.now
  return (
    <th
      scope="col"
      class={column.align === 'end' ? 'end' : undefined}
      aria-sort={now === 'asc' ? 'ascending' : now === 'desc' ? 'descending' : undefined}
    >
      {column.sort ? (
        <a href={column.sort.href}>
          {column.label}
          <Icon name={now === 'asc' ? 'arrow-up' : now === 'desc' ? 'arrow-down' : 'arrow-up-down'} size={14} />
          {now && <span class="sr-only"> {t(`sorted-${now}`)}</span>}
        </a>
      ) : (
        column.label
      )}
    </th>
  )
}

function Cell<Row>({ column, row, href }: { column: TableColumn<Row>; row: Row; href: string | undefined }) {
  const content = column.cell(row)
  const attributes = { class: column.align === 'end' ? 'end' : undefined, 'data-label': column.label }
  if (!column.header) return <td {...attributes}>{content}</td>
  return (
    <th scope="row" {...attributes}>
      {href ? <a href={href}>{content}</a> : content}
    </th>
  )
}

export function Table<Row>(props: TableProps<Row>) {
  const t = useTexts()
  if (props.rows.length === 0) return <>{props.empty ?? <p class="hint">{t('table-empty')}</p>}</>
  const table = (
    <table class={classNames('table', props.dense && 'table-dense', props.keep && 'table-keep')}>
      <caption class={props.captionHidden ? 'sr-only' : undefined}>{props.caption}</caption>
      <thead>
        <tr>
          {props.columns.map((column) => (
            <HeaderCell key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={props.rowKey(row)}>
            {props.columns.map((column) => (
              <Cell key={column.key} column={column} row={row} href={props.rowHref?.(row)} />
            ))}
          </tr>
        ))}
      </tbody>
      {props.foot && <tfoot>{props.foot}</tfoot>}
    </table>
  )
  if (!props.keep) return <div class="table-frame">{table}</div>
  return (
    <section class="table-scroll" aria-label={props.caption} tabindex={0}>
      {table}
    </section>
  )
}
