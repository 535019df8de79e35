import type { ComponentChildren } from 'preact'
import { withQuery } from '../with-query.ts'
import { CursorPagination } from './cursor-pagination.tsx'
import { FilterBar, type FilterBarProps } from './filter-bar.tsx'
import { Table, type TableColumn } from './table.tsx'

export type NarrowedListProps<Row> = {
  /** Names the table to those who do not see it. */
  caption: string
  /** Address of the list. */
  path: string
  /** What it is narrowed to, as the address says it; `q` is what was searched for. */
  query: Readonly<Record<string, string | undefined>>
  searchLabel: string
  selects: FilterBarProps['selects']
  active?: FilterBarProps['active']
  rows: readonly Row[]
  rowHref?: ((row: Row) => string | undefined) | undefined
  columns: readonly TableColumn<Row>[]
  empty: ComponentChildren
  /** Where the next page begins. */
  next: string | undefined
  /** How the address names that place. */
  nextName?: string
  /** A later page leads back to the first. */
  isFirstPage?: boolean
  countText?: string | undefined
}

/** Rows of a register that are searched, narrowed and paged by their address. */
export function NarrowedList<Row extends { readonly id: string }>(props: NarrowedListProps<Row>) {
  const { path, query, nextName = 'setelah', isFirstPage = true } = props
  return (
    <>
      <FilterBar
        action={path}
        search={{ name: 'q', value: query['q'], label: props.searchLabel }}
        selects={props.selects}
        active={props.active}
        clearHref={path}
      />
      <Table
        caption={props.caption}
        captionHidden
        dense
        rows={props.rows}
        rowKey={(row) => row.id}
        rowHref={props.rowHref}
        empty={props.empty}
        columns={props.columns}
      />
      <CursorPagination
        previousHref={isFirstPage ? undefined : withQuery(path, query)}
        nextHref={props.next && withQuery(path, { ...query, [nextName]: props.next })}
        countText={props.countText}
      />
    </>
  )
}
