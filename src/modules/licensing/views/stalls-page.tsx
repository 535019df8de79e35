import { formatNumber } from '#kernel/i18n/format.ts'
import { formatRupiah } from '#kernel/money/money.ts'
import {
  CitizenLayout,
  CursorPagination,
  EmptyState,
  ExportLinks,
  FilterBar,
  LinkButton,
  Stats,
  StatusTag,
  Table,
  useFrame,
} from '#ui/index.ts'
import { licensingPaths } from '../paths.ts'
import { type MarketCount, type StallFilter, type StallPage, stallZones } from '../queries/stalls.ts'
import { areaInWords, licensingTexts } from '../texts.ts'

export interface StallsPageProps {
  readonly markets: readonly MarketCount[]
  readonly found: StallPage
  readonly filter: StallFilter
  readonly isFirst: boolean
  /** Undefined as long as the permit cannot be applied for here. */
  readonly applyHref: string | undefined
}

const tones = { free: 'good', let: 'info', closed: 'neutral' } as const
const states = ['free', 'let', 'closed'] as const

/** Every stall of the markets: nobody has to walk there to see which are free. */
export function StallsPage({ markets, found, filter, isFirst, applyHref }: StallsPageProps) {
  const { locale } = useFrame()
  const t = licensingTexts(locale)
  const query = { q: filter.text, pasar: filter.market, zona: filter.zone, keadaan: filter.state }
  return (
    <CitizenLayout title={t('title')} lead={t('lead')}>
      <Stats
        label={t('title')}
        items={markets.map(({ market, all, free }) => ({
          value: formatNumber(free, locale),
          text: t('stalls', { all: formatNumber(all, locale), market }),
        }))}
      />
      {applyHref && (
        <p class="mt-4 mb-4">
          <LinkButton href={applyHref}>{t('apply')}</LinkButton>
        </p>
      )}
      <FilterBar
        action={licensingPaths.stalls}
        search={{ label: t('search'), value: filter.text }}
        selects={[
          {
            name: 'pasar',
            label: t('market'),
            value: filter.market,
            options: markets.map(({ market }) => ({ value: market, label: market })),
          },
          {
            name: 'zona',
            label: t('zone'),
            value: filter.zone,
            options: stallZones.map((value) => ({ value, label: t(`zone.${value}`) })),
          },
          {
            name: 'keadaan',
            label: t('state'),
            value: filter.state,
            options: states.map((value) => ({ value, label: t(`state.${value}`) })),
          },
        ]}
        clearHref={licensingPaths.stalls}
      />
      <Table
        caption={t('title')}
        captionHidden
        rows={found.rows}
        rowKey={(row) => row.code}
        empty={
          <EmptyState
            title={t('none')}
            icon="search"
            action={<LinkButton href={licensingPaths.stalls}>{t('all-stalls')}</LinkButton>}
          >
            {t('none-help')}
          </EmptyState>
        }
        columns={[
          { key: 'code', label: t('code'), header: true, cell: (row) => row.code },
          { key: 'market', label: t('market'), cell: (row) => row.market },
          { key: 'zone', label: t('zone'), cell: (row) => t(`zone.${row.zone}`) },
          { key: 'area', label: t('area'), align: 'end', cell: (row) => areaInWords(row.area, locale) },
          { key: 'fee', label: t('fee'), align: 'end', cell: (row) => formatRupiah(row.yearlyFee) },
          {
            key: 'state',
            label: t('state'),
            cell: (row) => <StatusTag tone={tones[row.state]}>{t(`state.${row.state}`)}</StatusTag>,
          },
        ]}
      />
      <CursorPagination
        previousHref={isFirst ? undefined : licensingPaths.stallsOf(query)}
        nextHref={found.next && licensingPaths.stallsOf({ ...query, sesudah: found.next })}
        countText={t('shown', { count: found.rows.length })}
      />
      <p class="hint">{t('privacy')}</p>
      <div class="btn-row">
        <ExportLinks path={licensingPaths.stalls} query={query} />
      </div>
    </CitizenLayout>
  )
}
