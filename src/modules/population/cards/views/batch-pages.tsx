import type { Zone } from '#kernel/clock/clock.ts'
import { formatShort } from '#kernel/i18n/format.ts'
import {
  Button,
  ButtonRow,
  CsrfField,
  CursorPagination,
  EmptyState,
  LinkButton,
  Radios,
  Section,
  StatusTag,
  Table,
  TextField,
  useFrame,
  withQuery,
} from '#ui/index.ts'
import { cardPaths } from '../paths.ts'
import type { Card } from '../queries/cards.ts'
import type { PrintBatch } from '../queries/production.ts'
import { cardTexts } from '../texts.ts'
import { productionTexts } from '../texts-production.ts'
import { type CardAround, CardFrame, CardStateTag, useErrorOf } from './card-frame.tsx'

export interface BatchesPageProps extends CardAround {
  readonly rows: readonly PrintBatch[]
  readonly next: string | undefined
  readonly isFirstPage: boolean
  readonly zone: Zone
}

export function BatchesPage(props: BatchesPageProps) {
  const { locale } = useFrame()
  const t = cardTexts(locale)
  const p = productionTexts(locale)
  return (
    <CardFrame {...props} title={p('batches-title')} lead={p('batches-lead')}>
      <Table
        caption={p('batches-title')}
        captionHidden
        dense
        rows={props.rows}
        rowKey={(batch) => batch.id}
        rowHref={(batch) => cardPaths.batch(batch.id)}
        empty={<EmptyState title={p('batches-empty')}>{p('batches-empty-text')}</EmptyState>}
        columns={[
          { key: 'number', label: t('nav-batches'), header: true, cell: (batch) => batch.number },
          { key: 'kind', label: t('kind'), cell: (batch) => t(`kind-${batch.kind}`) },
          { key: 'cards', label: p('batch-cards'), align: 'end', cell: (batch) => batch.cards },
          { key: 'waiting', label: p('batch-waiting'), align: 'end', cell: (batch) => batch.waiting },
          { key: 'made', label: p('batch-made'), cell: (batch) => formatShort(batch.madeAt, locale, props.zone) },
          { key: 'by', label: p('batch-by'), cell: (batch) => batch.madeBy },
          {
            key: 'state',
            label: t('state'),
            cell: (batch) => (
              <StatusTag tone={batch.closedAt ? 'good' : 'soon'}>
                {p(batch.closedAt ? 'batch-closed' : 'batch-open')}
              </StatusTag>
            ),
          },
        ]}
      />
      <CursorPagination
        previousHref={props.isFirstPage ? undefined : cardPaths.batches}
        nextHref={props.next && withQuery(cardPaths.batches, { setelah: props.next })}
      />
    </CardFrame>
  )
}

export interface BatchPageProps extends CardAround {
  readonly batch: PrintBatch
  readonly cards: readonly Card[]
}

/** One card after another as they come out of the printer: its number, or what went wrong. */
export function BatchPage(props: BatchPageProps) {
  const { locale: spoken } = useFrame()
  const t = cardTexts(spoken)
  const p = productionTexts(spoken)
  const { batch, cards } = props
  const waiting = cards.filter((card) => card.state === 'queued')
  const noted = cards.filter((card) => card.state !== 'queued')
  return (
    <CardFrame
      {...props}
      title={p('batch-title', { number: batch.number })}
      lead={p('batch-lead', { n: batch.cards, by: batch.madeBy })}
      actions={
        <LinkButton href={cardPaths.batchSheet(batch.id)} variant="secondary" icon="printer">
          {p('batch-print')}
        </LinkButton>
      }
    >
      {props.may.print && waiting.map((card) => <PrintResult key={card.id} {...props} card={card} />)}
      {noted.length > 0 && (
        <Table
          caption={p('batch-cards')}
          dense
          rows={noted}
          rowKey={(card) => card.id}
          rowHref={(card) => cardPaths.card(card.id)}
          columns={[
            { key: 'name', label: t('name'), header: true, cell: (card) => card.name },
            { key: 'code', label: t('code'), cell: (card) => card.code },
            { key: 'serial', label: t('serial'), cell: (card) => card.serial ?? card.note ?? '' },
            { key: 'state', label: t('state'), cell: (card) => <CardStateTag state={card.state} /> },
          ]}
        />
      )}
    </CardFrame>
  )
}

function PrintResult(props: BatchPageProps & { readonly card: Card }) {
  const { locale: spoken } = useFrame()
  const t = cardTexts(spoken)
  const p = productionTexts(spoken)
  const { card, typed } = props
  const isMine = typed['cardId'] === card.id
  const errorOf = useErrorOf(isMine ? props.errors : [])
  const value = (name: string) => (isMine ? typed[name] : undefined)
  return (
    <Section title={`${card.name}, ${card.code}`} id={`kartu-${card.id}`}>
      <form method="post" action={cardPaths.batch(props.batch.id)} novalidate>
        <CsrfField />
        <input type="hidden" name="cardId" value={card.id} />
        <Radios
          name="outcome"
          id={`outcome-${card.id}`}
          label={p('what')}
          inline
          value={value('outcome') ?? 'printed'}
          options={[
            { value: 'printed', label: p('printed') },
            { value: 'spoiled', label: p('spoiled') },
          ]}
        />
        <TextField
          name="serial"
          id={isMine ? undefined : `serial-${card.id}`}
          label={t('serial')}
          value={value('serial')}
          error={errorOf('serial')}
          maxLength={40}
          width="medium"
          autocomplete="off"
        />
        <TextField
          name="failure"
          id={isMine ? undefined : `failure-${card.id}`}
          label={p('failure')}
          value={value('failure')}
          error={errorOf('failure')}
          maxLength={200}
          width="medium"
          optional
        />
        <ButtonRow>
          <Button variant="secondary">{t('save')}</Button>
        </ButtonRow>
      </form>
    </Section>
  )
}
