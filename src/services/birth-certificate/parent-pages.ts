import type { ServiceDefinition } from '#modules/services/index.ts'

type Pages = ServiceDefinition['form']['pages']

/** Mother, father, and who reports. */
export const parentPages: Pages = [
  {
    id: 'orang-tua',
    title: { id: 'Ibu dan ayah', en: 'Mother and father' },
    groups: [
      {
        fields: [
          {
            id: 'motherNik',
            kind: 'nik',
            fixed: false,
            prefill: 'fact(known, "motherNik")',
            sensitive: true,
            label: { id: 'NIK ibu', en: 'NIK of the mother' },
          },
          {
            id: 'motherName',
            kind: 'name',
            prefill: 'fact(known, "motherName")',
            label: { id: 'Nama ibu', en: 'Name of the mother' },
          },
          {
            id: 'parentage',
            kind: 'choice',
            prefill: 'fact(known, "parentage")',
            label: { id: 'Perkawinan orang tua', en: 'Marriage of the parents' },
            options: [
              {
                value: 'married',
                label: { id: 'Tercatat', en: 'Recorded' },
                hint: { id: 'Ada buku nikah atau akta perkawinan.', en: 'There is a marriage book or certificate.' },
              },
              {
                value: 'unrecorded',
                label: { id: 'Belum tercatat', en: 'Not recorded yet' },
                hint: {
                  id: 'Pada kartu keluarga tertulis kawin belum tercatat. Akta memuat keterangan itu.',
                  en: 'The family card says married, not recorded. The certificate will say so.',
                },
              },
              {
                value: 'mother-only',
                label: { id: 'Anak seorang ibu', en: 'Child of a mother' },
                hint: { id: 'Akta hanya memuat nama ibu.', en: 'The certificate names the mother only.' },
              },
            ],
          },
          {
            id: 'fatherNik',
            kind: 'nik',
            when: 'answers.parentage != "mother-only"',
            prefill: 'fact(known, "fatherNik")',
            sensitive: true,
            label: { id: 'NIK ayah', en: 'NIK of the father' },
          },
          {
            id: 'fatherName',
            kind: 'name',
            when: 'answers.parentage != "mother-only"',
            prefill: 'fact(known, "fatherName")',
            label: { id: 'Nama ayah', en: 'Name of the father' },
          },
          {
            id: 'marriageNumber',
            kind: 'text',
            max: 60,
            when: 'answers.parentage == "married"',
            prefill: 'fact(known, "marriageNumber")',
            label: { id: 'Nomor buku nikah atau akta perkawinan', en: 'Number of the marriage book or certificate' },
          },
        ],
      },
    ],
  },
  {
    id: 'pelapor',
    title: { id: 'Siapa yang melapor', en: 'Who reports' },
    groups: [
      {
        fields: [
          {
            id: 'informantRelation',
            kind: 'choice',
            prefill: 'fact(known, "informantRelation")',
            label: { id: 'Anda adalah', en: 'You are' },
            options: [
              { value: 'mother', label: { id: 'Ibu anak', en: 'The mother' } },
              { value: 'father', label: { id: 'Ayah anak', en: 'The father' } },
              { value: 'relative', label: { id: 'Anggota keluarga', en: 'A relative' } },
            ],
          },
          {
            id: 'phone',
            kind: 'phone',
            prefill: 'fact(known, "phone")',
            label: { id: 'Nomor ponsel', en: 'Mobile number' },
            hint: { id: 'Kami hanya menghubungi tentang berkas ini.', en: 'We call only about this application.' },
          },
        ],
      },
    ],
  },
]
