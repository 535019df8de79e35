import type { Zone } from '#kernel/clock/clock.ts'
import type { FieldError } from '#kernel/errors.ts'
import { formatDay, formatMoment } from '#kernel/i18n/format.ts'
import { formatRupiah } from '#kernel/money/money.ts'
import {
  Button,
  ButtonRow,
  Checkboxes,
  CitizenLayout,
  Columns,
  CopyText,
  CsrfField,
  EmptyState,
  ErrorSummary,
  LinkButton,
  Notice,
  Section,
  Stats,
  SummaryList,
  Table,
  useFrame,
} from '#ui/index.ts'
import { formatBillingCode } from '../billing-code.ts'
import type { PaymentChannel } from '../channel/payment-channel.ts'
import type { GatewayId } from '../gateways/gateway.ts'
import { billingPaths } from '../paths.ts'
import type { BillSummary } from '../queries/bills.ts'
import type { Owed, PayOrder } from '../queries/orders.ts'
import { billingTexts } from '../texts.ts'
import { ByGateway } from './gateway-pages.tsx'
import { ByQr } from './own-bill-page.tsx'

export interface ChooseBillsProps {
  readonly bills: readonly { readonly bill: BillSummary; readonly owed: Owed }[]
  readonly chosen: readonly string[]
  readonly errors: readonly FieldError[]
  readonly zone: Zone
}

const crumbs = (title: string, own: string, path: string) => [
  { label: own, href: billingPaths.ownBills },
  { label: title, href: path },
]

export function ChooseBillsPage({ bills, chosen, errors, zone }: ChooseBillsProps) {
  const { locale } = useFrame()
  const t = billingTexts(locale)
  return (
    <CitizenLayout
      title={t('order.title')}
      lead={t('order.lead')}
      breadcrumb={crumbs(t('order.title'), t('own.title'), billingPaths.orders)}
      narrow
      private
    >
      <ErrorSummary errors={errors.map((error) => ({ name: error.path, text: error.message[locale] }))} />
      {bills.length === 0 ? (
        <EmptyState title={t('order.none')} icon="wallet">
          {t('order.none-help')}
        </EmptyState>
      ) : (
        <form method="post" action={billingPaths.orders} novalidate>
          <CsrfField />
          <Checkboxes
            name="billIds"
            label={t('order.choose')}
            values={chosen}
            error={errors.find((error) => error.path === 'billIds')?.message[locale]}
            options={bills.map(({ bill, owed }) => ({
              value: bill.id,
              label: `${formatRupiah(owed.total)}, ${bill.title[locale]}`,
              hint: [
                t('own.due', { due: formatMoment(bill.dueAt, locale, zone) }),
                ...(owed.interest > 0n ? [t('bill.payment-interest', { interest: formatRupiah(owed.interest) })] : []),
              ].join(', '),
            }))}
          />
          <ButtonRow>
            <Button icon="wallet">{t('order.submit')}</Button>
          </ButtonRow>
        </form>
      )}
    </CitizenLayout>
  )
}

export interface OrderProps {
  readonly order: PayOrder
  readonly channels: readonly PaymentChannel[]
  readonly hasQr: boolean
  readonly gateways: readonly GatewayId[]
  readonly notice: string | undefined
  readonly now: Temporal.Instant
  readonly zone: Zone
}

export function OrderPage(props: OrderProps) {
  const { locale } = useFrame()
  const t = billingTexts(locale)
  const { order, channels, notice, now, zone } = props
  const isOpen = order.state === 'open' && Temporal.Instant.compare(now, order.validUntil) <= 0
  const n = new Set(order.lines.map((line) => line.billId)).size
  const words = { until: formatMoment(order.validUntil, locale, zone), day: formatDay(order.quotedOn, locale) }
  const online = channels.find((channel) => channel.payAddress(order.number))
  const title = t('order.page', { n })
  return (
    <CitizenLayout
      title={title}
      lead={t(order.state === 'paid' ? 'order.paid' : isOpen ? 'order.open' : 'order.ended', words)}
      breadcrumb={crumbs(title, t('own.title'), billingPaths.order(order.id))}
      private
    >
      {notice && (
        <Notice tone="good" announce>
          {notice}
        </Notice>
      )}
      <Columns aside={<HowToPay {...props} isOpen={isOpen} />}>
        <Stats
          label={t('bill.amount')}
          rule={false}
          items={[{ value: formatRupiah(order.total), text: t(isOpen ? 'order.amount' : 'bill.total-other') }]}
        />
        {isOpen && online && (
          <div class="mt-5">
            <LinkButton href={online.payAddress(order.number) as string} icon="wallet">
              {t('bill.pay', { total: formatRupiah(order.total) })}
            </LinkButton>
          </div>
        )}
        <p class="mt-4">
          <LinkButton href={billingPaths.orderPdf(order.id)} variant="secondary" icon="download" download>
            {t('order.pdf')}
          </LinkButton>
        </p>
        {isOpen && props.hasQr && <ByQr number={order.number} />}
        {isOpen && <ByGateway number={order.number} open={props.gateways} />}
        <Section title={t('bill.lines')}>
          <Table
            caption={t('bill.lines')}
            captionHidden
            keep
            rows={order.lines.map((line, index) => ({ ...line, key: String(index) }))}
            rowKey={(line) => line.key}
            columns={[
              {
                key: 'label',
                label: t('bill.line'),
                header: true,
                cell: (line) => (
                  <>
                    {line.component === 'interest'
                      ? t('order.interest-of', { label: line.label[locale] })
                      : line.label[locale]}
                    <a class="hint block" href={billingPaths.ownBill(line.billId)}>
                      {line.billTitle[locale]}
                    </a>
                  </>
                ),
              },
              { key: 'amount', label: t('bill.amount'), align: 'end', cell: (line) => formatRupiah(line.amount) },
            ]}
            foot={
              <tr>
                <th scope="row">{t('order.sum')}</th>
                <td class="end">
                  <b>{formatRupiah(order.total)}</b>
                </td>
              </tr>
            }
          />
          <p class="hint">{t('order.note')}</p>
        </Section>
      </Columns>
    </CitizenLayout>
  )
}

function HowToPay({ order, channels, isOpen }: OrderProps & { isOpen: boolean }) {
  const { locale } = useFrame()
  const t = billingTexts(locale)
  return (
    <Section title={t('bill.code')}>
      <p>
        {isOpen ? (
          <CopyText text={formatBillingCode(order.number)} label={t('bill.code-copy')} />
        ) : (
          <s>{formatBillingCode(order.number)}</s>
        )}
      </p>
      {isOpen && (
        <SummaryList
          dense
          rows={channels.map((channel) => ({
            term: t('bill.how-online', { channel: channel.label[locale] }),
            value: channel.how[locale],
          }))}
        />
      )}
    </Section>
  )
}
