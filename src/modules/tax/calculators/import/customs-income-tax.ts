import { billed } from '../../calculation/billed.ts'
import { defineCalculator } from '../../calculation/calculator.ts'
import { Exact } from '../../calculation/exact.ts'
import { choice, money } from '../../calculation/fields.ts'
import { words } from '../../calculation/words.ts'
import { asRate } from '../local/regional-figures.ts'

/** @basis PMK 51/2025 pasal 3; PMK 34/PMK.010/2017 pasal 2 */
export const customsIncomeTax = defineCalculator({
  kind: 'pph22.customs',
  subject: 'import',
  title: { id: 'PPh 22 lelang pabean dan ekspor tambang', en: 'PPh 22 on customs auctions and mineral exports' },
  lead: {
    id: 'PPh 22 atas barang yang tidak dikuasai dan dilelang, dan atas ekspor batu bara serta mineral.',
    en: 'Income tax on abandoned goods that are auctioned, and on exports of coal and minerals.',
  },
  law: 'national',
  fields: {
    of: choice({
      label: { id: 'Yang dikenai', en: 'What is taxed' },
      options: [
        { value: 'abandoned', label: { id: 'Barang tidak dikuasai yang dilelang', en: 'Abandoned goods at auction' } },
        {
          value: 'mineral-export',
          label: { id: 'Ekspor batu bara, mineral logam atau bukan logam', en: 'Export of coal and minerals' },
        },
      ],
    }),
    value: money({ label: { id: 'Harga lelang atau nilai ekspor', en: 'Auction price or export value' } }),
  },
  rules: ['tax.import.income-tax', 'tax.import.rounding'],
  compute: (input, law, working) => {
    const key = 'tax.import.income-tax'
    const rates = law.table(key, (table) => table as Readonly<Record<string, string>>)
    const rate = asRate(Exact.read(rates[input.of] as string))
    const tax = input.value.times(rate)
    working?.step(
      'pph22',
      { id: 'PPh 22', en: 'Income tax (PPh 22)' },
      tax,
      words`${input.value} × ${rate}`,
      law.rule(key),
    )
    const line = {
      id: 'pph22',
      label: { id: 'PPh 22', en: 'Income tax (PPh 22)' },
      amount: tax,
      destination: 'state' as const,
    }
    return billed([line], law, 'tax.import.rounding', working)
  },
  example: { date: '2026-01-15', input: { of: 'abandoned', value: 40_000_000 }, total: 3_000_000 },
})
