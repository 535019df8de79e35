import { invalidField } from '#kernel/errors.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import { defineCalculator, type Line } from '../../calculation/calculator.ts'
import { Exact } from '../../calculation/exact.ts'
import { choice, money, rows, yesNo } from '../../calculation/fields.ts'
import { words } from '../../calculation/words.ts'
import { cumulativeTax, matchedField, progressiveTax, withheld, withSurcharge } from './rates.ts'

const paymentLabel = (index: number): LocalText => ({ id: `Pembayaran ${index + 1}`, en: `Payment ${index + 1}` })
const one = { id: 'Pembayaran', en: 'Payment' } as const
const lineOf = (index: number, amount: Exact): Line => ({
  id: `payment-${index + 1}`,
  label: { id: `PPh 21 pembayaran ${index + 1}`, en: `PPh 21 of payment ${index + 1}` },
  amount,
})

/**
 * Each payment by itself: since 2024 nothing is added up over the year.
 *
 * @basis PMK 168/2023 pasal 12 ayat (4) dan Lampiran B bagian kedua V
 */
export const nonEmployee = defineCalculator({
  kind: 'pph21.non-employee',
  subject: 'employment',
  title: { id: 'PPh 21 bukan pegawai', en: 'PPh 21 of non-employees' },
  lead: {
    id: 'Tenaga ahli, dokter, agen, pengajar, dan pekerja bebas: setengah dari setiap pembayaran dikenai tarif pasal 17.',
    en: 'Experts, doctors, agents, teachers and freelancers: half of each payment is taxed by article 17.',
  },
  words: 'tenaga ahli dokter notaris konsultan narasumber agen freelance jasa katering',
  law: 'national',
  fields: {
    payments: rows({
      label: { id: 'Pembayaran', en: 'Payments' },
      one,
      fields: {
        gross: money({ label: { id: 'Bruto', en: 'Gross' } }),
        wages: money({
          label: { id: 'Upah pembantu, dengan kontrak atau faktur', en: 'Wages of helpers, with contract or invoice' },
          optional: true,
        }),
        materials: money({
          label: { id: 'Bahan, dengan kontrak atau faktur', en: 'Materials, with contract or invoice' },
          optional: true,
        }),
      },
    }),
    catering: yesNo({
      label: { id: 'Jasa katering', en: 'Catering' },
      hint: {
        id: 'Pada katering upah dan bahan tidak dikeluarkan dari bruto.',
        en: 'For catering wages and materials stay in the gross amount.',
      },
    }),
    continuing: yesNo({
      label: { id: 'Imbalan berkesinambungan', en: 'Continuing payments' },
      hint: {
        id: 'Dibayar lebih dari sekali dalam setahun; pajaknya dahulu dihitung dari jumlah sejak Januari.',
        en: 'Paid more than once in a year; the tax was then computed on the sum since January.',
      },
      isPast: true,
    }),
    matched: matchedField,
  },
  rules: [
    'tax.pph21.non-employee.method',
    'tax.pph21.half-base',
    'tax.income.brackets',
    'tax.pph21.no-number-surcharge',
    'tax.pph21.rounding',
  ],
  compute(input, law, working) {
    const share = law.rate('tax.pph21.half-base')
    const isCumulative = law.text('tax.pph21.non-employee.method') === 'cumulative' && input.continuing
    let before = Exact.zero
    const lines = input.payments.map((payment, index) => {
      working?.section(`payment-${index + 1}`, paymentLabel(index))
      const removed = input.catering ? Exact.zero : payment.wages.plus(payment.materials)
      if (removed.isOver(payment.gross))
        throw invalidField(
          `payments.${index}.wages`,
          'Upah dan bahan melebihi pembayarannya. Periksa kembali angkanya.',
          'Wages and materials exceed the payment. Check the figures.',
        )
      const net = payment.gross.minus(removed)
      const base = net.times(share)
      working?.step(
        'base',
        { id: 'Dasar pengenaan', en: 'Tax base' },
        base,
        words`(${payment.gross} − ${removed}) × ${share}`,
        law.rule('tax.pph21.half-base'),
      )
      const tax = isCumulative ? cumulativeTax(law, before, base, working) : progressiveTax(law, base, working)
      before = before.plus(base)
      const amount = withheld(law, withSurcharge(law, tax, input.matched, working), working)
      working?.section()
      return lineOf(index, amount)
    })
    return { total: Exact.sum(lines.map((line) => line.amount)), lines, warnings: isCumulative ? [noAllowance] : [] }
  },
  example: {
    date: '2026-06-30',
    input: { payments: [{ gross: 10_000_000, wages: 4_500_000, materials: 1_000_000 }] },
    total: 112_500,
  },
})

const noAllowance: LocalText = {
  id: 'Penerima dengan satu pemberi penghasilan dan NPWP dahulu mendapat PTKP bulanan; perhitungan ini tidak menguranginya.',
  en: 'Recipients with one source of income and an NPWP had a monthly allowance then; it is not taken off here.',
}

/** @basis PMK 168/2023 pasal 12 ayat (5) dan Lampiran B bagian kedua VI */
export const wholePayments = defineCalculator({
  kind: 'pph21.whole-payments',
  subject: 'employment',
  title: {
    id: 'PPh 21 peserta kegiatan, mantan pegawai, dan penarikan dana pensiun',
    en: 'PPh 21 of participants, former employees and withdrawals from pension funds',
  },
  lead: {
    id: 'Tarif pasal 17 atas seluruh jumlah bruto setiap pembayaran.',
    en: 'The rates of article 17 on the whole of each payment.',
  },
  words: 'hadiah lomba peserta rapat magang uang saku bonus mantan pegawai penarikan dana pensiun',
  law: 'national',
  fields: {
    recipient: choice({
      label: { id: 'Penerima', en: 'Recipient' },
      options: [
        {
          value: 'participant',
          label: {
            id: 'Peserta kegiatan: lomba, rapat, pelatihan, magang',
            en: 'Participant of a contest, meeting, course or internship',
          },
        },
        {
          value: 'former',
          label: {
            id: 'Mantan pegawai yang menerima bonus atau jasa produksi',
            en: 'Former employee who receives a bonus',
          },
        },
        {
          value: 'withdrawal',
          label: { id: 'Pegawai yang menarik dana pensiun', en: 'Employee who withdraws from a pension fund' },
        },
      ],
      initial: 'participant',
    }),
    payments: rows({
      label: { id: 'Pembayaran', en: 'Payments' },
      one,
      fields: { gross: money({ label: { id: 'Bruto', en: 'Gross' } }) },
    }),
    matched: matchedField,
  },
  rules: ['tax.income.brackets', 'tax.pph21.no-number-surcharge', 'tax.pph21.rounding'],
  compute(input, law, working) {
    const lines = input.payments.map((payment, index) => {
      working?.section(`payment-${index + 1}`, paymentLabel(index))
      working?.step('base', { id: 'Dasar pengenaan', en: 'Tax base' }, payment.gross)
      const tax = progressiveTax(law, payment.gross, working)
      const amount = withheld(law, withSurcharge(law, tax, input.matched, working), working)
      working?.section()
      return lineOf(index, amount)
    })
    return { total: Exact.sum(lines.map((line) => line.amount)), lines }
  },
  example: {
    date: '2026-06-30',
    input: { payments: [{ gross: 20_000_000 }, { gross: 15_000_000 }] },
    total: 1_750_000,
  },
})
