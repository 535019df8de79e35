import { billed } from '../../calculation/billed.ts'
import { defineCalculator, type Line } from '../../calculation/calculator.ts'
import { Exact } from '../../calculation/exact.ts'
import { choice, count, money } from '../../calculation/fields.ts'
import { words } from '../../calculation/words.ts'

/** @basis PP 35/2023; sebelum 5 Januari 2024 UU 28/2009 pasal 101 */
export const instalments = defineCalculator({
  kind: 'instalments',
  subject: 'sanction',
  title: { id: 'Angsuran dan penundaan pembayaran', en: 'Instalments and deferral' },
  lead: {
    id: 'Rencana angsuran dengan bunga atas sisa pajak setiap bulan, atau satu pembayaran yang ditunda.',
    en: 'A plan of instalments with interest on what remains each month, or one payment deferred.',
  },
  words: 'cicilan angsur tunda',
  law: 'region',
  fields: {
    manner: choice({
      label: { id: 'Cara', en: 'Manner' },
      options: [
        { value: 'instalments', label: { id: 'Diangsur setiap bulan', en: 'Monthly instalments' } },
        { value: 'deferral', label: { id: 'Ditunda, dibayar sekaligus', en: 'Deferred, paid at once' } },
      ],
      initial: 'instalments',
    }),
    principal: money({ label: { id: 'Pajak yang diangsur atau ditunda', en: 'Tax to be paid' } }),
    months: count({ label: { id: 'Lama dalam bulan', en: 'Number of months' }, min: 1, max: 60 }),
  },
  rules: ['tax.sanction.instalment-interest', 'tax.local.rounding'],
  compute({ manner, principal, months }, law, working) {
    const key = 'tax.sanction.instalment-interest'
    const rate = law.rate(key)
    const rounding = law.rounding('tax.local.rounding')
    const lines: Line[] = []
    let left = principal
    // Equal parts in whole steps of the region; the last one takes what remains, so that they make the whole.
    const part = principal.over(months).rounded('down', rounding.unit)
    for (let month = 1; month <= months; month += 1) {
      const isLast = month === months
      working?.section(`month-${month}`, { id: `Bulan ke-${month}`, en: `Month ${month}` })
      const interest = left.times(rate)
      const due = isLast ? left : manner === 'deferral' ? Exact.zero : part
      if (!due.isZero) {
        const labelOfPart = { id: `Angsuran ${month}`, en: `Instalment ${month}` }
        working?.step('instalment', labelOfPart, due)
        lines.push({ id: `instalment-${month}`, label: labelOfPart, amount: due, destination: 'region' })
      }
      const label = { id: `Bunga bulan ke-${month}`, en: `Interest of month ${month}` }
      working?.step('interest', label, interest, words`${left} × ${rate}`, law.rule(key))
      const paid = due.plus(interest)
      working?.step('paid', { id: 'Dibayar bulan itu', en: 'Paid that month' }, paid, words`${due} + ${interest}`)
      lines.push({ id: `interest-${month}`, label, amount: interest, destination: 'region' })
      left = left.minus(due)
    }
    working?.section()
    return billed(lines, law, 'tax.local.rounding', working)
  },
  example: {
    date: '2026-01-15',
    input: { manner: 'instalments', principal: 12_000_000, months: 3 },
    total: 12_144_000,
  },
})
