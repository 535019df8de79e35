import { defineCalculator } from '../../calculation/calculator.ts'
import { Exact } from '../../calculation/exact.ts'
import { choice, decimal, option, rows } from '../../calculation/fields.ts'
import { number, words } from '../../calculation/words.ts'
import { flatRules, flatTax } from './flat-tax.ts'
import { ownAmount, ownRate } from './own-figures.ts'
import { RegionalFigures } from './regional-figures.ts'
import { entryOf } from './tables.ts'
import { opsenLines } from './vehicle-taxes.ts'

/** @basis UU 1/2022 pasal 71 sampai 75 dan 83; sebelum 5 Januari 2025 UU 28/2009 pasal 57 sampai 61 */
export const minerals = defineCalculator({
  kind: 'mblb',
  subject: 'local',
  title: { id: 'Pajak MBLB dan opsennya', en: 'Mineral tax (MBLB) with its surcharge' },
  lead: {
    id: 'Pajak pengambilan pasir, batu, dan mineral bukan logam lain, dan opsen untuk provinsi.',
    en: 'Tax on taking sand, stone and other minerals, and the surcharge of the province.',
  },
  words: 'galian c pasir batu tambang mineral bukan logam',
  law: 'region',
  fields: {
    taken: rows({
      label: { id: 'Mineral yang diambil', en: 'Minerals taken' },
      one: { id: 'Mineral', en: 'Mineral' },
      fields: {
        mineral: choice({
          label: { id: 'Jenis', en: 'Kind' },
          options: [
            option('sand', 'Pasir', 'Sand'),
            option('gravel', 'Kerikil', 'Gravel'),
            option('stone', 'Batu belah', 'Split stone'),
            option('clay', 'Tanah liat', 'Clay'),
            option('limestone', 'Batu kapur', 'Limestone'),
            option('fill', 'Tanah urug', 'Fill'),
            option('andesite', 'Andesit', 'Andesite'),
            option('other', 'Lainnya', 'Other'),
          ],
          initial: 'sand',
        }),
        volume: decimal({
          label: { id: 'Volume', en: 'Volume' },
          suffix: { id: 'm³', en: 'm³' },
          max: 1_000_000_000,
          places: 3,
        }),
        price: ownAmount('Harga per m³', 'Price a m³'),
      },
    }),
    rate: ownRate('Tarif', 'Rate'),
  },
  rules: [...flatRules('mblb'), 'tax.mblb.price', 'tax.opsen.mblb'],
  compute(input, law, working) {
    const figures = new RegionalFigures(law)
    const values = input.taken.map(({ mineral, volume, price }, index) => {
      const chosen = figures.fromTable('tax.mblb.price', { path: `taken.${index}.price`, value: price }, (table) =>
        entryOf(table, mineral),
      )
      const value = volume.times(chosen.value)
      const label = { id: `Nilai jual ${index + 1}`, en: `Sale value ${index + 1}` }
      working?.step(`value-${index + 1}`, label, value, words`${number(volume)} m³ × ${chosen.value}`, ...chosen.rules)
      return value
    })
    const label = { id: 'Pajak MBLB', en: 'Mineral tax (MBLB)' }
    return flatTax(
      {
        id: 'mblb',
        label,
        base: Exact.sum(values),
        rate: input.rate,
        destination: 'region',
        more: (tax) => opsenLines('mblb', tax, law, working),
      },
      figures,
      law,
      working,
    )
  },
  example: { date: '2026-01-15', input: { taken: [{ mineral: 'sand', volume: 250 }] }, total: 5_625_000 },
})
