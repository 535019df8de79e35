import { formatDay } from '#kernel/i18n/format.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import { maskNik } from '#modules/people/index.ts'
import { Table, ToneText } from '#ui/index.ts'
import type { ConvertedRow } from '../checking/convert-row.ts'
import { columnTexts } from '../texts/columns.ts'
import { sayFinding } from './problems-page.tsx'
import { meaningLabel } from './translations.tsx'

interface Props {
  readonly rows: readonly ConvertedRow[]
  readonly villages: readonly { readonly code: string; readonly name: string }[]
  readonly locale: Locale
}

/** The first rows of the file as the register would have them. Numbers are masked. */
export function Preview({ rows, villages, locale }: Props) {
  const t = columnTexts(locale)
  const names = new Map(villages.map((village) => [village.code, village.name]))
  return (
    <Table
      caption={t('preview')}
      captionHidden
      dense
      rows={rows}
      rowKey={(row) => String(row.person.row)}
      columns={[
        { key: 'row', label: t('row'), align: 'end', cell: ({ person }) => person.row },
        { key: 'name', label: t('name'), header: true, cell: ({ person }) => person.fullName || '–' },
        { key: 'nik', label: 'NIK', cell: ({ person }) => (person.nik ? maskNik(person.nik) : '–') },
        { key: 'kk', label: t('kk'), cell: ({ person }) => (person.kkNumber ? maskNik(person.kkNumber) : '–') },
        {
          key: 'sex',
          label: t('sex'),
          cell: ({ person }) => (person.sex ? meaningLabel('sex', person.sex, locale) : '–'),
        },
        {
          key: 'born',
          label: t('born'),
          cell: ({ person }) =>
            person.birthOn
              ? `${person.birthPlace}, ${formatDay(Temporal.PlainDate.from(person.birthOn), locale)}`
              : '–',
        },
        {
          key: 'relation',
          label: t('relation'),
          cell: ({ person }) => (person.relation ? meaningLabel('relation', person.relation, locale) : '–'),
        },
        {
          key: 'marital',
          label: t('marital'),
          cell: ({ person }) =>
            person.maritalStatus ? meaningLabel('maritalStatus', person.maritalStatus, locale) : '–',
        },
        {
          key: 'place',
          label: t('place'),
          cell: ({ person: { place } }) =>
            `${place.address || '–'}, RT ${place.rt} RW ${place.rw}, ${names.get(place.villageCode) ?? '–'}`,
        },
        {
          key: 'findings',
          label: t('findings'),
          cell: ({ findings }) =>
            findings.length === 0 ? (
              <ToneText tone="good">{t('fine')}</ToneText>
            ) : (
              <ul class="plain-list">
                {findings.map((finding) => (
                  <li key={`${finding.code}${finding.field}`}>
                    <ToneText tone={finding.severity === 'error' ? 'late' : 'soon'}>
                      {sayFinding(finding, locale)}
                    </ToneText>
                  </li>
                ))}
              </ul>
            ),
        },
      ]}
    />
  )
}
