import type { Zone } from '#kernel/clock/clock.ts'
import { formatShort } from '#kernel/i18n/format.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import {
  CursorPagination,
  DayInput,
  EmptyState,
  ExportLinks,
  FilterBar,
  StaffLayout,
  Table,
  useFrame,
  withQuery,
} from '#ui/index.ts'
import { servicePaths } from '../paths.ts'
import type { DeskRow } from '../queries/desk.ts'
import { queueTexts } from '../texts/desk.ts'
import { deskTexts } from './desk-texts.ts'

export const standings = ['open', 'granted', 'refused', 'withdrawn', 'lapsed', 'cancelled'] as const

/** A file with the words that a list shows. */
export interface FoundCase extends DeskRow {
  readonly title: string
  readonly placeName: string
  readonly stateLabel: string
}

export interface SearchPageProps {
  readonly rows: readonly FoundCase[]
  readonly next: string | undefined
  readonly isFirstPage: boolean
  readonly query: {
    readonly q: string
    readonly layanan?: string | undefined
    readonly keadaan?: (typeof standings)[number] | undefined
    readonly dari?: string | undefined
    readonly sampai?: string | undefined
  }
  readonly services: readonly { readonly id: string; readonly title: LocalText }[]
  readonly nav: readonly { readonly label: string; readonly href: string }[]
  readonly unitName: string
  readonly zone: Zone
}

/** The files of the officer's units, or those that were searched for; the newest first. */
export function DeskSearchPage(props: SearchPageProps) {
  const { locale } = useFrame()
  const t = deskTexts(locale)
  const q = queueTexts(locale)
  const { query } = props
  const parts = {
    q: query.q,
    layanan: query.layanan,
    keadaan: query.keadaan,
    dari: query.dari,
    sampai: query.sampai,
  }
  return (
    <StaffLayout
      title={t('search.title')}
      lead={t('search.lead')}
      desk={t('desk')}
      unit={props.unitName}
      search={{
        action: servicePaths.deskSearch,
        placeholder: t('search.placeholder'),
        value: query.q,
        suggestUrl: false,
      }}
      nav={props.nav}
      actions={<ExportLinks path={servicePaths.archiveExport} query={parts} />}
    >
      <FilterBar
        action={servicePaths.deskSearch}
        search={{ name: 'q', value: query.q, label: t('search.placeholder') }}
        selects={[
          ...(props.services.length > 1
            ? [
                {
                  name: 'layanan',
                  label: q('filter.service'),
                  value: query.layanan,
                  options: props.services.map(({ id, title }) => ({ value: id, label: title[locale] })),
                },
              ]
            : []),
          {
            name: 'keadaan',
            label: q('agenda.status'),
            value: query.keadaan,
            options: standings.map((standing) => ({ value: standing, label: t(`standing-of.${standing}`) })),
          },
        ]}
      >
        <DayInput name="dari" label={t('search.from')} value={query.dari} />
        <DayInput name="sampai" label={t('search.to')} value={query.sampai} />
      </FilterBar>
      <Table
        caption={t('search.title')}
        captionHidden
        dense
        rows={props.rows}
        rowKey={(row) => row.id}
        rowHref={(row) => servicePaths.deskCase(row.id)}
        empty={
          <EmptyState title={t('search.none')} icon="search">
            {t('search.none-help')}
          </EmptyState>
        }
        columns={[
          { key: 'number', label: q('csv.number'), header: true, cell: (row) => row.number },
          { key: 'service', label: q('csv.service'), cell: (row) => row.title },
          { key: 'subject', label: q('csv.subject'), cell: (row) => row.subjectName },
          { key: 'applicant', label: q('csv.applicant'), cell: (row) => row.applicantName },
          { key: 'area', label: q('csv.area'), cell: (row) => row.placeName },
          { key: 'state', label: q('agenda.status'), cell: (row) => row.stateLabel },
          { key: 'sent', label: q('csv.sent'), cell: (row) => formatShort(row.submittedAt, locale, props.zone) },
        ]}
      />
      <CursorPagination
        previousHref={props.isFirstPage ? undefined : withQuery(servicePaths.deskSearch, parts)}
        nextHref={props.next && withQuery(servicePaths.deskSearch, { ...parts, sesudah: props.next })}
      />
    </StaffLayout>
  )
}
