import type { Zone } from '#kernel/clock/clock.ts'
import { formatDay, formatShort } from '#kernel/i18n/format.ts'
import { formatRupiah } from '#kernel/money/money.ts'
import {
  Button,
  ButtonRow,
  CsrfField,
  CursorPagination,
  EmptyState,
  ExportLinks,
  FilterBar,
  LinkButton,
  Notice,
  Section,
  Stats,
  StatusTag,
  SummaryList,
  Table,
  useFrame,
  WorkProgress,
  withQuery,
} from '#ui/index.ts'
import { formatBillingCode } from '../billing-code.ts'
import { billingPaths } from '../paths.ts'
import { channelName } from '../views/bill-words.ts'
import { type DeskAround, DeskFrame } from '../views/desk-frame.tsx'
import { type RowState, rowStates, type Statement, type StatementRow } from './queries.ts'
import { statementTexts } from './texts.ts'

export const statementTones = { read: 'soon', booking: 'info', booked: 'good', discarded: 'neutral' } as const
const rowTones = {
  read: 'info',
  broken: 'late',
  booked: 'good',
  suspended: 'soon',
  known: 'neutral',
  listed: 'good',
} as const

export function daysOf(statement: Statement, locale: 'id' | 'en'): string {
  const { firstOn, lastOn } = statement
  if (!firstOn || !lastOn) return ''
  return firstOn.equals(lastOn)
    ? formatDay(firstOn, locale)
    : `${formatDay(firstOn, locale)} - ${formatDay(lastOn, locale)}`
}

export interface StatementProps extends DeskAround {
  readonly statement: Statement
  readonly rowCounts: ReadonlyMap<RowState, { count: number }>
  readonly preview: { readonly withoutCode: number; readonly known: number } | undefined
  readonly rows: readonly StatementRow[]
  readonly next: string | undefined
  readonly isFirstPage: boolean
  readonly query: Readonly<Record<'q' | 'keadaan', string | undefined>>
  readonly zone: Zone
}

export function StatementPage(props: StatementProps) {
  const { locale } = useFrame()
  const t = statementTexts(locale)
  const { statement, zone } = props
  const number = (n: number) => n.toLocaleString('id-ID')
  return (
    <DeskFrame
      {...props}
      title={statement.fileName}
      lead={`${statement.sourceName}${statement.channel ? `, ${channelName(statement.channel, locale)}` : ''}. ${daysOf(statement, locale)}`}
      actions={<ExportLinks path={billingPaths.statementRows(statement.id)} query={props.query} />}
    >
      <p class="mb-4">
        <StatusTag tone={statementTones[statement.state]}>{t(`state-${statement.state}`)}</StatusTag>
      </p>
      <Stats
        label={t('lines')}
        items={[
          { value: number(statement.rows), text: t('receipts') },
          { value: formatRupiah(statement.amount), text: t('total') },
          {
            value: number(statement.broken),
            text: t('broken-lines'),
            ...(statement.broken
              ? { href: withQuery(billingPaths.statement(statement.id), { keadaan: 'broken' }) }
              : {}),
          },
          { value: number(statement.skipped), text: t('skipped-lines') },
        ]}
      />
      {statement.state === 'read' && <Decision {...props} />}
      {statement.state === 'booking' && <Progress statement={statement} />}
      <div class="mt-5" />
      <SummaryList
        dense
        rows={[
          { term: t('uploaded'), value: `${formatShort(statement.uploadedAt, locale, zone)}, ${statement.uploadedBy}` },
          ...(statement.decidedAt
            ? [
                {
                  term: t('decided-by'),
                  value: `${formatShort(statement.decidedAt, locale, zone)}, ${statement.decidedBy}`,
                },
              ]
            : []),
          ...rowStates
            .filter((state) => state !== 'broken' && props.rowCounts.has(state))
            .map((state) => ({ term: t(`row-${state}`), value: number(props.rowCounts.get(state)?.count ?? 0) })),
        ]}
      />
      <Lines {...props} />
    </DeskFrame>
  )
}

function Decision({ statement, preview }: StatementProps) {
  const t = statementTexts(useFrame().locale)
  const n = statement.rows.toLocaleString('id-ID')
  return (
    <Section title={t('decision')}>
      {preview && (preview.known > 0 || preview.withoutCode > 0 || statement.side === 'treasury') && (
        <Notice tone="info">
          {statement.side === 'treasury' && <p>{t('preview-treasury')}</p>}
          {preview.known > 0 && <p>{t('preview-known', { n: preview.known })}</p>}
          {statement.side === 'channel' && preview.withoutCode > 0 && (
            <p>{t('preview-code', { n: preview.withoutCode })}</p>
          )}
        </Notice>
      )}
      <form method="post" action={billingPaths.statement(statement.id)}>
        <CsrfField />
        <ButtonRow>
          {statement.rows > 0 && (
            <Button name="keputusan" value="bukukan">
              {t(statement.side === 'treasury' ? 'book-treasury' : 'book', { n })}
            </Button>
          )}
          <Button name="keputusan" value="sisihkan" variant="secondary">
            {t('discard')}
          </Button>
        </ButtonRow>
        <p class="hint">{t('discard-note')}</p>
      </form>
    </Section>
  )
}

function Progress({ statement }: { statement: Statement }) {
  const t = statementTexts(useFrame().locale)
  return (
    <Section title={t('booking')}>
      <WorkProgress
        label={t('booking')}
        max={statement.rows + statement.broken + statement.skipped}
        value={statement.doneTo}
      >
        {t('booking-now', { line: statement.doneTo.toLocaleString('id-ID') })}
      </WorkProgress>
      <p class="mt-4">
        <LinkButton href={billingPaths.statement(statement.id)} variant="secondary" icon="refresh-cw">
          {t('reload')}
        </LinkButton>
      </p>
    </Section>
  )
}

function Lines(props: StatementProps) {
  const { locale } = useFrame()
  const t = statementTexts(locale)
  const { statement, query, zone } = props
  const path = billingPaths.statement(statement.id)
  const states = rowStates.filter((state) => props.rowCounts.has(state) || query.keadaan === state)
  return (
    <Section title={t('lines')}>
      <FilterBar
        action={path}
        search={{ name: 'q', value: query.q, label: t('row-search') }}
        selects={[
          {
            name: 'keadaan',
            label: t('state'),
            value: query.keadaan,
            options: states.map((state) => ({ value: state, label: t(`row-${state}`) })),
          },
        ]}
        clearHref={path}
      />
      <Table
        caption={t('lines')}
        captionHidden
        dense
        rows={props.rows}
        rowKey={(row) => String(row.line)}
        empty={<EmptyState title={t('lines-none')} icon="search" />}
        columns={[
          { key: 'line', label: t('line'), header: true, cell: (row) => row.line.toLocaleString('id-ID') },
          {
            key: 'state',
            label: t('state'),
            cell: (row) => <StatusTag tone={rowTones[row.state]}>{t(`row-${row.state}`)}</StatusTag>,
          },
          {
            key: 'reference',
            label: t('reference'),
            cell: (row) => (row.problem ? t(`problem-${row.problem}`) : row.reference),
          },
          { key: 'number', label: t('number'), cell: (row) => row.number && formatBillingCode(row.number) },
          {
            key: 'amount',
            label: t('amount'),
            align: 'end',
            cell: (row) => (row.amount === undefined ? '' : formatRupiah(row.amount)),
          },
          { key: 'paid', label: t('paid'), cell: (row) => row.paidAt && formatShort(row.paidAt, locale, zone) },
          {
            key: 'description',
            label: t('description'),
            cell: (row) => (row.problem ? <code>{row.raw}</code> : row.description),
          },
        ]}
      />
      <CursorPagination
        previousHref={props.isFirstPage ? undefined : withQuery(path, query)}
        nextHref={props.next && withQuery(path, { ...query, setelah: props.next })}
      />
    </Section>
  )
}
