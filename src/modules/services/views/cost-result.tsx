import { formatRupiah, rupiah } from '#kernel/money/money.ts'
import { ruleValueText } from '#modules/rules/index.ts'
import { Section, SummaryList, Table, useFrame } from '#ui/index.ts'
import type { Cost, CostItem } from '../flow/cost.ts'
import { publicTexts } from '../texts/public-face.ts'

/** Lines of a fee, how each came about, and the figures of law behind it. */
export function CostResult({ cost }: { cost: Cost }) {
  const { locale } = useFrame()
  const p = publicTexts(locale)
  const traced = cost.items.filter((item) => item.trace.length > 0)
  const rules = [...new Map(cost.items.flatMap((item) => item.rules).map((rule) => [rule.key, rule])).values()]
  return (
    <>
      <Table
        caption={p('fee.result')}
        captionHidden
        rows={cost.items}
        rowKey={(item) => item.id}
        columns={[
          { key: 'line', label: p('cost.line'), header: true, cell: (item: CostItem) => item.label[locale] },
          {
            key: 'amount',
            label: p('cost.how'),
            align: 'end',
            cell: (item: CostItem) => formatRupiah(rupiah(item.amount)),
          },
        ]}
        foot={
          <tr>
            <th scope="row">{p('fee.total')}</th>
            <td class="end">
              <b>{formatRupiah(rupiah(cost.total))}</b>
            </td>
          </tr>
        }
      />
      {traced.map((item) => (
        <details key={item.id} open>
          <summary>
            {p('fee.how')}: {item.label[locale]}
          </summary>
          <SummaryList dense rows={item.trace.map((line) => ({ term: line.label[locale], value: line.value }))} />
        </details>
      ))}
      {rules.length > 0 && (
        <Section title={p('fee.rules')}>
          <ul class="plain-list">
            {rules.map((rule) => (
              <li key={rule.key}>
                <a href={`/hukum/${rule.key}`}>{ruleValueText(rule, locale)}</a>{' '}
                <span class="hint">{rule.citation}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
