import type { Zone } from '#kernel/clock/clock.ts'
import { formatTime } from '#kernel/i18n/format.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import { ButtonRow, CitizenLayout, LinkButton } from '#ui/index.ts'
import { credentialPaths } from '../paths.ts'
import { credentialTexts } from '../texts.ts'

export interface OfferProps {
  readonly locale: Locale
  readonly zone: Zone
  readonly link: string
  readonly qr: string
  readonly pin: string
  readonly expiresAt: Temporal.Instant
}

/** An offer as it is shown once: the QR for the wallet, and the digits that only the person sees. */
export function OfferPage({ locale, zone, link, qr, pin, expiresAt }: OfferProps) {
  const t = credentialTexts(locale)
  return (
    <CitizenLayout
      title={t('offer-title')}
      lead={t('offer-lead', { time: formatTime(expiresAt, locale, zone) })}
      breadcrumb={[{ label: t('title'), href: credentialPaths.own }, { label: t('offer-title') }]}
      narrow
      private
    >
      <div class="card-offer">
        <div class="card-qr" dangerouslySetInnerHTML={{ __html: qr }} />
        <p>
          {t('offer-pin')}
          <strong class="card-pin">
            {pin.slice(0, 3)} {pin.slice(3)}
          </strong>
        </p>
      </div>
      <p>
        <a href={link}>{t('offer-link')}</a>
      </p>
      <p class="hint">{t('offer-after')}</p>
      <ButtonRow>
        <LinkButton href={credentialPaths.own} variant="secondary">
          {t('back')}
        </LinkButton>
      </ButtonRow>
    </CitizenLayout>
  )
}
