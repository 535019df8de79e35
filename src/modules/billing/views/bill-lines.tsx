import { formatRupiah } from '#kernel/money/money.ts'
import { Table, useFrame } from '#ui/index.ts'
import type { Bill } from '../queries/bills.ts'
import { billingTexts } from '../texts.ts'

/** The lines of a bill with their legal basis, and the sum. */
export function BillLines({ bill, withAccounts }: { bill: Bill; withAccounts?: boolean }) {
  const { locale } = useFrame()
  const t = billingTexts(locale)
  return (
    <Table
      caption={t('bill.lines')}
      captionHidden
      keep
      rows={bill.lines.map((line, index) => ({ ...line, key: String(index) }))}
      rowKey={(line) => line.key}
      columns={[
        {
          key: 'label',
          label: t('bill.line'),
          header: true,
          cell: (line) => (
            <>
              {line.label[locale]}
              {line.citation && <span class="hint block">{line.citation}</span>}
            </>
          ),
        },
        ...(withAccounts
          ? [{ key: 'account', label: t('bill.account'), cell: (line: { accountCode: string }) => line.accountCode }]
          : []),
        { key: 'amount', label: t('bill.amount'), align: 'end', cell: (line) => formatRupiah(line.amount) },
      ]}
      foot={
        <tr>
          <th scope="row" colspan={withAccounts ? 2 : 1}>
            {t('bill.sum')}
          </th>
          <td class="end">
            <b>{formatRupiah(bill.total)}</b>
          </td>
        </tr>
      }
    />
  )
}
