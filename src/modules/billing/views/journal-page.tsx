import type { Zone } from '#kernel/clock/clock.ts'
import { formatDayWithName, formatShort } from '#kernel/i18n/format.ts'
import { formatRupiah, type Sen } from '#kernel/money/money.ts'
import {
  Button,
  CursorPagination,
  DayInput,
  EmptyState,
  ExportLinks,
  LinkButton,
  Section,
  Table,
  useFrame,
  withQuery,
} from '#ui/index.ts'
import { billingPaths } from '../paths.ts'
import type { AccountMovement, EntryRow } from '../queries/journal.ts'
import { bankTexts } from './bank-texts.ts'
import { type DeskAround, DeskFrame } from './desk-frame.tsx'
import { deskTexts } from './desk-texts.ts'

export interface JournalProps extends DeskAround {
  readonly day: Temporal.PlainDate
  readonly totals: readonly AccountMovement[]
  readonly rows: readonly EntryRow[]
  readonly next: string | undefined
  readonly isFirstPage: boolean
  readonly zone: Zone
}

const shown = (amount: Sen) => (amount > 0n ? formatRupiah(amount) : '')
const sumOf = (rows: readonly AccountMovement[], side: 'debit' | 'credit') =>
  rows.reduce((sum, row) => sum + row[side], 0n)

export function JournalPage(props: JournalProps) {
  const { locale } = useFrame()
  const [t, d] = [bankTexts(locale), deskTexts(locale)]
  const { day, totals, rows, zone } = props
  const at = (other: Temporal.PlainDate) => withQuery(billingPaths.journal, { hari: other.toString() })
  return (
    <DeskFrame
      {...props}
      title={t('journal.title', { day: formatDayWithName(day, locale) })}
      lead={t('journal.lead')}
      actions={
        <>
          <LinkButton href={at(day.subtract({ days: 1 }))} variant="secondary" icon="arrow-left">
            {d('days.previous')}
          </LinkButton>
          <LinkButton href={at(day.add({ days: 1 }))} variant="secondary">
            {d('days.next')}
          </LinkButton>
          <ExportLinks path={billingPaths.journal} query={{ hari: day.toString() }} />
        </>
      }
    >
      <search class="filters">
        <form method="get" action={billingPaths.journal}>
          <DayInput name="hari" label={d('days.day')} value={day.toString()} />
          <Button variant="secondary">{d('days.show')}</Button>
        </form>
      </search>
      <Section title={t('journal.accounts')}>
        <Table
          caption={t('journal.accounts')}
          captionHidden
          dense
          keep
          rows={totals}
          rowKey={(row) => row.account}
          empty={<EmptyState title={t('journal.none')} />}
          columns={[
            { key: 'account', label: t('journal.account'), header: true, cell: (row) => row.account },
            { key: 'debit', label: t('journal.debit'), align: 'end', cell: (row) => shown(row.debit) },
            { key: 'credit', label: t('journal.credit'), align: 'end', cell: (row) => shown(row.credit) },
          ]}
          foot={
            <tr>
              <th scope="row">{t('journal.sum')}</th>
              <td class="end">
                <b>{formatRupiah(sumOf(totals, 'debit'))}</b>
              </td>
              <td class="end">
                <b>{formatRupiah(sumOf(totals, 'credit'))}</b>
              </td>
            </tr>
          }
        />
      </Section>
      {rows.length > 0 && (
        <Section title={t('journal.entries')}>
          <Table
            caption={t('journal.entries')}
            captionHidden
            dense
            rows={rows}
            rowKey={(row) => row.key}
            columns={[
              {
                key: 'kind',
                label: t('journal.kind'),
                header: true,
                cell: (row) => `${t(`journal.kind-${row.kind}`)}, ${formatShort(row.madeAt, locale, zone)}`,
              },
              { key: 'reference', label: t('journal.reference'), cell: (row) => row.reference },
              { key: 'account', label: t('journal.account'), cell: (row) => row.account },
              { key: 'debit', label: t('journal.debit'), align: 'end', cell: (row) => shown(row.debit) },
              { key: 'credit', label: t('journal.credit'), align: 'end', cell: (row) => shown(row.credit) },
            ]}
          />
          <CursorPagination
            previousHref={props.isFirstPage ? undefined : at(day)}
            nextHref={props.next && withQuery(billingPaths.journal, { hari: day.toString(), setelah: props.next })}
          />
        </Section>
      )}
    </DeskFrame>
  )
}
