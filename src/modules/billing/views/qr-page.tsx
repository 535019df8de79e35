import type { Zone } from '#kernel/clock/clock.ts'
import { formatMoment } from '#kernel/i18n/format.ts'
import { Button, ButtonRow, CitizenLayout, CsrfField, LinkButton, Notice, Stats, useFrame } from '#ui/index.ts'
import { billingPaths } from '../paths.ts'
import type { Payable } from '../queries/orders.ts'
import { billingTexts } from '../texts.ts'

export interface QrProps {
  readonly reference: string
  readonly amount: string
  readonly payable: Payable
  readonly validUntil: Temporal.Instant
  /** Absent when it can no longer be paid. */
  readonly svg: string | undefined
  readonly notice: string | undefined
  readonly zone: Zone
}

export function QrPage({ reference, amount, payable, validUntil, svg, notice, zone }: QrProps) {
  const { locale } = useFrame()
  const t = billingTexts(locale)
  const back = payable.kind === 'order' ? billingPaths.order(payable.id) : billingPaths.ownBill(payable.id)
  const isPaid = payable.state === 'paid'
  const lead = isPaid
    ? t('qr.paid')
    : svg
      ? t('qr.lead', { until: formatMoment(validUntil, locale, zone) })
      : t('qr.ended')
  return (
    <CitizenLayout
      title={t('qr.title')}
      lead={lead}
      breadcrumb={[
        { label: t('own.title'), href: billingPaths.ownBills },
        { label: payable.title[locale], href: back },
      ]}
      narrow
      private
    >
      {notice && (
        <Notice tone={isPaid ? 'good' : 'info'} announce>
          {notice}
        </Notice>
      )}
      <Stats label={t('bill.amount')} rule={false} items={[{ value: amount, text: payable.title[locale] }]} />
      {svg && !isPaid && (
        <>
          <div class="card-qr mt-5" dangerouslySetInnerHTML={{ __html: svg }} />
          <form method="post" action={billingPaths.checkQr(reference)} class="mt-5">
            <CsrfField />
            <ButtonRow>
              <Button>{t('qr.check')}</Button>
            </ButtonRow>
          </form>
          <form method="post" action={billingPaths.cancelQr(reference)} class="mt-4">
            <CsrfField />
            <Button variant="secondary">{t('qr.cancel')}</Button>
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
