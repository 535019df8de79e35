import type { ServiceInput } from '#modules/services/index.ts'
import { chosenClaim, claimFields } from '../rows/tax-claim.ts'
import { phone, truth } from '../rows/tax-standard.ts'

/** Which assessment, what is agreed to, and why. */
export const objectionPages: ServiceInput['form']['pages'] = [
  {
    id: 'ketetapan',
    title: { id: 'Ketetapan', en: 'Assessment' },
    groups: [
      {
        fields: claimFields(
          [
            {
              holds: `answers.assessment == "" || !${chosenClaim}.exists(c, c.objectionUntil < today)`,
              say: {
                id: 'Waktu mengajukan keberatan sudah lewat: {rule:local-tax.objection.within} sejak ketetapan dikirim. Pengurangan masih dapat diminta bila waktunya belum habis.',
                en: 'The time to object is over: {rule:local-tax.objection.within} from the dispatch. A reduction may still be asked for.',
              },
              basis: 'PP 35/2023 (ketentuan tentang keberatan)',
            },
            {
              holds: `answers.assessment == "" || !${chosenClaim}.exists(c, c.isDisputed)`,
              say: {
                id: 'Keberatan atas ketetapan ini sudah diajukan dan sedang diperiksa.',
                en: 'An objection to this assessment is being examined already.',
              },
            },
          ],
          {
            id: 'SPPT, SKPD, SKPDKB atau STPD atas nama Anda, paling lama {rule:local-tax.objection.within} sejak dikirim.',
            en: 'A notice or assessment in your name, at most {rule:local-tax.objection.within} after its dispatch.',
          },
        ),
      },
    ],
  },
  {
    id: 'keberatan',
    title: { id: 'Keberatan', en: 'Objection' },
    groups: [
      {
        fields: [
          {
            id: 'agreedAmount',
            kind: 'money',
            min: 0,
            max: 1_000_000_000_000,
            label: { id: 'Jumlah pajak yang menurut Anda benar', en: 'The amount that you think is right' },
            hint: {
              id: 'Tulis 0 bila menurut Anda tidak ada pajak yang terutang.',
              en: 'Write 0 if you think that nothing is owed.',
            },
            checks: [
              {
                holds: 'answers.agreedAmount < answers.claimed || answers.assessment == ""',
                say: {
                  id: 'Jumlah ini tidak lebih rendah dari ketetapan, jadi tidak ada yang dikeberatani.',
                  en: 'This is not below the assessment, so there is nothing to object to.',
                },
              },
              {
                holds: `answers.assessment == "" || ${chosenClaim}.exists(c, int(c.paid) >= int(answers.agreedAmount))`,
                say: {
                  id: 'Bayar dahulu sedikitnya jumlah yang Anda setujui, lalu lanjutkan. Isian Anda tersimpan.',
                  en: 'First pay at least what you agree to, then go on. Your answers are kept.',
                },
                basis: 'PP 35/2023 (ketentuan tentang keberatan)',
              },
            ],
          },
          {
            id: 'objectionGrounds',
            kind: 'multi',
            label: { id: 'Apa yang keliru', en: 'What is wrong' },
            options: [
              { value: 'data', label: { id: 'Luas, kelas atau data lain', en: 'Area, class or other data' } },
              { value: 'value', label: { id: 'Nilai jual terlalu tinggi', en: 'The value is too high' } },
              { value: 'computation', label: { id: 'Perhitungan atau tarif', en: 'Computation or rate' } },
              { value: 'owner', label: { id: 'Bukan milik saya', en: 'It is not mine' } },
              { value: 'twice', label: { id: 'Ditetapkan dua kali', en: 'Assessed twice' } },
            ],
          },
          {
            id: 'objectionReason',
            kind: 'long-text',
            min: 30,
            max: 3000,
            label: { id: 'Alasan dan perhitungan Anda', en: 'Your reasons and computation' },
          },
          {
            id: 'objectionProof',
            kind: 'file',
            label: { id: 'Bukti', en: 'Proof' },
            hint: {
              id: 'Misalnya sertipikat, hasil ukur, foto, atau laporan penjualan.',
              en: 'Such as a land certificate, a survey, photos or a report of sales.',
            },
          },
          phone,
          truth,
        ],
      },
    ],
  },
]
