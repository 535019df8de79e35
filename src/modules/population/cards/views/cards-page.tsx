import type { Zone } from '#kernel/clock/clock.ts'
import { formatShort } from '#kernel/i18n/format.ts'
import {
  Button,
  ButtonRow,
  CsrfField,
  CursorPagination,
  EmptyState,
  ExportLinks,
  FilterBar,
  Table,
  Tabs,
  TextField,
  useFrame,
  withQuery,
} from '#ui/index.ts'
import { type CardState, cardKinds, openStates } from '../machine.ts'
import { cardPaths } from '../paths.ts'
import type { Card } from '../queries/cards.ts'
import { cardTexts } from '../texts.ts'
import { type CardAround, CardFrame, CardStateTag, useErrorOf } from './card-frame.tsx'

export interface CardsPageProps extends CardAround {
  readonly rows: readonly Card[]
  readonly next: string | undefined
  readonly isFirstPage: boolean
  readonly query: Readonly<Record<'q' | 'jenis' | 'kecamatan' | 'keadaan', string | undefined>>
  readonly counts: ReadonlyMap<CardState, number>
  readonly districts: readonly { readonly value: string; readonly label: string }[]
  readonly zone: Zone
}

export function CardsPage(props: CardsPageProps) {
  const { locale } = useFrame()
  const t = cardTexts(locale)
  const { query, counts } = props
  const { keadaan, ...others } = query
  const total = [...counts.values()].reduce((sum, n) => sum + n, 0)
  const choosing = keadaan === 'queued' ? props.may.print : keadaan === 'printed' && props.may.counter
  return (
    <CardFrame
      {...props}
      title={t('title')}
      lead={t('lead')}
      actions={<ExportLinks path={cardPaths.desk} query={query} />}
    >
      <Tabs
        label={t('state')}
        tabs={[
          { label: t('all'), href: withQuery(cardPaths.desk, others), current: !keadaan, count: total },
          ...openStates.map((state) => ({
            label: t(`state-${state}`),
            href: withQuery(cardPaths.desk, { ...others, keadaan: state }),
            current: keadaan === state,
            count: counts.get(state) ?? 0,
          })),
        ]}
      />
      <FilterBar
        action={cardPaths.desk}
        search={{ name: 'q', value: query.q, label: t('search') }}
        selects={[
          {
            name: 'jenis',
            label: t('kind'),
            value: query.jenis,
            options: cardKinds.map((kind) => ({ value: kind, label: t(`kind-${kind}`) })),
          },
          { name: 'kecamatan', label: t('district'), value: query.kecamatan, options: props.districts },
        ]}
        hidden={keadaan ? { keadaan } : {}}
        clearHref={cardPaths.desk}
      />
      {choosing ? <Choosing {...props} /> : <CardTable {...props} />}
      <CursorPagination
        previousHref={props.isFirstPage ? undefined : withQuery(cardPaths.desk, query)}
        nextHref={props.next && withQuery(cardPaths.desk, { ...query, setelah: props.next })}
      />
    </CardFrame>
  )
}

/** The list as a form: some of its cards go to the printer, or into a box. */
function Choosing(props: CardsPageProps) {
  const t = cardTexts(useFrame().locale)
  const errorOf = useErrorOf(props.errors)
  const printing = props.query.keadaan === 'queued'
  return (
    <form method="post" action={printing ? cardPaths.batches : cardPaths.shelve} novalidate>
      <CsrfField />
      <CardTable {...props} choosing />
      {props.rows.length > 0 && (
        <>
          {!printing && (
            <TextField
              name="place"
              label={t('place')}
              hint={t('place-hint')}
              value={props.typed['place']}
              error={errorOf('place')}
              maxLength={60}
              width="medium"
            />
          )}
          <ButtonRow>
            <Button icon={printing ? 'printer' : 'check'}>{t(printing ? 'choose-print' : 'choose-shelve')}</Button>
          </ButtonRow>
        </>
      )}
    </form>
  )
}

function CardTable(props: CardsPageProps & { readonly choosing?: boolean }) {
  const { locale } = useFrame()
  const t = cardTexts(locale)
  return (
    <Table
      caption={t('title')}
      captionHidden
      dense
      rows={props.rows}
      rowKey={(card) => card.id}
      rowHref={(card) => cardPaths.card(card.id)}
      empty={
        <EmptyState title={t('empty-title')} icon="search">
          {t('empty-text')}
        </EmptyState>
      }
      columns={[
        ...(props.choosing
          ? [
              {
                key: 'choose',
                label: t('choose'),
                cell: (card: Card) => (
                  <input
                    type="checkbox"
                    name="cards"
                    value={card.id}
                    aria-label={t('select', { name: card.name })}
                    checked
                  />
                ),
              },
            ]
          : []),
        { key: 'name', label: t('name'), header: true, cell: (card) => card.name },
        { key: 'kind', label: t('kind'), cell: (card) => t(`kind-${card.kind}`) },
        { key: 'code', label: t('code'), cell: (card) => <span class="figures">{card.code}</span> },
        { key: 'village', label: t('village'), cell: (card) => card.village },
        { key: 'delivery', label: t('delivery'), cell: (card) => t(`delivery-${card.delivery}`) },
        { key: 'since', label: t('since'), cell: (card) => formatShort(card.stateAt, locale, props.zone) },
        { key: 'state', label: t('state'), cell: (card) => <CardStateTag state={card.state} /> },
      ]}
    />
  )
}
