import type { ServiceInput } from '#modules/services/index.ts'
import { nameChecks } from './name-rules.ts'

type Pages = ServiceInput['form']['pages']

export const isLate = 'answers.birthCase != "abroad" && daysBetween(answers.birthOn, today) > int(known.reportWithin)'
const sexes = [
  { value: 'female', label: { id: 'Perempuan', en: 'Female' } },
  { value: 'male', label: { id: 'Laki-laki', en: 'Male' } },
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
            id: 'birthCase',
            kind: 'choice',
            prefill: '"domestic"',
            label: { id: 'Yang dilaporkan', en: 'What is reported' },
            options: [
              {
                value: 'domestic',
                label: { id: 'Anak yang lahir di Indonesia', en: 'A child born in Indonesia' },
                hint: { id: 'Juga bila lahir di daerah lain.', en: 'Also when born in another region.' },
              },
              {
                value: 'abroad',
                label: { id: 'Anak yang lahir di luar negeri', en: 'A child born abroad' },
                hint: { id: 'Sudah punya akta dari negara itu.', en: 'With a certificate of that country.' },
              },
              {
                value: 'foundling',
                label: { id: 'Anak yang ditemukan', en: 'A child that was found' },
                hint: {
                  id: 'Orang tuanya tidak diketahui; tanggal lahir menurut perkiraan dokter.',
                  en: 'The parents are not known; the date of birth is as a doctor estimates it.',
                },
              },
            ],
          },
          {
            id: 'childName',
            kind: 'name',
            max: 120,
            label: { id: 'Nama lengkap anak', en: 'Full name of the child' },
            hint: {
              id: 'Paling sedikit dua kata, paling banyak 60 huruf termasuk spasi, tanpa singkatan, gelar dan tanda baca.',
              en: 'At least two words, at most 60 letters with spaces, without abbreviations, titles and punctuation.',
            },
            checks: nameChecks('answers.childName'),
          },
          {
            id: 'childSex',
            kind: 'choice',
            prefill: 'fact(known, "noticeSex")',
            label: { id: 'Jenis kelamin', en: 'Sex' },
            options: sexes,
          },
          {
            id: 'birthOn',
            kind: 'date',
            prefill: 'fact(known, "noticeBornOn")',
            label: { id: 'Tanggal lahir', en: 'Date of birth' },
          },
          {
            id: 'isLate',
            kind: 'computed',
            when: isLate,
            value: 'true',
            gives: 'yes-no',
            label: { id: 'Dilaporkan melewati batas waktu', en: 'Reported after the time limit' },
            hint: {
              id: 'Lebih dari {rule:civil-registration.birth.report-within} sejak lahir: tetap dicatat, setelah keputusan kepala dinas. Anda tidak perlu ke pengadilan.',
              en: 'More than {rule:civil-registration.birth.report-within} after birth: it is still entered, after a decision of the head of office. No court is needed.',
            },
          },
          {
            id: 'birthTime',
            kind: 'time',
            prefill: 'fact(known, "noticeBornTime")',
            required: 'answers.birthCase == "domestic"',
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
            prefill: 'answers.birthCase == "abroad" ? "" : fact(known, "regencyName")',
            label: { id: 'Kabupaten atau kota tempat lahir', en: 'Regency or city of birth' },
            hint: {
              id: 'Ini yang tertulis pada akta. Lahir di daerah lain? Tulis daerah itu; dilaporkan tetap di sini, di tempat tinggal orang tua.',
              en: 'This is what the certificate says. Born in another region? Write that one; it is still reported here, where the parents live.',
            },
          },
          {
            id: 'birthCountry',
            kind: 'text',
            max: 60,
            when: 'answers.birthCase == "abroad"',
            label: { id: 'Negara tempat lahir', en: 'Country of birth' },
          },
        ],
      },
      {
        when: 'answers.birthCase == "domestic"',
        fields: [
          {
            id: 'facility',
            kind: 'choice',
            prefill: 'fact(known, "noticeFacility")',
            label: { id: 'Tempat bersalin', en: 'Place of delivery' },
            options: [
              { value: 'hospital', label: { id: 'Rumah sakit', en: 'Hospital' } },
              { value: 'health-centre', label: { id: 'Puskesmas atau klinik', en: 'Health centre or clinic' } },
              { value: 'midwife', label: { id: 'Tempat praktik bidan', en: 'Midwife practice' } },
              { value: 'home', label: { id: 'Rumah', en: 'Home' } },
              { value: 'vessel', label: { id: 'Kapal laut atau pesawat', en: 'Ship or aircraft' } },
              { value: 'other', label: { id: 'Lainnya', en: 'Elsewhere' } },
            ],
          },
        ],
      },
      {
        when: 'answers.birthCase != "foundling"',
        fields: [
          {
            id: 'birthKind',
            kind: 'choice',
            prefill: 'fact(known, "noticeBirthKind")',
            label: { id: 'Jenis kelahiran', en: 'Kind of birth' },
            options: [
              { value: 'single', label: { id: 'Tunggal', en: 'Single' } },
              {
                value: 'twin',
                label: { id: 'Kembar dua', en: 'Twins' },
                hint: { id: 'Cukup satu laporan untuk semuanya.', en: 'One report is enough for all.' },
              },
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
    id: 'kembar',
    title: { id: 'Saudara kembarnya', en: 'The other children of this birth' },
    lead: {
      id: 'Setiap anak mendapat NIK dan akta sendiri; kartu keluarga baru memuat semuanya.',
      en: 'Each child gets a NIK and a certificate; one new family card names them all.',
    },
    when: 'answers.birthCase != "foundling" && (answers.birthKind == "twin" || answers.birthKind == "triplet")',
    groups: [
      {
        fields: [
          {
            id: 'siblings',
            kind: 'repeat',
            label: { id: 'Anak sesudah yang pertama', en: 'Children after the first' },
            itemLabel: { id: 'Anak berikutnya', en: 'Next child' },
            minItems: 1,
            maxItems: 5,
            fields: [
              {
                id: 'name',
                kind: 'name',
                max: 120,
                label: { id: 'Nama lengkap', en: 'Full name' },
                checks: [
                  ...nameChecks('row.name'),
                  {
                    holds:
                      'row.name != answers.childName && answers.siblings.filter(other, other.name == row.name).size() == 1',
                    say: { id: 'Setiap anak punya nama sendiri.', en: 'Each child has a name of its own.' },
                  },
                ],
              },
              { id: 'sex', kind: 'choice', label: { id: 'Jenis kelamin', en: 'Sex' }, options: sexes },
              {
                id: 'time',
                kind: 'time',
                required: 'false',
                label: { id: 'Jam lahir', en: 'Time of birth' },
              },
              {
                id: 'bornOn',
                kind: 'date',
                required: 'false',
                label: { id: 'Tanggal lahir, bila lewat tengah malam', en: 'Date of birth, if after midnight' },
                checks: [
                  {
                    holds: 'row.bornOn == answers.birthOn || row.bornOn == addDays(answers.birthOn, 1)',
                    say: {
                      id: 'Anak kembar lahir pada hari yang sama atau hari berikutnya.',
                      en: 'Twins are born on the same day or the next.',
                    },
                  },
                ],
              },
              {
                id: 'weight',
                kind: 'number',
                min: 0.3,
                max: 8,
                required: 'false',
                label: { id: 'Berat lahir', en: 'Weight at birth' },
                unit: { id: 'kg', en: 'kg' },
              },
            ],
            checks: [
              {
                holds: 'answers.birthKind != "twin" || answers.siblings.size() == 1',
                say: {
                  id: 'Kembar dua: tulis satu anak lagi di sini. Lebih? Pilih kembar tiga pada halaman sebelumnya.',
                  en: 'Twins: write one more child here. More? Choose triplets on the page before.',
                },
              },
              {
                holds: 'answers.birthKind != "triplet" || answers.siblings.size() >= 2',
                say: {
                  id: 'Kembar tiga atau lebih: tulis setiap anak sesudah yang pertama.',
                  en: 'Triplets or more: write each child after the first.',
                },
              },
            ],
          },
        ],
      },
    ],
  },
]
