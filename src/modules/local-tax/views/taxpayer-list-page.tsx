import { isPermitted } from '#kernel/access/access.ts'
import { LinkButton, Notice, StatusTag } from '#ui/index.ts'
import { type TaxpayerState, taxpayerStates } from '../domain.ts'
import { localTaxPaths } from '../paths.ts'
import type { TaxpayerPage } from '../queries/taxpayers.ts'
import { taxTexts } from '../texts/taxpayers.ts'
import type { TaxPageProps } from './frame.tsx'
import { type AreaOption, type ListProps, TaxList } from './tax-list.tsx'

interface PageProps
  extends ListProps<{
    readonly q: string
    readonly jenis?: string | undefined
    readonly keadaan?: string | undefined
    readonly wilayah: string
  }> {
  readonly found: TaxpayerPage
  readonly areas: readonly AreaOption[]
}

const tones = { active: 'good', suspended: 'soon', closed: 'neutral' } as const

export function TaxpayerStateTag({ state, locale }: { state: TaxpayerState; locale: TaxPageProps['locale'] }) {
  return <StatusTag tone={tones[state]}>{taxTexts(locale)(`state.${state}`)}</StatusTag>
}

export function TaxpayerListPage(props: PageProps) {
  const { locale, query, found, areas } = props
  const t = taxTexts(locale)
  return (
    <TaxList
      {...props}
      title={t('list.title')}
      lead={t('list.lead')}
      actions={
        isPermitted(props.actor, 'local-tax.register') && (
          <LinkButton href={localTaxPaths.newTaxpayer} icon="plus">
            {t('new')}
          </LinkButton>
        )
      }
      path={localTaxPaths.taxpayers}
      searchLabel={t('list.search')}
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
      before={found.isSimilar && <Notice tone="info">{t('list.similar')}</Notice>}
      rows={found.rows}
      rowHref={(row) => localTaxPaths.taxpayer(row.id)}
      none={[t('list.none'), t('list.none-help')]}
      noMatch={[t('list.no-match'), t('list.no-match-help')]}
      columns={[
        { key: 'name', label: t('name'), header: true, cell: (row) => row.name },
        { key: 'npwpd', label: t('npwpd'), cell: (row) => row.npwpd },
        { key: 'kind', label: t('kind'), cell: (row) => t(`kind.${row.kind}`) },
        { key: 'address', label: t('address'), cell: (row) => row.address },
        { key: 'state', label: t('state'), cell: (row) => <TaxpayerStateTag state={row.state} locale={locale} /> },
      ]}
    />
  )
}
