import { billed } from '../../calculation/billed.ts'
import { defineCalculator, type Line } from '../../calculation/calculator.ts'
import { choice, money } from '../../calculation/fields.ts'
import { type OpsenOf, opsenKey, opsenLines } from './vehicle-taxes.ts'

const taxes = [
  { value: 'pkb', label: { id: 'PKB', en: 'Vehicle tax (PKB)' } },
  { value: 'bbnkb', label: { id: 'BBNKB', en: 'Vehicle transfer tax (BBNKB)' } },
  { value: 'mblb', label: { id: 'Pajak MBLB', en: 'Mineral tax (MBLB)' } },
] as const satisfies readonly { value: OpsenOf; label: unknown }[]

/** @basis UU 1/2022 pasal 81 sampai 84 */
export const opsen = defineCalculator({
  kind: 'opsen',
  subject: 'vehicle',
  title: { id: 'Opsen dari pajak yang sudah diketahui', en: 'Surcharge (opsen) on a tax that is known' },
  lead: {
    id: 'Pungutan tambahan atas PKB, BBNKB, dan pajak MBLB, dengan rekening tujuannya masing-masing.',
    en: 'What is added to vehicle, transfer and mineral taxes, each with its own destination.',
  },
  words: 'opsen pkb bbnkb mblb',
  law: 'region',
  fields: {
    of: choice({ label: { id: 'Pajak pokoknya', en: 'The tax' }, options: taxes, initial: 'pkb' }),
    tax: money({ label: { id: 'Pajak terutang', en: 'Tax due' } }),
  },
  rules: [...taxes.map(({ value }) => opsenKey(value)), 'tax.local.rounding'],
  compute(input, law, working) {
    // Says from when on, should there have been no opsen on that day.
    law.rate(opsenKey(input.of))
    const lines: Line[] = opsenLines(input.of, input.tax, law, working)
    return billed(lines, law, 'tax.local.rounding', working)
  },
  example: { date: '2026-01-15', input: { of: 'pkb', tax: 500_000 }, total: 330_000 },
})
