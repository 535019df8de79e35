import { formatShort } from '#kernel/i18n/format.ts'
import { EmptyState, FilterBar, StaffLayout, Table, useFrame } from '#ui/index.ts'
import { servicePaths } from '../paths.ts'
import type { SearchPageProps } from './desk-parts.ts'
import { deskTexts } from './desk-texts.ts'

/** What was found, newest first. */
export function DeskSearchPage(props: SearchPageProps) {
  const { locale } = useFrame()
  const t = deskTexts(locale)
  const id = locale === 'id'
  return (
    <StaffLayout
      title={t('search.title')}
      desk={t('desk')}
      unit={props.unitName}
      search={{
        action: servicePaths.deskSearch,
        placeholder: t('search.placeholder'),
        value: props.query,
        suggestUrl: false,
      }}
      nav={props.nav}
    >
      <FilterBar
        action={servicePaths.deskSearch}
        search={{ name: 'q', value: props.query, label: t('search.placeholder') }}
      />
      <Table
        caption={t('search.found', { n: props.rows.length })}
        rows={props.rows}
        rowKey={(row) => row.id}
        rowHref={(row) => servicePaths.deskCase(row.id)}
        empty={
          <EmptyState title={t('search.none')} icon="search">
            {t('search.none-help')}
          </EmptyState>
        }
        columns={[
          { key: 'number', label: id ? 'Nomor' : 'Number', header: true, cell: (row) => row.number },
          { key: 'service', label: id ? 'Layanan' : 'Service', cell: (row) => row.title },
          { key: 'subject', label: id ? 'Atas nama' : 'Subject', cell: (row) => row.subjectName },
          { key: 'applicant', label: id ? 'Pemohon' : 'Applicant', cell: (row) => row.applicantName },
          { key: 'state', label: id ? 'Keadaan' : 'State', cell: (row) => row.stateLabel },
          {
            key: 'sent',
            label: id ? 'Dikirim' : 'Sent',
            cell: (row) => formatShort(row.submittedAt, locale, props.zone),
          },
        ]}
      />
    </StaffLayout>
  )
}
