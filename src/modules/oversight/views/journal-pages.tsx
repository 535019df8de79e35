import type { Zone } from '#kernel/clock/clock.ts'
import { formatShort } from '#kernel/i18n/format.ts'
import {
  CitizenLayout,
  CursorPagination,
  EmptyState,
  FilterBar,
  LinkButton,
  StaffLayout,
  StatusTag,
  Table,
  useFrame,
} from '#ui/index.ts'
import { oversightPaths } from '../paths.ts'
import type { JournalRow, Reading } from '../queries.ts'
import { oversightTexts } from '../texts.ts'

export function AccessRecordPage(props: { rows: readonly Reading[]; next: string | undefined; zone: Zone }) {
  const { locale } = useFrame()
  const t = oversightTexts(locale)
  return (
    <CitizenLayout title={t('record.title')} lead={t('record.lead')} private>
      <Table
        caption={t('record.title')}
        captionHidden
        rows={props.rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState title={t('record.empty')} icon="eye">
            {t('record.empty-help')}
          </EmptyState>
        }
        columns={[
          {
            key: 'when',
            label: t('record.when'),
            header: true,
            cell: (row) => formatShort(row.at, locale, props.zone),
          },
          { key: 'who', label: t('record.who'), cell: (row) => row.reader },
          {
            key: 'why',
            label: t('record.why'),
            cell: (row) => (
              <>
                {row.purpose} {row.isUnmasked && <StatusTag tone="soon">{t('record.unmasked')}</StatusTag>}
              </>
            ),
          },
          {
            key: 'proof',
            label: t('record.proof'),
            cell: (row) => (
              <>
                <a href={oversightPaths.entry(row.id)}>
                  {t('record.see-proof')}
                  <span class="sr-only"> {formatShort(row.at, locale, props.zone)}</span>
                </a>
                <br />
                <a href={oversightPaths.ownReading(row.id)}>
                  {t('record.content')}
                  <span class="sr-only"> {formatShort(row.at, locale, props.zone)}</span>
                </a>
              </>
            ),
          },
        ]}
      />
      <CursorPagination nextHref={props.next && `${oversightPaths.accessRecord}?sebelum=${props.next}`} />
      <p class="hint">{t('record.proof-help')}</p>
    </CitizenLayout>
  )
}

export function JournalPage(props: {
  rows: readonly JournalRow[]
  next: string | undefined
  text: string
  zone: Zone
  mayRegister: boolean
}) {
  const { locale } = useFrame()
  const t = oversightTexts(locale)
  return (
    <StaffLayout
      title={t('journal.title')}
      lead={t('journal.lead')}
      desk={t('journal.desk')}
      actions={
        <>
          <LinkButton href={oversightPaths.proofs} variant="secondary">
            {t('journal.proofs')}
          </LinkButton>
          {props.mayRegister && (
            <LinkButton href={oversightPaths.witnesses} variant="secondary">
              {t('journal.witnesses')}
            </LinkButton>
          )}
        </>
      }
    >
      <FilterBar
        action={oversightPaths.journal}
        search={{ name: 'q', value: props.text, label: t('journal.search') }}
      />
      <Table
        caption={t('journal.title')}
        captionHidden
        dense
        rows={props.rows}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('journal.empty')} icon="search" />}
        columns={[
          {
            key: 'when',
            label: t('record.when'),
            header: true,
            cell: (row) => formatShort(row.at, locale, props.zone),
          },
          { key: 'event', label: t('journal.event'), cell: (row) => row.name },
          { key: 'actor', label: t('journal.actor'), cell: (row) => row.actor },
          { key: 'subject', label: t('journal.subject'), cell: (row) => <span class="break-all">{row.subject}</span> },
          {
            key: 'proof',
            label: t('record.proof'),
            cell: (row) => (
              <a href={oversightPaths.entry(row.id)}>
                {t('record.see-proof')}
                <span class="sr-only"> {row.name}</span>
              </a>
            ),
          },
        ]}
      />
      <CursorPagination
        nextHref={
          props.next &&
          `${oversightPaths.journal}?q=${encodeURIComponent(props.text)}&sebelum=${encodeURIComponent(props.next)}`
        }
      />
    </StaffLayout>
  )
}
