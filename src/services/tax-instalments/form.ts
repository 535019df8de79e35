import type { ServiceInput } from '#modules/services/index.ts'
import { chosenClaim, claimFields } from '../rows/tax-claim.ts'
import { phone, truth } from '../rows/tax-standard.ts'

/** Which assessment, how long, and why. */
export const instalmentPages: ServiceInput['form']['pages'] = [
  {
    id: 'permohonan',
    title: { id: 'Permohonan', en: 'Request' },
    lead: {
      id: 'Bunganya {rule:tax.sanction.instalment-interest} sebulan dari sisa pajak. Satu bagian yang lewat membuat seluruh sisanya jatuh tempo.',
      en: 'Interest is {rule:tax.sanction.instalment-interest} a month on what remains. One part that is missed makes the whole rest due.',
    },
    groups: [
      {
        fields: [
          ...claimFields(
            [
              {
                holds: `answers.assessment == "" || ${chosenClaim}.exists(c, c.isOpen && int(c.owed) >= 2)`,
                say: { id: 'Ketetapan ini sudah lunas.', en: 'This assessment is paid.' },
              },
              {
                holds: `answers.assessment == "" || !${chosenClaim}.exists(c, c.isDisputed)`,
                say: {
                  id: 'Ketetapan ini sedang dikeberatani. Tunggu keputusannya dahulu.',
                  en: 'This assessment is disputed. Wait for the decision first.',
                },
              },
            ],
            { id: 'Yang belum lunas.', en: 'One that is not paid.' },
          ),
          {
            id: 'manner',
            kind: 'choice',
            label: { id: 'Cara membayar', en: 'How to pay' },
            options: [
              { value: 'instalments', label: { id: 'Diangsur setiap bulan', en: 'Monthly instalments' } },
              { value: 'deferral', label: { id: 'Ditunda, dibayar sekaligus', en: 'Deferred, paid at once' } },
            ],
          },
          {
            id: 'months',
            kind: 'number',
            min: 1,
            max: 60,
            measure: 'month',
            unit: { id: 'bulan', en: 'months' },
            label: { id: 'Lamanya', en: 'How long' },
            hint: {
              id: 'Paling lama {rule:local-tax.instalments.most}.',
              en: 'At most {rule:local-tax.instalments.most}.',
            },
            checks: [
              {
                holds: 'answers.months <= int(known.mostMonths)',
                say: {
                  id: 'Paling lama {rule:local-tax.instalments.most}.',
                  en: 'At most {rule:local-tax.instalments.most}.',
                },
                basis: 'PP 35/2023 (angsuran dan penundaan)',
              },
              {
                holds: 'answers.manner != "instalments" || answers.months >= 2',
                say: { id: 'Angsuran sedikitnya dua kali.', en: 'There are at least two instalments.' },
              },
            ],
          },
        ],
      },
    ],
  },
  {
    id: 'rencana',
    title: { id: 'Rencana pembayaran', en: 'Plan of payment' },
    groups: [
      {
        fields: [
          {
            id: 'firstPart',
            kind: 'computed',
            gives: 'money',
            value: 'int(known.firstPart)',
            label: { id: 'Pembayaran pertama dengan bunganya', en: 'First payment with its interest' },
          },
          {
            id: 'planInterest',
            kind: 'computed',
            gives: 'money',
            value: 'int(known.planInterest)',
            label: { id: 'Seluruh bunga', en: 'Interest in all' },
          },
          {
            id: 'planReason',
            kind: 'long-text',
            min: 20,
            max: 2000,
            label: { id: 'Mengapa tidak dapat dibayar sekaligus', en: 'Why it cannot be paid at once' },
          },
          {
            id: 'planProof',
            kind: 'file',
            label: { id: 'Bukti keadaan keuangan', en: 'Proof of your finances' },
            hint: { id: 'Misalnya mutasi rekening atau laporan usaha.', en: 'Such as bank statements or accounts.' },
          },
          phone,
          truth,
        ],
      },
    ],
  },
]
