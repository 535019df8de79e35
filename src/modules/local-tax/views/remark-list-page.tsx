import { formatRupiah } from '#kernel/money/money.ts'
import { remarkReasons } from '../domain.ts'
import { formatNop } from '../nop.ts'
import { localTaxPaths } from '../paths.ts'
import type { Run, RunRemark } from '../queries/runs.ts'
import { assessmentTexts } from '../texts/assessment.ts'
import { type AreaOption, type ListProps, TaxList } from './tax-list.tsx'

interface PageProps
  extends ListProps<{ readonly q: string; readonly catatan?: string | undefined; readonly wilayah: string }> {
  readonly run: Run
  readonly rows: readonly RunRemark[]
  readonly areas: readonly AreaOption[]
}

export function RemarkListPage(props: PageProps) {
  const { locale, run, query } = props
  const t = assessmentTexts(locale)
  const money = (amount: bigint | undefined) => (amount === undefined ? '–' : formatRupiah(amount))
  return (
    <TaxList
      {...props}
      title={`${t('remarks')}, ${run.year}`}
      crumbs={[
        { label: t('title'), href: localTaxPaths.runs },
        { label: String(run.year), href: localTaxPaths.run(run.id) },
      ]}
      path={localTaxPaths.remarks(run.id)}
      searchLabel={t('remarks.search')}
      selects={[
        {
          name: 'catatan',
          label: t('reason'),
          value: query.catatan,
          options: remarkReasons.map((value) => ({ value, label: t(`reason.${value}`) })),
        },
        { name: 'wilayah', label: t('area'), value: query.wilayah, options: props.areas },
      ]}
      rowHref={(row) => localTaxPaths.object(row.objectId)}
      none={[t('remarks.none'), t('remarks.none-help')]}
      noMatch={[t('remarks.no-match'), t('list.no-match-help')]}
      columns={[
        { key: 'nop', label: t('nop'), header: true, cell: (row) => formatNop(row.code) },
        { key: 'reason', label: t('reason'), cell: (row) => t(`reason.${row.reason}`) },
        { key: 'out', label: t('state'), cell: (row) => t(row.isLeftOut ? 'left-out' : 'included') },
        { key: 'before', label: t('before'), align: 'end', cell: (row) => money(row.before) },
        { key: 'after', label: t('after'), align: 'end', cell: (row) => money(row.after) },
      ]}
    />
  )
}
