import { invalidField } from '#kernel/errors.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import { defineCalculator, type Line } from '../../calculation/calculator.ts'
import { Exact } from '../../calculation/exact.ts'
import { choice, count, money, months } from '../../calculation/fields.ts'
import { monthTexts } from '../../calculation/input-problems.ts'
import type { Law } from '../../calculation/law.ts'
import { words } from '../../calculation/words.ts'

const terms = ['individual', 'partnership', 'company'] as const

/** @basis PP 55/2022 pasal 56 sampai dengan 60 */
export const smallBusiness = defineCalculator({
  kind: 'small-business.year',
  subject: 'business',
  title: { id: 'PPh final usaha kecil (UMKM)', en: 'Final tax of small businesses' },
  lead: {
    id: 'Pajak setiap bulan dari peredaran bruto; bagi orang pribadi setelah melewati bagian yang bebas dalam setahun.',
    en: 'The tax of each month on turnover; for individuals beyond the part of the year that is free.',
  },
  words: 'UMKM 0,5 persen omzet warung toko peredaran bruto 500 juta',
  law: 'national',
  fields: {
    person: choice({
      label: { id: 'Siapa yang berusaha?', en: 'Who runs the business?' },
      options: [
        { value: 'individual', label: { id: 'Orang pribadi', en: 'An individual' } },
        {
          value: 'partnership',
          label: {
            id: 'Koperasi, CV, firma, BUM Desa, atau perseroan perorangan',
            en: 'Co-operative, partnership, village enterprise or one-person company',
          },
        },
        { value: 'company', label: { id: 'Perseroan terbatas', en: 'Limited company' } },
      ],
      initial: 'individual',
    }),
    turnover: months({
      label: { id: 'Peredaran bruto', en: 'Turnover' },
      hint: { id: 'Seluruh omzet usaha, sebelum dikurangi biaya.', en: 'The whole turnover, before costs.' },
    }),
    turnoverBefore: money({
      label: { id: 'Peredaran bruto tahun pajak lalu', en: 'Turnover of the year before' },
      optional: true,
    }),
    registered: count({
      label: { id: 'Tahun terdaftar sebagai wajib pajak', en: 'Year of registration as a taxpayer' },
      hint: {
        id: 'Untuk memeriksa jangka waktu; kosongkan bila belum terdaftar.',
        en: 'To check the years allowed; leave empty when not registered.',
      },
      max: 2100,
      optional: true,
    }),
  },
  rules: [
    'tax.small-business.rate',
    'tax.small-business.exempt',
    'tax.small-business.turnover-most',
    'tax.small-business.rounding',
    'tax.small-business.term.counted-from',
    ...terms.map((term) => `tax.small-business.term.${term}`),
  ],
  compute(input, law, working) {
    const laws = law.months()
    let sum = Exact.zero
    const lines = input.turnover.flatMap((turnover, month): Line[] => {
      if (!turnover) return []
      const here = laws[month] as Law
      const label = monthTexts[month] as LocalText
      const id = `month-${String(month + 1).padStart(2, '0')}`
      const free = input.person === 'individual' ? here.rupiah('tax.small-business.exempt') : Exact.zero
      const before = sum.minus(free).atLeast(Exact.zero)
      sum = sum.plus(turnover)
      const taxed = sum.minus(free).atLeast(Exact.zero).minus(before)
      const rate = here.rate('tax.small-business.rate')
      working?.section(id, label)
      working?.step('sum', { id: 'Peredaran bruto sejak Januari', en: 'Turnover since January' }, sum)
      working?.step(
        'taxed',
        { id: 'Yang dikenai pajak bulan ini', en: 'Taxed in this month' },
        taxed,
        input.person === 'individual' ? words`${sum} − ${free} − ${before}` : words`${turnover}`,
        ...(input.person === 'individual' ? [here.rule('tax.small-business.exempt')] : []),
      )
      const amount = here.round('tax.small-business.rounding', taxed.times(rate))
      working?.step(
        'tax',
        finalLabel,
        amount,
        words`${taxed} × ${rate}`,
        here.rule('tax.small-business.rate'),
        here.rule('tax.small-business.rounding'),
      )
      working?.section()
      return [{ id, label: { id: `PPh final ${label.id}`, en: `Final tax of ${label.en}` }, amount }]
    })
    const total = Exact.sum(lines.map((line) => line.amount))
    working?.step('total', { id: 'PPh final setahun', en: 'Final tax of the year' }, total)
    return { total, lines, warnings: warningsOf(law, input, sum) }
  },
  example: {
    date: '2026-12-31',
    input: { person: 'individual', turnover: Array.from({ length: 12 }, () => 60_000_000) },
    total: 1_100_000,
  },
})

const finalLabel = { id: 'PPh final', en: 'Final tax' } as const

interface Business {
  readonly person: (typeof terms)[number]
  readonly turnoverBefore: Exact
  readonly registered: number
}

function warningsOf(law: Law, input: Business, sum: Exact): LocalText[] {
  const year = law.day.year
  if (input.registered > year)
    throw invalidField(
      'registered',
      'Tahun terdaftar melewati tahun pajak ini.',
      'The year of registration lies after this tax year.',
    )
  const most = law.rupiah('tax.small-business.turnover-most')
  const warnings: LocalText[] = []
  if (input.turnoverBefore.isOver(most))
    warnings.push({
      id: 'Peredaran bruto tahun lalu sudah di atas batas: tahun ini PPh dihitung dengan ketentuan umum, bukan tarif final ini.',
      en: 'The turnover of the year before was above the limit: this year the general rules apply, not this final rate.',
    })
  else if (sum.isOver(most))
    warnings.push({
      id: 'Peredaran bruto melewati batas: tarif final berlaku sampai akhir tahun pajak ini, lalu ketentuan umum.',
      en: 'The turnover passes the limit: the final rate holds to the end of this tax year, then the general rules.',
    })
  if (input.registered > 0) {
    const years = law.count(`tax.small-business.term.${input.person}`)
    const from = Math.max(input.registered, Number(law.text('tax.small-business.term.counted-from')))
    if (year >= from + years)
      warnings.push({
        id: `Jangka waktu tarif final sudah habis pada akhir ${from + years - 1}: PPh dihitung dengan ketentuan umum.`,
        en: `The years of the final rate ended with ${from + years - 1}: the general rules apply.`,
      })
  }
  if (law.rule('tax.small-business.rate').status === 'disputed')
    warnings.push({
      id: 'Perubahan PP 55/2022 (antara lain tanpa batas waktu bagi orang pribadi) diumumkan pada 2025 dan belum kami temukan naskahnya. Tanyakan ke kantor pajak sebelum memakai angka ini.',
      en: 'A change of PP 55/2022 (among others no time limit for individuals) was announced in 2025; we have not found its text. Ask the tax office before you use this figure.',
    })
  return warnings
}
