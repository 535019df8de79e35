import { LinkButton, Notice, StaffLayout, Table, ToneText, useFrame } from '#ui/index.ts'
import { servicePaths } from '../paths.ts'
import { queueTexts } from '../texts/desk.ts'
import { deskTexts } from './desk-texts.ts'

export interface BulkOutcome {
  readonly caseId: string
  readonly number?: string | undefined
  readonly subjectName?: string | undefined
  /** Why it was not done. */
  readonly fault: string | undefined
}

/** What became of each file, those that failed first. */
export function BulkPage(props: {
  outcomes: readonly BulkOutcome[]
  backHref: string
  nav: readonly { readonly label: string; readonly href: string }[]
  unitName: string
}) {
  const { locale } = useFrame()
  const t = queueTexts(locale)
  const failed = props.outcomes.filter((outcome) => outcome.fault)
  const rows = [...failed, ...props.outcomes.filter((outcome) => !outcome.fault)]
  return (
    <StaffLayout title={t('bulk.title')} desk={deskTexts(locale)('desk')} unit={props.unitName} nav={props.nav}>
      <Notice tone={failed.length ? 'soon' : 'good'} announce>
        {t('bulk.done', { n: rows.length - failed.length, failed: failed.length })}
      </Notice>
      <Table
        caption={t('bulk.title')}
        captionHidden
        rows={rows}
        rowKey={(row) => row.caseId}
        rowHref={(row) => (row.number ? servicePaths.deskCase(row.caseId) : undefined)}
        columns={[
          {
            key: 'file',
            label: t('row.file'),
            header: true,
            cell: (row) => [row.number || row.caseId, row.subjectName].filter(Boolean).join(', '),
          },
          {
            key: 'outcome',
            label: t('bulk.outcome'),
            cell: (row) => <ToneText tone={row.fault ? 'late' : 'good'}>{row.fault ?? t('bulk.ok')}</ToneText>,
          },
        ]}
      />
      <LinkButton href={props.backHref} variant="secondary">
        {t('bulk.back')}
      </LinkButton>
    </StaffLayout>
  )
}
