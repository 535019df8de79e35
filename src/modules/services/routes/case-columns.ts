import type { ExportColumn } from '#kernel/export/table.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import { queueTexts } from '../texts/desk.ts'

interface NamedCase {
  readonly number: string
  readonly title: string
  readonly subjectName: string
  readonly applicantName: string
  readonly placeName: string
  readonly stateLabel: string
}

/** What tells a file from the others, as the first columns of every list of files. */
export function caseColumns(locale: Locale): readonly ExportColumn<NamedCase>[] {
  const t = queueTexts(locale)
  return [
    { label: t('csv.number'), kind: 'text', value: (row) => row.number },
    { label: t('csv.service'), kind: 'text', width: 36, value: (row) => row.title },
    { label: t('csv.subject'), kind: 'text', width: 30, value: (row) => row.subjectName },
    { label: t('csv.applicant'), kind: 'text', width: 30, value: (row) => row.applicantName },
    { label: t('csv.area'), kind: 'text', value: (row) => row.placeName },
    { label: t('csv.state'), kind: 'text', width: 30, value: (row) => row.stateLabel },
  ]
}
