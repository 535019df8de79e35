import { Exact } from '../../calculation/exact.ts'
import { choice } from '../../calculation/fields.ts'
import type { Law } from '../../calculation/law.ts'
import { words } from '../../calculation/words.ts'
import type { Working } from '../../calculation/working.ts'

const single = ['TK/0', 'TK/1', 'TK/2', 'TK/3'] as const
const married = ['K/0', 'K/1', 'K/2', 'K/3'] as const
const joined = ['K/I/0', 'K/I/1', 'K/I/2', 'K/I/3'] as const
export type FamilyStatus = (typeof single | typeof married | typeof joined)[number]

function option<Value extends FamilyStatus>(value: Value) {
  const n = value.at(-1)
  const kind = value.startsWith('K/I')
    ? { id: 'kawin, penghasilan istri digabung', en: 'married, wife’s income joined' }
    : value.startsWith('K')
      ? { id: 'kawin', en: 'married' }
      : { id: 'tidak kawin', en: 'not married' }
  return {
    value,
    label: { id: `${value}, ${kind.id}, ${n} tanggungan`, en: `${value}, ${kind.en}, ${n} dependants` },
  }
}

const hint = {
  id: 'Keadaan pada 1 Januari, dengan paling banyak tiga tanggungan.',
  en: 'As it was on 1 January, with at most three dependants.',
}

export const employeeStatus = choice({
  label: { id: 'Status PTKP', en: 'Family status (PTKP)' },
  hint,
  options: [...single.map(option), ...married.map(option)],
})

export const taxpayerStatus = choice({
  label: { id: 'Status PTKP', en: 'Family status (PTKP)' },
  hint,
  options: [...single.map(option), ...married.map(option), ...joined.map(option)],
})

/** @basis UU 36/2008 pasal 7 ayat (1) */
export function taxFree(law: Law, status: FamilyStatus): Exact {
  let amount = law.rupiah('tax.ptkp.self')
  if (status.startsWith('K')) amount = amount.plus(law.rupiah('tax.ptkp.married'))
  if (status.startsWith('K/I')) amount = amount.plus(law.rupiah('tax.ptkp.wife-joined'))
  const dependants = Math.min(Number(status.at(-1)), law.count('tax.ptkp.dependants-most'))
  return dependants > 0 ? amount.plus(law.rupiah('tax.ptkp.dependant').times(dependants)) : amount
}

export const taxFreeRules = [
  'tax.ptkp.self',
  'tax.ptkp.married',
  'tax.ptkp.wife-joined',
  'tax.ptkp.dependant',
  'tax.ptkp.dependants-most',
] as const

/**
 * Taxable income: down to full thousands, never below zero.
 *
 * @basis UU 36/2008 pasal 17 ayat (4)
 */
export function taxableIncome(law: Law, net: Exact, status: FamilyStatus, working?: Working): Exact {
  const free = taxFree(law, status)
  working?.step(
    'ptkp',
    { id: 'Penghasilan tidak kena pajak (PTKP)', en: 'Tax-free income (PTKP)' },
    free,
    words`${status}`,
    ...taxFreeRules.filter((key) => isPart(key, status)).map((key) => law.rule(key)),
  )
  const taxable = law.round('tax.income.taxable-rounding', net.minus(free).atLeast(Exact.zero))
  working?.step(
    'pkp',
    { id: 'Penghasilan kena pajak (PKP)', en: 'Taxable income (PKP)' },
    taxable,
    words`${net} − ${free}`,
    law.rule('tax.income.taxable-rounding'),
  )
  return taxable
}

function isPart(key: string, status: FamilyStatus): boolean {
  if (key === 'tax.ptkp.married') return status.startsWith('K')
  if (key === 'tax.ptkp.wife-joined') return status.startsWith('K/I')
  return key === 'tax.ptkp.self' || !status.endsWith('0')
}
