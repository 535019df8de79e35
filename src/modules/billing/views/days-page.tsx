import { formatDayWithName } from '#kernel/i18n/format.ts'
import { formatRupiah } from '#kernel/money/money.ts'
import { Button, DayInput, EmptyState, ExportLinks, LinkButton, Stats, Table, useFrame, withQuery } from '#ui/index.ts'
import { billingPaths } from '../paths.ts'
import type { DayTotals } from '../queries/day-totals.ts'
import { type DeskAround, DeskFrame } from './desk-frame.tsx'
import { deskTexts } from './desk-texts.ts'

export interface DaysProps extends DeskAround {
  readonly day: Temporal.PlainDate
  readonly totals: DayTotals
}

export function DaysPage(props: DaysProps) {
  const { locale } = useFrame()
  const t = deskTexts(locale)
  const { day, totals } = props
  const at = (other: Temporal.PlainDate) => withQuery(billingPaths.days, { hari: other.toString() })
  return (
    <DeskFrame
      {...props}
      title={t('days.title', { day: formatDayWithName(day, locale) })}
      lead={t('days.lead')}
      actions={
        <>
          <LinkButton href={at(day.subtract({ days: 1 }))} variant="secondary" icon="arrow-left">
            {t('days.previous')}
          </LinkButton>
          <LinkButton href={at(day.add({ days: 1 }))} variant="secondary">
            {t('days.next')}
          </LinkButton>
          <ExportLinks path={billingPaths.days} query={{ hari: day.toString() }} />
        </>
      }
    >
      <search class="filters">
        <form method="get" action={billingPaths.days}>
          <DayInput name="hari" label={t('days.day')} value={day.toString()} />
          <Button variant="secondary">{t('days.show')}</Button>
        </form>
      </search>
      <Stats
        label={t('days.lead')}
        items={[
          { value: formatRupiah(totals.onBills), text: t('days.on-bills') },
          { value: formatRupiah(totals.inSuspense), text: t('days.suspense') },
          { value: formatRupiah(totals.refunded), text: t('days.refunded') },
        ]}
      />
      <Table
        caption={t('days.title', { day: formatDayWithName(day, locale) })}
        captionHidden
        rows={totals.accounts}
        rowKey={(row) => row.accountCode}
        empty={<EmptyState title={t('days.empty')} />}
        columns={[
          { key: 'account', label: t('days.account'), header: true, cell: (row) => row.accountCode },
          { key: 'label', label: t('days.label'), cell: (row) => row.label },
          { key: 'bills', label: t('days.bills'), align: 'end', cell: (row) => row.bills },
          { key: 'amount', label: t('days.amount'), align: 'end', cell: (row) => formatRupiah(row.amount) },
        ]}
        foot={
          <tr>
            <th scope="row" colspan={3}>
              {t('days.sum')}
            </th>
            <td class="end">
              <b>{formatRupiah(totals.onBills)}</b>
            </td>
          </tr>
        }
      />
    </DeskFrame>
  )
}
