import type { ComponentChildren, ComponentProps } from 'preact'
import {
  Button,
  CsrfField,
  CursorPagination,
  EmptyState,
  ExportLinks,
  FilterBar,
  Radios,
  Section,
  Table,
  TextArea,
} from '#ui/index.ts'
import { type PeopleAround, PeopleFrame } from './people-frame.tsx'

type FilterProps = ComponentProps<typeof FilterBar>

interface WorkListProps<Row> extends PeopleAround {
  readonly title: string
  readonly lead: string
  readonly path: string
  /** What the list is narrowed to, as its address says it; `q` is what was searched for. */
  readonly query: Readonly<Record<string, string>> & { readonly q: string }
  readonly searchLabel: string
  readonly selects: FilterProps['selects']
  readonly rows: readonly (Row & { readonly id: string })[]
  readonly next: string | undefined
  readonly hrefOf: (id: string) => string
  readonly columns: ComponentProps<typeof Table<Row & { readonly id: string }>>['columns']
  readonly empty: { readonly title: string; readonly text: string; readonly icon: 'search' | 'eye' }
  readonly mayExport: boolean
  readonly children?: ComponentChildren
}

/** What an officer of the register works through: searched, narrowed, paged and taken along. */
export function WorkList<Row>(props: WorkListProps<Row>) {
  const { title, path, query, empty } = props
  const set = Object.entries(query).filter(([, value]) => value !== '')
  const next = new URLSearchParams(set)
  if (props.next) next.set('lanjut', props.next)
  return (
    <PeopleFrame {...props} actions={props.mayExport && <ExportLinks path={path} query={{ ...query }} />}>
      <FilterBar
        action={path}
        search={{ name: 'q', value: query.q, label: props.searchLabel }}
        selects={props.selects}
        clearHref={set.length > 0 ? path : undefined}
      />
      <Table
        caption={title}
        captionHidden
        dense
        rows={props.rows}
        rowKey={(row) => row.id}
        rowHref={(row) => props.hrefOf(row.id)}
        empty={
          <EmptyState title={empty.title} icon={empty.icon}>
            {empty.text}
          </EmptyState>
        }
        columns={props.columns}
      />
      <CursorPagination nextHref={props.next && `${path}?${next}`} />
      {props.children}
    </PeopleFrame>
  )
}

interface DecideProps {
  readonly id: string
  readonly title: string
  readonly action: string
  readonly choice: ComponentProps<typeof Radios>
  readonly reason: ComponentProps<typeof TextArea>
  readonly submit: string
}

/** One choice and why. */
export function Decide({ id, title, action, choice, reason, submit }: DecideProps) {
  return (
    <Section title={title} id={id}>
      <form method="post" action={action} novalidate>
        <CsrfField />
        <Radios {...choice} />
        <TextArea rows={3} {...reason} />
        <Button>{submit}</Button>
      </form>
    </Section>
  )
}
