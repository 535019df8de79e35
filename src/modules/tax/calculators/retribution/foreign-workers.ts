import { billed } from '../../calculation/billed.ts'
import { defineCalculator } from '../../calculation/calculator.ts'
import { Exact } from '../../calculation/exact.ts'
import { choice, count, decimal, option } from '../../calculation/fields.ts'
import { number, words } from '../../calculation/words.ts'

/** @basis UU 1/2022 pasal 88 ayat (4); PP 34/2021 */
export const foreignWorkers = defineCalculator({
  kind: 'retribution.foreign-workers',
  subject: 'retribution',
  title: { id: 'Retribusi penggunaan tenaga kerja asing', en: 'Retribution on foreign workers' },
  lead: {
    id: 'Untuk perpanjangan pengesahan rencana tenaga kerja asing: dalam dolar tiap orang dan bulan, dibayar dalam rupiah.',
    en: 'For extending the approval of foreign workers: in dollars each person and month, paid in rupiah.',
  },
  words: 'tka rptka dkptka imta pekerja asing',
  law: 'region',
  fields: {
    workers: count({ label: { id: 'Jumlah tenaga kerja asing', en: 'Foreign workers' }, min: 1, max: 100_000 }),
    months: count({ label: { id: 'Lama dalam bulan', en: 'Months' }, min: 1, max: 60 }),
    currencyRate: decimal({
      label: { id: 'Kurs dolar AS', en: 'Rate of the US dollar' },
      hint: { id: 'Rupiah untuk satu dolar pada hari ketetapan.', en: 'Rupiah for one dollar on the day it is set.' },
      max: 1_000_000,
      places: 4,
    }),
    place: choice({
      label: { id: 'Tempat kerja', en: 'Place of work' },
      options: [
        option('region', 'Dalam satu kabupaten atau kota', 'Within one regency or city'),
        option('province', 'Beberapa kabupaten atau kota dalam satu provinsi', 'Several within one province'),
        option('state', 'Beberapa provinsi', 'Several provinces'),
      ],
      initial: 'region',
    }),
  },
  rules: ['tax.retribution.foreign-worker', 'tax.local.rounding'],
  compute({ workers, months, currencyRate, place }, law, working) {
    const key = 'tax.retribution.foreign-worker'
    const each = Exact.read(law.text(key))
    const dollars = each.times(workers).times(months)
    const labelOfDollars = { id: 'Dalam dolar AS', en: 'In US dollars' }
    const product = words`${number(each)} × ${workers} × ${months}`
    working?.step('dollars', labelOfDollars, { quantity: dollars }, product, law.rule(key))
    const amount = dollars.times(currencyRate)
    const label = { id: 'Retribusi tenaga kerja asing', en: 'Retribution on foreign workers' }
    working?.step('retribution', label, amount, words`${number(dollars)} × ${currencyRate}`)
    return billed([{ id: 'retribution', label, amount, destination: place }], law, 'tax.local.rounding', working)
  },
  example: { date: '2026-01-15', input: { workers: 2, months: 12, currencyRate: 16_000 }, total: 38_400_000 },
})
