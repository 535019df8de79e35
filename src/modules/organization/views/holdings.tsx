import { StatusTag, Table } from '#ui/index.ts'
import { holdingState } from '../domain.ts'
import { organizationPaths } from '../paths.ts'
import type { NamedHolding, Position } from '../queries/positions.ts'
import { organizationTexts } from '../texts.ts'
import type { AdminPage } from './admin-frame.tsx'
import { formatDay, formatPeriod } from './days.ts'

const tones = { current: 'good', coming: 'info', ended: 'neutral' } as const

interface HoldingTableProps extends Pick<AdminPage, 'locale'> {
  readonly holdings: readonly NamedHolding[]
  /** Named in a column when the table is about several. */
  readonly positions?: readonly Position[] | undefined
  readonly day: string
  readonly mayAssign: boolean
}

/** Who held what from which day to which day, and by which decree. */
export function HoldingTable({ locale, holdings, positions, day, mayAssign }: HoldingTableProps) {
  const t = organizationTexts(locale)
  const titleOf = (holding: NamedHolding) => positions?.find(({ id }) => id === holding.positionId)?.title
  return (
    <Table
      caption={t('history')}
      captionHidden
      dense
      rows={holdings}
      rowKey={(holding) => holding.id}
      empty={<p class="hint">{t('history-empty')}</p>}
      columns={[
        {
          key: 'holder',
          label: t('name'),
          header: true,
          cell: (holding) => `${holding.displayName} (${t(`manner-short-${holding.manner}`)})`,
        },
        ...(positions ? [{ key: 'position', label: t('position'), cell: titleOf }] : []),
        { key: 'period', label: t('period'), cell: (holding) => formatPeriod(holding, locale) },
        {
          key: 'decree',
          label: t('decree'),
          cell: (holding) => `${holding.decreeNumber}, ${formatDay(holding.decreeOn, locale)}`,
        },
        {
          key: 'state',
          label: t('state'),
          cell: (holding) => {
            const state = holdingState(holding, day)
            return (
              <>
                <StatusTag tone={tones[state]}>{t(`holding-${state}`)}</StatusTag>{' '}
                {mayAssign && state !== 'ended' && (
                  <a href={organizationPaths.endAssignment(holding.id)}>
                    {t('end')}
                    <span class="sr-only"> {holding.displayName}</span>
                  </a>
                )}
              </>
            )
          },
        },
      ]}
    />
  )
}
