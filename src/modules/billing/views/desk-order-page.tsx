import type { Zone } from '#kernel/clock/clock.ts'
import { formatMoment } from '#kernel/i18n/format.ts'
import { formatRupiah } from '#kernel/money/money.ts'
import { CopyText, LinkButton, SummaryList, Table, useFrame } from '#ui/index.ts'
import { formatBillingCode } from '../billing-code.ts'
import { billingPaths } from '../paths.ts'
import type { PayOrder } from '../queries/orders.ts'
import { billingTexts } from '../texts.ts'
import { type DeskAround, DeskFrame } from './desk-frame.tsx'
import { deskTexts } from './desk-texts.ts'

export interface DeskOrderProps extends DeskAround {
  readonly order: PayOrder
  readonly now: Temporal.Instant
  readonly zone: Zone
}

export function DeskOrderPage(props: DeskOrderProps) {
  const { locale } = useFrame()
  const [t, b] = [deskTexts(locale), billingTexts(locale)]
  const { order, now, zone } = props
  const n = new Set(order.lines.map((line) => line.billId)).size
  const isOpen = order.state === 'open' && Temporal.Instant.compare(now, order.validUntil) <= 0
  return (
    <DeskFrame
      {...props}
      title={b('order.page', { n })}
      lead={order.payerName}
      actions={
        <LinkButton href={billingPaths.deskOrderPdf(order.id)} variant="secondary" icon="download" download>
          {b('order.pdf')}
        </LinkButton>
      }
    >
      <SummaryList
        dense
        rows={[
          {
            term: b('bill.code'),
            value: isOpen ? (
              <CopyText text={formatBillingCode(order.number)} label={b('bill.code-copy')} />
            ) : (
              <s>{formatBillingCode(order.number)}</s>
            ),
          },
          { term: t('bills.total'), value: formatRupiah(order.total) },
          { term: t('order.until'), value: formatMoment(order.validUntil, locale, zone) },
          {
            term: t('bills.state'),
            value: t(order.state === 'paid' ? 'order.paid' : isOpen ? 'order.open' : 'order.ended'),
          },
        ]}
      />
      <Table
        caption={b('bill.lines')}
        captionHidden
        dense
        rows={order.lines.map((line, index) => ({ ...line, key: String(index) }))}
        rowKey={(line) => line.key}
        rowHref={(line) => billingPaths.deskBill(line.billId)}
        columns={[
          { key: 'bill', label: t('bills.what'), header: true, cell: (line) => line.billTitle[locale] },
          {
            key: 'line',
            label: b('bill.line'),
            cell: (line) =>
              line.component === 'interest'
                ? b('order.interest-of', { label: line.label[locale] })
                : line.label[locale],
          },
          { key: 'amount', label: b('bill.amount'), align: 'end', cell: (line) => formatRupiah(line.amount) },
        ]}
      />
    </DeskFrame>
  )
}
