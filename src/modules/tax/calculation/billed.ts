import type { LocalText } from '#kernel/i18n/texts.ts'
import type { Line, Outcome } from './calculator.ts'
import { Exact } from './exact.ts'
import type { Law, RoundingRule } from './law.ts'
import { words } from './words.ts'
import type { Working } from './working.ts'

/**
 * The exact amounts as lines of a bill, rounded once after the row of their tax. Lines always add up to the total: where
 * the region rounds the total, the difference is a line of its own.
 */
export function billed(
  due: readonly Line[],
  law: Law,
  roundingKey: string,
  working: Working | undefined,
): Pick<Outcome, 'total' | 'lines'> {
  const rounding = law.rounding(roundingKey)
  const lines = rounding.per === 'line' ? roundLines(due, rounding) : withDifference(due, rounding)
  const total = Exact.sum(lines.map((line) => line.amount))
  working?.step('total', { id: 'Jumlah', en: 'Total' }, total, words`${roundingWords(rounding)}`, law.rule(roundingKey))
  return { total, lines }
}

function roundLines(due: readonly Line[], { mode, unit }: RoundingRule): Line[] {
  return due.map((line) => ({ ...line, amount: line.amount.rounded(mode, unit) }))
}

function withDifference(due: readonly Line[], { mode, unit }: RoundingRule): Line[] {
  const lines = due.map((line) => ({ ...line, amount: line.amount.rounded('half-up') }))
  const total = Exact.sum(due.map((line) => line.amount)).rounded(mode, unit)
  const difference = total.minus(Exact.sum(lines.map((line) => line.amount)))
  if (difference.isZero) return lines
  const label = { id: 'Pembulatan', en: 'Rounding' }
  return [...lines, { id: 'rounding', label, amount: difference, destination: due[0]?.destination }]
}

const modes: Readonly<Record<RoundingRule['mode'], LocalText>> = {
  up: { id: 'ke atas', en: 'up' },
  down: { id: 'ke bawah', en: 'down' },
  'half-up': { id: 'ke yang terdekat', en: 'to the nearest' },
}

function roundingWords({ unit, mode, per }: RoundingRule): LocalText {
  const to = modes[mode]
  const of = per === 'line' ? { id: 'setiap baris', en: 'each line' } : { id: 'jumlahnya', en: 'the total' }
  return {
    id: `${of.id} dibulatkan ${to.id}, kelipatan Rp${unit}`,
    en: `${of.en} is rounded ${to.en}, in steps of Rp${unit}`,
  }
}
