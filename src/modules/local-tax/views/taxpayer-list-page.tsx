import { isPermitted } from '#kernel/access/access.ts'
import {
  CursorPagination,
  EmptyState,
  ExportLinks,
  FilterBar,
  LinkButton,
  Notice,
  StatusTag,
  Table,
  withQuery,
} from '#ui/index.ts'
import { type TaxpayerState, taxpayerStates } from '../domain.ts'
import { localTaxPaths } from '../paths.ts'
import type { TaxpayerPage } from '../queries/taxpayers.ts'
import { taxTexts } from '../texts/taxpayers.ts'
import { TaxFrame, type TaxPageProps } from './frame.tsx'

export interface AreaOption {
  readonly value: string
  readonly label: string
}

interface ListProps extends TaxPageProps {
  readonly found: TaxpayerPage
  readonly isFirstPage: boolean
  readonly areas: readonly AreaOption[]
  readonly query: {
    readonly q: string
    readonly jenis?: string | undefined
    readonly keadaan?: string | undefined
    readonly wilayah: string
  }
}

const tones = { active: 'good', suspended: 'soon', closed: 'neutral' } as const

export function TaxpayerStateTag({ state, locale }: { state: TaxpayerState; locale: TaxPageProps['locale'] }) {
  return <StatusTag tone={tones[state]}>{taxTexts(locale)(`state.${state}`)}</StatusTag>
}

export function TaxpayerListPage(props: ListProps) {
  const { locale, query, found, areas } = props
  const t = taxTexts(locale)
  const isFiltered = Boolean(query.q || query.jenis || query.keadaan || query.wilayah)
  const add = isPermitted(props.actor, 'local-tax.register') && (
    <LinkButton href={localTaxPaths.newTaxpayer} icon="plus">
      {t('new')}
    </LinkButton>
  )
  return (
    <TaxFrame {...props} title={t('list.title')} lead={t('list.lead')} actions={add}>
      <FilterBar
        action={localTaxPaths.taxpayers}
        search={{ name: 'q', value: query.q, label: t('list.search') }}
        selects={[
          {
            name: 'jenis',
            label: t('kind'),
            value: query.jenis,
            options: (['person', 'firm'] as const).map((value) => ({ value, label: t(`kind.${value}`) })),
          },
          {
            name: 'keadaan',
            label: t('state'),
            value: query.keadaan,
            options: taxpayerStates.map((value) => ({ value, label: t(`state.${value}`) })),
          },
          { name: 'wilayah', label: t('area'), value: query.wilayah, options: areas },
        ]}
        clearHref={localTaxPaths.taxpayers}
      />
      {found.isSimilar && <Notice tone="info">{t('list.similar')}</Notice>}
      <Table
        caption={t('list.title')}
        captionHidden
        dense
        rows={found.rows}
        rowKey={(row) => row.id}
        rowHref={(row) => localTaxPaths.taxpayer(row.id)}
        empty={
          isFiltered ? (
            <EmptyState title={t('list.no-match')} icon="search">
              {t('list.no-match-help')}
            </EmptyState>
          ) : (
            <EmptyState title={t('list.none')} icon="search" action={add}>
              {t('list.none-help')}
            </EmptyState>
          )
        }
        columns={[
          { key: 'name', label: t('name'), header: true, cell: (row) => row.name },
          { key: 'npwpd', label: t('npwpd'), cell: (row) => row.npwpd },
          { key: 'kind', label: t('kind'), cell: (row) => t(`kind.${row.kind}`) },
          { key: 'address', label: t('address'), cell: (row) => row.address },
          { key: 'state', label: t('state'), cell: (row) => <TaxpayerStateTag state={row.state} locale={locale} /> },
        ]}
      />
      <CursorPagination
        previousHref={props.isFirstPage ? undefined : withQuery(localTaxPaths.taxpayers, query)}
        nextHref={found.next && withQuery(localTaxPaths.taxpayers, { ...query, setelah: found.next })}
      />
      <div class="btn-row">
        <ExportLinks path={localTaxPaths.taxpayers} query={query} />
      </div>
    </TaxFrame>
  )
}
