import type { Line } from '../../calculation/calculator.ts'
import { Exact } from '../../calculation/exact.ts'
import { date, type InputOf, money, rows } from '../../calculation/fields.ts'
import type { Law } from '../../calculation/law.ts'
import type { Working } from '../../calculation/working.ts'
import { capped, lateInterestOf, monthsBetween } from '../sanction/lateness.ts'
import { opsenLines } from './vehicle-taxes.ts'

/** Vehicle taxes of earlier years that were never paid. */
export const arrears = rows({
  label: { id: 'PKB tahun-tahun lalu yang belum dibayar', en: 'Vehicle taxes of earlier years not yet paid' },
  one: { id: 'Tunggakan', en: 'Arrear' },
  least: 0,
  most: 24,
  fields: {
    pkb: money({ label: { id: 'PKB tahun itu', en: 'Vehicle tax of that year' } }),
    dueOn: date({ label: { id: 'Jatuh temponya', en: 'It fell due on' } }),
  },
})

/**
 * Each year with the surcharge of its own law and the interest until the day of payment, which is the day that is asked.
 */
export function arrearLines(
  years: readonly InputOf<typeof arrears.fields>[],
  law: Law,
  working: Working | undefined,
): Line[] {
  return years.flatMap(({ pkb, dueOn }, index) => {
    const year = String(dueOn.year)
    const id = `arrear-${index + 1}`
    working?.section(id, { id: `Tunggakan ${year}`, en: `Arrear of ${year}` })
    const label = { id: `PKB ${year}`, en: `Vehicle tax of ${year}` }
    working?.step('pkb', label, pkb)
    const due: Line[] = [
      { id, label, amount: pkb, destination: 'province' },
      ...opsenLines('pkb', pkb, law.on(dueOn), working).map((line) => ({
        ...line,
        id: `${id}-${line.id}`,
        label: { id: `${line.label.id} ${year}`, en: `${line.label.en} of ${year}` },
      })),
    ]
    const months = capped(monthsBetween(dueOn, law.day, law), law, working)
    const fines = due.map((line): Line => {
      const ofFine = { id: `Bunga ${line.label.id}`, en: `Interest on ${line.label.en}` }
      const amount = lateInterestOf(line.amount, months, law, working, `fine-${line.id}`, ofFine)
      return { id: `fine-${line.id}`, label: ofFine, amount, destination: line.destination }
    })
    const lines = [...due, ...fines.filter((line) => !line.amount.isZero)]
    const whole = Exact.sum(lines.map((line) => line.amount))
    working?.step('whole', { id: 'Tunggakan dengan bunganya', en: 'Arrear with its interest' }, whole)
    working?.section()
    return lines
  })
}
