import { defineCalculator, type Line } from '../../calculation/calculator.ts'
import { Exact } from '../../calculation/exact.ts'
import { money, yesNo } from '../../calculation/fields.ts'
import type { Law } from '../../calculation/law.ts'
import { words } from '../../calculation/words.ts'
import type { Working } from '../../calculation/working.ts'

const taxLabel = { id: 'PPh badan setahun', en: 'Corporate income tax of the year' } as const
const creditLabel = { id: 'Kredit pajak dan angsuran', en: 'Tax credits and instalments' } as const

/** @basis UU PPh pasal 17 ayat (1) huruf b, ayat (2b), dan pasal 31E */
export const yearlyCompany = defineCalculator({
  kind: 'income.company',
  subject: 'income',
  title: { id: 'PPh badan setahun', en: 'Corporate income tax, whole year' },
  lead: {
    id: 'Pajak atas laba kena pajak badan, dengan fasilitas pasal 31E bagi peredaran bruto sampai batasnya.',
    en: 'Tax on the taxable profit of a company, with the relief of article 31E up to a turnover.',
  },
  words: 'perseroan PT CV koperasi laba fiskal 31E fasilitas BUMD 1771',
  law: 'national',
  fields: {
    turnover: money({ label: { id: 'Peredaran bruto setahun', en: 'Turnover of the year' } }),
    taxable: money({
      label: { id: 'Penghasilan kena pajak', en: 'Taxable income' },
      hint: { id: 'Laba menurut pajak, sesudah kompensasi kerugian.', en: 'Fiscal profit after losses carried over.' },
    }),
    listed: yesNo({
      label: {
        id: 'Perseroan terbuka yang memenuhi syarat saham diperdagangkan',
        en: 'Listed company that meets the terms of traded shares',
      },
    }),
    credits: money({
      label: { id: 'PPh yang dipotong pihak lain dan angsuran', en: 'Tax withheld by others and instalments' },
      hint: { id: 'PPh 21 pegawai bukan kredit pajak badan.', en: 'PPh 21 of employees is no credit of the company.' },
      optional: true,
    }),
  },
  rules: [
    'tax.corporate.rate',
    'tax.corporate.listed-reduction',
    'tax.corporate.relief.turnover-most',
    'tax.corporate.relief.share',
    'tax.corporate.relief.reduction',
    'tax.income.taxable-rounding',
    'tax.income.rounding',
  ],
  compute(input, law, working) {
    const base = law.round('tax.income.taxable-rounding', input.taxable)
    working?.step(
      'pkp',
      { id: 'PKP dalam ribuan penuh', en: 'Taxable income in full thousands' },
      base,
      words`${input.taxable}`,
      law.rule('tax.income.taxable-rounding'),
    )
    const rate = rateOf(law, input.listed, working)
    const relieved = relievedPart(law, input.turnover, base, working)
    const reduction = law.rate('tax.corporate.relief.reduction')
    const less = relieved.times(rate).times(reduction)
    const exact = base.times(rate).minus(less)
    working?.step(
      'exact',
      { id: 'Pajak sesudah fasilitas', en: 'Tax after relief' },
      exact,
      words`${base} × ${plain(rate)} − ${relieved} × ${plain(rate)} × ${reduction}`,
      law.rule('tax.corporate.rate'),
      ...(relieved.isZero ? [] : [law.rule('tax.corporate.relief.reduction')]),
    )
    const tax = law.round('tax.income.rounding', exact)
    working?.step('tax', taxLabel, tax, undefined, law.rule('tax.income.rounding'))
    const total = tax.minus(input.credits)
    working?.step(
      'due',
      { id: 'PPh 29 yang masih harus dibayar', en: 'PPh 29 still to pay' },
      total,
      words`${tax} − ${input.credits}`,
    )
    const lines: Line[] = [
      { id: 'tax', label: taxLabel, amount: tax },
      { id: 'credit', label: creditLabel, amount: input.credits.negated },
    ]
    return { total, lines }
  },
  example: { date: '2026-12-31', input: { turnover: 30_000_000_000, taxable: 3_000_000_000 }, total: 607_200_000 },
})

const plain = (rate: Exact) => ({ numerator: rate.numerator, denominator: rate.denominator })

function rateOf(law: Law, listed: boolean, working: Working | undefined): Exact {
  const general = Exact.of(1).times(law.rate('tax.corporate.rate'))
  const rate = listed ? general.minus(Exact.of(1).times(law.rate('tax.corporate.listed-reduction'))) : general
  working?.step(
    'rate',
    { id: 'Tarif', en: 'Rate' },
    plain(rate),
    undefined,
    law.rule('tax.corporate.rate'),
    ...(listed ? [law.rule('tax.corporate.listed-reduction')] : []),
  )
  return rate
}

/** The part of taxable income that pays the reduced rate: as the relieved share stands to the turnover. */
function relievedPart(law: Law, turnover: Exact, base: Exact, working: Working | undefined): Exact {
  const most = law.rupiah('tax.corporate.relief.turnover-most')
  const share = law.rupiah('tax.corporate.relief.share')
  const label = { id: 'Bagian PKP yang mendapat fasilitas pasal 31E', en: 'Part that has the relief of article 31E' }
  const rules = ['tax.corporate.relief.turnover-most', 'tax.corporate.relief.share'] as const
  if (turnover.isOver(most)) {
    const none = { id: `Peredaran bruto di atas batas`, en: `Turnover above the limit` }
    working?.step('relieved', label, Exact.zero, none, law.rule(rules[0]))
    return Exact.zero
  }
  const part = turnover.isOver(share) ? base.times(share).over(turnover) : base
  working?.step(
    'relieved',
    label,
    part,
    turnover.isOver(share) ? words`${share} ÷ ${turnover} × ${base}` : words`${base}`,
    ...rules.map((key) => law.rule(key)),
  )
  return part
}
