import type { ServiceInput } from '#modules/services/index.ts'

type Pages = ServiceInput['form']['pages']
type Fields = Pages[number]['groups'][number]['fields']

const band = (kind: string, value: string) =>
  `int(list(known, "points").filter(p, p.kind == "${kind}" && double(${value}) >= double(p.from) && double(${value}) < double(p.upTo))[0].points)`

/** Points are computed before everybody's eyes: who applies sees them while he answers. */
const points = (id: string, value: string, titleId: string, titleEn: string): Fields[number] => ({
  id,
  kind: 'computed',
  gives: 'number',
  value,
  label: { id: titleId, en: titleEn },
})

/** Who studies where, and what is ranked: income, achievement, distance. */
export const scholarshipPages: Pages = [
  {
    id: 'pelajar',
    title: { id: 'Pelajar', en: 'Student' },
    groups: [
      {
        fields: [
          {
            id: 'studentName',
            kind: 'name',
            fixed: true,
            prefill: 'fact(known, "applicantName")',
            label: { id: 'Nama', en: 'Name' },
          },
          {
            id: 'phone',
            kind: 'phone',
            prefill: 'fact(known, "phone")',
            label: { id: 'Nomor ponsel', en: 'Mobile number' },
          },
          {
            id: 'email',
            kind: 'email',
            required: 'false',
            prefill: 'fact(known, "email")',
            label: { id: 'Alamat surel', en: 'E-mail address' },
          },
          {
            id: 'level',
            kind: 'choice',
            label: { id: 'Jenjang', en: 'Level' },
            options: [
              { value: 'secondary', label: { id: 'SMA, SMK atau MA', en: 'Secondary school' } },
              { value: 'diploma', label: { id: 'Diploma', en: 'Diploma' } },
              { value: 'bachelor', label: { id: 'Sarjana', en: 'Bachelor' } },
            ],
          },
          { id: 'school', kind: 'text', max: 100, label: { id: 'Sekolah atau kampus', en: 'School or university' } },
          {
            id: 'studentNumber',
            kind: 'text',
            max: 20,
            label: { id: 'NISN atau nomor induk mahasiswa', en: 'Student number' },
          },
          {
            id: 'reportCard',
            kind: 'file',
            document: 'report-card',
            label: { id: 'Rapor atau transkrip terakhir', en: 'Latest report or transcript' },
          },
          {
            id: 'distance',
            kind: 'number',
            decimals: 1,
            min: 0,
            max: 2000,
            unit: { id: 'km', en: 'km' },
            label: { id: 'Jarak rumah ke sekolah atau kampus', en: 'Distance from home to school' },
          },
          points('distancePoints', band('distance', 'answers.distance'), 'Nilai jarak', 'Points for distance'),
        ],
      },
    ],
  },
  {
    id: 'keluarga',
    title: { id: 'Keluarga', en: 'Family' },
    groups: [
      {
        fields: [
          {
            id: 'income',
            kind: 'money',
            min: 0,
            max: 100000000,
            label: { id: 'Penghasilan orang tua sebulan', en: 'Monthly income of the parents' },
            hint: {
              id: 'Ayah dan ibu bersama, rata-rata {rule:education.scholarship.income-months} terakhir.',
              en: 'Both together, mean of the last {rule:education.scholarship.income-months}.',
            },
          },
          points('incomePoints', band('income', 'answers.income'), 'Nilai penghasilan', 'Points for income'),
          {
            id: 'incomeProof',
            kind: 'choice',
            label: { id: 'Bukti penghasilan', en: 'Proof of income' },
            options: [
              { value: 'letter', label: { id: 'Slip gaji atau surat keterangan', en: 'Pay slip or income statement' } },
              {
                value: 'statement',
                label: { id: 'Pernyataan orang tua (SPTJM)', en: 'Statement of the parents (SPTJM)' },
                hint: { id: 'Untuk penghasilan tidak tetap.', en: 'For incomes that vary.' },
              },
            ],
          },
          {
            id: 'incomeLetter',
            kind: 'file',
            document: 'income-letter',
            when: 'answers.incomeProof == "letter"',
            label: { id: 'Slip gaji atau surat keterangan', en: 'Pay slip or income statement' },
          },
          {
            id: 'incomeStatement',
            kind: 'statement',
            when: 'answers.incomeProof != "letter"',
            label: {
              id: 'Kami menyatakan penghasilan ini benar dan mengembalikan beasiswa bila tidak benar.',
              en: 'We state that this income is true and will pay the scholarship back if it is not.',
            },
          },
          {
            id: 'siblings',
            kind: 'repeat',
            required: 'false',
            minItems: 0,
            maxItems: 10,
            itemLabel: { id: 'Saudara', en: 'Sibling' },
            label: { id: 'Saudara yang masih bersekolah', en: 'Siblings at school' },
            fields: [
              { id: 'siblingName', kind: 'name', label: { id: 'Nama', en: 'Name' } },
              { id: 'siblingSchool', kind: 'text', max: 100, label: { id: 'Sekolah', en: 'School' } },
            ],
          },
        ],
      },
    ],
  },
  {
    id: 'prestasi',
    title: { id: 'Prestasi', en: 'Achievement' },
    groups: [
      {
        fields: [
          {
            id: 'achievement',
            kind: 'choice',
            label: {
              id: 'Prestasi tertinggi dalam {rule:education.scholarship.achievement-years} terakhir',
              en: 'Highest achievement of the last {rule:education.scholarship.achievement-years}',
            },
            options: [
              { value: 'international', label: { id: 'Juara internasional', en: 'International prize' } },
              { value: 'national', label: { id: 'Juara nasional', en: 'National prize' } },
              { value: 'provincial', label: { id: 'Juara provinsi', en: 'Prize of the province' } },
              { value: 'regency', label: { id: 'Juara kabupaten', en: 'Prize of the regency' } },
              { value: 'none', label: { id: 'Belum ada', en: 'None yet' } },
            ],
          },
          points(
            'achievementPoints',
            'int(list(known, "points").filter(p, p.kind == "achievement" && p.key == answers.achievement)[0].points)',
            'Nilai prestasi',
            'Points for achievement',
          ),
          {
            id: 'achievementProof',
            kind: 'file',
            when: 'answers.achievement != "none"',
            label: { id: 'Piagam', en: 'Certificate of the prize' },
          },
        ],
      },
      {
        title: { id: 'Pernyataan', en: 'Declaration' },
        fields: [
          {
            id: 'truth',
            kind: 'statement',
            label: {
              id: 'Saya menyatakan isian ini benar dan tidak menerima beasiswa lain dari anggaran negara.',
              en: 'I declare that these answers are true and that I hold no other scholarship from public funds.',
            },
          },
          {
            id: 'publication',
            kind: 'consent',
            purpose: {
              id: 'Daftar peringkat diumumkan dengan nama disamarkan dan nomor berkas, supaya semua dapat memeriksanya.',
              en: 'The ranking is published with masked names and file numbers, so that everybody can check it.',
            },
            label: {
              id: 'Saya setuju peringkat saya diumumkan dengan nama disamarkan.',
              en: 'I agree that my rank is published with a masked name.',
            },
          },
        ],
      },
    ],
  },
]
