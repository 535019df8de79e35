import { defineCalculator } from '../../calculation/calculator.ts'
import { Exact } from '../../calculation/exact.ts'
import { choice, decimal, money, yesNo } from '../../calculation/fields.ts'
import { number, words } from '../../calculation/words.ts'
import { flatRules, flatTax } from './flat-tax.ts'
import { ownAmount, ownRate } from './own-figures.ts'
import { RegionalFigures } from './regional-figures.ts'

/** @basis UU 1/2022 pasal 76 sampai 80; sebelum 5 Januari 2024 UU 28/2009 pasal 72 sampai 76 */
export const swallowNests = defineCalculator({
  kind: 'walet',
  subject: 'local',
  title: { id: 'Pajak sarang burung walet', en: "Tax on swallows' nests" },
  lead: {
    id: 'Dari nilai jual sarang yang diambil, atau dari beratnya dengan harga pasar daerah.',
    en: 'On the sale value of the nests, or on their weight at the market price of the region.',
  },
  words: 'walet sarang burung',
  law: 'region',
  fields: {
    valueIs: choice({
      label: { id: 'Nilai jual', en: 'Sale value' },
      options: [
        { value: 'given', label: { id: 'Diketahui', en: 'Known' } },
        { value: 'weight', label: { id: 'Dihitung dari berat', en: 'Computed from the weight' } },
      ],
      initial: 'given',
    }),
    value: money({
      label: { id: 'Nilai jual sarang', en: 'Sale value of the nests' },
      when: { field: 'valueIs', is: ['given'] },
    }),
    weight: decimal({
      label: { id: 'Berat', en: 'Weight' },
      suffix: { id: 'kg', en: 'kg' },
      when: { field: 'valueIs', is: ['weight'] },
      max: 1_000_000,
      places: 3,
    }),
    price: ownAmount('Harga pasar per kilogram', 'Market price a kilogram'),
    rate: ownRate('Tarif', 'Rate'),
  },
  rules: [...flatRules('walet'), 'tax.walet.price'],
  compute(input, law, working) {
    const figures = new RegionalFigures(law)
    let value = input.value
    if (input.valueIs === 'weight') {
      const price = figures.amount('tax.walet.price', { path: 'price', value: input.price })
      value = input.weight.times(price.value)
      const label = { id: 'Nilai jual', en: 'Sale value' }
      working?.step('value', label, value, words`${number(input.weight)} kg × ${price.value}`, ...price.rules)
    }
    const label = { id: 'Pajak sarang burung walet', en: "Tax on swallows' nests" }
    return flatTax({ id: 'walet', label, base: value, rate: input.rate, destination: 'region' }, figures, law, working)
  },
  example: { date: '2026-01-15', input: { valueIs: 'given', value: 50_000_000 }, total: 5_000_000 },
})

/** @basis UU 1/2022 pasal 17 sampai 22 */
export const heavyEquipment = defineCalculator({
  kind: 'alat-berat',
  subject: 'local',
  title: { id: 'Pajak alat berat', en: 'Heavy equipment tax' },
  lead: {
    id: 'Pajak provinsi setahun atas ekskavator, buldoser, dan alat berat lain, dari nilai jualnya.',
    en: 'Yearly tax of the province on excavators, bulldozers and other heavy equipment, on its value.',
  },
  words: 'ekskavator buldoser pab njab',
  law: 'region',
  fields: {
    value: money({ label: { id: 'Nilai jual alat berat (NJAB)', en: 'Value of the equipment (NJAB)' } }),
    rate: ownRate('Tarif', 'Rate'),
  },
  rules: flatRules('alat-berat'),
  compute(input, law, working) {
    const label = { id: 'Pajak alat berat', en: 'Heavy equipment tax' }
    const tax = { id: 'alat-berat', label, base: input.value, rate: input.rate, destination: 'province' } as const
    return flatTax(tax, new RegionalFigures(law), law, working)
  },
  example: { date: '2026-01-15', input: { value: 1_200_000_000 }, total: 2_400_000 },
})

/** @basis UU 1/2022 pasal 23 sampai 27; sebelum 5 Januari 2024 UU 28/2009 pasal 16 sampai 20 */
export const vehicleFuel = defineCalculator({
  kind: 'pbbkb',
  subject: 'vehicle',
  title: { id: 'PBBKB, pajak bahan bakar kendaraan', en: 'Vehicle fuel tax (PBBKB)' },
  lead: {
    id: 'Pajak provinsi dari nilai jual bahan bakar sebelum PPN, disetor penyedia bahan bakar.',
    en: 'Tax of the province on the sale value of fuel before VAT, paid by its supplier.',
  },
  words: 'bensin solar bbm bahan bakar',
  law: 'region',
  fields: {
    value: money({ label: { id: 'Nilai jual bahan bakar sebelum PPN', en: 'Sale value of fuel before VAT' } }),
    isPublic: yesNo({ label: { id: 'Untuk kendaraan umum', en: 'For public vehicles' } }),
    rate: ownRate('Tarif', 'Rate'),
  },
  rules: [...flatRules('pbbkb'), 'tax.pbbkb.public-share'],
  compute(input, law, working) {
    const figures = new RegionalFigures(law)
    const label = { id: 'PBBKB', en: 'Vehicle fuel tax (PBBKB)' }
    let base = input.value
    if (input.isPublic) {
      const share = figures.rate('tax.pbbkb.public-share', { path: 'isPublic', value: Exact.zero })
      base = base.times(share.value)
      const labelOfShare = { id: 'Bagian untuk kendaraan umum', en: 'Share for public vehicles' }
      working?.step('public', labelOfShare, base, words`${input.value} × ${share.value}`, ...share.rules)
    }
    return flatTax({ id: 'pbbkb', label, base, rate: input.rate, destination: 'province' }, figures, law, working)
  },
  example: { date: '2026-01-15', input: { value: 100_000_000 }, total: 7_500_000 },
})
