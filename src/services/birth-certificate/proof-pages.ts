import type { ServiceDefinition } from '#modules/services/index.ts'

type Pages = ServiceDefinition['form']['pages']

/** The birth letter, or the statement with two witnesses in its place. */
export const proofPages: Pages = [
  {
    id: 'bukti',
    title: { id: 'Bukti kelahiran', en: 'Proof of birth' },
    groups: [
      {
        fields: [
          {
            id: 'proof',
            kind: 'choice',
            label: { id: 'Bukti yang Anda punya', en: 'The proof you have' },
            options: [
              {
                value: 'letter',
                label: { id: 'Surat keterangan lahir', en: 'Birth letter' },
                hint: {
                  id: 'Dari rumah sakit, puskesmas, bidan atau kepala desa.',
                  en: 'From a hospital, health centre, midwife or village head.',
                },
              },
              {
                value: 'statement',
                label: { id: 'Tidak ada surat', en: 'No letter' },
                hint: {
                  id: 'Anda membuat pernyataan tanggung jawab mutlak (SPTJM) dengan dua saksi.',
                  en: 'You make a statement of full responsibility (SPTJM) with two witnesses.',
                },
              },
            ],
          },
        ],
      },
    ],
  },
  {
    id: 'surat-lahir',
    title: { id: 'Foto surat keterangan lahir', en: 'Photo of the birth letter' },
    lead: {
      id: 'Foto dengan ponsel cukup. Pastikan seluruh surat terlihat dan tulisannya terbaca.',
      en: 'A phone photo is enough. Make sure the whole letter can be seen and read.',
    },
    when: 'answers.proof == "letter"',
    groups: [
      {
        fields: [
          {
            id: 'birthLetter',
            kind: 'file',
            label: { id: 'Foto surat keterangan lahir', en: 'Photo of the birth letter' },
          },
          {
            id: 'letterNumber',
            kind: 'text',
            max: 60,
            required: 'false',
            label: { id: 'Nomor surat', en: 'Number of the letter' },
          },
        ],
      },
    ],
  },
  {
    id: 'pernyataan',
    title: { id: 'Pernyataan dan dua saksi', en: 'Statement and two witnesses' },
    lead: {
      id: 'Kedua saksi mengetahui kelahiran ini. Petugas dapat menghubungi mereka.',
      en: 'Both witnesses know of this birth. An officer may contact them.',
    },
    when: 'answers.proof == "statement"',
    groups: [
      {
        title: { id: 'Saksi pertama', en: 'First witness' },
        fields: [
          {
            id: 'witness1Nik',
            kind: 'nik',
            sensitive: true,
            label: { id: 'NIK saksi pertama', en: 'NIK of the first witness' },
          },
          { id: 'witness1Name', kind: 'name', label: { id: 'Nama saksi pertama', en: 'Name of the first witness' } },
        ],
      },
      {
        title: { id: 'Saksi kedua', en: 'Second witness' },
        fields: [
          {
            id: 'witness2Nik',
            kind: 'nik',
            sensitive: true,
            label: { id: 'NIK saksi kedua', en: 'NIK of the second witness' },
            checks: [
              {
                holds: 'answers.witness2Nik != answers.witness1Nik',
                say: { id: 'Kedua saksi harus orang yang berbeda.', en: 'The two witnesses must be different people.' },
                basis: 'Permendagri 109/2019 formulir F-2.03',
              },
            ],
          },
          { id: 'witness2Name', kind: 'name', label: { id: 'Nama saksi kedua', en: 'Name of the second witness' } },
          {
            id: 'statement',
            kind: 'statement',
            label: {
              id: 'Saya menyatakan kelahiran ini benar terjadi dan bersedia dihukum bila pernyataan ini palsu (SPTJM, F-2.03).',
              en: 'I state that this birth is true and accept punishment if this statement is false (SPTJM, F-2.03).',
            },
          },
        ],
      },
    ],
  },
]
