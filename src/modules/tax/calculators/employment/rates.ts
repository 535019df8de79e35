import type { LocalText } from '#kernel/i18n/texts.ts'
import type { Rate } from '#kernel/money/money.ts'
import type { Brackets } from '../../calculation/brackets.ts'
import type { Exact } from '../../calculation/exact.ts'
import { yesNo } from '../../calculation/fields.ts'
import type { Law } from '../../calculation/law.ts'
import { words } from '../../calculation/words.ts'
import type { Working } from '../../calculation/working.ts'
import type { FamilyStatus } from './family-status.ts'

export const taxLabel = { id: 'PPh 21', en: 'PPh 21' } as const

export const matchedField = yesNo({
  label: {
    id: 'NIK penerima padan dengan data DJP, atau punya NPWP',
    en: 'The NIK is matched at the tax office, or there is an NPWP',
  },
  hint: {
    id: 'Tanpa keduanya, pajaknya lebih tinggi.',
    en: 'Without either, the tax is higher.',
  },
  initial: true,
})

/**
 * The tax before rounding, higher for who has no number.
 *
 * @basis UU 36/2008 pasal 21 ayat (5a)
 */
export function withSurcharge(law: Law, tax: Exact, isMatched: boolean, working?: Working): Exact {
  if (isMatched) return tax
  const rate = law.rate('tax.pph21.no-number-surcharge')
  const more = tax.times(rate)
  working?.step(
    'surcharge',
    { id: 'Tambahan karena NIK belum padan dan tanpa NPWP', en: 'Surcharge without a matched NIK or NPWP' },
    more,
    words`${tax} × ${rate}`,
    law.rule('tax.pph21.no-number-surcharge'),
  )
  return tax.plus(more)
}

/** As it is withheld: rounded once. */
export function withheld(law: Law, tax: Exact, working?: Working, id = 'tax', label: LocalText = taxLabel): Exact {
  const amount = law.round('tax.pph21.rounding', tax)
  working?.step(id, label, amount, tax.equals(amount) ? undefined : words`${tax}`, law.rule('tax.pph21.rounding'))
  return amount
}

/**
 * One rate of the month on the gross income of the month.
 *
 * @basis PP 58/2023 pasal 2
 */
export function effectiveRate(law: Law, status: FamilyStatus, gross: Exact, working?: Working): Rate {
  const category = categoryOf(law, status)
  const rate = law.brackets(category).rateOf(gross.rounded('down'))
  working?.step(
    'rate',
    {
      id: `Tarif efektif kategori ${category.at(-1)?.toUpperCase()}`,
      en: `Effective rate, category ${category.at(-1)?.toUpperCase()}`,
    },
    rate,
    words`${status}, ${gross}`,
    law.rule(category),
    law.rule('tax.pph21.ter.categories'),
  )
  return rate
}

export function effectiveBrackets(law: Law, status: FamilyStatus): Brackets {
  return law.brackets(categoryOf(law, status))
}

function categoryOf(law: Law, status: FamilyStatus): string {
  const category = law.table('tax.pph21.ter.categories', readCategories)[status]
  if (!category) throw new Error(`no category of effective rates for ${status}`)
  return category
}

export const effectiveRules = [
  'tax.pph21.ter.categories',
  'tax.pph21.ter.a',
  'tax.pph21.ter.b',
  'tax.pph21.ter.c',
] as const

function readCategories(value: unknown): Readonly<Record<string, string>> {
  const table = value as Readonly<Record<string, string>>
  return Object.fromEntries(
    Object.entries(table).map(([status, letter]) => [status, `tax.pph21.ter.${letter.toLowerCase()}`]),
  )
}

/**
 * Each part of an amount at the rate of its bracket.
 *
 * @basis UU 36/2008 pasal 17 ayat (1) huruf a
 */
export function progressiveTax(
  law: Law,
  base: Exact,
  working?: Working,
  {
    key = 'tax.income.brackets',
    id = 'progressive',
    label = articleLabel,
  }: { key?: string; id?: string; label?: LocalText } = {},
): Exact {
  const brackets = law.brackets(key)
  const tax = brackets.progressive(base)
  working?.step(id, label, tax, slices(brackets, base), law.rule(key))
  return tax
}

const articleLabel: LocalText = { id: 'Tarif pasal 17', en: 'Rates of article 17' }

/** "5% × Rp60.000.000 + 15% × Rp40.000.000". */
export function slices(brackets: Brackets, base: Exact): LocalText {
  const parts = brackets.rows
    .filter((row) => base.isOver(row.from))
    .map((row) => words`${row.rate} × ${(row.upTo ? base.atMost(row.upTo) : base).minus(row.from)}`)
  if (parts.length === 0) return words`${base}`
  return { id: parts.map((part) => part.id).join(' + '), en: parts.map((part) => part.en).join(' + ') }
}

/**
 * What an amount adds to the tax of those before it in the year, as it was until 2023.
 *
 * @basis PER-16/PJ/2016 pasal 16 dan 17
 */
export function cumulativeTax(law: Law, before: Exact, amount: Exact, working?: Working): Exact {
  const all = progressiveTax(law, before.plus(amount), working, { label: sumLabel })
  if (before.isZero) return all
  return all.minus(progressiveTax(law, before, working, { id: 'before', label: beforeLabel }))
}

const sumLabel: LocalText = {
  id: 'Tarif pasal 17 atas jumlah sejak Januari',
  en: 'Article 17 on the sum since January',
}
const beforeLabel: LocalText = { id: 'Dikurangi pajak atas jumlah sebelumnya', en: 'Less the tax on the sum before' }
