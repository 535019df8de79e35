import type { Actor } from '#kernel/access/access.ts'
import { formatMonth, formatNumber } from '#kernel/i18n/format.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import { EmptyState, ExportLinks, FilterBar, StaffLayout, Table } from '#ui/index.ts'
import { type FlowKind, flowKinds } from '../domain.ts'
import { demographyPaths } from '../paths.ts'
import type { MonthlyRow } from '../queries/figures.ts'
import { demographyTexts } from '../texts.ts'

export interface MonthlyProps {
  readonly locale: Locale
  readonly actor: Actor
  /** Months that were counted, as the ISO day of their first, the newest first. */
  readonly months: readonly string[]
  readonly month: string | undefined
  readonly area: string
  readonly areas: readonly { readonly value: string; readonly label: string }[]
  readonly rows: readonly (MonthlyRow & { readonly name: string })[]
}

/** The monthly report that the office sends to the province. */
export function MonthlyPage(props: MonthlyProps) {
  const { locale, month } = props
  const t = demographyTexts(locale)
  const pair = (value: { male: number; female: number }) =>
    `${formatNumber(value.male, locale)} / ${formatNumber(value.female, locale)}`
  return (
    <StaffLayout
      title={t('monthly')}
      lead={t('monthly-lead')}
      desk={t('desk')}
      unit={props.actor.position?.unitName}
      actions={
        month && (
          <ExportLinks path={demographyPaths.monthly} query={{ bulan: month, wilayah: props.area || undefined }} />
        )
      }
    >
      <FilterBar
        action={demographyPaths.monthly}
        selects={[
          { name: 'wilayah', label: t('area'), value: props.area, options: props.areas },
          {
            name: 'bulan',
            label: t('month'),
            value: month,
            options: props.months.map((value) => ({
              value,
              label: formatMonth(Temporal.PlainYearMonth.from(value.slice(0, 7)), locale),
            })),
          },
        ]}
      />
      <Table
        caption={t('monthly')}
        captionHidden
        dense
        rows={props.rows}
        rowKey={(row) => row.code}
        empty={<EmptyState title={t('monthly-none')}>{t('not-counted-help')}</EmptyState>}
        columns={[
          { key: 'name', label: t('part'), header: true, cell: (row) => row.name },
          { key: 'start', label: `${t('start')} (L / P)`, align: 'end', cell: (row) => pair(row.start) },
          ...flowKinds
            .filter((kind) => kind !== 'marriage' && kind !== 'divorce')
            .map((kind: FlowKind) => ({
              key: kind,
              label: t(`kind-${kind}`),
              align: 'end' as const,
              cell: (row: MonthlyRow) => pair(row.flows[kind]),
            })),
          { key: 'end', label: `${t('end')} (L / P)`, align: 'end', cell: (row) => pair(row.end) },
        ]}
      />
    </StaffLayout>
  )
}
