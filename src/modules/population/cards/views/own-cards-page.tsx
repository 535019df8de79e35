import type { Zone } from '#kernel/clock/clock.ts'
import { formatDay, formatShort } from '#kernel/i18n/format.ts'
import { CitizenLayout, EmptyState, LinkButton, Section, SummaryList, useFrame } from '#ui/index.ts'
import { openStates } from '../machine.ts'
import type { CardOffer } from '../offers.ts'
import type { Card } from '../queries/cards.ts'
import { cardTexts } from '../texts.ts'
import { CardStateTag } from './card-frame.tsx'

const services = {
  first: '/layanan/ktp-el-pertama',
  again: '/layanan/ganti-ktp-el',
  kia: '/layanan/kartu-identitas-anak',
} as const

interface OwnCardsProps {
  readonly cards: readonly Card[]
  readonly offers: ReadonlySet<CardOffer>
  readonly zone: Zone
}

/** Where one's own cards and those of one's children are. */
export function OwnCardsPage({ cards, offers, zone }: OwnCardsProps) {
  const { locale } = useFrame()
  const t = cardTexts(locale)
  const row = (term: string, value: string | undefined) => (value ? [{ term, value }] : [])
  return (
    <CitizenLayout
      title={t('own-title')}
      lead={t('own-lead')}
      private
      actions={(['first', 'again', 'kia'] as const).map(
        (offer) =>
          offers.has(offer) && (
            <LinkButton key={offer} href={services[offer]} variant="secondary">
              {t(`own-${offer}`)}
            </LinkButton>
          ),
      )}
    >
      {cards.length === 0 && <EmptyState title={t('own-empty')}>{t('own-empty-text')}</EmptyState>}
      {cards.map((card) => (
        <Section key={card.id} title={`${t(`kind-${card.kind}`)}, ${card.name}`}>
          <SummaryList
            rows={[
              { term: t('state'), value: <CardStateTag state={card.state} /> },
              { term: t('since'), value: formatShort(card.stateAt, locale, zone) },
              ...row(t('code'), (openStates as readonly string[]).includes(card.state) ? card.code : undefined),
              ...row(t('place'), card.place && t('own-pick-up', { place: card.place })),
              ...row(t('courier'), card.courier && `${card.courier}, ${card.receiptNumber ?? ''}`),
              ...row(t('received-by'), card.receiverName),
              ...row(t('case'), card.caseNumber),
              {
                term: t('expires'),
                value: card.expiresOn ? formatDay(Temporal.PlainDate.from(card.expiresOn), locale) : t('lifetime'),
              },
            ]}
          />
          {card.state === 'handed-over' && (
            <LinkButton href={card.kind === 'kia' ? services.kia : services.again} variant="secondary">
              {t('own-again')}
            </LinkButton>
          )}
        </Section>
      ))}
    </CitizenLayout>
  )
}
