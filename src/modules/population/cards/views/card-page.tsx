import type { Zone } from '#kernel/clock/clock.ts'
import { formatDay, formatShort } from '#kernel/i18n/format.ts'
import { Columns, LinkButton, Section, SummaryList, Timeline, useFrame } from '#ui/index.ts'
import { cardPaths } from '../paths.ts'
import type { Card, CardStep } from '../queries/cards.ts'
import { cardTexts } from '../texts.ts'
import { CardActions } from './card-actions.tsx'
import { type CardAround, CardFrame, CardStateTag } from './card-frame.tsx'
import { CardPicture, type CardPrint } from './card-picture.tsx'

export interface CardPageProps extends CardAround {
  readonly card: Card
  readonly steps: readonly CardStep[]
  readonly print: CardPrint
  readonly zone: Zone
}

export function CardPage(props: CardPageProps) {
  const { locale } = useFrame()
  const t = cardTexts(locale)
  const { card, steps, zone } = props
  const kind = t(`kind-${card.kind}`)
  const row = (term: string, value: string | undefined) => (value ? [{ term, value }] : [])
  return (
    <CardFrame
      {...props}
      title={t('card-of', { kind, name: card.name })}
      lead={`${t('code')} ${card.code}`}
      actions={
        card.state === 'requested' && card.biometrics === 'waiting' && props.may.record ? (
          <LinkButton href={cardPaths.record(card.id)}>{t('record')}</LinkButton>
        ) : undefined
      }
    >
      <Columns aside={<CardActions {...props} />}>
        <SummaryList
          dense
          rows={[
            { term: t('state'), value: <CardStateTag state={card.state} /> },
            { term: t('reason'), value: `${t(`reason-${card.reason}`)}, ${t('number', { n: card.printNumber })}` },
            ...row(t('case'), card.caseNumber),
            { term: t('village'), value: card.village },
            { term: t('delivery'), value: t(`delivery-${card.delivery}`) },
            ...row(t('address'), card.deliveryAddress),
            ...row(t('serial'), card.serial),
            {
              term: t('expires'),
              value: card.expiresOn ? formatDay(Temporal.PlainDate.from(card.expiresOn), locale) : t('lifetime'),
            },
            ...row(t('place'), card.place),
            ...row(
              t('courier'),
              card.courier && `${card.courier}, ${t('receipt').toLowerCase()} ${card.receiptNumber ?? ''}`,
            ),
            ...row(t('failures'), card.failures > 0 ? t('times', { n: card.failures }) : undefined),
            ...row(t('last-failure'), card.note),
            ...row(
              t('received-by'),
              card.receiverName && `${card.receiverName} (${t(`receiver-${card.receiverRelation as 'self'}`)})`,
            ),
            ...row(t('proof'), card.receiverProof),
          ]}
        />
        <Section title={t('picture')}>
          <p>{t('picture-text')}</p>
          <CardPicture print={props.print} />
        </Section>
        <Section title={t('history')}>
          <Timeline
            items={steps.map((step, index) => ({
              title: t(`state-${step.state}`),
              state: index === steps.length - 1 ? 'current' : 'done',
              place: step.by,
              time: formatShort(step.at, locale, zone),
              dateTime: step.at.toString(),
              ...(step.note ? { aside: step.note } : {}),
            }))}
          />
        </Section>
      </Columns>
    </CardFrame>
  )
}
