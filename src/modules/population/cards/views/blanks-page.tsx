import { formatDay, formatNumber } from '#kernel/i18n/format.ts'
import {
  Button,
  ButtonRow,
  Columns,
  CsrfField,
  CursorPagination,
  EmptyState,
  Notice,
  NumberField,
  Radios,
  Section,
  Stats,
  Table,
  Tabs,
  TextField,
  useFrame,
  withQuery,
} from '#ui/index.ts'
import { type CardKind, cardKinds } from '../machine.ts'
import { cardPaths } from '../paths.ts'
import type { BlankDay } from '../queries/production.ts'
import { cardTexts } from '../texts.ts'
import { productionTexts } from '../texts-production.ts'
import { type CardAround, CardFrame, useErrorOf } from './card-frame.tsx'

export interface BlanksPageProps extends CardAround {
  readonly kind: CardKind
  readonly stock: number
  /** The day whose count has to be closed next. */
  readonly openDay: string | undefined
  readonly today: string
  readonly rows: readonly BlankDay[]
  readonly next: string | undefined
  readonly isFirstPage: boolean
}

export function BlanksPage(props: BlanksPageProps) {
  const { locale } = useFrame()
  const t = cardTexts(locale)
  const p = productionTexts(locale)
  const { kind, rows, openDay, today } = props
  const day = (iso: string) => formatDay(Temporal.PlainDate.from(iso), locale)
  const number = (value: number) => formatNumber(value, locale)
  return (
    <CardFrame {...props} title={p('blanks-title')} lead={p('blanks-lead')}>
      <Tabs
        label={t('kind')}
        tabs={cardKinds.map((each) => ({
          label: t(`kind-${each}`),
          href: withQuery(cardPaths.blanks, { jenis: each }),
          current: each === kind,
        }))}
      />
      {openDay && openDay < today && (
        <Notice tone="soon">{p('close-overdue', { day: day(openDay), kind: t(`kind-${kind}`) })}</Notice>
      )}
      <Columns aside={props.may.count && <BlankForms {...props} />}>
        <Stats
          label={p('blanks-title')}
          items={[{ value: number(props.stock), text: p('blanks-stock', { kind: t(`kind-${kind}`) }) }]}
        />
        <Table
          caption={p('blanks-title')}
          captionHidden
          dense
          rows={rows}
          rowKey={(row) => row.day}
          empty={<EmptyState title={p('blanks-empty')}>{p('blanks-empty-text')}</EmptyState>}
          columns={[
            { key: 'day', label: p('day'), header: true, cell: (row) => day(row.day) },
            {
              key: 'opening',
              label: p('opening'),
              align: 'end',
              cell: (row) => (row.closedBy ? number(row.opening) : ''),
            },
            { key: 'received', label: p('received'), align: 'end', cell: (row) => number(row.received) },
            { key: 'used', label: p('used'), align: 'end', cell: (row) => number(row.used) },
            { key: 'spoiled', label: p('spoiled'), align: 'end', cell: (row) => number(row.spoiled) },
            { key: 'corrected', label: p('corrected'), align: 'end', cell: (row) => number(row.corrected) },
            {
              key: 'counted',
              label: p('counted'),
              align: 'end',
              cell: (row) => (row.counted === undefined ? p('not-closed') : number(row.counted)),
            },
            { key: 'by', label: p('closed-by'), cell: (row) => [row.closedBy, row.note].filter(Boolean).join('. ') },
          ]}
        />
        <CursorPagination
          previousHref={props.isFirstPage ? undefined : withQuery(cardPaths.blanks, { jenis: kind })}
          nextHref={props.next && withQuery(cardPaths.blanks, { jenis: kind, sebelum: props.next })}
        />
      </Columns>
    </CardFrame>
  )
}

function BlankForms(props: BlanksPageProps) {
  const { locale } = useFrame()
  const p = productionTexts(locale)
  const { kind, typed, openDay, today } = props
  const isMove = typed['act'] === 'move'
  const moveError = useErrorOf(isMove ? props.errors : [])
  const closeError = useErrorOf(isMove ? [] : props.errors)
  const closing = openDay ?? today
  return (
    <>
      <Section title={p('blanks-move')}>
        <form method="post" action={cardPaths.blanks} novalidate>
          <CsrfField />
          <input type="hidden" name="kind" value={kind} />
          <Radios
            name="what"
            label={p('what')}
            value={(isMove && typed['what']) || 'received'}
            error={moveError('what')}
            options={(['received', 'spoiled'] as const).map((what) => ({ value: what, label: p(`what-${what}`) }))}
          />
          <NumberField
            name="count"
            label={p('count')}
            value={isMove ? typed['count'] : undefined}
            error={moveError('count')}
          />
          <TextField
            name="note"
            id={isMove ? undefined : 'note-move'}
            label={p('note')}
            hint={p('note-hint')}
            value={isMove ? typed['note'] : undefined}
            error={moveError('note')}
            maxLength={200}
          />
          <ButtonRow>
            <Button name="act" value="move" variant="secondary">
              {p('blanks-move')}
            </Button>
          </ButtonRow>
        </form>
      </Section>
      <Section title={`${p('close-day')}: ${formatDay(Temporal.PlainDate.from(closing), locale)}`}>
        <form method="post" action={cardPaths.blanks} novalidate>
          <CsrfField />
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="day" value={closing} />
          <NumberField
            name="counted"
            label={p('counted')}
            value={isMove ? undefined : typed['counted']}
            error={closeError('counted') ?? closeError('day')}
          />
          <TextField
            name="note"
            id={isMove ? 'note-close' : undefined}
            label={p('close-note')}
            hint={p('close-note-hint')}
            value={isMove ? undefined : typed['note']}
            error={closeError('note')}
            maxLength={500}
            optional
          />
          <ButtonRow>
            <Button name="act" value="close">
              {p('close-day')}
            </Button>
          </ButtonRow>
        </form>
      </Section>
    </>
  )
}
