import type { Zone } from '#kernel/clock/clock.ts'
import { formatMoment } from '#kernel/i18n/format.ts'
import { PlainLayout, PrintLayout, Table, useFrame } from '#ui/index.ts'
import type { Card } from '../queries/cards.ts'
import type { PrintBatch } from '../queries/production.ts'
import { cardTexts } from '../texts.ts'
import { productionTexts } from '../texts-production.ts'

/** The sheet that goes with the blanks to the printer, to be ticked by hand; no NIK stands on it. */
export function SheetPage(props: {
  readonly batch: PrintBatch
  readonly cards: readonly Card[]
  readonly zone: Zone
  readonly unitName: string
}) {
  const { locale } = useFrame()
  const t = cardTexts(locale)
  const p = productionTexts(locale)
  const { batch, cards, zone } = props
  return (
    <PlainLayout title={p('batch-title', { number: batch.number })} heading={false}>
      <PrintLayout
        title={p('batch-title', { number: batch.number })}
        unit={props.unitName}
        number={`${t(`kind-${batch.kind}`)}, ${formatMoment(batch.madeAt, locale, zone)}`}
        foot={<p>{p('batch-lead', { n: batch.cards, by: batch.madeBy })}</p>}
      >
        <Table
          caption={p('batch-cards')}
          captionHidden
          keep
          rows={cards}
          rowKey={(card) => card.id}
          columns={[
            { key: 'code', label: t('code'), header: true, cell: (card) => card.code },
            { key: 'name', label: t('name'), cell: (card) => card.name },
            { key: 'village', label: t('village'), cell: (card) => card.village },
            { key: 'serial', label: t('serial'), cell: (card) => card.serial ?? '' },
            {
              key: 'spoiled',
              label: p('spoiled'),
              cell: (card) => (card.state === 'failed' ? (card.note ?? '×') : ''),
            },
          ]}
        />
      </PrintLayout>
    </PlainLayout>
  )
}
