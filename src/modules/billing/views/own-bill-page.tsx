import type { Zone } from '#kernel/clock/clock.ts'
import { formatMoment, formatShort } from '#kernel/i18n/format.ts'
import { formatRupiah } from '#kernel/money/money.ts'
import {
  Button,
  ButtonRow,
  CitizenLayout,
  Columns,
  CopyText,
  CsrfField,
  LinkButton,
  Notice,
  Section,
  Stats,
  SummaryList,
  type SummaryRow,
  useFrame,
} from '#ui/index.ts'
import { formatBillingCode } from '../billing-code.ts'
import type { PaymentChannel } from '../channel/payment-channel.ts'
import { hasReceipt } from '../domain.ts'
import type { GatewayId } from '../gateways/gateway.ts'
import { suspenseTexts } from '../news-texts.ts'
import { billingPaths } from '../paths.ts'
import type { Bill } from '../queries/bills.ts'
import type { Owed } from '../queries/orders.ts'
import type { SuspendedMoney } from '../queries/suspense.ts'
import { billingTexts } from '../texts.ts'
import { BillLines } from './bill-lines.tsx'
import { channelName, howItStands, isPayableAt, stateTones } from './bill-words.ts'
import { ByGateway } from './gateway-pages.tsx'

export interface OwnBillProps {
  readonly bill: Bill
  readonly unitName: string
  readonly held: readonly SuspendedMoney[]
  readonly channels: readonly PaymentChannel[]
  /** Whether a bank makes QR codes for the region. */
  readonly hasQr: boolean
  readonly gateways: readonly GatewayId[]
  /** When it is paid now; nothing once it is closed. */
  readonly owed: Owed
  readonly now: Temporal.Instant
  readonly zone: Zone
}

export function OwnBillPage(props: OwnBillProps) {
  const { locale } = useFrame()
  const t = billingTexts(locale)
  const { bill, now, zone } = props
  const isPayable = isPayableAt(bill, now)
  const money = headline(props)
  const online = props.channels.find((channel) => channel.payAddress(bill.number))
  return (
    <CitizenLayout
      title={bill.title[locale]}
      lead={howItStands(bill, now, locale, zone)}
      breadcrumb={[
        { label: t('own.title'), href: billingPaths.ownBills },
        { label: bill.title[locale], href: billingPaths.ownBill(bill.id) },
      ]}
      private
    >
      <Columns aside={<Facts {...props} />}>
        <Stats
          label={t('bill.amount')}
          rule={false}
          items={[{ value: formatRupiah(money.amount), text: t(money.text) }]}
        />
        {isPayable && <WithInterest {...props} />}
        <div class="mt-5">
          <ButtonRow>
            {isPayable && online && (
              <LinkButton href={online.payAddress(bill.number) as string} icon="wallet">
                {t('bill.pay', { total: formatRupiah(props.owed.total) })}
              </LinkButton>
            )}
            {hasReceipt(bill.state) && (
              <LinkButton href={billingPaths.receiptPdf(bill.id)} icon="download" download>
                {t('bill.receipt')}
              </LinkButton>
            )}
            <LinkButton href={billingPaths.billPdf(bill.id)} variant="secondary" icon="download" download>
              {t('bill.pdf')}
            </LinkButton>
          </ButtonRow>
        </div>
        {isPayable && props.hasQr && <ByQr number={bill.number} />}
        <Held {...props} />
        {isPayable && <HowToPay {...props} />}
        {isPayable && <ByGateway number={bill.number} open={props.gateways} />}
        <Section title={t('bill.lines')}>
          <BillLines bill={bill} />
        </Section>
        <Payments {...props} />
      </Columns>
    </CitizenLayout>
  )
}

/** One press: the acquirer makes a code for the sum of now. */
export function ByQr({ number }: { number: string }) {
  const { locale } = useFrame()
  return (
    <form method="post" action={billingPaths.askQr} class="mt-4">
      <CsrfField />
      <input type="hidden" name="number" value={number} />
      <Button variant="secondary" icon="qr-code">
        {billingTexts(locale)('qr.make')}
      </Button>
    </form>
  )
}

function headline({ bill, owed }: OwnBillProps) {
  if (bill.state === 'issued') return { amount: owed.total, text: 'bill.total' } as const
  if (bill.state === 'partly-paid') return { amount: owed.total, text: 'bill.left' } as const
  const isPaid = bill.state === 'paid'
  return { amount: isPaid ? bill.received : bill.total, text: isPaid ? 'bill.total-paid' : 'bill.total-other' } as const
}

/** Interest grows: who needs some days gets a code that keeps the sum of today. */
function WithInterest({ bill, owed }: OwnBillProps) {
  const { locale } = useFrame()
  const t = billingTexts(locale)
  return (
    <>
      {owed.interest > 0n && (
        <form method="post" action={billingPaths.orders} class="mt-4">
          <CsrfField />
          <input type="hidden" name="billIds" value={bill.id} />
          <p>
            {t('bill.owed-note', { principal: formatRupiah(owed.principal), interest: formatRupiah(owed.interest) })}{' '}
            {t('bill.freeze-note')}
          </p>
          <Button variant="secondary">{t('bill.freeze')}</Button>
        </form>
      )}
      {bill.allowsPart && <p class="hint">{t('bill.part-allowed')}</p>}
    </>
  )
}

/** Every sum that came, once there is more to tell than the one that settled it. */
function Payments({ bill, zone }: OwnBillProps) {
  const { locale } = useFrame()
  const t = billingTexts(locale)
  const [first, ...others] = bill.payments
  if (!first || (others.length === 0 && first.interest === 0n && bill.refunded === 0n)) return null
  return (
    <Section title={t('bill.payments')}>
      <SummaryList
        rows={[
          ...bill.payments.map((payment) => ({
            term: formatShort(payment.paidAt, locale, zone),
            value: `${formatRupiah(payment.amount)}, ${channelName(payment.channel, locale)} ${payment.reference}${
              payment.interest > 0n
                ? `, ${t('bill.payment-interest', { interest: formatRupiah(payment.interest) })}`
                : ''
            }`,
          })),
          ...(bill.refunded > 0n ? [{ term: t('bill.refunded'), value: formatRupiah(bill.refunded) }] : []),
        ]}
      />
    </Section>
  )
}

/** Money that came for this bill and did not settle it: the payer must not wonder where it is. */
function Held({ held, zone }: OwnBillProps) {
  const { locale } = useFrame()
  const t = billingTexts(locale)
  if (held.length === 0) return null
  return (
    <Notice tone="soon" title={t('bill.held')}>
      {held.map((money) => {
        const key =
          money.state === 'refunded'
            ? 'bill.held-refunded'
            : money.state === 'refunding'
              ? 'bill.held-refunding'
              : 'bill.held-item'
        return (
          <p key={money.id}>
            {t(key, {
              amount: formatRupiah(money.amount),
              at: formatMoment(money.receivedAt, locale, zone),
              why: suspenseTexts(locale)(money.reason),
            })}
          </p>
        )
      })}
    </Notice>
  )
}

function HowToPay({ bill, channels, unitName }: OwnBillProps) {
  const { locale } = useFrame()
  const t = billingTexts(locale)
  return (
    <Section title={t('bill.how')}>
      <p>
        {t('bill.code')} <CopyText text={formatBillingCode(bill.number)} label={t('bill.code-copy')} />
      </p>
      <SummaryList
        rows={[
          ...channels.map((channel) => ({
            term: t('bill.how-online', { channel: channel.label[locale] }),
            value: channel.how[locale],
          })),
          { term: t('bill.how-counter'), value: t('bill.how-counter-text', { office: unitName }) },
        ]}
      />
    </Section>
  )
}

function Facts({ bill, unitName, zone }: OwnBillProps) {
  const { locale } = useFrame()
  const t = billingTexts(locale)
  const { payment } = bill
  const rows: SummaryRow[] = [
    { term: t('bill.code'), value: <b data-test="bill-number">{formatBillingCode(bill.number)}</b> },
    { term: t('bill.payer'), value: bill.payerName },
    { term: t('bill.office'), value: unitName },
    { term: t('bill.issued'), value: formatShort(bill.issuedAt, locale, zone) },
    { term: t('bill.due'), value: formatShort(bill.dueAt, locale, zone) },
    ...(payment
      ? [
          { term: t('bill.paid-at'), value: formatShort(payment.paidAt, locale, zone) },
          { term: t('bill.paid-by'), value: channelName(payment.channel, locale) },
          { term: t('bill.reference'), value: payment.reference },
        ]
      : []),
  ]
  return (
    <Section title={t('bill.facts')}>
      <p>
        <span class={`tag tone-${stateTones[bill.state]}`}>{t(`state.${bill.state}`)}</span>
      </p>
      <SummaryList rows={rows} dense />
    </Section>
  )
}
