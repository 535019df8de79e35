import type { ComponentChildren } from 'preact'
import { type Crumb, EmptyState, ExportLinks, type FilterBarProps, NarrowedList, type TableColumn } from '#ui/index.ts'
import { TaxFrame, type TaxPageProps } from './frame.tsx'

export interface AreaOption {
  readonly value: string
  readonly label: string
}

/** What every list is told by its route. */
export interface ListProps<Query> extends TaxPageProps {
  readonly isFirstPage: boolean
  readonly next: string | undefined
  readonly query: Query
}

interface TaxListProps<Row> extends ListProps<Readonly<Record<string, string | undefined>>> {
  readonly title: string
  readonly lead?: ComponentChildren
  readonly crumbs?: readonly Crumb[] | undefined
  readonly actions?: ComponentChildren
  /** Address of the list, to which those of its exports are added. */
  readonly path: string
  readonly searchLabel: string
  readonly selects: FilterBarProps['selects']
  readonly rows: readonly Row[]
  readonly rowHref: (row: Row) => string | undefined
  readonly columns: readonly TableColumn<Row>[]
  /** What a list says that has nothing at all, and one that has nothing that fits. */
  readonly none: readonly [title: string, help: string]
  readonly noMatch: readonly [title: string, help: string]
  /** Above the list. */
  readonly before?: ComponentChildren
  /** Below the list. */
  readonly children?: ComponentChildren
}

/** A list of regional taxes: searched, narrowed, paged and exported, each in its fixed place. */
export function TaxList<Row extends { readonly id: string }>(props: TaxListProps<Row>) {
  const { path, query, actions } = props
  const [title, help] = Object.values(query).some(Boolean) ? props.noMatch : props.none
  return (
    <TaxFrame {...props} title={props.title}>
      {props.before}
      <NarrowedList
        caption={props.title}
        path={path}
        query={query}
        searchLabel={props.searchLabel}
        selects={props.selects}
        rows={props.rows}
        rowHref={props.rowHref}
        columns={props.columns}
        empty={
          <EmptyState title={title} icon="search" action={props.rows.length === 0 ? actions : undefined}>
            {help}
          </EmptyState>
        }
        next={props.next}
        isFirstPage={props.isFirstPage}
      />
      <div class="btn-row">
        <ExportLinks path={path} query={query} />
      </div>
      {props.children}
    </TaxFrame>
  )
}
