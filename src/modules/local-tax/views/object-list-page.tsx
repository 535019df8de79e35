import { isPermitted } from '#kernel/access/access.ts'
import { formatRupiah } from '#kernel/money/money.ts'
import {
  CursorPagination,
  EmptyState,
  ExportLinks,
  FilterBar,
  LinkButton,
  StatusTag,
  Table,
  withQuery,
} from '#ui/index.ts'
import { objectKinds } from '../domain.ts'
import { formatNop } from '../nop.ts'
import { localTaxPaths } from '../paths.ts'
import type { TaxObject } from '../queries/objects.ts'
import { objectTexts } from '../texts/objects.ts'
import { TaxFrame, type TaxPageProps } from './frame.tsx'
import type { AreaOption } from './taxpayer-list-page.tsx'

interface ListProps extends TaxPageProps {
  readonly rows: readonly TaxObject[]
  readonly next: string | undefined
  readonly isFirstPage: boolean
  readonly areas: readonly AreaOption[]
  readonly query: {
    readonly q: string
    readonly jenis?: string | undefined
    readonly keadaan?: string | undefined
    readonly wilayah: string
  }
}

export function ObjectListPage(props: ListProps) {
  const { locale, query } = props
  const t = objectTexts(locale)
  const isFiltered = Boolean(query.q || query.jenis || query.keadaan || query.wilayah)
  const add = isPermitted(props.actor, 'local-tax.register') && (
    <LinkButton href={localTaxPaths.newObject} icon="plus">
      {t('new')}
    </LinkButton>
  )
  return (
    <TaxFrame {...props} title={t('title')} lead={t('lead')} actions={add}>
      <FilterBar
        action={localTaxPaths.objects}
        search={{ name: 'q', value: query.q, label: t('search') }}
        selects={[
          {
            name: 'jenis',
            label: t('kind'),
            value: query.jenis,
            options: objectKinds.map((value) => ({ value, label: t(`kind.${value}`) })),
          },
          {
            name: 'keadaan',
            label: t('state'),
            value: query.keadaan,
            options: (['active', 'ended'] as const).map((value) => ({ value, label: t(`state.${value}`) })),
          },
          { name: 'wilayah', label: t('area'), value: query.wilayah, options: props.areas },
        ]}
        clearHref={localTaxPaths.objects}
      />
      <Table
        caption={t('title')}
        captionHidden
        dense
        rows={props.rows}
        rowKey={(row) => row.id}
        rowHref={(row) => localTaxPaths.object(row.id)}
        empty={
          isFiltered ? (
            <EmptyState title={t('no-match')} icon="search">
              {t('no-match-help')}
            </EmptyState>
          ) : (
            <EmptyState title={t('none')} icon="search" action={add}>
              {t('none-help')}
            </EmptyState>
          )
        }
        columns={[
          { key: 'code', label: t('number'), header: true, cell: (row) => formatNop(row.code) },
          { key: 'name', label: t('name'), cell: (row) => row.name },
          { key: 'kind', label: t('kind'), cell: (row) => t(`kind.${row.kind}`) },
          { key: 'owner', label: t('owner'), cell: (row) => row.ownerName ?? t('owner-none') },
          {
            key: 'value',
            label: t('value'),
            align: 'end',
            cell: (row) => (row.land ? formatRupiah(row.land.value) : '–'),
          },
          {
            key: 'state',
            label: t('state'),
            cell: (row) => (
              <StatusTag tone={row.state === 'active' ? 'good' : 'neutral'}>{t(`state.${row.state}`)}</StatusTag>
            ),
          },
        ]}
      />
      <CursorPagination
        previousHref={props.isFirstPage ? undefined : withQuery(localTaxPaths.objects, query)}
        nextHref={props.next && withQuery(localTaxPaths.objects, { ...query, setelah: props.next })}
      />
      <div class="btn-row">
        <ExportLinks path={localTaxPaths.objects} query={query} />
      </div>
    </TaxFrame>
  )
}
