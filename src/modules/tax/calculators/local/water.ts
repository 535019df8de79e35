import { defineCalculator } from '../../calculation/calculator.ts'
import { Exact } from '../../calculation/exact.ts'
import { choice, decimal, option } from '../../calculation/fields.ts'
import type { Law } from '../../calculation/law.ts'
import { number, words } from '../../calculation/words.ts'
import type { Working } from '../../calculation/working.ts'
import { flatRules, flatTax } from './flat-tax.ts'
import { ownAmount, ownFactor, ownRate } from './own-figures.ts'
import { RegionalFigures } from './regional-figures.ts'
import { entryOf } from './tables.ts'

const volume = decimal({
  label: { id: 'Pemakaian', en: 'Volume used' },
  suffix: { id: 'm³', en: 'm³' },
  max: 1_000_000_000,
  places: 3,
})
const npaLabel = { id: 'Nilai perolehan air', en: 'Value of the water' } as const

/** @basis UU 1/2022 pasal 65 sampai 69; sebelum 5 Januari 2024 UU 28/2009 pasal 67 sampai 71 */
export const groundWater = defineCalculator({
  kind: 'air-tanah',
  subject: 'local',
  title: { id: 'Pajak air tanah', en: 'Ground water tax' },
  lead: {
    id: 'Dari pemakaian sebulan, harga air baku, dan bobot menurut kelompok pemakai dan banyaknya.',
    en: 'On the volume of a month, the price of raw water, and weights by group of users and volume.',
  },
  words: 'sumur bor npa air bawah tanah',
  law: 'region',
  fields: {
    volume,
    group: choice({
      label: { id: 'Kelompok pemakai', en: 'Group of users' },
      options: [
        option('group1', 'Kelompok 1: produk berupa air', 'Group 1: the product is water'),
        option('group2', 'Kelompok 2: produk bukan air, air banyak dipakai', 'Group 2: other products, much water'),
        option('group3', 'Kelompok 3: produk bukan air, pemakaian sedang', 'Group 3: other products, some water'),
        option('group4', 'Kelompok 4: air sedikit dipakai', 'Group 4: little water'),
        option('group5', 'Kelompok 5: kebutuhan pokok', 'Group 5: basic needs'),
      ],
      initial: 'group4',
    }),
    price: ownAmount('Harga air baku per m³', 'Price of raw water a m³'),
    weight: ownFactor('Bobot air tanah', 'Weight of ground water'),
    rate: ownRate('Tarif', 'Rate'),
  },
  rules: [...flatRules('air-tanah'), 'tax.air-tanah.price', 'tax.air-tanah.weight'],
  compute(input, law, working) {
    const figures = new RegionalFigures(law)
    const price = figures.amount('tax.air-tanah.price', { path: 'price', value: input.price })
    const weighed = figures.fromTable('tax.air-tanah.weight', { path: 'weight', value: input.weight }, (table) =>
      weighedVolume(input.volume, table as readonly Band[], input.group, working),
    )
    // A typed weight is one factor; the table of the region gives the volume already weighed band by band.
    const volumeThatCounts = weighed.rules.length === 0 ? input.volume.times(weighed.value) : weighed.value
    const value = price.value.times(volumeThatCounts)
    working?.step(
      'npa',
      npaLabel,
      value,
      words`${price.value} × ${number(volumeThatCounts)}`,
      ...price.rules,
      ...weighed.rules,
    )
    const label = { id: 'Pajak air tanah', en: 'Ground water tax' }
    return flatTax(
      { id: 'air-tanah', label, base: value, rate: input.rate, destination: 'region' },
      figures,
      law,
      working,
    )
  },
  example: { date: '2026-01-15', input: { volume: 600, group: 'group2' }, total: 735_000 },
})

interface Band extends Readonly<Record<string, unknown>> {
  readonly upTo?: number
}

/** Each part of the volume with the weight of its band: whoever uses more pays more only for the more. */
function weighedVolume(volume: Exact, bands: readonly Band[], group: string, working: Working | undefined): Exact {
  let from = Exact.zero
  let sum = Exact.zero
  for (const [index, band] of bands.entries()) {
    const upTo = band.upTo === undefined ? volume : Exact.of(band.upTo).atMost(volume)
    const part = upTo.minus(from)
    if (!part.isOver(Exact.zero)) break
    const weight = Exact.read(String(band[group]))
    const weighed = part.times(weight)
    working?.step(
      `band-${index + 1}`,
      { id: `Pemakaian berbobot, lapis ${index + 1} (m³)`, en: `Weighed volume, band ${index + 1} (m³)` },
      { quantity: weighed },
      words`${number(part)} × ${number(weight)}`,
    )
    sum = sum.plus(weighed)
    from = upTo
  }
  return sum
}

/** @basis UU 1/2022 pasal 28 sampai 32; sebelum 5 Januari 2024 UU 28/2009 pasal 21 sampai 25 */
export const surfaceWater = defineCalculator({
  kind: 'air-permukaan',
  subject: 'local',
  title: { id: 'Pajak air permukaan', en: 'Surface water tax' },
  lead: {
    id: 'Pajak provinsi atas air sungai, danau, dan waduk, dari volume, harga dasar, dan bobot pemakai.',
    en: 'Tax of the province on water of rivers and lakes, on volume, base price and weight of the user.',
  },
  words: 'sungai danau waduk npap',
  law: 'region',
  fields: {
    volume,
    user: choice({
      label: { id: 'Pemakai', en: 'User' },
      options: [
        option('household', 'Rumah tangga', 'Household'),
        option('social', 'Sosial', 'Social'),
        option('business', 'Niaga', 'Business'),
        option('industry', 'Industri', 'Industry'),
        option('power', 'Pembangkit listrik', 'Power station'),
      ],
      initial: 'business',
    }),
    price: ownAmount('Harga dasar air per m³', 'Base price of water a m³'),
    weight: ownFactor('Bobot', 'Weight'),
    rate: ownRate('Tarif', 'Rate'),
  },
  rules: [...flatRules('air-permukaan'), 'tax.air-permukaan.price', 'tax.air-permukaan.weight'],
  compute(input, law: Law, working) {
    const figures = new RegionalFigures(law)
    const price = figures.amount('tax.air-permukaan.price', { path: 'price', value: input.price })
    const weight = figures.fromTable('tax.air-permukaan.weight', { path: 'weight', value: input.weight }, (table) =>
      entryOf(table, input.user),
    )
    const value = input.volume.times(price.value).times(weight.value)
    const formula = words`${number(input.volume)} m³ × ${price.value} × ${number(weight.value)}`
    working?.step('npap', npaLabel, value, formula, ...price.rules, ...weight.rules)
    const label = { id: 'Pajak air permukaan', en: 'Surface water tax' }
    const tax = { id: 'air-permukaan', label, base: value, rate: input.rate, destination: 'province' } as const
    return flatTax(tax, figures, law, working)
  },
  example: { date: '2026-01-15', input: { volume: 10_000, user: 'industry' }, total: 1_100_000 },
})
