import { formatDay, formatMonth } from '#kernel/i18n/format.ts'
import { formatRupiah } from '#kernel/money/money.ts'
import { type AreaOption, type ListProps, TaxList, taxNames } from '#modules/local-tax/index.ts'
import { ToneText } from '#ui/index.ts'
import { returnTaxes } from '../domain.ts'
import { taxReturnPaths } from '../paths.ts'
import { listStates, type TaxReturn } from '../queries/returns.ts'
import { deskTexts } from '../texts/desk.ts'
import { ownTexts } from '../texts/own.ts'
import { StateTag, shownState } from './return-words.tsx'

interface PageProps
  extends ListProps<{
    readonly q: string
    readonly pajak?: string | undefined
    readonly masa?: string | undefined
    readonly keadaan?: string | undefined
    readonly tanda?: string | undefined
    readonly wilayah: string
  }> {
  readonly rows: readonly TaxReturn[]
  readonly areas: readonly AreaOption[]
  readonly today: Temporal.PlainDate
}

/** Months of the last two years that are over, the latest first. */
const monthOptions = (today: Temporal.PlainDate, locale: PageProps['locale']) =>
  Array.from({ length: 24 }, (_, back) => today.toPlainYearMonth().subtract({ months: back + 1 })).map((month) => ({
    value: month.toString(),
    label: formatMonth(month, locale),
  }))

export function DeskListPage(props: PageProps) {
  const { locale, query, today } = props
  const t = deskTexts(locale)
  return (
    <TaxList
      {...props}
      title={t('title')}
      lead={t('lead')}
      path={taxReturnPaths.desk}
      searchLabel={t('search')}
      selects={[
        {
          name: 'pajak',
          label: t('tax'),
          value: query.pajak,
          options: returnTaxes.map((value) => ({ value, label: taxNames[value][locale] })),
        },
        { name: 'masa', label: t('month'), value: query.masa, options: monthOptions(today, locale) },
        {
          name: 'keadaan',
          label: t('state'),
          value: query.keadaan,
          options: listStates.map((value) => ({ value, label: ownTexts(locale)(`state.${value}`) })),
        },
        { name: 'tanda', label: t('flags'), value: query.tanda, options: [{ value: 'rendah', label: t('flagged') }] },
        { name: 'wilayah', label: t('area'), value: query.wilayah, options: props.areas },
      ]}
      rowHref={(row) => taxReturnPaths.deskReturn(row.id)}
      none={[t('none'), t('none-help')]}
      noMatch={[t('no-match'), t('no-match-help')]}
      columns={[
        { key: 'object', label: t('object'), header: true, cell: (row) => row.objectName },
        { key: 'month', label: t('month'), cell: (row) => formatMonth(row.month, locale) },
        { key: 'owner', label: t('owner'), cell: (row) => row.ownerName },
        { key: 'tax', label: t('tax'), cell: (row) => taxNames[row.tax][locale] },
        {
          key: 'turnover',
          label: t('turnover'),
          align: 'end',
          cell: (row) => (
            <>
              {row.turnover === undefined ? '–' : formatRupiah(row.turnover)}
              {row.flags.map((flag) => (
                <div key={flag}>
                  <ToneText tone="late">{t(`flag.${flag}`)}</ToneText>
                </div>
              ))}
            </>
          ),
        },
        {
          key: 'amount',
          label: t('tax-amount'),
          align: 'end',
          cell: (row) => (row.taxAmount === undefined ? '–' : formatRupiah(row.taxAmount)),
        },
        { key: 'due', label: t('file-due'), cell: (row) => formatDay(row.fileDueOn, locale) },
        { key: 'state', label: t('state'), cell: (row) => <StateTag state={shownState(row, today)} locale={locale} /> },
      ]}
    />
  )
}
