import type { Zone } from '#kernel/clock/clock.ts'
import { formatMoment, formatShort } from '#kernel/i18n/format.ts'
import { formatRupiah } from '#kernel/money/money.ts'
import {
  Button,
  ButtonRow,
  Columns,
  CsrfField,
  EmptyState,
  Notice,
  Section,
  SummaryList,
  TextField,
  useFrame,
} from '#ui/index.ts'
import { formatBillingCode } from '../billing-code.ts'
import type { PaymentChannel } from '../channel/payment-channel.ts'
import { suspenseReasons } from '../domain.ts'
import { suspenseTexts } from '../news-texts.ts'
import { billingPaths } from '../paths.ts'
import type { ChannelCheck } from '../queries/channels.ts'
import type { SuspendedMoney } from '../queries/suspense.ts'
import { channelName } from './bill-words.ts'
import { type DeskAround, DeskFrame, DeskList } from './desk-frame.tsx'
import { deskTexts } from './desk-texts.ts'
import { RefundForm, type Typed, useErrorOf } from './refund-form.tsx'

export interface SuspenseListProps extends DeskAround {
  readonly rows: readonly SuspendedMoney[]
  readonly next: string | undefined
  readonly isFirstPage: boolean
  readonly query: { readonly q?: string | undefined; readonly sebab?: string | undefined }
  readonly channels: readonly PaymentChannel[]
  readonly checks: readonly ChannelCheck[]
  readonly zone: Zone
}

export function SuspenseListPage(props: SuspenseListProps) {
  const { locale } = useFrame()
  const t = deskTexts(locale)
  const { zone } = props
  return (
    <DeskList
      {...props}
      title={t('suspense.title')}
      lead={t('suspense.lead')}
      path={billingPaths.suspense}
      exportPath={billingPaths.suspense}
      searchLabel={t('suspense.search')}
      selects={[
        {
          name: 'sebab',
          label: t('suspense.reason'),
          value: props.query.sebab,
          options: suspenseReasons.map((reason) => ({ value: reason, label: t(`suspense.reason-${reason}`) })),
        },
      ]}
      rowKey={(money) => money.id}
      rowHref={(money) => billingPaths.suspenseItem(money.id)}
      empty={
        <EmptyState title={t('suspense.empty')} icon="circle-check">
          {t('suspense.empty-help')}
        </EmptyState>
      }
      columns={[
        { key: 'amount', label: t('suspense.amount'), header: true, cell: (money) => formatRupiah(money.amount) },
        { key: 'reason', label: t('suspense.reason'), cell: (money) => t(`suspense.reason-${money.reason}`) },
        { key: 'claimed', label: t('suspense.claimed'), cell: (money) => money.claimed?.payerName ?? '' },
        { key: 'channel', label: t('suspense.channel'), cell: (money) => channelName(money.channel, locale) },
        { key: 'reference', label: t('suspense.reference'), cell: (money) => money.reference },
        {
          key: 'received',
          label: t('suspense.received'),
          cell: (money) => formatShort(money.receivedAt, locale, zone),
        },
      ]}
    >
      <Reconciliation {...props} />
    </DeskList>
  )
}

function Reconciliation({ channels, checks, zone }: SuspenseListProps) {
  const { locale } = useFrame()
  const t = deskTexts(locale)
  return (
    <Section title={t('reconcile.title')}>
      {channels.length === 0 && <p class="hint">{t('reconcile.none')}</p>}
      <SummaryList
        dense
        rows={channels.map((channel) => {
          const check = checks.find((candidate) => candidate.channel === channel.id)
          const value = check
            ? t('reconcile.last', {
                when: formatMoment(check.checkedAt, locale, zone),
                listed: check.listed,
                added: check.added,
              })
            : t('reconcile.never')
          return { term: channel.label[locale], value }
        })}
      />
      {channels.length > 0 && (
        <form method="post" action={billingPaths.reconcile} class="mt-4">
          <CsrfField />
          <Button variant="secondary" icon="refresh-cw">
            {t('reconcile.button')}
          </Button>
        </form>
      )}
    </Section>
  )
}

export interface SuspenseItemProps extends DeskAround {
  readonly money: SuspendedMoney
  readonly typed: Typed
  readonly zone: Zone
}

export function SuspenseItemPage(props: SuspenseItemProps) {
  const { locale } = useFrame()
  const t = deskTexts(locale)
  const { money, typed, zone } = props
  const errorOf = useErrorOf(props.errors)
  const why = suspenseTexts(locale)(money.reason)
  return (
    <DeskFrame {...props} title={t('suspense.item', { amount: formatRupiah(money.amount), why })}>
      <Columns
        aside={
          money.state === 'in-suspense' ? (
            <Section title={t('suspense.refund')}>
              <p>{t('bill.refund-lead')}</p>
              <RefundForm action={billingPaths.refundItem(money.id)} typed={typed} errors={props.errors} />
            </Section>
          ) : (
            <Notice tone="info">{t('suspense.done')}</Notice>
          )
        }
      >
        <SummaryList
          dense
          rows={[
            { term: t('suspense.reason'), value: t(`suspense.reason-${money.reason}`) },
            { term: t('suspense.number'), value: formatBillingCode(money.numberGiven) },
            {
              term: t('suspense.claimed'),
              value: money.claimed ? (
                <a href={billingPaths.deskBill(money.claimed.id)}>
                  {money.claimed.payerName}, {money.claimed.titleId}
                </a>
              ) : (
                '-'
              ),
            },
            { term: t('suspense.channel'), value: channelName(money.channel, locale) },
            { term: t('suspense.reference'), value: money.reference },
            { term: t('suspense.paid'), value: formatShort(money.paidAt, locale, zone) },
            { term: t('suspense.received'), value: formatShort(money.receivedAt, locale, zone) },
          ]}
        />
        {money.state === 'in-suspense' && (
          <Section title={t('suspense.match')}>
            <p>{t('suspense.match-lead')}</p>
            <form method="post" action={billingPaths.matchItem(money.id)} novalidate>
              <CsrfField />
              <TextField
                name="number"
                label={t('suspense.match-number')}
                value={typed['number']}
                error={errorOf('number')}
                inputMode="numeric"
                maxLength={30}
                autocomplete="off"
                width="medium"
                groups="3*"
              />
              <ButtonRow>
                <Button>{t('suspense.match-submit')}</Button>
              </ButtonRow>
            </form>
          </Section>
        )}
      </Columns>
    </DeskFrame>
  )
}
