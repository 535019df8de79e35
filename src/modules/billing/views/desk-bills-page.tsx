import type { Zone } from '#kernel/clock/clock.ts'
import { formatShort } from '#kernel/i18n/format.ts'
import { formatRupiah } from '#kernel/money/money.ts'
import type { Unit } from '#modules/organization/index.ts'
import { CursorPagination, EmptyState, Field, FilterBar, LinkButton, StatusTag, Table, useFrame } from '#ui/index.ts'
import { formatBillingCode } from '../billing-code.ts'
import { billStates } from '../domain.ts'
import { billingPaths } from '../paths.ts'
import type { DeskBill } from '../queries/desk.ts'
import { billingTexts } from '../texts.ts'
import { stateTones } from './bill-words.ts'
import { type DeskAround, DeskFrame, withQuery } from './desk-frame.tsx'
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
  const filters = { q: query.q, keadaan: query.keadaan, unit: query.unit, dari: query.dari, sampai: query.sampai }
  return (
    <DeskFrame
      {...props}
      title={t('bills.title')}
      lead={t('bills.lead')}
      actions={
        <LinkButton href={withQuery(billingPaths.deskExport, filters)} variant="secondary" icon="download" download>
          {t('export')}
        </LinkButton>
      }
    >
      <FilterBar
        action={billingPaths.desk}
        search={{ name: 'q', value: query.q, label: t('search') }}
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
        clearHref={billingPaths.desk}
      >
        <DayInput name="dari" label={t('bills.from')} value={query.dari} />
        <DayInput name="sampai" label={t('bills.to')} value={query.sampai} />
      </FilterBar>
      <Table
        caption={t('bills.title')}
        captionHidden
        dense
        rows={props.rows}
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
      <CursorPagination
        previousHref={props.isFirstPage ? undefined : withQuery(billingPaths.desk, filters)}
        nextHref={props.next && withQuery(billingPaths.desk, { ...filters, setelah: props.next })}
      />
    </DeskFrame>
  )
}

export function DayInput(props: { name: string; label: string; value?: string | undefined }) {
  return (
    <Field name={props.name} label={props.label}>
      {(control) => <input class="input" type="date" name={props.name} value={props.value} {...control} />}
    </Field>
  )
}
