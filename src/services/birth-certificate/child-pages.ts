import type { ServiceDefinition } from '#modules/services/index.ts'

type Pages = ServiceDefinition['form']['pages']

const nameChecks: NonNullable<Pages[number]['groups'][number]['fields'][number]['checks']> = [
  {
    holds: 'words(answers.childName) >= 2',
    say: {
      id: 'Nama pada dokumen kependudukan paling sedikit dua kata.',
      en: 'A name on population documents has at least two words.',
    },
    basis: 'Permendagri 73/2022 pasal 4 ayat (2)',
  },
]

/** The child and the birth. */
export const childPages: Pages = [
  {
    id: 'anak',
    title: { id: 'Anak yang lahir', en: 'The child' },
    lead: {
      id: 'Tulis nama seperti yang ingin tercantum pada akta. Nama tidak dapat diubah tanpa penetapan pengadilan.',
      en: 'Write the name as it shall stand on the certificate. It cannot be changed later without a court decision.',
    },
    groups: [
      {
        fields: [
          {
            id: 'childName',
            kind: 'name',
            max: 60,
            label: { id: 'Nama lengkap anak', en: 'Full name of the child' },
            hint: {
              id: 'Paling sedikit dua kata, paling banyak 60 huruf termasuk spasi, tanpa gelar.',
              en: 'At least two words, at most 60 letters with spaces, without titles.',
            },
            checks: nameChecks,
          },
          {
            id: 'childSex',
            kind: 'choice',
            label: { id: 'Jenis kelamin', en: 'Sex' },
            options: [
              { value: 'female', label: { id: 'Perempuan', en: 'Female' } },
              { value: 'male', label: { id: 'Laki-laki', en: 'Male' } },
            ],
          },
          { id: 'birthOn', kind: 'date', label: { id: 'Tanggal lahir', en: 'Date of birth' } },
          {
            id: 'birthTime',
            kind: 'time',
            label: { id: 'Jam lahir', en: 'Time of birth' },
            hint: {
              id: 'Seperti pada surat keterangan lahir, misalnya 04.35.',
              en: 'As on the birth letter, such as 04:35.',
            },
          },
        ],
      },
    ],
  },
  {
    id: 'kelahiran',
    title: { id: 'Tentang kelahirannya', en: 'About the birth' },
    groups: [
      {
        fields: [
          {
            id: 'birthPlace',
            kind: 'text',
            max: 60,
            prefill: 'fact(known, "regencyName")',
            label: { id: 'Kabupaten atau kota tempat lahir', en: 'Regency or city of birth' },
            hint: { id: 'Ini yang tertulis pada akta.', en: 'This is what the certificate says.' },
          },
          {
            id: 'facility',
            kind: 'choice',
            label: { id: 'Tempat bersalin', en: 'Place of delivery' },
            options: [
              { value: 'hospital', label: { id: 'Rumah sakit', en: 'Hospital' } },
              { value: 'health-centre', label: { id: 'Puskesmas atau klinik', en: 'Health centre or clinic' } },
              { value: 'midwife', label: { id: 'Tempat praktik bidan', en: 'Midwife practice' } },
              { value: 'home', label: { id: 'Rumah', en: 'Home' } },
              { value: 'other', label: { id: 'Lainnya', en: 'Elsewhere' } },
            ],
          },
          {
            id: 'birthKind',
            kind: 'choice',
            label: { id: 'Jenis kelahiran', en: 'Kind of birth' },
            options: [
              { value: 'single', label: { id: 'Tunggal', en: 'Single' } },
              { value: 'twin', label: { id: 'Kembar dua', en: 'Twins' } },
              { value: 'triplet', label: { id: 'Kembar tiga atau lebih', en: 'Triplets or more' } },
            ],
          },
          {
            id: 'childOrder',
            kind: 'number',
            min: 1,
            max: 25,
            label: { id: 'Kelahiran ke berapa bagi ibu', en: 'Which birth of the mother' },
          },
          {
            id: 'weight',
            kind: 'number',
            min: 0.3,
            max: 8,
            required: 'false',
            label: { id: 'Berat lahir', en: 'Weight at birth' },
            unit: { id: 'kg', en: 'kg' },
            hint: { id: 'Misalnya 3,2. Kosongkan bila tidak tahu.', en: 'Such as 3.2. Leave empty if unknown.' },
          },
        ],
      },
    ],
  },
]
