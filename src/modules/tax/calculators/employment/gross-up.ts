import { defineCalculator } from '../../calculation/calculator.ts'
import { Exact } from '../../calculation/exact.ts'
import { money } from '../../calculation/fields.ts'
import { rateText, words } from '../../calculation/words.ts'
import { employeeStatus } from './family-status.ts'
import { effectiveBrackets, effectiveRate, effectiveRules, matchedField, taxLabel } from './rates.ts'

/** @basis PMK 168/2023 Lampiran B bagian kedua I.4 */
export const grossUp = defineCalculator({
  kind: 'pph21.gross-up',
  subject: 'employment',
  title: { id: 'PPh 21 dengan tunjangan pajak penuh', en: 'PPh 21 with a full tax allowance' },
  lead: {
    id: 'Berapa tunjangan pajak agar pegawai menerima gajinya utuh? Tunjangan itu sendiri ikut dikenai pajak.',
    en: 'How large must the tax allowance be for the whole salary to reach the employee? The allowance is taxed too.',
  },
  words: 'gross up tunjangan pajak gaji bersih net ditanggung pemberi kerja',
  law: 'national',
  fields: {
    status: employeeStatus,
    net: money({
      label: {
        id: 'Penghasilan bruto sebulan sebelum tunjangan pajak',
        en: 'Gross income of the month before the tax allowance',
      },
      hint: {
        id: 'Yang hendak diterima utuh, ditambah premi yang dibayar pemberi kerja.',
        en: 'What is to be received in full, with premiums paid by the employer.',
      },
    }),
    matched: matchedField,
  },
  rules: [...effectiveRules, 'tax.pph21.no-number-surcharge', 'tax.pph21.rounding'],
  compute(input, law, working) {
    const { net, status } = input
    // An allowance may fit two neighbouring rows; the lower tax is enough for the promise, so the first one is taken.
    for (const row of effectiveBrackets(law, status).rows) {
      const more = input.matched ? Exact.zero : Exact.of(1).times(law.rate('tax.pph21.no-number-surcharge'))
      const rate = Exact.of(1).plus(more).times(row.rate)
      const exact = net.times(rate).over(Exact.of(1).minus(rate))
      const tax = law.round('tax.pph21.rounding', exact)
      const gross = net.plus(tax)
      if (row.upTo && gross.isOver(row.upTo)) continue
      working?.step('net', { id: 'Penghasilan sebelum tunjangan', en: 'Income before the allowance' }, net)
      effectiveRate(law, status, gross, working)
      if (!input.matched)
        working?.step(
          'full-rate',
          { id: 'Tarif dengan tambahan tanpa NPWP', en: 'Rate with the surcharge' },
          { numerator: rate.numerator, denominator: rate.denominator },
          words`${row.rate} × ${Exact.of(1).plus(more).decimal(4)}`,
          law.rule('tax.pph21.no-number-surcharge'),
        )
      working?.step(
        'allowance',
        { id: 'Tunjangan pajak, sama dengan pajaknya', en: 'Tax allowance, equal to the tax' },
        tax,
        words`${net} × ${rate} ÷ (1 − ${{ id: rateText(rate, 'id'), en: rateText(rate, 'en') }})`,
        law.rule('tax.pph21.rounding'),
      )
      working?.step(
        'gross',
        { id: 'Penghasilan bruto dengan tunjangan', en: 'Gross income with the allowance' },
        gross,
        words`${net} + ${tax}`,
      )
      return { total: tax, lines: [{ id: 'pph21', label: taxLabel, amount: tax }] }
    }
    throw new Error('the last row of a table of rates has no bound')
  },
  example: { date: '2026-06-30', input: { status: 'TK/0', net: 10_000_000 }, total: 230_179 },
})
