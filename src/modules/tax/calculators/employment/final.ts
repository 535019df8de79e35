import { defineCalculator } from '../../calculation/calculator.ts'
import { choice, money, optionalDate, percent, yesNo } from '../../calculation/fields.ts'
import { words } from '../../calculation/words.ts'
import { matchedField, progressiveTax, withheld, withSurcharge } from './rates.ts'

const finalLabel = { id: 'PPh 21 final', en: 'Final PPh 21' } as const

/** @basis PP 68/2009 pasal 4, 5, dan 6; PMK 16/PMK.03/2010 */
export const severance = defineCalculator({
  kind: 'pph21.severance',
  subject: 'employment',
  title: { id: 'PPh 21 pesangon dan manfaat pensiun sekaligus', en: 'PPh 21 of severance and pensions paid at once' },
  lead: {
    id: 'Pajak final atas pesangon, manfaat pensiun, atau hari tua yang dibayar dalam paling lama dua tahun kalender.',
    en: 'Final tax on severance, pension or old-age benefits paid within two calendar years.',
  },
  words: 'pesangon PHK uang pensiun sekaligus JHT jaminan hari tua tunjangan hari tua final',
  law: 'national',
  fields: {
    benefit: choice({
      label: { id: 'Yang dibayar', en: 'What is paid' },
      options: [
        { value: 'severance', label: { id: 'Uang pesangon', en: 'Severance' } },
        {
          value: 'lump-sum',
          label: { id: 'Manfaat pensiun, JHT, atau tunjangan hari tua', en: 'Pension or old-age benefit' },
        },
      ],
    }),
    gross: money({ label: { id: 'Jumlah bruto yang dibayar sekarang', en: 'Gross amount paid now' } }),
    paidBefore: money({
      label: {
        id: 'Sudah dibayar sebelumnya dalam dua tahun kalender ini',
        en: 'Paid before within these two calendar years',
      },
      optional: true,
    }),
    firstPaidOn: optionalDate({ label: { id: 'Hari pembayaran pertama', en: 'Day of the first payment' } }),
    matched: matchedField,
  },
  rules: [
    'tax.pph21.severance',
    'tax.pph21.lump-sum',
    'tax.pph21.at-once-years',
    'tax.income.brackets',
    'tax.pph21.no-number-surcharge',
    'tax.pph21.rounding',
  ],
  compute(input, law, working) {
    const { gross, paidBefore, firstPaidOn } = input
    const years = law.count('tax.pph21.at-once-years')
    if (firstPaidOn && law.day.year - firstPaidOn.year >= years) {
      // From the third calendar year on the payment is ordinary income and the final rates are over.
      const label = { id: 'PPh 21 (tidak final)', en: 'PPh 21 (not final)' }
      const tax = withSurcharge(law, progressiveTax(law, gross, working), input.matched, working)
      const total = withheld(law, tax, working, 'tax', label)
      return { total, lines: [{ id: 'pph21', label, amount: total }], warnings: [tooLate] }
    }
    const key = `tax.pph21.${input.benefit}` as const
    const together = progressiveTax(law, paidBefore.plus(gross), working, { key, label: ratesLabel })
    const before = paidBefore.isZero
      ? paidBefore
      : progressiveTax(law, paidBefore, working, { key, id: 'before', label: beforeLabel })
    const total = withheld(law, together.minus(before), working, 'tax', finalLabel)
    return { total, lines: [{ id: 'pph21', label: finalLabel, amount: total }] }
  },
  example: { date: '2026-06-30', input: { benefit: 'lump-sum', gross: 120_000_000 }, total: 3_500_000 },
})

const ratesLabel = { id: 'Tarif final atas seluruh pembayaran', en: 'Final rates on all payments' } as const
const beforeLabel = { id: 'Dikurangi pajak pembayaran sebelumnya', en: 'Less the tax of earlier payments' } as const
const tooLate = {
  id: 'Pembayaran pada tahun ketiga dan seterusnya tidak final: dipotong dengan tarif pasal 17 dan menjadi kredit pajak penerima.',
  en: 'Payments from the third year on are not final: taxed by article 17 and credited to the recipient.',
} as const

/** @basis PP 80/2010 pasal 4 */
export const honorarium = defineCalculator({
  kind: 'pph21.honorarium',
  subject: 'employment',
  title: {
    id: 'PPh 21 honorarium PNS, TNI, Polri, dan pejabat',
    en: 'PPh 21 of honoraria of civil servants and officials',
  },
  lead: {
    id: 'Pajak final atas honorarium dari APBN atau APBD, menurut golongan.',
    en: 'Final tax on honoraria from public budgets, by rank.',
  },
  words: 'honor ASN PNS golongan narasumber panitia APBD APBN perjalanan',
  law: 'national',
  fields: {
    rank: choice({
      label: { id: 'Golongan', en: 'Rank' },
      options: [
        { value: 'I-II', label: { id: 'Golongan I dan II, tamtama, bintara', en: 'Rank I and II, enlisted' } },
        { value: 'III', label: { id: 'Golongan III, perwira pertama', en: 'Rank III, junior officers' } },
        {
          value: 'IV',
          label: {
            id: 'Golongan IV, perwira menengah dan tinggi, pejabat negara',
            en: 'Rank IV, senior officers, officials',
          },
        },
      ],
    }),
    gross: money({ label: { id: 'Honorarium bruto', en: 'Gross honorarium' } }),
  },
  rules: ['tax.pph21.honorarium', 'tax.pph21.rounding'],
  compute({ rank, gross }, law, working) {
    const rate = law.rateFor('tax.pph21.honorarium', rank)
    working?.step(
      'rate',
      { id: 'Tarif menurut golongan', en: 'Rate by rank' },
      rate,
      undefined,
      law.rule('tax.pph21.honorarium'),
    )
    const exact = gross.times(rate)
    working?.step(
      'exact',
      { id: 'Tarif kali honorarium', en: 'Rate times honorarium' },
      exact,
      words`${gross} × ${rate}`,
    )
    const total = withheld(law, exact, working, 'tax', finalLabel)
    return { total, lines: [{ id: 'pph21', label: finalLabel, amount: total }] }
  },
  example: { date: '2026-06-30', input: { rank: 'III', gross: 2_000_000 }, total: 100_000 },
})

const foreignLabel = { id: 'PPh 26', en: 'PPh 26' } as const

/** @basis UU 36/2008 pasal 26 ayat (1) */
export const nonResident = defineCalculator({
  kind: 'pph26.income',
  subject: 'employment',
  title: { id: 'PPh 26 penerima luar negeri', en: 'PPh 26 of non-residents' },
  lead: {
    id: 'Pajak final atas penghasilan bruto orang yang bukan subjek pajak dalam negeri, atau tarif perjanjian pajak.',
    en: 'Final tax on the gross income of people who are not tax subjects in Indonesia, or the rate of a treaty.',
  },
  words: 'orang asing ekspatriat wajib pajak luar negeri tax treaty P3B SKD DGT',
  law: 'national',
  fields: {
    gross: money({ label: { id: 'Penghasilan bruto', en: 'Gross income' } }),
    treaty: yesNo({
      label: {
        id: 'Ada surat keterangan domisili (formulir DGT) yang sah',
        en: 'There is a valid certificate of domicile (form DGT)',
      },
      hint: { id: 'Tanpa surat itu tarif perjanjian pajak tidak berlaku.', en: 'Without it no treaty rate applies.' },
    }),
    treatyRate: percent({
      label: { id: 'Tarif menurut perjanjian pajak', en: 'Rate of the treaty' },
      optional: true,
      when: { field: 'treaty', is: ['yes'] },
    }),
  },
  rules: ['tax.pph26.rate', 'tax.pph21.rounding'],
  compute(input, law, working) {
    const rate = input.treaty ? input.treatyRate.percent : law.rate('tax.pph26.rate')
    working?.step(
      'rate',
      input.treaty ? { id: 'Tarif perjanjian pajak', en: 'Rate of the treaty' } : { id: 'Tarif', en: 'Rate' },
      { numerator: rate.numerator, denominator: rate.denominator },
      undefined,
      ...(input.treaty ? [] : [law.rule('tax.pph26.rate')]),
    )
    const exact = input.gross.times(rate)
    working?.step(
      'exact',
      { id: 'Tarif kali bruto', en: 'Rate times gross' },
      exact,
      words`${input.gross} × ${{ numerator: rate.numerator, denominator: rate.denominator }}`,
    )
    const total = withheld(law, exact, working, 'tax', foreignLabel)
    return {
      total,
      lines: [{ id: 'pph26', label: foreignLabel, amount: total }],
      isEstimate: input.treaty,
    }
  },
  example: { date: '2026-06-30', input: { gross: 40_000_000 }, total: 8_000_000 },
})
