import type { Zone } from '#kernel/clock/clock.ts'
import { formatShort } from '#kernel/i18n/format.ts'
import { formatRupiah } from '#kernel/money/money.ts'
import type { Unit } from '#modules/organization/index.ts'
import { DayInput, EmptyState, StatusTag, useFrame } from '#ui/index.ts'
import { formatBillingCode } from '../billing-code.ts'
import { billStates } from '../domain.ts'
import { billingPaths } from '../paths.ts'
import type { DeskBill } from '../queries/desk.ts'
import { billingTexts } from '../texts.ts'
import { stateTones } from './bill-words.ts'
import { type DeskAround, DeskList } from './desk-frame.tsx'
import { deskTexts } from './desk-texts.ts'

/** The filter as it stands in the address. */
export interface BillsQuery {
  readonly q?: string | undefined
  readonly keadaan?: string | undefined
  readonly unit?: string | undefined
  readonly dari?: string | undefined
  readonly sampai?: string | undefined
}

export interface DeskBillsProps extends DeskAround {
  readonly rows: readonly DeskBill[]
  readonly next: string | undefined
  readonly isFirstPage: boolean
  readonly units: readonly Unit[]
  readonly query: BillsQuery
  readonly zone: Zone
}

export function DeskBillsPage(props: DeskBillsProps) {
  const { locale } = useFrame()
  const [t, b] = [deskTexts(locale), billingTexts(locale)]
  const { query } = props
  return (
    <DeskList
      {...props}
      title={t('bills.title')}
      lead={t('bills.lead')}
      path={billingPaths.desk}
      exportPath={billingPaths.billsExport}
      query={{ q: query.q, keadaan: query.keadaan, unit: query.unit, dari: query.dari, sampai: query.sampai }}
      searchLabel={t('search')}
      selects={[
        {
          name: 'keadaan',
          label: t('bills.state'),
          value: query.keadaan,
          options: billStates.map((state) => ({ value: state, label: b(`state.${state}`) })),
        },
        ...(props.units.length > 1
          ? [
              {
                name: 'unit',
                label: t('bills.unit'),
                value: query.unit,
                options: props.units.map((unit) => ({ value: unit.path, label: unit.name })),
              },
            ]
          : []),
      ]}
      filters={
        <>
          <DayInput name="dari" label={t('bills.from')} value={query.dari} />
          <DayInput name="sampai" label={t('bills.to')} value={query.sampai} />
        </>
      }
      rowKey={(bill) => bill.id}
      rowHref={(bill) => billingPaths.deskBill(bill.id)}
      empty={
        <EmptyState title={t('bills.empty')} icon="search">
          {t('bills.empty-help')}
        </EmptyState>
      }
      columns={[
        {
          key: 'number',
          label: t('bills.number'),
          header: true,
          cell: (bill) => <span class="whitespace-nowrap">{formatBillingCode(bill.number)}</span>,
        },
        { key: 'payer', label: t('bills.payer'), cell: (bill) => bill.payerName },
        { key: 'what', label: t('bills.what'), cell: (bill) => bill.title[locale] },
        { key: 'total', label: t('bills.total'), align: 'end', cell: (bill) => formatRupiah(bill.total) },
        { key: 'issued', label: t('bills.issued'), cell: (bill) => formatShort(bill.issuedAt, locale, props.zone) },
        { key: 'due', label: t('bills.due'), cell: (bill) => formatShort(bill.dueAt, locale, props.zone) },
        {
          key: 'state',
          label: t('bills.state'),
          cell: (bill) => <StatusTag tone={stateTones[bill.state]}>{b(`state.${bill.state}`)}</StatusTag>,
        },
      ]}
    />
  )
}
