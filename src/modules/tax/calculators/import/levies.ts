import { invalidField } from '#kernel/errors.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import type { Rate } from '#kernel/money/money.ts'
import { billed } from '../../calculation/billed.ts'
import type { Line, Outcome } from '../../calculation/calculator.ts'
import { Exact } from '../../calculation/exact.ts'
import type { Law } from '../../calculation/law.ts'
import { words } from '../../calculation/words.ts'
import type { Working } from '../../calculation/working.ts'
import { readShare } from '../consumption/share.ts'

/** What is levied at the border, all of it for the state. */
export interface Levies {
  readonly customsValue: Exact
  readonly duty: Rate
  readonly dutyRules: readonly string[]
  readonly extraDuty: Rate
  readonly excise: Exact
  readonly isLuxury: boolean
  readonly luxuryRate: Rate
  /** Undefined when no income tax is collected. */
  readonly incomeTax:
    | { readonly of: IncomeTaxClass; readonly hasLicence: boolean; readonly hasTaxNumber: boolean }
    | undefined
}

export const incomeTaxClasses = ['other', 'certain', 'certain-other', 'staple', 'gold'] as const
export type IncomeTaxClass = (typeof incomeTaxClasses)[number]

export const levyRules = [
  'tax.ppn.rate',
  'tax.ppn.base-share',
  'tax.ppn.luxury-base-share',
  'tax.import.income-tax',
  'tax.import.no-tax-number',
  'tax.import.rounding',
] as const

const labels = {
  duty: { id: 'Bea masuk', en: 'Customs duty' },
  extra: { id: 'Bea masuk tambahan', en: 'Extra duty' },
  excise: { id: 'Cukai', en: 'Excise' },
  ppn: { id: 'PPN impor', en: 'VAT on imports (PPN)' },
  ppnbm: { id: 'PPnBM impor', en: 'Luxury tax on imports (PPnBM)' },
  pph22: { id: 'PPh 22 impor', en: 'Income tax on imports (PPh 22)' },
} as const satisfies Record<string, LocalText>

/** Duties on the customs value, then taxes on the import value: customs value, duties and excise together. */
export function levy(levies: Levies, law: Law, working: Working | undefined): Pick<Outcome, 'total' | 'lines'> {
  const { customsValue, excise } = levies
  const duty = customsValue.times(levies.duty)
  const rulesOfDuty = levies.dutyRules.map((key) => law.rule(key))
  working?.step('duty', labels.duty, duty, words`${customsValue} × ${levies.duty}`, ...rulesOfDuty)
  const extra = customsValue.times(levies.extraDuty)
  if (!extra.isZero) working?.step('extra-duty', labels.extra, extra, words`${customsValue} × ${levies.extraDuty}`)
  const importValue = Exact.sum([customsValue, duty, extra, excise])
  working?.step(
    'import-value',
    { id: 'Nilai impor', en: 'Import value' },
    importValue,
    words`${customsValue} + ${duty} + ${extra} + ${excise}`,
  )
  const ppn = vatOf(importValue, levies.isLuxury, law, working)
  const ppnbm = importValue.times(levies.luxuryRate)
  if (!ppnbm.isZero) working?.step('ppnbm', labels.ppnbm, ppnbm, words`${importValue} × ${levies.luxuryRate}`)
  const pph22 = levies.incomeTax ? incomeTaxOf(importValue, levies.incomeTax, law, working) : Exact.zero
  const lines = [
    line('duty', labels.duty, duty),
    ...optionalLine('extra-duty', labels.extra, extra),
    ...optionalLine('excise', labels.excise, excise),
    line('ppn', labels.ppn, ppn),
    ...optionalLine('ppnbm', labels.ppnbm, ppnbm),
    line('pph22', labels.pph22, pph22),
  ]
  return billed(lines, law, 'tax.import.rounding', working)
}

function vatOf(importValue: Exact, isLuxury: boolean, law: Law, working: Working | undefined): Exact {
  const shareKey = isLuxury ? 'tax.ppn.luxury-base-share' : 'tax.ppn.base-share'
  const share = readShare(law, shareKey)
  const rate = law.rate('tax.ppn.rate')
  const base = importValue.times(share)
  const tax = base.times(rate)
  const shareRule = law.rule(shareKey)
  working?.step('ppn-base', { id: 'Dasar PPN', en: 'Base of VAT' }, base, words`${importValue} × ${share}`, shareRule)
  working?.step('ppn', labels.ppn, tax, words`${base} × ${rate}`, law.rule('tax.ppn.rate'))
  return tax
}

/** @basis PMK 51/2025 pasal 3; sebelum 1 Agustus 2025 PMK 34/PMK.010/2017 */
function incomeTaxOf(
  importValue: Exact,
  { of, hasLicence, hasTaxNumber }: NonNullable<Levies['incomeTax']>,
  law: Law,
  working: Working | undefined,
): Exact {
  const key = 'tax.import.income-tax'
  const rates = law.table(key, (value) => value as Readonly<Record<string, string>>)
  const text = rates[rateName(of, hasLicence)]
  if (text === undefined)
    throw invalidField(
      'goods',
      `Golongan barang ini belum ada pada ${formatDay(law.day, 'id')}. Pilih golongan lain atau tanggal lain.`,
      `There was no such class of goods on ${formatDay(law.day, 'en')}. Choose another class or another day.`,
    )
  const { numerator, denominator } = Exact.read(text)
  const rate = { numerator, denominator }
  const tax = importValue.times(rate)
  working?.step('pph22', labels.pph22, tax, words`${importValue} × ${rate}`, law.rule(key))
  if (hasTaxNumber) return tax
  const more = law.rate('tax.import.no-tax-number')
  const whole = tax.plus(tax.times(more))
  working?.step(
    'pph22-no-number',
    { id: 'PPh 22 tanpa NPWP dan tanpa NIK padan', en: 'PPh 22 without a tax number or matched NIK' },
    whole,
    words`${tax} + ${tax} × ${more}`,
    law.rule('tax.import.no-tax-number'),
  )
  return whole
}

/** Listed goods and gold have their rate with or without a licence; everything else needs one for the lower rate. */
function rateName(of: IncomeTaxClass, hasLicence: boolean): string {
  if (of === 'certain' || of === 'certain-other' || of === 'gold') return of
  if (!hasLicence) return 'without-licence'
  return of === 'staple' ? 'staple-with-licence' : 'with-licence'
}

function line(id: string, label: LocalText, amount: Exact): Line {
  return { id, label, amount, destination: 'state' }
}

function optionalLine(id: string, label: LocalText, amount: Exact): Line[] {
  return amount.isZero ? [] : [line(id, label, amount)]
}
