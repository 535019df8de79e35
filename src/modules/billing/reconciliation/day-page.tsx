import type { Zone } from '#kernel/clock/clock.ts'
import { formatDayWithName, formatShort } from '#kernel/i18n/format.ts'
import { formatRupiah, type Sen } from '#kernel/money/money.ts'
import { Button, CsrfField, DayInput, EmptyState, LinkButton, Section, Table, useFrame, withQuery } from '#ui/index.ts'
import { billingPaths } from '../paths.ts'
import { channelName } from '../views/bill-words.ts'
import { type DeskAround, DeskFrame } from '../views/desk-frame.tsx'
import { DifferenceTable } from './difference-table.tsx'
import type { DaySides, Difference, Side } from './queries.ts'
import { reconciliationTexts } from './texts.ts'

export interface DayProps extends DeskAround {
  readonly day: Temporal.PlainDate
  readonly sides: readonly DaySides[]
  readonly found: readonly Difference[]
  readonly mayRun: boolean
  readonly zone: Zone
}

export function ReconciliationPage(props: DayProps) {
  const { locale } = useFrame()
  const t = reconciliationTexts(locale)
  const { day, sides, found } = props
  const at = (other: Temporal.PlainDate) => withQuery(billingPaths.reconciliation, { hari: other.toString() })
  return (
    <DeskFrame
      {...props}
      title={t('title', { day: formatDayWithName(day, locale) })}
      lead={t('lead')}
      actions={
        <>
          <LinkButton href={at(day.subtract({ days: 1 }))} variant="secondary" icon="arrow-left">
            {t('previous')}
          </LinkButton>
          <LinkButton href={at(day.add({ days: 1 }))} variant="secondary">
            {t('next')}
          </LinkButton>
          <LinkButton href={billingPaths.differences} variant="secondary">
            {t('all-differences')}
          </LinkButton>
        </>
      }
    >
      <search class="filters">
        <form method="get" action={billingPaths.reconciliation}>
          <DayInput name="hari" label={t('day')} value={day.toString()} />
          <Button variant="secondary">{t('show')}</Button>
        </form>
      </search>
      <Sides {...props} />
      {props.mayRun && (
        <form method="post" action={billingPaths.reconciliation} class="mt-4">
          <CsrfField />
          <input type="hidden" name="hari" value={day.toString()} />
          <Button variant="secondary" icon="refresh-cw">
            {t('run')}
          </Button>
          <p class="hint">{t('run-lead')}</p>
        </form>
      )}
      {sides.length > 0 && (
        <Section title={t('differences-of-day')}>
          <DifferenceTable
            rows={found}
            empty={
              <EmptyState title={t('none-of-day')} icon="circle-check">
                {t('none-of-day-help')}
              </EmptyState>
            }
          />
        </Section>
      )}
    </DeskFrame>
  )
}

function Sides({ sides, zone }: DayProps) {
  const { locale } = useFrame()
  const t = reconciliationTexts(locale)
  const amount = (side: Side | undefined, otherwise: string) =>
    side ? (
      <>
        {formatRupiah(side.amount)}
        <br />
        <span class="hint">{t('count', { n: side.count.toLocaleString('id-ID') })}</span>
      </>
    ) : (
      <span class="hint">{otherwise}</span>
    )
  const sum = (of: (row: DaySides) => Sen | undefined) =>
    formatRupiah(sides.reduce((all, row) => all + (of(row) ?? 0n), 0n))
  return (
    <Table
      caption={t('channel')}
      captionHidden
      rows={sides}
      rowKey={(row) => row.channel}
      empty={<EmptyState title={t('never')}>{t('never-help')}</EmptyState>}
      columns={[
        { key: 'channel', label: t('channel'), header: true, cell: (row) => channelName(row.channel, locale) },
        { key: 'ours', label: t('ours'), align: 'end', cell: (row) => amount(row.ours, '') },
        {
          key: 'bank',
          label: t('bank'),
          align: 'end',
          cell: (row) => amount(row.bank, t(row.failure ? 'failure' : 'silent')),
        },
        { key: 'treasury', label: t('treasury'), align: 'end', cell: (row) => amount(row.treasury, t('not-settled')) },
        { key: 'fee', label: t('fee'), align: 'end', cell: (row) => (row.fee > 0n ? formatRupiah(row.fee) : '') },
        { key: 'run', label: t('run-at'), cell: (row) => formatShort(row.runAt, locale, zone) },
      ]}
      foot={
        sides.length > 1 ? (
          <tr>
            <th scope="row">{t('sum')}</th>
            <td class="end">{sum((row) => row.ours.amount)}</td>
            <td class="end">{sum((row) => row.bank?.amount)}</td>
            <td class="end">{sum((row) => row.treasury?.amount)}</td>
            <td class="end">{sum((row) => row.fee)}</td>
            <td />
          </tr>
        ) : undefined
      }
    />
  )
}
