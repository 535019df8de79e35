import type { ComponentChildren } from 'preact'
import { formatDay } from '#kernel/i18n/format.ts'
import { formatRupiah } from '#kernel/money/money.ts'
import { StatusTag, Table, type TableColumn, useFrame } from '#ui/index.ts'
import { billingPaths } from '../paths.ts'
import { channelName } from '../views/bill-words.ts'
import type { Difference } from './queries.ts'
import { reconciliationTexts } from './texts.ts'

export const differenceTones = { open: 'late', asked: 'soon', explained: 'neutral', settled: 'good' } as const

export function useDifferenceColumns(): TableColumn<Difference>[] {
  const { locale } = useFrame()
  const t = reconciliationTexts(locale)
  const money = (amount: Difference['ours']) => (amount === undefined ? '' : formatRupiah(amount))
  return [
    { key: 'kind', label: t('kind'), header: true, cell: (row) => t(`kind-${row.kind}`) },
    { key: 'day', label: t('day'), cell: (row) => formatDay(row.day, locale) },
    { key: 'channel', label: t('channel'), cell: (row) => channelName(row.channel, locale) },
    { key: 'reference', label: t('reference'), cell: (row) => row.reference },
    { key: 'ours', label: t('amount-ours'), align: 'end', cell: (row) => money(row.ours) },
    { key: 'theirs', label: t('amount-theirs'), align: 'end', cell: (row) => money(row.theirs) },
    {
      key: 'state',
      label: t('state'),
      cell: (row) => <StatusTag tone={differenceTones[row.state]}>{t(`state-${row.state}`)}</StatusTag>,
    },
  ]
}

export function DifferenceTable({ rows, empty }: { rows: readonly Difference[]; empty: ComponentChildren }) {
  const t = reconciliationTexts(useFrame().locale)
  return (
    <Table
      caption={t('differences')}
      captionHidden
      dense
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => billingPaths.difference(row.id)}
      empty={empty}
      columns={useDifferenceColumns()}
    />
  )
}
