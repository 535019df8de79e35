import { billed } from '../../calculation/billed.ts'
import { defineCalculator, type Line } from '../../calculation/calculator.ts'
import { Exact } from '../../calculation/exact.ts'
import { choice } from '../../calculation/fields.ts'
import type { Law } from '../../calculation/law.ts'
import { words } from '../../calculation/words.ts'
import type { Working } from '../../calculation/working.ts'
import { ownRate } from './own-figures.ts'
import { exact, RegionalFigures } from './regional-figures.ts'
import { electricShare, isElectric, opsenLines, vehicleValue } from './vehicle-taxes.ts'

export const bbnkbRules = [
  'tax.bbnkb.rate-max',
  'tax.bbnkb.first-rate',
  'tax.bbnkb.later-rate',
  'tax.bbnkb.electric-share',
] as const
export const bbnkbLabel = { id: 'BBNKB', en: 'Vehicle transfer tax (BBNKB)' } as const

interface Transfer {
  readonly value: Exact
  readonly transfer: 'first' | 'later'
  readonly isElectric: boolean
  readonly transferRate: Exact
}

/**
 * On the value without weight, and now on the first transfer only.
 * @basis UU 1/2022 pasal 12 sampai 17; sebelum 5 Januari 2025 UU 28/2009 pasal 9 sampai 15
 */
export function bbnkbOf(input: Transfer, figures: RegionalFigures, law: Law, working: Working | undefined): Exact {
  const isFirst = input.transfer === 'first'
  const typed = { path: 'transferRate', value: isFirst ? input.transferRate : Exact.zero }
  const rate = figures.rate(isFirst ? 'tax.bbnkb.first-rate' : 'tax.bbnkb.later-rate', typed)
  figures.notAbove('tax.bbnkb.rate-max', rate, 'transferRate')
  const tax = input.value.times(rate.value)
  working?.step('bbnkb', bbnkbLabel, tax, words`${input.value} × ${rate.value}`, ...rate.rules)
  if (!isFirst && exact(rate.value).isZero)
    figures.warnings.push({
      id: `Penyerahan kendaraan bekas tidak dikenai BBNKB (${law.rule('tax.bbnkb.later-rate').citation}).`,
      en: `The transfer of a used vehicle is not taxed (${law.rule('tax.bbnkb.later-rate').citation}).`,
    })
  return electricShare('tax.bbnkb.electric-share', tax, input.isElectric, law, working)
}

export const bbnkb = defineCalculator({
  kind: 'bbnkb',
  subject: 'vehicle',
  title: { id: 'BBNKB dan opsennya', en: 'Vehicle transfer tax (BBNKB) with its surcharge' },
  lead: {
    id: 'Bea balik nama kendaraan bermotor baru untuk provinsi, dan opsen untuk kabupaten atau kota.',
    en: 'Tax of the province on the transfer of a new vehicle, and the surcharge of the regency or city.',
  },
  words: 'balik nama kendaraan baru bekas mobil motor',
  law: 'region',
  fields: {
    value: vehicleValue,
    transfer: choice({
      label: { id: 'Penyerahan', en: 'Transfer' },
      options: [
        { value: 'first', label: { id: 'Pertama, kendaraan baru', en: 'First, a new vehicle' } },
        { value: 'later', label: { id: 'Berikutnya, kendaraan bekas', en: 'Later, a used vehicle' } },
      ],
      initial: 'first',
    }),
    isElectric,
    transferRate: ownRate('Tarif BBNKB', 'Rate of the transfer tax'),
  },
  rules: [...bbnkbRules, 'tax.opsen.bbnkb', 'tax.local.rounding'],
  compute(input, law, working) {
    const figures = new RegionalFigures(law)
    const tax = bbnkbOf(input, figures, law, working)
    const lines: Line[] = [
      { id: 'bbnkb', label: bbnkbLabel, amount: tax, destination: 'province' },
      ...opsenLines('bbnkb', tax, law, working),
    ]
    return {
      ...billed(lines, law, 'tax.local.rounding', working),
      warnings: figures.warnings,
      isEstimate: figures.isTyped,
    }
  },
  example: { date: '2026-01-15', input: { value: 200_000_000, transfer: 'first' }, total: 26_560_000 },
})
