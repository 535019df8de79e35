import { formatRupiah } from '#kernel/money/money.ts'
import { CursorPagination, ExportLinks, FilterBar, Table, withQuery } from '#ui/index.ts'
import { remarkReasons } from '../domain.ts'
import { formatNop } from '../nop.ts'
import { localTaxPaths } from '../paths.ts'
import type { Run, RunRemark } from '../queries/runs.ts'
import { assessmentTexts } from '../texts/assessment.ts'
import { TaxFrame, type TaxPageProps } from './frame.tsx'

interface ListProps extends TaxPageProps {
  readonly run: Run
  readonly rows: readonly RunRemark[]
  readonly next: string | undefined
  readonly isFirstPage: boolean
  readonly query: { readonly catatan?: string | undefined }
}

export function RemarkListPage(props: ListProps) {
  const { locale, run, query } = props
  const t = assessmentTexts(locale)
  const path = localTaxPaths.remarks(run.id)
  return (
    <TaxFrame
      {...props}
      title={`${t('remarks')}, ${run.year}`}
      crumbs={[
        { label: t('title'), href: localTaxPaths.runs },
        { label: String(run.year), href: localTaxPaths.run(run.id) },
      ]}
    >
      <FilterBar
        action={path}
        selects={[
          {
            name: 'catatan',
            label: t('reason'),
            value: query.catatan,
            options: remarkReasons.map((value) => ({ value, label: t(`reason.${value}`) })),
          },
        ]}
        clearHref={path}
      />
      <Table
        caption={t('remarks')}
        captionHidden
        dense
        rows={props.rows}
        rowKey={(row) => `${row.code} ${row.reason}`}
        rowHref={(row) => localTaxPaths.object(row.objectId)}
        empty={<p class="hint">{t('remarks.none')}</p>}
        columns={[
          { key: 'nop', label: t('nop'), header: true, cell: (row) => formatNop(row.code) },
          { key: 'reason', label: t('reason'), cell: (row) => t(`reason.${row.reason}`) },
          { key: 'out', label: t('state'), cell: (row) => t(row.isLeftOut ? 'left-out' : 'included') },
          {
            key: 'before',
            label: t('before'),
            align: 'end',
            cell: (row) => (row.before === undefined ? '–' : formatRupiah(row.before)),
          },
          {
            key: 'after',
            label: t('after'),
            align: 'end',
            cell: (row) => (row.after === undefined ? '–' : formatRupiah(row.after)),
          },
        ]}
      />
      <CursorPagination
        previousHref={props.isFirstPage ? undefined : withQuery(path, query)}
        nextHref={props.next && withQuery(path, { ...query, setelah: props.next })}
      />
      <div class="btn-row">
        <ExportLinks path={path} query={query} />
      </div>
    </TaxFrame>
  )
}
