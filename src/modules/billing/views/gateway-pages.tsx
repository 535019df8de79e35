import type { Zone } from '#kernel/clock/clock.ts'
import { formatMoment } from '#kernel/i18n/format.ts'
import {
  Button,
  ButtonRow,
  CitizenLayout,
  CopyText,
  CsrfField,
  LinkButton,
  Notice,
  Section,
  Stats,
  TextField,
  useFrame,
} from '#ui/index.ts'
import { type GatewayId, gatewayIds, gatewayMethods } from '../gateways/gateway.ts'
import { gatewayAddresses } from '../gateways/keep-gateways.ts'
import { gateways } from '../gateways/take.ts'
import { billingPaths } from '../paths.ts'
import type { Payable } from '../queries/orders.ts'
import { billingTexts } from '../texts.ts'
import { bankTexts } from './bank-texts.ts'
import { type DeskAround, DeskFrame } from './desk-frame.tsx'
import { OpenAndSave } from './open-and-save.tsx'
import { type Typed, useErrorOf } from './refund-form.tsx'

export interface GatewayPaymentProps {
  readonly reference: string
  readonly label: string
  readonly amount: string
  readonly payable: Payable
  readonly validUntil: Temporal.Instant
  readonly bank: string
  readonly account: string | undefined
  readonly svg: string | undefined
  readonly notice: string | undefined
  readonly zone: Zone
}

export function GatewayPaymentPage(props: GatewayPaymentProps) {
  const { locale } = useFrame()
  const t = billingTexts(locale)
  const { payable, account, svg } = props
  const back = payable.kind === 'order' ? billingPaths.order(payable.id) : billingPaths.ownBill(payable.id)
  const isPaid = payable.state === 'paid'
  const isOpen = !isPaid && (account !== undefined || svg !== undefined)
  const until = formatMoment(props.validUntil, locale, props.zone)
  return (
    <CitizenLayout
      title={t('gateway.title', { gateway: props.label })}
      lead={isPaid ? t('qr.paid') : isOpen ? t('gateway.lead', { until }) : t('qr.ended')}
      breadcrumb={[
        { label: t('own.title'), href: billingPaths.ownBills },
        { label: payable.title[locale], href: back },
      ]}
      narrow
      private
    >
      {props.notice && (
        <Notice tone={isPaid ? 'good' : 'info'} announce>
          {props.notice}
        </Notice>
      )}
      <Stats label={t('bill.amount')} rule={false} items={[{ value: props.amount, text: payable.title[locale] }]} />
      {isOpen && (
        <>
          {svg && <div class="card-qr mt-5" dangerouslySetInnerHTML={{ __html: svg }} />}
          {account && (
            <p>
              {t('gateway.account', { bank: props.bank })} <CopyText text={account} label="virtual account" />
            </p>
          )}
          <form method="post" action={billingPaths.checkGateway(props.reference)} class="mt-5">
            <CsrfField />
            <ButtonRow>
              <Button>{t('qr.check')}</Button>
            </ButtonRow>
          </form>
        </>
      )}
      <p class="mt-4">
        <LinkButton href={back} variant="secondary" icon="arrow-left">
          {payable.title[locale]}
        </LinkButton>
      </p>
    </CitizenLayout>
  )
}

/** Chooses a gateway and a way to pay there. */
export function ByGateway({ number, open }: { number: string; open: readonly GatewayId[] }) {
  const { locale } = useFrame()
  const t = billingTexts(locale)
  if (open.length === 0) return null
  return (
    <Section title={t('gateway.choose')}>
      {open.map((id) => (
        <form key={id} method="post" action={billingPaths.askGateway}>
          <CsrfField />
          <input type="hidden" name="number" value={number} />
          <input type="hidden" name="gateway" value={id} />
          <ButtonRow>
            {gatewayMethods.map((method) => (
              <Button key={method} variant="secondary" name="method" value={method}>
                {t(`gateway.by-${method}`, { gateway: gateways[id].label })}
              </Button>
            ))}
          </ButtonRow>
        </form>
      ))}
    </Section>
  )
}

export interface GatewaysProps extends DeskAround {
  readonly known: readonly { readonly id: GatewayId; readonly is_open: boolean; readonly base_url: string }[]
  /** The gateway whose form was refused. */
  readonly failed: string | undefined
  readonly typed: Typed
  readonly origin: string
}

export function GatewaysPage(props: GatewaysProps) {
  const t = bankTexts(useFrame().locale)
  const errorOf = useErrorOf(props.errors)
  return (
    <DeskFrame {...props} title={t('gateways.title')} lead={t('gateways.lead')}>
      {gatewayIds.map((id) => {
        const row = props.known.find((each) => each.id === id)
        const isHere = props.failed === id
        const stored: Typed = { baseUrl: row?.base_url ?? gatewayAddresses[id], isOpen: row?.is_open ? 'ya' : 'tidak' }
        const field = (name: string) => ({
          name,
          value: (isHere ? props.typed[name] : undefined) ?? stored[name],
          error: isHere ? errorOf(name) : undefined,
        })
        return (
          <Section key={id} title={gateways[id].label}>
            <form method="post" action={billingPaths.gateway(id)} novalidate>
              <CsrfField />
              <TextField {...field('baseUrl')} label={t('gateway.base-url')} maxLength={200} autocomplete="off" />
              <TextField
                {...field('key')}
                label={t('gateway.key')}
                hint={row && t('gateway.key-hint')}
                maxLength={300}
                autocomplete="off"
              />
              {id === 'xendit' && (
                <TextField
                  {...field('callbackToken')}
                  label={t('gateway.callback')}
                  hint={row && t('gateway.key-hint')}
                  maxLength={300}
                  autocomplete="off"
                />
              )}
              <p class="hint">
                {t('gateway.notice')} <code>{`${props.origin}${billingPaths.gatewayNotice(id)}`}</code>
              </p>
              <OpenAndSave {...field('isOpen')} />
            </form>
          </Section>
        )
      })}
    </DeskFrame>
  )
}
