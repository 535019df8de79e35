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

/** The questions of the birth report (formulir F-2.01), asked in the order in which people know the answers. */
export const birthForm: Pages = [
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
