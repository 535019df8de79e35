import type { ComponentChildren } from 'preact'
import type { FieldError } from '#kernel/errors.ts'
import {
  CursorPagination,
  EmptyState,
  ErrorSummary,
  ExportLinks,
  FilterBar,
  type FilterSelect,
  StaffLayout,
  Table,
  type TableColumn,
  useFrame,
  withQuery,
} from '#ui/index.ts'
import { billingPaths } from '../paths.ts'
import { deskTexts } from './desk-texts.ts'

/** What every page of the treasurer has around it. */
export interface DeskAround {
  readonly unitName: string
  readonly notice: string | undefined
  readonly errors: readonly FieldError[]
  /** Suspense is left out for those who may not resolve it. */
  readonly counts: { readonly suspense: number | undefined; readonly refunds: number }
  /** Keeps banks and sees the books of the whole region. */
  readonly mayAdminister: boolean
  /** Brings bank files in and compares the three sides; counts differences that nobody has ended. */
  readonly differences: number | undefined
  readonly maySeeClosings: boolean
  /** What was searched for, shown in the head. */
  readonly search?: string | undefined
}

export interface DeskFrameProps extends DeskAround {
  readonly title: string
  readonly lead?: string | undefined
  readonly actions?: ComponentChildren
  readonly children?: ComponentChildren
}

export function DeskFrame(props: DeskFrameProps) {
  const { locale } = useFrame()
  const t = deskTexts(locale)
  return (
    <StaffLayout
      title={props.title}
      lead={props.lead}
      actions={props.actions}
      desk={t('desk')}
      unit={props.unitName}
      notice={props.notice}
      search={{ action: billingPaths.desk, placeholder: t('search'), value: props.search, suggestUrl: false }}
      nav={[
        { label: t('nav.bills'), href: billingPaths.desk },
        ...(props.counts.suspense === undefined
          ? []
          : [{ label: t('nav.suspense'), href: billingPaths.suspense, count: props.counts.suspense }]),
        { label: t('nav.refunds'), href: billingPaths.refunds, count: props.counts.refunds },
        { label: t('nav.days'), href: billingPaths.days },
        ...(props.differences === undefined
          ? []
          : [
              { label: t('nav.statements'), href: billingPaths.statements },
              { label: t('nav.reconciliation'), href: billingPaths.reconciliation, count: props.differences },
            ]),
        ...(props.maySeeClosings ? [{ label: t('nav.closings'), href: billingPaths.closings }] : []),
        ...(props.mayAdminister
          ? [
              { label: t('nav.journal'), href: billingPaths.journal },
              { label: t('nav.banks'), href: billingPaths.banks },
            ]
          : []),
      ]}
    >
      <ErrorSummary errors={props.errors.map((error) => ({ name: error.path, text: error.message[locale] }))} />
      {props.children}
    </StaffLayout>
  )
}

export interface DeskListProps<Row> extends DeskFrameProps {
  readonly path: string
  /** Where the whole filtered list is given as a file. */
  readonly exportPath: string
  readonly query: Readonly<Record<string, string | undefined>>
  /** Left out where there are no words to search for. */
  readonly searchLabel?: string | undefined
  readonly selects: readonly FilterSelect[]
  /** Stands above the filters. */
  readonly before?: ComponentChildren
  /** Further filters. */
  readonly filters?: ComponentChildren
  readonly rows: readonly Row[]
  readonly next: string | undefined
  readonly isFirstPage: boolean
  readonly rowKey: (row: Row) => string
  readonly rowHref: (row: Row) => string
  readonly columns: readonly TableColumn<Row>[]
  readonly empty: ComponentChildren
}

/** A list of the treasurer: found, narrowed, paged, and taken along as a file. */
export function DeskList<Row>(props: DeskListProps<Row>) {
  const t = deskTexts(useFrame().locale)
  const { path, query } = props
  const isFiltered = Object.values(query).some(Boolean)
  return (
    <DeskFrame {...props} actions={<ExportLinks path={props.exportPath} query={query} />}>
      {props.before}
      <FilterBar
        action={path}
        search={props.searchLabel ? { name: 'q', value: query['q'], label: props.searchLabel } : undefined}
        selects={props.selects}
        clearHref={path}
      >
        {props.filters}
      </FilterBar>
      <Table
        caption={props.title}
        captionHidden
        dense
        rows={props.rows}
        rowKey={props.rowKey}
        rowHref={props.rowHref}
        empty={
          isFiltered ? (
            <EmptyState title={t('list.none')} icon="search">
              {t('list.none-help')}
            </EmptyState>
          ) : (
            props.empty
          )
        }
        columns={props.columns}
      />
      <CursorPagination
        previousHref={props.isFirstPage ? undefined : withQuery(path, query)}
        nextHref={props.next && withQuery(path, { ...query, setelah: props.next })}
      />
      {props.children}
    </DeskFrame>
  )
}
