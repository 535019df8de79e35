import { isPermitted } from '#kernel/access/access.ts'
import type { AppError } from '#kernel/errors.ts'
import { formatDay, formatNumber } from '#kernel/i18n/format.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import { formatRupiah, type Sen } from '#kernel/money/money.ts'
import {
  BarChart,
  ColumnChart,
  DateField,
  type DateParts,
  ErrorSummary,
  ExportLinks,
  FilterBar,
  FormPage,
  MoneyField,
  NumberField,
  Section,
  Select,
  Stats,
  Table,
  TextArea,
  withQuery,
} from '#ui/index.ts'
import { type Tax, taxNames } from '../claims.ts'
import { localTaxPaths } from '../paths.ts'
import {
  againstTargets,
  type MonthRealized,
  type PartRealized,
  type Target,
  type TaxRealized,
} from '../queries/realization.ts'
import { realizationTexts } from '../texts/realization.ts'
import { taxOptions } from './assessment-list-page.tsx'
import { errorsOf, TaxFrame, type TaxPageProps } from './frame.tsx'
import type { AreaOption } from './tax-list.tsx'

export interface NamedPart extends PartRealized {
  readonly name: string | undefined
}

interface PageProps extends TaxPageProps {
  readonly year: number
  readonly years: readonly number[]
  readonly query: { readonly tahun: string; readonly pajak?: Tax | undefined; readonly wilayah: string }
  readonly areas: readonly AreaOption[]
  readonly byTax: readonly TaxRealized[]
  readonly byMonth: readonly MonthRealized[]
  readonly byPart: readonly NamedPart[]
  readonly targets: readonly Target[]
  readonly typed: Readonly<Record<string, string>>
  readonly validFrom: string | DateParts | undefined
  readonly error: AppError | undefined
}

const hundredths = (part: Sen, whole: Sen) => (whole > 0n ? Number((part * 1000n) / whole) / 10 : 0)

export function percentOf(part: Sen, whole: Sen | undefined, locale: Locale): string {
  if (whole === undefined || whole === 0n) return '–'
  return `${hundredths(part, whole).toLocaleString(locale === 'id' ? 'id-ID' : 'en-GB')}%`
}

/** "Rp133,8 juta": for numbers that are read at a glance; the exact ones stand in the tables. */
export const shortRupiah = (amount: Sen, locale: Locale) =>
  `Rp${new Intl.NumberFormat(locale === 'id' ? 'id-ID' : 'en-GB', {
    notation: 'compact',
    compactDisplay: 'long',
    maximumFractionDigits: 1,
  }).format(Number(amount / 100n))}`

/** A column for each month, under its short name. */
export const monthColumns = (months: readonly MonthRealized[], locale: Locale) =>
  months.map((row) => ({
    label: monthName(row.month, locale).slice(0, 3),
    value: Number(row.received / 100n),
    text: formatRupiah(row.received),
  }))

export const monthName = (month: number, locale: Locale) =>
  new Intl.DateTimeFormat(locale === 'id' ? 'id-ID' : 'en-GB', { month: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2026, month - 1, 1)),
  )

export function RealizationPage(props: PageProps) {
  const { locale, query, byTax } = props
  const t = realizationTexts(locale)
  const path = localTaxPaths.realization
  const errors = errorsOf(props.error, locale)
  const received = byTax.reduce((sum, row) => sum + row.received, 0n)
  const { target, received: meant } = againstTargets(byTax)
  return (
    <TaxFrame {...props} title={t('title')} lead={t('lead')}>
      <ErrorSummary errors={errors.list} />
      <FilterBar
        action={path}
        selects={[
          {
            name: 'tahun',
            label: t('year'),
            value: query.tahun,
            options: props.years.map((year) => ({ value: String(year), label: String(year) })),
          },
          { name: 'pajak', label: t('tax'), value: query.pajak, options: taxOptions(locale) },
          { name: 'wilayah', label: t('area'), value: query.wilayah, options: props.areas },
        ]}
        clearHref={path}
      />
      <Stats
        label={t('title')}
        items={[
          { value: shortRupiah(received, locale), text: `${t('received')} (${formatRupiah(received)})` },
          ...(target === 0n
            ? []
            : [
                { value: shortRupiah(target, locale), text: `${t('target')} (${formatRupiah(target)})` },
                { value: percentOf(meant, target, locale), text: t('share') },
              ]),
        ]}
      />
      {byTax.length === 0 ? (
        <p class="hint">{t('none')}</p>
      ) : (
        <>
          <ByTax {...props} />
          <ByMonth {...props} />
          <ByPart {...props} />
        </>
      )}
      <div class="btn-row">
        <ExportLinks path={path} query={query} />
      </div>
      <Section title={t('open')} id="data-terbuka">
        <p>{t('open-text')}</p>
        <div class="btn-row">
          <ExportLinks path={localTaxPaths.openData} query={{ tahun: query.tahun }} />
        </div>
      </Section>
      <Targets {...props} errorOf={errors.of} />
    </TaxFrame>
  )
}

function ByTax({ byTax, locale, query, year }: PageProps) {
  const t = realizationTexts(locale)
  return (
    <Section title={t('by-tax')} id="pajak">
      <BarChart
        title={t('by-tax-title', { year: String(year) })}
        titleHidden
        points={byTax.map((row) => ({
          label: taxNames[row.tax][locale],
          value: Number(row.received / 100n),
          text: formatRupiah(row.received),
        }))}
      />
      <Table
        caption={t('by-tax')}
        captionHidden
        dense
        rows={byTax}
        rowKey={(row) => row.tax}
        rowHref={(row) => withQuery(localTaxPaths.realization, { ...query, pajak: row.tax })}
        columns={[
          { key: 'tax', label: t('tax'), header: true, cell: (row) => taxNames[row.tax][locale] },
          {
            key: 'target',
            label: t('target'),
            align: 'end',
            cell: (row) => (row.target === undefined ? '–' : formatRupiah(row.target)),
          },
          { key: 'received', label: t('received'), align: 'end', cell: (row) => formatRupiah(row.received) },
          { key: 'share', label: t('share'), align: 'end', cell: (row) => percentOf(row.received, row.target, locale) },
          { key: 'interest', label: t('interest'), align: 'end', cell: (row) => formatRupiah(row.interest) },
          { key: 'count', label: t('payments'), align: 'end', cell: (row) => formatNumber(row.payments, locale) },
          {
            key: 'list',
            label: t('list'),
            cell: (row) => (
              <a href={withQuery(localTaxPaths.assessments, { pajak: row.tax, wilayah: query.wilayah })}>{t('list')}</a>
            ),
          },
        ]}
      />
    </Section>
  )
}

function ByMonth({ byMonth, locale, year }: PageProps) {
  const t = realizationTexts(locale)
  return (
    <Section title={t('by-month')} id="bulan">
      <ColumnChart
        title={t('by-month-title', { year: String(year) })}
        titleHidden
        labelHead={t('month')}
        valueHead={t('received')}
        points={monthColumns(byMonth, locale)}
      />
    </Section>
  )
}

function ByPart({ byPart, locale, query }: PageProps) {
  const t = realizationTexts(locale)
  const isVillage = byPart.some((part) => part.code.length > 8)
  const href = (code: string) => {
    if (code === '') return undefined
    return isVillage
      ? withQuery(localTaxPaths.assessments, { pajak: query.pajak, wilayah: code })
      : withQuery(localTaxPaths.realization, { ...query, wilayah: code })
  }
  return (
    <Section title={t('by-part')} id="wilayah-terima">
      <Table
        caption={t('by-part')}
        captionHidden
        dense
        rows={byPart}
        rowKey={(row) => row.code}
        rowHref={(row) => href(row.code)}
        empty={<p class="hint">{t('none')}</p>}
        columns={[
          { key: 'part', label: t('part'), header: true, cell: (row) => row.name ?? t('outside') },
          { key: 'received', label: t('received'), align: 'end', cell: (row) => formatRupiah(row.received) },
          { key: 'interest', label: t('interest'), align: 'end', cell: (row) => formatRupiah(row.interest) },
          { key: 'count', label: t('payments'), align: 'end', cell: (row) => formatNumber(row.payments, locale) },
        ]}
      />
    </Section>
  )
}

function Targets(props: PageProps & { errorOf: (name: string) => string | undefined }) {
  const { locale, targets, typed, errorOf, actor, year } = props
  const t = realizationTexts(locale)
  return (
    <>
      <Section title={t('targets')} id="target">
        <Table
          caption={t('targets')}
          captionHidden
          dense
          rows={targets}
          rowKey={(row) => row.id}
          empty={<p class="hint">{t('targets-none')}</p>}
          columns={[
            { key: 'tax', label: t('tax'), header: true, cell: (row) => taxNames[row.tax][locale] },
            { key: 'amount', label: t('amount'), align: 'end', cell: (row) => formatRupiah(row.amount) },
            { key: 'from', label: t('valid-from'), cell: (row) => formatDay(row.validFrom, locale) },
            { key: 'ground', label: t('ground'), cell: (row) => row.ground },
            { key: 'by', label: t('by'), cell: (row) => row.recordedBy },
          ]}
        />
      </Section>
      {isPermitted(actor, 'local-tax.approve') && (
        <Section title={t('new')} id="target-baru">
          <FormPage action={localTaxPaths.realization} submitLabel={t('save')}>
            <Select
              name="tax"
              label={t('tax')}
              value={typed['tax']}
              error={errorOf('tax')}
              options={taxOptions(locale)}
            />
            <NumberField
              name="year"
              label={t('year')}
              value={typed['year'] ?? String(year)}
              error={errorOf('year')}
              maxLength={4}
            />
            <MoneyField name="amount" label={t('amount')} value={typed['amount']} error={errorOf('amount')} />
            <DateField name="validFrom" label={t('valid-from')} value={props.validFrom} error={errorOf('validFrom')} />
            <TextArea
              name="ground"
              label={t('ground')}
              hint={t('ground-hint')}
              rows={2}
              maxLength={300}
              value={typed['ground']}
              error={errorOf('ground')}
            />
          </FormPage>
        </Section>
      )}
    </>
  )
}
