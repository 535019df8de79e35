import type { Zone } from '#kernel/clock/clock.ts'
import { formatShort } from '#kernel/i18n/format.ts'
import { formatRupiah } from '#kernel/money/money.ts'
import {
  Button,
  ButtonRow,
  Checkboxes,
  Columns,
  CsrfField,
  LinkButton,
  MoneyField,
  Section,
  StatusTag,
  SummaryList,
  TextField,
  useFrame,
} from '#ui/index.ts'
import { formatBillingCode } from '../billing-code.ts'
import { hasReceipt, isOpen } from '../domain.ts'
import { billingPaths } from '../paths.ts'
import type { Bill, BillSummary } from '../queries/bills.ts'
import type { Owed } from '../queries/orders.ts'
import type { SuspendedMoney } from '../queries/suspense.ts'
import { billingTexts } from '../texts.ts'
import { BillLines } from './bill-lines.tsx'
import { channelName, howItStands, isPayableAt, stateTones } from './bill-words.ts'
import { type DeskAround, DeskFrame } from './desk-frame.tsx'
import { deskTexts } from './desk-texts.ts'
import { RefundForm, type Typed, useErrorOf } from './refund-form.tsx'

export interface DeskBillProps extends DeskAround {
  readonly bill: Bill
  readonly billUnitName: string
  readonly held: readonly SuspendedMoney[]
  /** Of the same payer, to be paid by one code with this one. */
  readonly others: readonly BillSummary[]
  readonly owed: Owed
  readonly mayReceive: boolean
  readonly mayRefund: boolean
  readonly typed: Typed
  readonly now: Temporal.Instant
  readonly zone: Zone
}

export function DeskBillPage(props: DeskBillProps) {
  const { locale } = useFrame()
  const [t, b] = [deskTexts(locale), billingTexts(locale)]
  const { bill, zone } = props
  return (
    <DeskFrame
      {...props}
      title={`${formatRupiah(bill.total)}, ${bill.title[locale]}`}
      lead={howItStands(bill, props.now, locale, zone)}
      actions={
        <LinkButton href={billingPaths.deskPdf(bill.id)} variant="secondary" icon="download" download>
          {b(hasReceipt(bill.state) ? 'bill.receipt' : 'bill.pdf')}
        </LinkButton>
      }
    >
      <Columns aside={<Actions {...props} />}>
        <SummaryList
          dense
          rows={[
            { term: t('bills.number'), value: <b>{formatBillingCode(bill.number)}</b> },
            {
              term: t('bills.state'),
              value: <StatusTag tone={stateTones[bill.state]}>{b(`state.${bill.state}`)}</StatusTag>,
            },
            { term: t('bills.payer'), value: bill.payerName },
            { term: t('bills.unit'), value: props.billUnitName },
            { term: t('bill.issued-by'), value: bill.issuedBy },
            { term: t('bills.issued'), value: formatShort(bill.issuedAt, locale, zone) },
            { term: t('bills.due'), value: formatShort(bill.dueAt, locale, zone) },
            ...(isOpen(bill.state) && props.owed.total !== bill.total
              ? [
                  { term: b('bill.received'), value: formatRupiah(bill.received) },
                  { term: b('bill.interest'), value: formatRupiah(props.owed.interest) },
                  { term: b('bill.left'), value: <b>{formatRupiah(props.owed.total)}</b> },
                ]
              : []),
            ...bill.payments.flatMap((payment) => [
              {
                term: t('bills.paid'),
                value: `${formatRupiah(payment.amount)}, ${formatShort(payment.paidAt, locale, zone)}`,
              },
              {
                term: t('suspense.channel'),
                value: `${channelName(payment.channel, locale)}, ${payment.reference}`,
              },
              { term: t('bill.received-by'), value: payment.receivedBy },
            ]),
            ...(bill.refunded > 0n ? [{ term: b('bill.refunded'), value: formatRupiah(bill.refunded) }] : []),
          ]}
        />
        <Section title={b('bill.lines')}>
          <BillLines bill={bill} withAccounts />
        </Section>
        {props.held.length > 0 && (
          <Section title={t('suspense.title')}>
            <ul class="rule-list">
              {props.held.map((money) => (
                <li key={money.id}>
                  <a href={billingPaths.suspenseItem(money.id)}>
                    {formatRupiah(money.amount)}, {t(`suspense.reason-${money.reason}`)}
                  </a>{' '}
                  <span class="hint">{formatShort(money.receivedAt, locale, zone)}</span>
                </li>
              ))}
            </ul>
          </Section>
        )}
      </Columns>
    </DeskFrame>
  )
}

function Actions(props: DeskBillProps) {
  const { locale } = useFrame()
  const t = deskTexts(locale)
  const { bill, typed } = props
  const errorOf = useErrorOf(props.errors)
  const isPayable = isPayableAt(bill, props.now)
  return (
    <>
      {isPayable && props.mayReceive && (
        <Section title={t('bill.receive')}>
          <p>{t('bill.receive-lead', { total: formatRupiah(props.owed.total) })}</p>
          <form method="post" action={billingPaths.receive(bill.id)} novalidate>
            <CsrfField />
            <MoneyField
              name="amount"
              label={t('bill.receive-amount')}
              value={typed['amount']}
              error={errorOf('amount')}
            />
            <TextField
              name="receiptNumber"
              label={t('bill.receive-number')}
              hint={t('bill.receive-hint')}
              value={typed['receiptNumber']}
              error={errorOf('receiptNumber')}
              maxLength={40}
              autocomplete="off"
              width="medium"
            />
            <ButtonRow>
              <Button>{t('bill.receive-submit')}</Button>
            </ButtonRow>
          </form>
        </Section>
      )}
      {isPayable && props.mayReceive && props.others.length > 0 && (
        <Section title={t('order.title')}>
          <form method="post" action={billingPaths.makeDeskOrder(bill.id)} novalidate>
            <CsrfField />
            <Checkboxes
              name="billIds"
              label={t('order.choose')}
              hint={t('order.lead')}
              error={errorOf('billIds')}
              values={props.others.map((other) => other.id)}
              options={props.others.map((other) => ({
                value: other.id,
                label: `${formatRupiah(other.total - other.received)}, ${other.title[locale]}`,
              }))}
            />
            <ButtonRow>
              <Button variant="secondary">{t('order.submit')}</Button>
            </ButtonRow>
          </form>
        </Section>
      )}
      {bill.state === 'paid' && props.mayRefund && (
        <Section title={t('bill.refund')}>
          <p>{t('bill.refund-lead')}</p>
          <RefundForm action={billingPaths.requestRefund(bill.id)} typed={typed} errors={props.errors} />
        </Section>
      )}
    </>
  )
}
