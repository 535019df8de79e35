import { fillText, type Locale } from '#kernel/i18n/texts.ts'
import type { FoundProblem } from '#modules/people/index.ts'
import {
  CursorPagination,
  EmptyState,
  ExportLinks,
  FilterBar,
  Table,
  TextField,
  ToneText,
  withQuery,
} from '#ui/index.ts'
import { type FieldName, importFields } from '../mapping/fields.ts'
import { importPaths } from '../paths.ts'
import type { Import } from '../queries/imports.ts'
import { importTexts } from '../texts/desk.ts'
import { findingText } from '../texts/problems.ts'
import { ImportFrame, type ImportPageProps } from './frame.tsx'

interface ProblemsProps extends ImportPageProps {
  readonly one: Import
  readonly rows: readonly FoundProblem[]
  readonly next: string | undefined
  readonly isFirstPage: boolean
  readonly query: {
    readonly jenis?: 'error' | 'warning' | undefined
    readonly temuan?: string | undefined
    readonly kolom?: string | undefined
    readonly baris?: number | undefined
  }
}

export const fieldLabel = (field: string, locale: Locale): string =>
  importFields[field as FieldName]?.label[locale] ?? field

/** A finding as a whole sentence. */
export function sayFinding(
  finding: Pick<FoundProblem, 'code' | 'field'> & { readonly otherRow?: number | undefined },
  locale: Locale,
): string {
  const sentence = fillText(findingText(finding.code)[locale], { field: fieldLabel(finding.field, locale) })
  if (finding.otherRow === undefined) return sentence
  return `${sentence} ${importTexts(locale)('problems.other', { row: finding.otherRow })}`
}

export function ProblemsPage(props: ProblemsProps) {
  const { locale, one } = props
  const t = importTexts(locale)
  const path = importPaths.problems(one.id)
  const query = { ...props.query, baris: props.query.baris?.toString() }
  const codes = [...new Set(one.problems.map((problem) => problem.code))]
  return (
    <ImportFrame
      {...props}
      title={t('problems.title')}
      lead={t('problems.lead')}
      crumbs={[{ label: one.note, href: importPaths.show(one.id) }, { label: t('problems.title') }]}
      actions={<ExportLinks path={path} query={query} />}
    >
      <FilterBar
        action={path}
        selects={[
          {
            name: 'jenis',
            label: t('problems.severity'),
            value: query.jenis,
            options: (['error', 'warning'] as const).map((value) => ({ value, label: t(`severity.${value}`) })),
          },
          {
            name: 'temuan',
            label: t('problems.what'),
            value: query.temuan,
            options: codes.map((code) => ({
              value: code,
              label: sayFinding(
                {
                  code,
                  field: one.problems.find((one) => one.code === code)?.field ?? '',
                },
                locale,
              ).slice(0, 70),
            })),
          },
        ]}
        clearHref={path}
      >
        <TextField
          name="baris"
          label={t('problems.row-search')}
          inputMode="numeric"
          width="short"
          value={query.baris}
        />
      </FilterBar>
      <Table
        caption={t('problems.title')}
        captionHidden
        dense
        rows={props.rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState title={t('problems.none')} icon="circle-check">
            {t('problems.none-help')}
          </EmptyState>
        }
        columns={[
          { key: 'row', label: t('problems.row'), header: true, cell: (row) => row.row },
          { key: 'field', label: t('problems.field'), cell: (row) => fieldLabel(row.field, locale) },
          {
            key: 'what',
            label: t('problems.what'),
            cell: (row) => (
              <ToneText tone={row.severity === 'error' ? 'late' : 'soon'}>{sayFinding(row, locale)}</ToneText>
            ),
          },
          { key: 'shown', label: t('problems.shown'), cell: (row) => row.shown ?? '–' },
        ]}
      />
      <CursorPagination
        previousHref={props.isFirstPage ? undefined : withQuery(path, query)}
        nextHref={props.next && withQuery(path, { ...query, setelah: props.next })}
      />
    </ImportFrame>
  )
}
