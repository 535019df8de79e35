import type { Zone } from '#kernel/clock/clock.ts'
import { formatShort } from '#kernel/i18n/format.ts'
import {
  Button,
  CsrfField,
  CursorPagination,
  DayInput,
  EmptyState,
  ExportLinks,
  FilterBar,
  StatusTag,
  Table,
  type Tone,
  useFrame,
  withQuery,
} from '#ui/index.ts'
import { channels, type DeliveryState, deliveryStates } from '../domain.ts'
import { messagingPaths } from '../paths.ts'
import type { ListedDelivery } from '../queries/deliveries.ts'
import { messagingTexts } from '../texts.ts'
import { type AdminAround, AdminFrame } from './admin-frame.tsx'

const tones: Readonly<Record<DeliveryState, Tone>> = {
  queued: 'neutral',
  sending: 'info',
  sent: 'info',
  delivered: 'good',
  read: 'good',
  failed: 'late',
}

export interface DeliveriesProps extends AdminAround {
  readonly rows: readonly ListedDelivery[]
  readonly next: string | undefined
  readonly isFirstPage: boolean
  readonly query: { readonly [name in 'lewat' | 'keadaan' | 'dari' | 'sampai']?: string | undefined }
  readonly zone: Zone
}

export function DeliveriesPage(props: DeliveriesProps) {
  const { locale } = useFrame()
  const t = messagingTexts(locale)
  const { query } = props
  return (
    <AdminFrame
      {...props}
      title={t('deliveries.title')}
      lead={t('deliveries.lead')}
      actions={<ExportLinks path={messagingPaths.deliveries} query={query} />}
    >
      <FilterBar
        action={messagingPaths.deliveries}
        selects={[
          {
            name: 'keadaan',
            label: t('deliveries.state'),
            value: query.keadaan ?? 'failed',
            options: deliveryStates.map((state) => ({ value: state, label: t(`delivery.${state}`) })),
          },
          {
            name: 'lewat',
            label: t('deliveries.channel'),
            value: query.lewat,
            options: channels.map((channel) => ({ value: channel, label: t(`channel.${channel}`) })),
          },
        ]}
      >
        <DayInput name="dari" label={t('deliveries.from')} value={query.dari} />
        <DayInput name="sampai" label={t('deliveries.to')} value={query.sampai} />
      </FilterBar>
      <Table
        caption={t('deliveries.title')}
        captionHidden
        dense
        rows={props.rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState title={t('deliveries.empty')} icon="circle-check">
            {t('deliveries.empty-help')}
          </EmptyState>
        }
        columns={[
          { key: 'message', label: t('deliveries.message'), header: true, cell: (row) => row.messageTitle },
          { key: 'channel', label: t('deliveries.channel'), cell: (row) => t(`channel.${row.channel}`) },
          { key: 'address', label: t('deliveries.address'), cell: (row) => row.address },
          { key: 'when', label: t('deliveries.when'), cell: (row) => formatShort(row.createdAt, locale, props.zone) },
          { key: 'attempts', label: t('deliveries.attempts'), align: 'end', cell: (row) => row.attempts },
          { key: 'error', label: t('deliveries.error'), cell: (row) => row.lastError ?? '' },
          {
            key: 'state',
            label: t('deliveries.state'),
            cell: (row) => <StatusTag tone={tones[row.state]}>{t(`delivery.${row.state}`)}</StatusTag>,
          },
          {
            key: 'retry',
            label: t('deliveries.retry'),
            cell: (row) =>
              row.state === 'failed' && (
                <form method="post" action={messagingPaths.retry(row.id)}>
                  <CsrfField />
                  <Button small variant="secondary">
                    {t('deliveries.retry')}
                    <span class="sr-only"> {row.messageTitle}</span>
                  </Button>
                </form>
              ),
          },
        ]}
      />
      <CursorPagination
        previousHref={props.isFirstPage ? undefined : withQuery(messagingPaths.deliveries, query)}
        nextHref={props.next && withQuery(messagingPaths.deliveries, { ...query, setelah: props.next })}
      />
    </AdminFrame>
  )
}
