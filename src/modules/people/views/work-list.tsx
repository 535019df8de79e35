import type { ComponentChildren, ComponentProps } from 'preact'
import { Button, CsrfField, EmptyState, ExportLinks, NarrowedList, Radios, Section, TextArea } from '#ui/index.ts'
import { type PeopleAround, PeopleFrame } from './people-frame.tsx'

type FilterProps = ComponentProps<typeof NarrowedList>

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
  readonly columns: ComponentProps<typeof NarrowedList<Row & { readonly id: string }>>['columns']
  readonly empty: { readonly title: string; readonly text: string; readonly icon: 'search' | 'eye' | 'users' }
  readonly mayExport: boolean
  readonly children?: ComponentChildren
}

/** What an officer of the register works through: searched, narrowed, paged and taken along. */
export function WorkList<Row>(props: WorkListProps<Row>) {
  const { title, path, query, empty } = props
  return (
    <PeopleFrame {...props} actions={props.mayExport && <ExportLinks path={path} query={{ ...query }} />}>
      <NarrowedList
        caption={title}
        path={path}
        query={query}
        searchLabel={props.searchLabel}
        selects={props.selects}
        rows={props.rows}
        rowHref={(row) => props.hrefOf(row.id)}
        empty={
          <EmptyState title={empty.title} icon={empty.icon}>
            {empty.text}
          </EmptyState>
        }
        columns={props.columns}
        next={props.next}
        nextName="lanjut"
      />
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
