import type { Zone } from '#kernel/clock/clock.ts'
import { formatShort } from '#kernel/i18n/format.ts'
import {
  CursorPagination,
  EmptyState,
  ExportLinks,
  FilterBar,
  StatusTag,
  Table,
  type Tone,
  useFrame,
  withQuery,
} from '#ui/index.ts'
import { type ItemState, itemStates } from '../domain.ts'
import { fieldCounterPaths } from '../paths.ts'
import type { FieldDevice } from '../queries/devices.ts'
import type { FieldItem } from '../queries/items.ts'
import { fieldCounterTexts } from '../texts.ts'
import { type DeskAround, DeskFrame } from './desk-frame.tsx'

export const itemTones: Readonly<Record<ItemState, Tone>> = {
  arriving: 'soon',
  received: 'good',
  refused: 'late',
  conflict: 'late',
  withdrawn: 'neutral',
}

export interface ItemsPageProps extends DeskAround {
  readonly rows: readonly FieldItem[]
  readonly next: string | undefined
  readonly counts: Readonly<Record<ItemState, number>>
  readonly titles: ReadonlyMap<string, string>
  /** The one to which the list is narrowed. */
  readonly device: FieldDevice | undefined
  readonly query: Readonly<Record<string, string | undefined>>
  readonly zone: Zone
}

/** All that came from devices, for who supervises them. */
export function ItemsPage(props: ItemsPageProps) {
  const { locale } = useFrame()
  const t = fieldCounterTexts(locale)
  const { setelah, ...filters } = props.query
  const path = fieldCounterPaths.items
  const isFiltered = Object.values(filters).some(Boolean)
  return (
    <DeskFrame
      {...props}
      title={t('items.title')}
      lead={`${t('items.lead')} ${t('items.count', props.counts)}`}
      actions={<ExportLinks path={path} query={filters} />}
    >
      <FilterBar
        action={path}
        search={{ name: 'q', value: filters['q'], label: t('items.search') }}
        selects={[
          {
            name: 'keadaan',
            label: t('items.state'),
            value: filters['keadaan'],
            options: itemStates.map((state) => ({ value: state, label: t(`state.${state}`) })),
          },
          {
            name: 'umur',
            label: t('items.age'),
            value: filters['umur'],
            options: (['1', '3', '7'] as const).map((days) => ({ value: days, label: t(`items.age-${days}`) })),
          },
          ...(props.device
            ? [
                {
                  name: 'perangkat',
                  label: t('items.device'),
                  value: props.device.id,
                  options: [{ value: props.device.id, label: `${props.device.name} (${props.device.code})` }],
                },
              ]
            : []),
        ]}
        clearHref={path}
      />
      <Table
        caption={t('items.title')}
        captionHidden
        dense
        rows={props.rows}
        rowKey={(item) => item.id}
        rowHref={(item) => fieldCounterPaths.item(item.id)}
        empty={
          isFiltered ? (
            <EmptyState title={t('items.none-found')} icon="search">
              {t('items.none-found-help')}
            </EmptyState>
          ) : (
            <EmptyState title={t('items.none')}>{t('items.none-help')}</EmptyState>
          )
        }
        columns={[
          { key: 'number', label: t('number'), header: true, cell: (item) => item.localNumber },
          { key: 'service', label: t('service'), cell: (item) => props.titles.get(item.serviceId) ?? item.serviceId },
          { key: 'device', label: t('devices.name'), cell: (item) => `${item.deviceName} (${item.deviceCode})` },
          { key: 'officer', label: t('officer'), cell: (item) => item.officer },
          { key: 'filled', label: t('filled'), cell: (item) => formatShort(item.filledAt, locale, props.zone) },
          {
            key: 'state',
            label: t('items.state'),
            cell: (item) => <StatusTag tone={itemTones[item.state]}>{t(`state.${item.state}`)}</StatusTag>,
          },
          { key: 'case', label: t('case'), cell: (item) => item.caseNumber ?? '' },
        ]}
      />
      <CursorPagination
        previousHref={setelah ? withQuery(path, filters) : undefined}
        nextHref={props.next && withQuery(path, { ...filters, setelah: props.next })}
      />
    </DeskFrame>
  )
}
