import type { Zone } from '#kernel/clock/clock.ts'
import { formatDay, formatShort } from '#kernel/i18n/format.ts'
import { formatRupiah, senFromNumeric } from '#kernel/money/money.ts'
import {
  Button,
  ButtonRow,
  Columns,
  CsrfField,
  DayInput,
  EmptyState,
  LinkButton,
  Notice,
  Section,
  StatusTag,
  SummaryList,
  Table,
  TextArea,
  useFrame,
  withQuery,
} from '#ui/index.ts'
import { billingPaths } from '../paths.ts'
import { channelName } from '../views/bill-words.ts'
import { type DeskAround, DeskFrame, DeskList } from '../views/desk-frame.tsx'
import { type Typed, useErrorOf } from '../views/refund-form.tsx'
import type { AccountTotal } from './book-of-days.ts'
import { type Closing, closingStates } from './queries.ts'
import { closingTexts } from './texts.ts'

const tones = { prepared: 'soon', closed: 'good', returned: 'neutral' } as const

export const receivedIn = (closing: Closing) =>
  closing.totals.filter((total) => total.kind === 'cash').reduce((sum, total) => sum + senFromNumeric(total.debit), 0n)

function daysOf({ from, to }: Closing, locale: 'id' | 'en'): string {
  return from.equals(to) ? formatDay(to, locale) : `${formatDay(from, locale)} - ${formatDay(to, locale)}`
}

export interface ClosingListProps extends DeskAround {
  readonly rows: readonly Closing[]
  readonly next: string | undefined
  readonly isFirstPage: boolean
  readonly query: Readonly<Record<'keadaan' | 'hari', string | undefined>>
  readonly chain: { readonly right: number; readonly brokenAt: number | undefined } | undefined
  readonly toOn: string
  readonly zone: Zone
}

export function ClosingListPage(props: ClosingListProps) {
  const { locale } = useFrame()
  const t = closingTexts(locale)
  return (
    <DeskList
      {...props}
      title={t('title')}
      lead={t('lead')}
      path={billingPaths.closings}
      exportPath={billingPaths.closings}
      before={<Prepare {...props} />}
      selects={[
        {
          name: 'keadaan',
          label: t('state'),
          value: props.query.keadaan,
          options: closingStates.map((state) => ({ value: state, label: t(`state-${state}`) })),
        },
      ]}
      filters={<DayInput name="hari" label={t('day')} value={props.query.hari} />}
      rowKey={(row) => row.id}
      rowHref={(row) => billingPaths.closing(row.id)}
      empty={<EmptyState title={t('none')}>{t('none-help')}</EmptyState>}
      columns={[
        { key: 'number', label: t('number'), header: true, cell: (row) => String(row.number) },
        { key: 'days', label: t('days'), cell: (row) => daysOf(row, locale) },
        { key: 'received', label: t('received'), align: 'end', cell: (row) => formatRupiah(receivedIn(row)) },
        { key: 'entries', label: t('entries'), align: 'end', cell: (row) => row.entries.toLocaleString('id-ID') },
        {
          key: 'state',
          label: t('state'),
          cell: (row) => <StatusTag tone={tones[row.state]}>{t(`state-${row.state}`)}</StatusTag>,
        },
        { key: 'by', label: t('prepared-by'), cell: (row) => row.preparedBy },
      ]}
    />
  )
}

function Prepare({ chain, toOn, errors }: ClosingListProps) {
  const t = closingTexts(useFrame().locale)
  const errorOf = useErrorOf(errors)
  return (
    <>
      {chain &&
        (chain.brokenAt === undefined ? (
          <Notice tone="good">{t('chain-right', { n: chain.right })}</Notice>
        ) : (
          <Notice tone="late">{t('chain-broken', { n: chain.brokenAt })}</Notice>
        ))}
      <Section title={t('prepare')}>
        <p class="hint">{t('prepare-lead')}</p>
        <form method="post" action={billingPaths.closings} novalidate>
          <CsrfField />
          <DayInput name="toOn" label={t('to-on')} value={toOn} error={errorOf('toOn')} />
          <ButtonRow>
            <Button>{t('prepare')}</Button>
            <LinkButton href={withQuery(billingPaths.closings, { periksa: '1' })} variant="secondary">
              {t('chain')}
            </LinkButton>
          </ButtonRow>
        </form>
      </Section>
    </>
  )
}

export interface ClosingProps extends DeskAround {
  readonly closing: Closing
  readonly isOwn: boolean
  readonly typed: Typed
  readonly zone: Zone
}

const kinds = ['cash', 'revenue', 'due-to', 'suspense', 'refunds-payable'] as const

export function ClosingPage(props: ClosingProps) {
  const { locale } = useFrame()
  const t = closingTexts(locale)
  const { closing, zone } = props
  return (
    <DeskFrame {...props} title={t('one', { number: closing.number })} lead={daysOf(closing, locale)}>
      <p class="mb-4">
        <StatusTag tone={tones[closing.state]}>{t(`state-${closing.state}`)}</StatusTag>
      </p>
      <Columns aside={<Proof {...props} />}>
        {closing.totals.length === 0 && <p>{t('empty')}</p>}
        {kinds.map((kind) => (
          <KindTotals key={kind} kind={kind} rows={closing.totals.filter((total) => total.kind === kind)} />
        ))}
        <SummaryList
          dense
          rows={[
            { term: t('entries'), value: closing.entries.toLocaleString('id-ID') },
            {
              term: t('prepared-by'),
              value: `${closing.preparedBy}, ${formatShort(closing.preparedAt, locale, zone)}`,
            },
            ...(closing.decidedAt
              ? [
                  {
                    term: t('decided-by'),
                    value: `${closing.decidedBy}, ${formatShort(closing.decidedAt, locale, zone)}`,
                  },
                ]
              : []),
            ...(closing.note ? [{ term: t('note'), value: closing.note }] : []),
          ]}
        />
        {closing.state === 'prepared' && <Decide {...props} />}
      </Columns>
    </DeskFrame>
  )
}

/** Accounts without the word that names their kind: the channel, the revenue account, the beneficiary. */
function accountName(row: AccountTotal, locale: 'id' | 'en'): string {
  const [, ...rest] = row.account.split(':')
  if (row.kind === 'cash') return channelName(rest.join(':'), locale)
  return rest.join(', ') || closingTexts(locale)(`kind-${row.kind}`)
}

function KindTotals({ kind, rows }: { kind: AccountTotal['kind']; rows: readonly AccountTotal[] }) {
  const { locale } = useFrame()
  const t = closingTexts(locale)
  if (rows.length === 0) return null
  const sum = (side: 'debit' | 'credit') => rows.reduce((all, row) => all + senFromNumeric(row[side]), 0n)
  const shown = (amount: string) => (senFromNumeric(amount) > 0n ? formatRupiah(senFromNumeric(amount)) : '')
  return (
    <Section title={t(`kind-${kind}`)}>
      <Table
        caption={t(`kind-${kind}`)}
        captionHidden
        dense
        keep
        rows={rows}
        rowKey={(row) => row.account}
        columns={[
          { key: 'account', label: t('account'), header: true, cell: (row) => accountName(row, locale) },
          { key: 'debit', label: t('debit'), align: 'end', cell: (row) => shown(row.debit) },
          { key: 'credit', label: t('credit'), align: 'end', cell: (row) => shown(row.credit) },
        ]}
        foot={
          <tr>
            <th scope="row">{t('sum')}</th>
            <td class="end">{formatRupiah(sum('debit'))}</td>
            <td class="end">{formatRupiah(sum('credit'))}</td>
          </tr>
        }
      />
    </Section>
  )
}

function Proof({ closing }: ClosingProps) {
  const t = closingTexts(useFrame().locale)
  const code = (text: string) => <code class="break-all">{text}</code>
  return (
    <Section title={t('proof')}>
      <SummaryList
        dense
        rows={[
          { term: t('hash'), value: code(closing.hash) },
          { term: t('entries-hash'), value: code(closing.entriesHash) },
          { term: t('previous-hash'), value: closing.previousHash ? code(closing.previousHash) : t('first') },
        ]}
      />
    </Section>
  )
}

function Decide(props: ClosingProps) {
  const t = closingTexts(useFrame().locale)
  const errorOf = useErrorOf(props.errors)
  if (props.isOwn) return <Notice tone="info">{t('own')}</Notice>
  return (
    <Section title={t('decide')}>
      <p>{t('decide-lead')}</p>
      <form method="post" action={billingPaths.closing(props.closing.id)} novalidate>
        <CsrfField />
        <TextArea
          name="note"
          label={t('note')}
          value={props.typed['note']}
          error={errorOf('note')}
          rows={2}
          maxLength={500}
        />
        <ButtonRow>
          <Button name="keputusan" value="tutup">
            {t('close')}
          </Button>
          <Button name="keputusan" value="kembalikan" variant="secondary">
            {t('return')}
          </Button>
        </ButtonRow>
      </form>
    </Section>
  )
}
