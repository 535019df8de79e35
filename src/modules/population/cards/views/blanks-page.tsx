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
  const { kind, rows, openDay, today } = props
  const day = (iso: string) => formatDay(Temporal.PlainDate.from(iso), locale)
  const number = (value: number) => formatNumber(value, locale)
  return (
    <CardFrame {...props} title={t('blanks-title')} lead={t('blanks-lead')}>
      <Tabs
        label={t('kind')}
        tabs={cardKinds.map((each) => ({
          label: t(`kind-${each}`),
          href: withQuery(cardPaths.blanks, { jenis: each }),
          current: each === kind,
        }))}
      />
      {openDay && openDay < today && (
        <Notice tone="soon">{t('close-overdue', { day: day(openDay), kind: t(`kind-${kind}`) })}</Notice>
      )}
      <Columns aside={props.may.count && <BlankForms {...props} />}>
        <Stats
          label={t('blanks-title')}
          items={[{ value: number(props.stock), text: t('blanks-stock', { kind: t(`kind-${kind}`) }) }]}
        />
        <Table
          caption={t('blanks-title')}
          captionHidden
          dense
          rows={rows}
          rowKey={(row) => row.day}
          empty={<EmptyState title={t('blanks-empty')}>{t('blanks-empty-text')}</EmptyState>}
          columns={[
            { key: 'day', label: t('day'), header: true, cell: (row) => day(row.day) },
            {
              key: 'opening',
              label: t('opening'),
              align: 'end',
              cell: (row) => (row.closedBy ? number(row.opening) : ''),
            },
            { key: 'received', label: t('received'), align: 'end', cell: (row) => number(row.received) },
            { key: 'used', label: t('used'), align: 'end', cell: (row) => number(row.used) },
            { key: 'spoiled', label: t('spoiled'), align: 'end', cell: (row) => number(row.spoiled) },
            { key: 'corrected', label: t('corrected'), align: 'end', cell: (row) => number(row.corrected) },
            {
              key: 'counted',
              label: t('counted'),
              align: 'end',
              cell: (row) => (row.counted === undefined ? t('not-closed') : number(row.counted)),
            },
            { key: 'by', label: t('closed-by'), cell: (row) => [row.closedBy, row.note].filter(Boolean).join('. ') },
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
  const t = cardTexts(locale)
  const { kind, typed, openDay, today } = props
  const isMove = typed['act'] === 'move'
  const moveError = useErrorOf(isMove ? props.errors : [])
  const closeError = useErrorOf(isMove ? [] : props.errors)
  const closing = openDay ?? today
  return (
    <>
      <Section title={t('blanks-move')}>
        <form method="post" action={cardPaths.blanks} novalidate>
          <CsrfField />
          <input type="hidden" name="kind" value={kind} />
          <Radios
            name="what"
            label={t('what')}
            value={(isMove && typed['what']) || 'received'}
            error={moveError('what')}
            options={(['received', 'spoiled'] as const).map((what) => ({ value: what, label: t(`what-${what}`) }))}
          />
          <NumberField
            name="count"
            label={t('count')}
            value={isMove ? typed['count'] : undefined}
            error={moveError('count')}
          />
          <TextField
            name="note"
            id={isMove ? undefined : 'note-move'}
            label={t('note')}
            hint={t('note-hint')}
            value={isMove ? typed['note'] : undefined}
            error={moveError('note')}
            maxLength={200}
          />
          <ButtonRow>
            <Button name="act" value="move" variant="secondary">
              {t('blanks-move')}
            </Button>
          </ButtonRow>
        </form>
      </Section>
      <Section title={`${t('close-day')}: ${formatDay(Temporal.PlainDate.from(closing), locale)}`}>
        <form method="post" action={cardPaths.blanks} novalidate>
          <CsrfField />
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="day" value={closing} />
          <NumberField
            name="counted"
            label={t('counted')}
            value={isMove ? undefined : typed['counted']}
            error={closeError('counted') ?? closeError('day')}
          />
          <TextField
            name="note"
            id={isMove ? 'note-close' : undefined}
            label={t('close-note')}
            hint={t('close-note-hint')}
            value={isMove ? undefined : typed['note']}
            error={closeError('note')}
            maxLength={500}
            optional
          />
          <ButtonRow>
            <Button name="act" value="close">
              {t('close-day')}
            </Button>
          </ButtonRow>
        </form>
      </Section>
    </>
  )
}
