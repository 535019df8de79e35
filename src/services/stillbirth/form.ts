import type { ServiceInput } from '#modules/services/index.ts'

export const stillbirthPages: ServiceInput['form']['pages'] = [
  {
    id: 'kelahiran',
    title: { id: 'Tentang kelahirannya', en: 'About the birth' },
    lead: {
      id: 'Kami turut berduka. Isilah yang Anda ketahui saja; petugas membantu melengkapi.',
      en: 'We are sorry for your loss. Fill in only what you know; an officer helps with the rest.',
    },
    groups: [
      {
        fields: [
          { id: 'bornOn', kind: 'date', label: { id: 'Tanggal lahir', en: 'Date of birth' } },
          {
            id: 'weeks',
            kind: 'number',
            min: 20,
            max: 45,
            label: { id: 'Lama kandungan', en: 'Length of the pregnancy' },
            unit: { id: 'minggu', en: 'weeks' },
          },
          {
            id: 'sex',
            kind: 'choice',
            label: { id: 'Jenis kelamin', en: 'Sex' },
            options: [
              { value: 'female', label: { id: 'Perempuan', en: 'Female' } },
              { value: 'male', label: { id: 'Laki-laki', en: 'Male' } },
              { value: 'unknown', label: { id: 'Tidak dapat ditentukan', en: 'Not known' } },
            ],
          },
          {
            id: 'place',
            kind: 'text',
            max: 60,
            prefill: 'fact(known, "regencyName")',
            label: { id: 'Kabupaten atau kota', en: 'Regency or city' },
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
        ],
      },
    ],
  },
  {
    id: 'orang-tua',
    title: { id: 'Ibu dan ayah', en: 'Mother and father' },
    groups: [
      {
        fields: [
          {
            id: 'motherNik',
            kind: 'nik',
            sensitive: true,
            prefill: 'fact(known, "motherNik")',
            label: { id: 'NIK ibu', en: 'NIK of the mother' },
          },
          {
            id: 'motherName',
            kind: 'name',
            prefill: 'fact(known, "motherName")',
            label: { id: 'Nama ibu', en: 'Name of the mother' },
          },
          {
            id: 'fatherName',
            kind: 'name',
            required: 'false',
            prefill: 'fact(known, "fatherName")',
            label: { id: 'Nama ayah', en: 'Name of the father' },
          },
          {
            id: 'phone',
            kind: 'phone',
            prefill: 'fact(known, "phone")',
            label: { id: 'Nomor ponsel Anda', en: 'Your mobile number' },
          },
        ],
      },
    ],
  },
  {
    id: 'bukti',
    title: { id: 'Bukti', en: 'Proof' },
    groups: [
      {
        fields: [
          {
            id: 'proof',
            kind: 'choice',
            label: { id: 'Bukti yang Anda punya', en: 'The proof you have' },
            options: [
              { value: 'letter', label: { id: 'Surat dari dokter, bidan atau rumah sakit', en: 'Medical letter' } },
              {
                value: 'statement',
                label: { id: 'Tidak ada surat', en: 'No letter' },
                hint: { id: 'Lahir tanpa penolong kesehatan.', en: 'Nobody of a health service attended.' },
              },
            ],
          },
          {
            id: 'medicalLetter',
            kind: 'file',
            when: 'answers.proof == "letter"',
            label: { id: 'Foto surat keterangan', en: 'Photo of the letter' },
          },
          {
            id: 'statement',
            kind: 'statement',
            when: 'answers.proof == "statement"',
            label: {
              id: 'Saya menyatakan peristiwa ini benar terjadi dan bersedia dihukum bila pernyataan ini palsu.',
              en: 'I state that this is true and accept punishment if this statement is false.',
            },
          },
        ],
      },
    ],
  },
]
