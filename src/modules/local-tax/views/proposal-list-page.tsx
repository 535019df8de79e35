import { formatNumber, formatShort } from '#kernel/i18n/format.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import { formatRupiah } from '#kernel/money/money.ts'
import { StatusTag } from '#ui/index.ts'
import { type ProposalState, proposalKinds, proposalMachine } from '../claims.ts'
import { localTaxPaths } from '../paths.ts'
import type { Proposal } from '../queries/proposals.ts'
import { collectingTexts } from '../texts/collecting.ts'
import { type ListProps, TaxList } from './tax-list.tsx'

const tones = { proposed: 'soon', working: 'info', done: 'good', returned: 'neutral' } as const

export function ProposalTag({ state, locale }: { state: ProposalState; locale: Locale }) {
  return <StatusTag tone={tones[state]}>{collectingTexts(locale)(`state.${state}`)}</StatusTag>
}

interface PageProps
  extends ListProps<{
    readonly q: string
    readonly jenis?: string | undefined
    readonly keadaan?: string | undefined
  }> {
  readonly rows: readonly Proposal[]
}

export function ProposalListPage(props: PageProps) {
  const { locale, query, zone } = props
  const t = collectingTexts(locale)
  return (
    <TaxList
      {...props}
      title={t('proposals.title')}
      lead={t('proposals.lead')}
      path={localTaxPaths.proposals}
      searchLabel={t('proposals.search')}
      selects={[
        {
          name: 'jenis',
          label: t('kind'),
          value: query.jenis,
          options: proposalKinds.map((value) => ({ value, label: t(`kind.${value}`) })),
        },
        {
          name: 'keadaan',
          label: t('state'),
          value: query.keadaan,
          options: proposalMachine.states.map((value) => ({ value, label: t(`state.${value as ProposalState}`) })),
        },
      ]}
      rowHref={(row) => localTaxPaths.proposal(row.id)}
      none={[t('proposals.none'), t('proposals.none-help')]}
      noMatch={[t('proposals.no-match'), t('no-match-help')]}
      columns={[
        { key: 'kind', label: t('kind'), header: true, cell: (row) => t(`kind.${row.kind}`) },
        { key: 'total', label: t('total'), align: 'end', cell: (row) => formatNumber(row.total, locale) },
        { key: 'amount', label: t('amount'), align: 'end', cell: (row) => formatRupiah(row.amount) },
        { key: 'made', label: t('made-by'), cell: (row) => `${row.madeBy}, ${formatShort(row.madeAt, locale, zone)}` },
        { key: 'state', label: t('state'), cell: (row) => <ProposalTag state={row.state} locale={locale} /> },
      ]}
    />
  )
}
