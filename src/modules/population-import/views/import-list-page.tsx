import { isPermitted } from '#kernel/access/access.ts'
import type { Zone } from '#kernel/clock/clock.ts'
import { formatNumber, formatShort } from '#kernel/i18n/format.ts'
import { EmptyState, ExportLinks, LinkButton, NarrowedList } from '#ui/index.ts'
import { importStates } from '../domain.ts'
import { importPaths } from '../paths.ts'
import type { Import } from '../queries/imports.ts'
import { importTexts } from '../texts/desk.ts'
import { ImportFrame, type ImportPageProps, StateTag } from './frame.tsx'

interface ListProps extends ImportPageProps {
  readonly zone: Zone
  readonly rows: readonly Import[]
  readonly next: string | undefined
  readonly isFirstPage: boolean
  readonly query: { readonly q: string | undefined; readonly keadaan: string | undefined }
}

export function ImportListPage(props: ListProps) {
  const { locale, query, zone } = props
  const t = importTexts(locale)
  const mayStart = isPermitted(props.actor, 'population-import.prepare')
  const start = mayStart && (
    <LinkButton href={importPaths.start} icon="upload">
      {t('nav.start')}
    </LinkButton>
  )
  return (
    <ImportFrame
      {...props}
      title={t('list.title')}
      lead={t('list.lead')}
      actions={<ExportLinks path={importPaths.list} query={query} />}
    >
      <NarrowedList
        caption={t('list.title')}
        path={importPaths.list}
        query={query}
        searchLabel={t('list.search')}
        selects={[
          {
            name: 'keadaan',
            label: t('state'),
            value: query.keadaan,
            options: importStates.map((state) => ({ value: state, label: t(`state.${state}`) })),
          },
        ]}
        rows={props.rows}
        rowHref={(row) => importPaths.show(row.id)}
        empty={
          query.q || query.keadaan ? (
            <EmptyState title={t('list.no-match')} icon="search">
              {t('list.no-match-help')}
            </EmptyState>
          ) : (
            <EmptyState title={t('list.none')} icon="upload" action={start}>
              {t('list.none-help')}
            </EmptyState>
          )
        }
        columns={[
          {
            key: 'note',
            label: t('note'),
            header: true,
            cell: (row) => row.note,
          },
          { key: 'file', label: t('file'), cell: (row) => <span class="break-all">{row.fileName}</span> },
          { key: 'state', label: t('state'), cell: (row) => <StateTag state={row.state} locale={locale} /> },
          {
            key: 'rows',
            label: t('rows'),
            align: 'end',
            cell: (row) => (row.counts ? formatNumber(row.counts.rows, locale) : '–'),
          },
          {
            key: 'people',
            label: t('people'),
            align: 'end',
            cell: (row) => (row.enteredPeople ? formatNumber(row.enteredPeople, locale) : '–'),
          },
          { key: 'made', label: t('made-at'), cell: (row) => formatShort(row.madeAt, locale, zone) },
        ]}
        next={props.next}
        isFirstPage={props.isFirstPage}
      />
    </ImportFrame>
  )
}
