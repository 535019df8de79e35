import { formatDay } from '#kernel/i18n/format.ts'
import {
  CitizenLayout,
  CursorPagination,
  EmptyState,
  FilterBar,
  LinkButton,
  Table,
  useFrame,
  withQuery,
} from '#ui/index.ts'
import type { MarriageNotice } from './marriage-notices.ts'
import { noticePaths } from './notice-paths.ts'
import { noticeTexts } from './notice-texts.ts'

export interface NoticesPageProps {
  readonly rows: readonly MarriageNotice[]
  readonly next: string | undefined
  readonly text: string
  readonly isFirst: boolean
}

/** The notice board of marriages, for everybody. @basis PP 9/1975 pasal 8 */
export function NoticesPage({ rows, next, text, isFirst }: NoticesPageProps) {
  const { locale } = useFrame()
  const t = noticeTexts(locale)
  const day = (iso: string) => formatDay(Temporal.PlainDate.from(iso), locale)
  const query = text ? { q: text } : {}
  return (
    <CitizenLayout title={t('title')} lead={t('lead')}>
      <FilterBar
        action={noticePaths.list}
        search={{ label: t('search'), value: text }}
        selects={[]}
        clearHref={noticePaths.list}
      />
      <Table
        caption={t('title')}
        captionHidden
        rows={rows}
        rowKey={(row) => row.caseId}
        empty={
          <EmptyState
            title={text ? t('none-found') : t('none')}
            icon="heart"
            action={text ? <LinkButton href={noticePaths.list}>{t('all')}</LinkButton> : undefined}
          >
            {t('none-help')}
          </EmptyState>
        }
        columns={[
          {
            key: 'couple',
            label: t('couple'),
            header: true,
            cell: (row) => t('and', { husband: row.husband, wife: row.wife }),
          },
          {
            key: 'live',
            label: t('live'),
            cell: (row) => [...new Set([row.husbandPlace, row.wifePlace])].join('; '),
          },
          { key: 'event', label: t('event'), cell: (row) => `${row.place}, ${day(row.marriedOn)}` },
          { key: 'until', label: t('until'), cell: (row) => day(row.untilOn) },
        ]}
      />
      {rows.length > 0 && (
        <CursorPagination
          previousHref={isFirst ? undefined : withQuery(noticePaths.list, query)}
          nextHref={next && withQuery(noticePaths.list, { ...query, sesudah: next })}
          countText={t('shown', { count: rows.length })}
        />
      )}
      <p class="hint">{t('how')}</p>
    </CitizenLayout>
  )
}
