import { formatDay } from '#kernel/i18n/format.ts'
import { formatRupiah } from '#kernel/money/money.ts'
import { formatBillingCode } from '#modules/billing/index.ts'
import { maskName } from '#modules/documents/index.ts'
import {
  Button,
  CitizenLayout,
  EmptyState,
  ErrorSummary,
  ExportLinks,
  Notice,
  Section,
  SummaryList,
  Table,
  TextField,
  useFrame,
} from '#ui/index.ts'
import { formatNop } from '../nop.ts'
import { localTaxPaths } from '../paths.ts'
import type { Assessment } from '../queries/assessments.ts'
import type { OpenBill } from '../queries/open-bills.ts'
import { citizenTaxTexts } from '../texts/citizens.ts'
import { ClaimTag } from './claim-words.tsx'

export interface CheckPageProps {
  readonly typed: string
  readonly isWrong: boolean
  /** Undefined before anything was asked. */
  readonly found: readonly Assessment[] | undefined
  readonly villageName: string | undefined
  readonly bills: ReadonlyMap<string, readonly OpenBill[]>
}

/** Whether the tax of one parcel is paid, for whoever knows its number. */
export function CheckPage(props: CheckPageProps) {
  const { locale } = useFrame()
  const t = citizenTaxTexts(locale)
  const error = props.isWrong ? t('check.wrong') : undefined
  return (
    <CitizenLayout title={t('check.title')} lead={t('check.lead')} narrow>
      <ErrorSummary errors={error ? [{ name: 'nop', text: error }] : []} />
      <form method="get" action={localTaxPaths.check} novalidate class="form-page">
        <TextField
          name="nop"
          label={t('check.nop')}
          hint={t('check.nop-hint')}
          value={props.typed}
          error={error}
          maxLength={40}
          inputMode="numeric"
          autocomplete="off"
        />
        <Button icon="search">{t('check.do')}</Button>
      </form>
      {props.found && <Found {...props} found={props.found} />}
      <Section title={t('open')} id="data-terbuka">
        <p>{t('open-text')}</p>
        <div class="btn-row">
          <ExportLinks path={localTaxPaths.openData} />
        </div>
      </Section>
    </CitizenLayout>
  )
}

function Found({ found, bills, villageName }: CheckPageProps & { found: readonly Assessment[] }) {
  const { locale } = useFrame()
  const t = citizenTaxTexts(locale)
  const [latest] = found
  if (!latest)
    return (
      <EmptyState title={t('check.none')} icon="search">
        {t('check.none-help')}
      </EmptyState>
    )
  const open = (one: Assessment) => bills.get(one.id) ?? []
  const total = [...bills.values()].flat().reduce((sum, bill) => sum + bill.total, 0n)
  return (
    <Section title={t('result')} id="hasil">
      {total === 0n && <Notice tone="good">{t('check.all-paid')}</Notice>}
      <SummaryList
        rows={[
          { term: 'NOP', value: formatNop(latest.code) },
          { term: t('check.owner'), value: maskName(latest.ownerName) },
          ...(villageName ? [{ term: t('check.place'), value: villageName }] : []),
          ...(total > 0n ? [{ term: t('check.owed'), value: <b>{formatRupiah(total)}</b> }] : []),
        ]}
      />
      <Table
        caption={t('years')}
        dense
        rows={found}
        rowKey={(row) => row.id}
        columns={[
          { key: 'year', label: t('year'), header: true, cell: (row) => String(row.year) },
          { key: 'state', label: t('state'), cell: (row) => <ClaimTag state={row.state} locale={locale} /> },
          { key: 'due', label: t('due'), cell: (row) => formatDay(row.dueOn, locale) },
          { key: 'tax', label: t('tax'), align: 'end', cell: (row) => formatRupiah(row.amount) },
          {
            key: 'total',
            label: t('total'),
            align: 'end',
            cell: (row) => {
              const sum = open(row).reduce((all, bill) => all + bill.total, 0n)
              return sum > 0n ? formatRupiah(sum) : '–'
            },
          },
          {
            key: 'code',
            label: t('code'),
            cell: (row) =>
              open(row)
                .map((bill) => formatBillingCode(bill.number))
                .join(', ') || '–',
          },
        ]}
      />
      <p class="hint">{t('check.note')}</p>
      {total > 0n && (
        <>
          <h3 class="mt-6">{t('how.title')}</h3>
          <p>{t('how.text')}</p>
        </>
      )}
    </Section>
  )
}
