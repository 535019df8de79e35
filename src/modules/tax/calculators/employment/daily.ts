import { invalidField } from '#kernel/errors.ts'
import { defineCalculator, type Line } from '../../calculation/calculator.ts'
import { Exact } from '../../calculation/exact.ts'
import { choice, count, decimal, money } from '../../calculation/fields.ts'
import type { Law } from '../../calculation/law.ts'
import { words } from '../../calculation/words.ts'
import type { Working } from '../../calculation/working.ts'
import { bornePart, borneRules } from './borne.ts'
import { dailyPast, dailyPastRules } from './daily-past.ts'
import { employeeStatus } from './family-status.ts'
import { matchedField, progressiveTax, taxLabel, withheld, withSurcharge } from './rates.ts'

/** @basis PMK 168/2023 pasal 13 ayat (2) dan pasal 14 */
export const daily = defineCalculator({
  kind: 'pph21.daily',
  subject: 'employment',
  title: {
    id: 'PPh 21 upah harian, mingguan, satuan, dan borongan',
    en: 'PPh 21 of daily, weekly, unit and contract wages',
  },
  lead: {
    id: 'Pajak pegawai tidak tetap yang tidak dibayar bulanan, dari upah rata-rata sehari.',
    en: 'Tax of non-permanent workers who are not paid monthly, from the average wage of a day.',
  },
  words: 'buruh harian lepas tukang borongan upah satuan mingguan',
  law: 'national',
  fields: {
    paid: choice({
      label: { id: 'Cara upah dibayar', en: 'How the wage is paid' },
      options: [
        { value: 'day', label: { id: 'Harian', en: 'By the day' } },
        { value: 'unit', label: { id: 'Satuan hasil kerja', en: 'By the piece' } },
        { value: 'total', label: { id: 'Mingguan atau borongan', en: 'By the week or by contract' } },
      ],
      initial: 'day',
    }),
    wage: money({
      label: { id: 'Upah sehari', en: 'Wage of a day' },
      optional: true,
      when: { field: 'paid', is: ['day'] },
    }),
    unitWage: money({
      label: { id: 'Upah setiap satuan', en: 'Wage of a piece' },
      optional: true,
      when: { field: 'paid', is: ['unit'] },
    }),
    units: decimal({
      label: { id: 'Banyaknya satuan', en: 'Number of pieces' },
      max: 1_000_000,
      places: 3,
      optional: true,
      when: { field: 'paid', is: ['unit'] },
    }),
    total: money({
      label: { id: 'Upah seluruhnya', en: 'Whole wage' },
      optional: true,
      when: { field: 'paid', is: ['total'] },
    }),
    days: count({ label: { id: 'Hari kerja', en: 'Days of work' }, min: 1, max: 366, initial: 1 }),
    borne: choice({
      label: { id: 'Siapa yang menanggung pajaknya?', en: 'Who bears the tax?' },
      options: [
        { value: 'employee', label: { id: 'Pekerja', en: 'The worker' } },
        {
          value: 'incentive',
          label: {
            id: 'Pemerintah, sebagai insentif sektor tertentu',
            en: 'The government, as an incentive for certain trades',
          },
        },
      ],
      initial: 'employee',
    }),
    status: choice({
      label: employeeStatus.label,
      options: employeeStatus.options,
      initial: 'TK/0',
      isPast: true,
    }),
    matched: matchedField,
  },
  rules: [
    'tax.pph21.method',
    ...dailyPastRules,
    'tax.pph21.ter.daily',
    'tax.pph21.ter.daily-most',
    'tax.pph21.half-base',
    'tax.income.brackets',
    'tax.pph21.no-number-surcharge',
    'tax.pph21.rounding',
    ...borneRules,
  ],
  compute(input, law, working) {
    const { days } = input
    const gross =
      input.paid === 'day'
        ? input.wage.times(days)
        : input.paid === 'unit'
          ? input.unitWage.times(input.units)
          : input.total
    if (gross.isZero) {
      const field = { day: 'wage', unit: input.unitWage.isZero ? 'unitWage' : 'units', total: 'total' }[input.paid]
      throw invalidField(field, 'Isi upahnya.', 'Fill in the wage.')
    }
    const average = gross.over(days)
    working?.step('gross', { id: 'Upah bruto', en: 'Gross wage' }, gross)
    working?.step('average', { id: 'Rata-rata sehari', en: 'Average of a day' }, average, words`${gross} ÷ ${days}`)
    const raw =
      law.text('tax.pph21.method') === 'ter'
        ? taxOfDay(law, average, working)
        : dailyPast(law, { gross, days, average, status: input.status }, working)
    const perDay = withheld(law, withSurcharge(law, raw, input.matched, working), working, 'day', {
      id: 'PPh 21 sehari',
      en: 'PPh 21 of a day',
    })
    const tax = perDay.times(days)
    working?.step('tax', taxLabel, tax, words`${perDay} × ${days}`)
    const borne = bornePart(law, input.borne, tax, { daily: average }, working)
    const lines: Line[] = [{ id: 'pph21', label: taxLabel, amount: tax }, ...borne.lines]
    return { total: Exact.sum(lines.map((line) => line.amount)), lines, warnings: borne.warnings }
  },
  example: { date: '2026-06-30', input: { wage: 500_000, days: 20 }, total: 50_000 },
})

/** Up to the limit a rate for the whole wage; above it half the wage by the rates of article 17. */
function taxOfDay(law: Law, average: Exact, working: Working | undefined): Exact {
  const most = law.rupiah('tax.pph21.ter.daily-most')
  if (average.isOver(most)) {
    const share = law.rate('tax.pph21.half-base')
    const base = average.times(share)
    working?.step(
      'base',
      { id: 'Dasar pengenaan', en: 'Tax base' },
      base,
      words`${average} × ${share}`,
      law.rule('tax.pph21.half-base'),
    )
    return progressiveTax(law, base, working)
  }
  const rate = law.brackets('tax.pph21.ter.daily').rateOf(average)
  working?.step(
    'rate',
    { id: 'Tarif efektif harian', en: 'Effective daily rate' },
    rate,
    words`${average}`,
    law.rule('tax.pph21.ter.daily'),
  )
  return average.times(rate)
}
