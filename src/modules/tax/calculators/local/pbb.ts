import type { Rate } from '#kernel/money/money.ts'
import { billed } from '../../calculation/billed.ts'
import { defineCalculator, type Line } from '../../calculation/calculator.ts'
import { Exact } from '../../calculation/exact.ts'
import { choice, decimal, money, rows, yesNo } from '../../calculation/fields.ts'
import type { Law } from '../../calculation/law.ts'
import { number, words } from '../../calculation/words.ts'
import type { Working } from '../../calculation/working.ts'
import { ownAmount, ownRate } from './own-figures.ts'
import { type Chosen, exact, RegionalFigures } from './regional-figures.ts'
import { bandOf } from './tables.ts'

/** @basis UU 1/2022 pasal 38 sampai 43; sebelum 5 Januari 2024 UU 28/2009 pasal 77 sampai 81 */
export const pbb = defineCalculator({
  kind: 'pbb',
  subject: 'land',
  title: { id: 'PBB-P2, pajak bumi dan bangunan', en: 'Land and building tax (PBB-P2)' },
  lead: {
    id: 'Pajak setahun atas tanah dan bangunan, dari nilai jual objek pajak (NJOP) setelah bagian yang tidak dikenai.',
    en: 'Yearly tax on land and buildings, on their value (NJOP) after the untaxed part.',
  },
  words: 'njop njoptkp njkp sppt tanah rumah bumi',
  law: 'region',
  fields: {
    valueIs: choice({
      label: { id: 'NJOP dihitung dari', en: 'The value is computed from' },
      options: [
        {
          value: 'parts',
          label: { id: 'Luas dan harga per m² pada SPPT', en: 'Areas and prices a m² on the notice (SPPT)' },
        },
        { value: 'total', label: { id: 'Jumlah NJOP yang sudah diketahui', en: 'A value that is known already' } },
      ],
      initial: 'parts',
    }),
    njop: money({
      label: { id: 'Jumlah NJOP bumi dan bangunan', en: 'Value of land and buildings (NJOP)' },
      when: { field: 'valueIs', is: ['total'] },
    }),
    parts: rows({
      label: { id: 'Tanah dan bangunan', en: 'Land and buildings' },
      one: { id: 'Bagian', en: 'Part' },
      when: { field: 'valueIs', is: ['parts'] },
      fields: {
        what: choice({
          label: { id: 'Jenis', en: 'Kind' },
          options: [
            { value: 'land', label: { id: 'Bumi (tanah)', en: 'Land' } },
            { value: 'building', label: { id: 'Bangunan', en: 'Building' } },
          ],
          initial: 'land',
        }),
        area: decimal({
          label: { id: 'Luas', en: 'Area' },
          suffix: { id: 'm²', en: 'm²' },
          max: 100_000_000,
          places: 2,
        }),
        price: money({ label: { id: 'Harga kelas per m²', en: 'Price of its class a m²' } }),
      },
    }),
    use: choice({
      label: { id: 'Pemakaian', en: 'Use' },
      options: [
        { value: 'general', label: { id: 'Umum', en: 'General' } },
        { value: 'food-land', label: { id: 'Lahan produksi pangan dan ternak', en: 'Land for food and livestock' } },
      ],
      initial: 'general',
    }),
    hasUntaxed: yesNo({
      label: { id: 'NJOPTKP dipakai untuk objek ini', en: 'The untaxed value (NJOPTKP) is used for this object' },
      hint: { id: 'Hanya untuk satu objek tiap wajib pajak.', en: 'For one object of each taxpayer only.' },
      initial: true,
    }),
    lastYear: money({
      label: { id: 'PBB-P2 tahun lalu', en: 'The tax of last year' },
      hint: {
        id: 'Bila daerah memberi keringanan atas kenaikan.',
        en: 'Where the region forgives a part of the increase.',
      },
      optional: true,
    }),
    untaxed: ownAmount('NJOPTKP', 'Untaxed value (NJOPTKP)'),
    share: ownRate('Bagian yang dikenai (NJKP)', 'Assessed share (NJKP)'),
    rate: ownRate('Tarif PBB-P2', 'Rate of the tax'),
    relief: ownRate('Bagian kenaikan yang dibebaskan', 'Share of the increase that is forgiven'),
  },
  rules: [
    'tax.pbb.rate-max',
    'tax.pbb.untaxed-min',
    'tax.pbb.share-bounds',
    'tax.pbb.rate',
    'tax.pbb.food-land-rate',
    'tax.pbb.untaxed',
    'tax.pbb.share',
    'tax.pbb.increase-relief',
    'tax.local.rounding',
  ],
  compute(input, law, working) {
    const figures = new RegionalFigures(law)
    const njop = input.valueIs === 'total' ? input.njop : njopOf(input.parts, working)
    working?.step('njop', { id: 'NJOP bumi dan bangunan', en: 'Value of land and buildings (NJOP)' }, njop)
    const rate = rateOf(njop, input, figures)
    const share = shareOf(njop, input.share, figures, law)
    const taxable = input.hasUntaxed ? afterUntaxed(njop, input.untaxed, figures, working) : njop
    const base = taxable.times(share.value)
    const labelOfBase = { id: 'Nilai yang dikenai (NJKP)', en: 'Assessed value (NJKP)' }
    working?.step('base', labelOfBase, base, words`${taxable} × ${share.value}`, ...share.rules)
    const tax = base.times(rate.value)
    const label = { id: 'PBB-P2', en: 'Land and building tax (PBB-P2)' }
    working?.step('pbb', label, tax, words`${base} × ${rate.value}`, ...rate.rules)
    const lines: Line[] = [
      { id: 'pbb', label, amount: tax, destination: 'region' },
      ...reliefLines(tax, input, figures, working),
    ]
    return {
      ...billed(lines, law, 'tax.local.rounding', working),
      warnings: figures.warnings,
      isEstimate: figures.isTyped,
    }
  },
  example: {
    date: '2026-01-15',
    input: {
      valueIs: 'parts',
      parts: [
        { what: 'land', area: 120, price: 1_500_000 },
        { what: 'building', area: 60, price: 2_000_000 },
      ],
    },
    total: 188_100,
  },
})

interface Part {
  readonly what: 'land' | 'building'
  readonly area: Exact
  readonly price: Exact
}

const names = { land: { id: 'Bumi', en: 'Land' }, building: { id: 'Bangunan', en: 'Building' } } as const

function njopOf(parts: readonly Part[], working: Working | undefined): Exact {
  return Exact.sum(
    parts.map(({ what, area, price }, index) => {
      const value = area.times(price)
      working?.step(`part-${index + 1}`, names[what], value, words`${number(area)} m² × ${price}`)
      return value
    }),
  )
}

function rateOf(njop: Exact, input: { use: string; rate: Exact }, figures: RegionalFigures): Chosen<Rate> {
  const typed = { path: 'rate', value: input.rate }
  const rate =
    input.use === 'food-land'
      ? figures.rate('tax.pbb.food-land-rate', typed)
      : figures.rateFromTable('tax.pbb.rate', typed, (table) => bandOf(table, njop, 'rate'))
  figures.notAbove('tax.pbb.rate-max', rate, 'rate')
  return rate
}

function shareOf(njop: Exact, typed: Exact, figures: RegionalFigures, law: Law): Chosen<Rate> {
  const key = 'tax.pbb.share-bounds'
  const share = figures.rateFromTable('tax.pbb.share', { path: 'share', value: typed }, (table) =>
    bandOf(table, njop, 'share'),
  )
  const bounds = law.aside()
  const { min, max } = bounds.table(key, (table) => table as { min: string; max: string })
  const value = exact(share.value)
  figures.bound(value.isUnder(Exact.read(min)) || value.isOver(Exact.read(max)), share.rules, 'share', {
    id: `NJKP di luar batas nasional (${bounds.rule(key).citation}).`,
    en: `The assessed share is outside the national bounds (${bounds.rule(key).citation}).`,
  })
  return share
}

function afterUntaxed(njop: Exact, typed: Exact, figures: RegionalFigures, working: Working | undefined): Exact {
  const untaxed = figures.amount('tax.pbb.untaxed', { path: 'untaxed', value: typed })
  figures.notBelow('tax.pbb.untaxed-min', untaxed, 'untaxed')
  const taxable = njop.minus(untaxed.value).atLeast(Exact.zero)
  const label = { id: 'NJOP setelah NJOPTKP', en: 'Value after the untaxed part' }
  working?.step('taxable', label, taxable, words`${njop} − ${untaxed.value}`, ...untaxed.rules)
  return taxable
}

/** A region may forgive a part of what the tax rose by since last year. */
function reliefLines(
  tax: Exact,
  { lastYear, relief }: { readonly lastYear: Exact; readonly relief: Exact },
  figures: RegionalFigures,
  working: Working | undefined,
): Line[] {
  const increase = tax.minus(lastYear)
  if (lastYear.isZero || !increase.isOver(Exact.zero)) return []
  const share = figures.rate('tax.pbb.increase-relief', { path: 'relief', value: relief })
  const forgiven = increase.times(share.value)
  const labelOfIncrease = { id: 'Kenaikan dari tahun lalu', en: 'Increase over last year' }
  working?.step('increase', labelOfIncrease, increase, words`${tax} − ${lastYear}`)
  const label = { id: 'Keringanan atas kenaikan', en: 'Relief of the increase' }
  working?.step('relief', label, forgiven, words`${increase} × ${share.value}`, ...share.rules)
  return forgiven.isZero ? [] : [{ id: 'relief', label, amount: forgiven.negated, destination: 'region' }]
}
