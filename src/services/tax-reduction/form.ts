import type { ServiceInput } from '#modules/services/index.ts'
import { chosenClaim, claimFields } from '../rows/tax-claim.ts'
import { phone, truth } from '../rows/tax-standard.ts'

const isSanction = 'answers.relief == "sanction"'

/** Which assessment, what is asked for, and on what ground. */
export const reductionPages: ServiceInput['form']['pages'] = [
  {
    id: 'permohonan',
    title: { id: 'Permohonan', en: 'Request' },
    groups: [
      {
        fields: [
          {
            id: 'relief',
            kind: 'choice',
            label: { id: 'Yang Anda minta', en: 'What you ask for' },
            options: [
              { value: 'reduction', label: { id: 'Pengurangan pokok pajak', en: 'A lower tax' } },
              { value: 'exemption', label: { id: 'Pembebasan pokok pajak', en: 'No tax at all' } },
              {
                value: 'sanction',
                label: { id: 'Penghapusan bunga atau denda', en: 'Interest or a fine waived' },
              },
            ],
          },
          ...claimFields(
            [
              {
                holds: `${isSanction} || answers.assessment == "" || !${chosenClaim}.exists(c, c.reductionUntil < today)`,
                say: {
                  id: 'Waktu meminta pengurangan sudah lewat: {rule:local-tax.reduction.within} sejak ketetapan dikirim. Angsuran masih dapat diminta.',
                  en: 'The time to ask is over: {rule:local-tax.reduction.within} from the dispatch. Instalments may still be asked for.',
                },
                basis: 'Peraturan kepala daerah tentang tata cara pemungutan pajak',
              },
              {
                holds: `answers.assessment == "" || !${chosenClaim}.exists(c, c.isDisputed)`,
                say: {
                  id: 'Ketetapan ini sedang dikeberatani. Tunggu keputusannya, atau tarik keberatannya dahulu.',
                  en: 'This assessment is disputed. Wait for the decision, or withdraw the objection first.',
                },
              },
              {
                holds: `!(${isSanction}) || answers.assessment == "" || ${chosenClaim}.exists(c, c.isOverdue || c.kind == "stpd")`,
                say: {
                  id: 'Ketetapan ini belum lewat jatuh tempo, jadi belum ada bunga atau denda yang dapat dihapus.',
                  en: 'This assessment is not overdue, so there is no interest or fine to waive.',
                },
              },
              {
                holds: `answers.assessment == "" || ${chosenClaim}.exists(c, c.isOpen)`,
                say: {
                  id: 'Ketetapan ini sudah lunas. Kelebihan bayar dikembalikan lewat keberatan atau pengembalian.',
                  en: 'This assessment is paid. What was paid too much comes back by an objection or a refund.',
                },
              },
            ],
            {
              id: 'Yang belum lunas. Bunga berjalan dan denda diminta hapus lewat ketetapan yang dikenainya.',
              en: 'One that is not paid. Interest and fines are waived by the assessment that they come with.',
            },
          ),
        ],
      },
    ],
  },
  {
    id: 'alasan',
    title: { id: 'Alasan', en: 'Reasons' },
    groups: [
      {
        fields: [
          {
            id: 'reliefGround',
            kind: 'choice',
            label: { id: 'Keadaan Anda', en: 'Your situation' },
            options: [
              { value: 'low-income', label: { id: 'Penghasilan rendah atau pensiunan', en: 'Low income or pension' } },
              { value: 'veteran', label: { id: 'Veteran atau janda, duda veteran', en: 'Veteran, or widowed of one' } },
              { value: 'disaster', label: { id: 'Terkena bencana atau kebakaran', en: 'Disaster or fire' } },
              { value: 'crop-failure', label: { id: 'Gagal panen', en: 'Crop failure' } },
              { value: 'business-loss', label: { id: 'Usaha merugi', en: 'Business loss' } },
              { value: 'public-use', label: { id: 'Dipakai untuk kepentingan umum', en: 'Used for the public good' } },
              {
                value: 'not-my-fault',
                label: { id: 'Terlambat bukan karena salah saya', en: 'Late without my fault' },
              },
            ],
          },
          {
            id: 'askedShare',
            kind: 'number',
            min: 1,
            max: 100,
            measure: 'percent',
            unit: { id: '%', en: '%' },
            when: 'answers.relief == "reduction"',
            label: { id: 'Pengurangan yang diminta', en: 'Reduction asked for' },
          },
          {
            id: 'reliefReason',
            kind: 'long-text',
            min: 30,
            max: 2000,
            label: { id: 'Ceritakan keadaan Anda', en: 'Tell us about it' },
          },
          {
            id: 'reliefProof',
            kind: 'file',
            label: { id: 'Bukti', en: 'Proof' },
            hint: {
              id: 'Misalnya keterangan penghasilan, surat bencana, atau laporan usaha.',
              en: 'Such as a statement of income, a letter about the disaster or accounts.',
            },
          },
          phone,
          truth,
        ],
      },
    ],
  },
]
