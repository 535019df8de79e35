import { billed } from '../../calculation/billed.ts'
import { defineCalculator, type Line } from '../../calculation/calculator.ts'
import { choice, decimal, rows } from '../../calculation/fields.ts'
import { number, words } from '../../calculation/words.ts'
import { ownAmount } from '../local/own-figures.ts'
import { RegionalFigures } from '../local/regional-figures.ts'
import { entryOf } from '../local/tables.ts'
import { tariffItems } from './tariff-items.ts'

/** @basis UU 1/2022 pasal 87 dan 88 */
export const retribution = defineCalculator({
  kind: 'retribution',
  subject: 'retribution',
  title: { id: 'Retribusi menurut tarif daerah', en: 'Retributions by the tariff of the region' },
  lead: {
    id: 'Pasar, parkir, sampah, puskesmas, makam, sewa milik daerah: tarif dikalikan banyaknya dan lamanya.',
    en: 'Markets, parking, waste, health, cemeteries, regional property: tariff by amount and time.',
  },
  words: 'pasar parkir sampah kios makam sewa gedung terminal rekreasi rumah potong',
  law: 'region',
  fields: {
    items: rows({
      label: { id: 'Layanan', en: 'Services' },
      one: { id: 'Layanan', en: 'Service' },
      fields: {
        service: choice({
          label: { id: 'Layanan', en: 'Service' },
          options: tariffItems.map(({ value, label }) => ({ value, label })),
        }),
        quantity: decimal({
          label: { id: 'Banyaknya', en: 'How many' },
          hint: { id: 'Luas, kunjungan, kendaraan, kamar.', en: 'Area, visits, vehicles, rooms.' },
          max: 100_000_000,
          places: 2,
        }),
        time: decimal({
          label: { id: 'Lamanya', en: 'How long' },
          hint: {
            id: 'Hari, bulan, tahun, atau jam menurut tarifnya.',
            en: 'Days, months, years or hours, as the tariff says.',
          },
          max: 100_000,
          places: 2,
          initial: '1',
        }),
        tariff: ownAmount('Tarif', 'Tariff'),
      },
    }),
  },
  rules: ['tax.retribution.tariff', 'tax.local.rounding'],
  compute({ items }, law, working) {
    const figures = new RegionalFigures(law)
    const lines = items.map(({ service, quantity, time, tariff }, index): Line => {
      const chosen = figures.fromTable(
        'tax.retribution.tariff',
        { path: `items.${index}.tariff`, value: tariff },
        (table) => entryOf(table, service),
      )
      const amount = chosen.value.times(quantity).times(time)
      const label = tariffItems.find(({ value }) => value === service)?.label ?? { id: service, en: service }
      const formula = words`${chosen.value} × ${number(quantity)} × ${number(time)}`
      working?.step(`item-${index + 1}`, label, amount, formula, ...chosen.rules)
      return { id: `item-${index + 1}`, label, amount, destination: 'region' }
    })
    return { ...billed(lines, law, 'tax.local.rounding', working), isEstimate: figures.isTyped }
  },
  example: {
    date: '2026-01-15',
    input: {
      items: [
        { service: 'market-stall', quantity: 6, time: 30 },
        { service: 'waste-household', quantity: 1, time: 12 },
      ],
    },
    total: 270_000,
  },
})
