import type { Zone } from '#kernel/clock/clock.ts'
import { formatMoment } from '#kernel/i18n/format.ts'
import { ButtonRow, CitizenLayout, LinkButton, Notice, useFrame } from '#ui/index.ts'
import type { ItemState } from '../domain.ts'
import { fieldCounterTexts } from '../texts.ts'

export interface ReceiptStateProps {
  /** Undefined for what is no such number. */
  readonly number: string | undefined
  /** Undefined while nothing of it has arrived. */
  readonly state: ItemState | undefined
  readonly settledAt: Temporal.Instant | undefined
  readonly itemHref: string | undefined
  readonly zone: Zone
}

/** What a provisional receipt is worth today. */
export function ReceiptStatePage({ number, state, settledAt, itemHref, zone }: ReceiptStateProps) {
  const { locale } = useFrame()
  const t = fieldCounterTexts(locale)
  if (!number) return <CitizenLayout title={t('receipt.bad')} lead={t('receipt.bad-lead')} narrow private />
  const when = settledAt ? formatMoment(settledAt, locale, zone) : ''
  return (
    <CitizenLayout title={t('receipt.title', { number })} narrow private>
      <Notice
        tone={state === 'received' ? 'good' : state === undefined || state === 'arriving' ? 'info' : 'soon'}
        title={state ? t(`state.${state}`) : t('receipt.unknown')}
      >
        {state ? t(`receipt.${state}-lead`, { when }) : t('receipt.unknown-lead', { number })}
      </Notice>
      <p class="hint mt-4">{t('receipt.not-document')}</p>
      <ButtonRow>
        {itemHref ? (
          <LinkButton href={itemHref}>{t('receipt.to-item')}</LinkButton>
        ) : (
          <LinkButton variant="secondary" href="/lacak">
            {t('receipt.track')}
          </LinkButton>
        )}
      </ButtonRow>
    </CitizenLayout>
  )
}
