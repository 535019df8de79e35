import type { Zone } from '#kernel/clock/clock.ts'
import { formatDay, formatShort } from '#kernel/i18n/format.ts'
import { EmptyState, ExportLinks, LinkButton, NarrowedList, StatusTag, useFrame } from '#ui/index.ts'
import { movingPaths } from '../../paths.ts'
import { type Transfer, transferChannels, transferStates } from '../queries/transfers.ts'
import { movingTexts } from '../texts.ts'
import { MovingFrame, type MovingPage } from './frame.tsx'

const tones = {
  asked: 'soon',
  drafted: 'info',
  sent: 'info',
  accepted: 'info',
  withdrawing: 'soon',
  announced: 'soon',
  claimed: 'soon',
  registered: 'info',
  settled: 'good',
  refused: 'late',
  lapsed: 'neutral',
  cancelled: 'neutral',
  withdrawn: 'neutral',
} as const

export function TransferState({ transfer }: { transfer: Transfer }) {
  const t = movingTexts(useFrame().locale)
  if (transfer.trouble) return <StatusTag tone="late">{t('trouble')}</StatusTag>
  const key = transfer.state === 'registered' && transfer.direction === 'out' ? 'registered-out' : transfer.state
  return <StatusTag tone={tones[transfer.state]}>{t(`state-${key}`)}</StatusTag>
}

export interface TransferListProps extends MovingPage {
  readonly query: { readonly q: string; readonly arah: string; readonly cara: string; readonly keadaan: string }
  readonly rows: readonly Transfer[]
  readonly next: string | undefined
  readonly isFirstPage: boolean
  readonly mayAsk: boolean
  readonly zone: Zone
}

export function TransferListPage(props: TransferListProps) {
  const { locale } = useFrame()
  const t = movingTexts(locale)
  const { query } = props
  const path = movingPaths.desk
  const isFiltered = Object.values(query).some(Boolean)
  return (
    <MovingFrame
      {...props}
      title={t('desk')}
      lead={t('lead')}
      actions={
        <>
          {props.mayAsk && (
            <LinkButton href={movingPaths.ask} variant="secondary" small>
              {t('ask')}
            </LinkButton>
          )}
          <ExportLinks path={path} query={{ ...query }} />
        </>
      }
    >
      <NarrowedList
        caption={t('desk')}
        path={path}
        query={query}
        searchLabel={t('search')}
        selects={[
          {
            name: 'keadaan',
            label: t('state'),
            value: query.keadaan,
            options: (['waiting', ...transferStates] as const).map((state) => ({
              value: state,
              label: t(`state-${state}`),
            })),
          },
          {
            name: 'arah',
            label: t('direction'),
            value: query.arah,
            options: (['out', 'in'] as const).map((each) => ({ value: each, label: t(`direction-${each}`) })),
          },
          {
            name: 'cara',
            label: t('channel'),
            value: query.cara,
            options: transferChannels.map((each) => ({ value: each, label: t(`channel-${each}`) })),
          },
        ]}
        rows={props.rows}
        rowHref={(row) => movingPaths.transfer(row.id)}
        empty={
          <EmptyState title={t(isFiltered ? 'none' : 'empty')} icon="search">
            {t(isFiltered ? 'none-help' : 'empty-help')}
          </EmptyState>
        }
        columns={[
          { key: 'head', label: t('head'), header: true, cell: (row) => row.headName },
          { key: 'people', label: t('people'), align: 'end', cell: (row) => row.peopleCount },
          { key: 'direction', label: t('direction'), cell: (row) => t(`direction-${row.direction}`) },
          { key: 'place', label: t('place'), cell: (row) => row.otherPlace },
          { key: 'moved', label: t('moved'), cell: (row) => formatDay(Temporal.PlainDate.from(row.movedOn), locale) },
          { key: 'state', label: t('state'), cell: (row) => <TransferState transfer={row} /> },
          { key: 'changed', label: t('changed'), cell: (row) => formatShort(row.changedAt, locale, props.zone) },
        ]}
        next={props.next}
        isFirstPage={props.isFirstPage}
      />
    </MovingFrame>
  )
}
