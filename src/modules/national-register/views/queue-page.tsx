import { formatShort } from '#kernel/i18n/format.ts'
import { EmptyState, ExportLinks, NarrowedList, StatusTag, useFrame } from '#ui/index.ts'
import { messageStates } from '../domain.ts'
import { nationalPaths } from '../paths.ts'
import type { MessageRow } from '../queries/messages.ts'
import { nationalTexts } from '../texts.ts'
import { type Around, NationalFrame } from './frame.tsx'
import { eventName, messageTones, problemWords } from './words.ts'

export interface QueueProps extends Around {
  readonly rows: readonly MessageRow[]
  readonly next: string | undefined
  readonly isFirstPage: boolean
  readonly query: Readonly<Record<string, string | undefined>>
}

export function QueuePage(props: QueueProps) {
  const { locale } = useFrame()
  const t = nationalTexts(locale)
  const { query, zone } = props
  const path = nationalPaths.queue
  const isFiltered = Object.values(query).some(Boolean)
  return (
    <NationalFrame
      {...props}
      title={t('queue.title')}
      lead={t('queue.lead')}
      actions={<ExportLinks path={path} query={query} />}
    >
      <NarrowedList
        caption={t('queue.title')}
        path={path}
        query={query}
        searchLabel={t('queue.search')}
        selects={[
          {
            name: 'keadaan',
            label: t('state'),
            value: query['keadaan'],
            options: (['unsettled', ...messageStates] as const).map((value) => ({
              value,
              label: t(`message.${value}`),
            })),
          },
        ]}
        rows={props.rows}
        empty={
          <EmptyState title={t(isFiltered ? 'none' : 'queue.empty')} icon={isFiltered ? 'search' : 'inbox'}>
            {t(isFiltered ? 'none-help' : 'queue.empty-help')}
          </EmptyState>
        }
        columns={[
          { key: 'what', label: t('queue.what'), header: true, cell: (row) => eventName(row.eventKind, locale) },
          { key: 'number', label: t('queue.number'), cell: (row) => row.registerNumber ?? '–' },
          {
            key: 'recorded',
            label: t('queue.recorded'),
            cell: (row) => formatShort(row.recordedAt, locale, zone),
          },
          {
            key: 'state',
            label: t('state'),
            cell: (row) => (
              <StatusTag tone={row.isBehind ? 'neutral' : messageTones[row.state]}>
                {t(row.isBehind ? 'message.behind' : `message.${row.state}`)}
              </StatusTag>
            ),
          },
          { key: 'attempts', label: t('queue.attempts'), align: 'end', cell: (row) => row.attempts },
          {
            key: 'problem',
            label: t('queue.problem'),
            cell: (row) =>
              row.differenceId && props.may.settle ? (
                <a href={nationalPaths.difference(row.differenceId)}>{t('message.see')}</a>
              ) : (
                (row.reference ?? problemWords(row.problem, locale) ?? '–')
              ),
          },
        ]}
        next={props.next}
        isFirstPage={props.isFirstPage}
      />
    </NationalFrame>
  )
}
