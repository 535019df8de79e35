import type { ServiceInput } from '#modules/services/index.ts'

type Pages = ServiceInput['form']['pages']

const rowOfLaw =
  'list(known, "risks").filter(r, r.kbli == answers.kbli && r.scale == answers.scale && answers.area > double(r.above) && answers.area <= double(r.upTo))'

/** The business, its place, and what it declares; the risk comes from the rows of law. */
export const certificatePages: Pages = [
  {
    id: 'usaha',
    title: { id: 'Usaha', en: 'Business' },
    lead: {
      id: 'Tingkat risiko dibaca dari lampiran peraturan menurut KBLI, skala dan luas. Kami tidak menambah persyaratan apa pun.',
      en: 'The level of risk is read from the annex of the regulation by KBLI, scale and area. We add no requirement of our own.',
    },
    groups: [
      {
        fields: [
          { id: 'nib', kind: 'nib', label: { id: 'NIB', en: 'NIB' } },
          {
            id: 'businessName',
            kind: 'text',
            max: 100,
            label: { id: 'Nama usaha', en: 'Name of the business' },
          },
          {
            id: 'kbli',
            kind: 'text',
            max: 5,
            label: { id: 'Kode KBLI', en: 'KBLI code' },
            hint: {
              id: 'Lima angka pada lampiran NIB, misalnya 56101 untuk restoran.',
              en: 'Five digits in the annex of the NIB, for instance 56101 for a restaurant.',
            },
            checks: [
              {
                holds: 'fits(answers.kbli, "99999")',
                say: { id: 'Kode KBLI terdiri atas lima angka.', en: 'A KBLI code has five digits.' },
                basis: 'Peraturan BPS tentang KBLI',
              },
              {
                holds: 'list(known, "risks").exists(r, r.kbli == answers.kbli)',
                say: {
                  id: 'KBLI ini belum ada pada lampiran yang kami muat. Hubungi DPMPTSP.',
                  en: 'This KBLI is not in the annex that we have loaded. Talk to DPMPTSP.',
                },
                basis: 'PP 28/2025 Lampiran I',
              },
            ],
          },
          {
            id: 'scale',
            kind: 'choice',
            label: { id: 'Skala usaha', en: 'Scale of the business' },
            hint: {
              id: 'Menurut modal usaha di luar tanah dan bangunan.',
              en: 'By capital without land and buildings.',
            },
            options: [
              { value: 'micro', label: { id: 'Mikro', en: 'Micro' } },
              { value: 'small', label: { id: 'Kecil', en: 'Small' } },
              { value: 'medium', label: { id: 'Menengah', en: 'Medium' } },
              { value: 'large', label: { id: 'Besar', en: 'Large' } },
            ],
          },
          {
            id: 'capital',
            kind: 'money',
            min: 0,
            max: 1000000000000,
            label: { id: 'Modal usaha', en: 'Capital of the business' },
          },
          {
            id: 'area',
            kind: 'number',
            measure: 'm2',
            min: 1,
            max: 100000,
            decimals: 2,
            unit: { id: 'm²', en: 'm²' },
            label: { id: 'Luas tempat usaha', en: 'Floor area of the business' },
          },
          {
            id: 'risk',
            kind: 'computed',
            gives: 'text',
            value: `string(${rowOfLaw}[0].level)`,
            label: { id: 'Tingkat risiko', en: 'Level of risk' },
            checks: [
              {
                holds: 'answers.risk != "tinggi"',
                say: {
                  id: 'Usaha ini berisiko tinggi dan memerlukan izin, bukan sertifikat standar. Ajukan layanan izin usaha.',
                  en: 'This business is of high risk and needs a licence, not a standard certificate. Apply for the licence.',
                },
                basis: 'PP 28/2025 (usaha berisiko tinggi memerlukan izin)',
              },
            ],
          },
        ],
      },
    ],
  },
  {
    id: 'tempat',
    title: { id: 'Tempat usaha', en: 'Place of business' },
    groups: [
      {
        fields: [
          { id: 'businessAddress', kind: 'address', label: { id: 'Alamat', en: 'Address' } },
          { id: 'location', kind: 'map-point', label: { id: 'Titik di peta', en: 'Point on the map' } },
          {
            id: 'openedOn',
            kind: 'date',
            future: true,
            label: { id: 'Mulai beroperasi', en: 'First day of business' },
          },
          {
            id: 'openDays',
            kind: 'multi',
            label: { id: 'Hari buka', en: 'Days of business' },
            options: [
              { value: 'weekdays', label: { id: 'Senin sampai Jumat', en: 'Monday to Friday' } },
              { value: 'saturday', label: { id: 'Sabtu', en: 'Saturday' } },
              { value: 'sunday', label: { id: 'Minggu', en: 'Sunday' } },
            ],
          },
          {
            id: 'placePhoto',
            kind: 'photo',
            document: 'site-photo',
            label: { id: 'Foto tempat usaha', en: 'Photo of the place' },
          },
        ],
      },
    ],
  },
  {
    id: 'standar',
    title: { id: 'Standar usaha', en: 'Business standard' },
    groups: [
      {
        fields: [
          {
            id: 'applicantName',
            kind: 'name',
            fixed: true,
            prefill: 'fact(known, "applicantName")',
            label: { id: 'Penanggung jawab', en: 'Responsible person' },
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
            prefill: 'fact(known, "email")',
            label: { id: 'Alamat surel', en: 'E-mail address' },
          },
          {
            id: 'standardProof',
            kind: 'choice',
            when: 'answers.risk == "menengah tinggi"',
            label: { id: 'Bukti pemenuhan standar', en: 'Proof of meeting the standard' },
            options: [
              {
                value: 'certificate',
                label: {
                  id: 'Sertifikat atau laporan uji yang sudah ada',
                  en: 'A certificate or test report that exists',
                },
              },
              {
                value: 'self-check',
                label: { id: 'Daftar periksa mandiri', en: 'A checklist filled in by myself' },
                hint: { id: 'Dicocokkan saat pemeriksaan tempat usaha.', en: 'Compared at the inspection.' },
              },
            ],
          },
          {
            id: 'standardFile',
            kind: 'file',
            when: 'answers.risk == "menengah tinggi" && answers.standardProof == "certificate"',
            label: { id: 'Sertifikat atau laporan uji', en: 'Certificate or test report' },
          },
          {
            id: 'selfCheck',
            kind: 'statement',
            when: 'answers.risk == "menengah tinggi" && answers.standardProof != "certificate"',
            label: {
              id: 'Saya sudah memeriksa setiap butir standar usaha ini dan semuanya terpenuhi.',
              en: 'I have gone through every item of this business standard, and all are met.',
            },
          },
          {
            id: 'declaration',
            kind: 'statement',
            label: {
              id: 'Saya menyatakan usaha ini memenuhi standar dan bersedia diperiksa serta dikenai sanksi bila tidak benar.',
              en: 'I declare that this business meets the standard, and accept inspection, and sanctions if it does not.',
            },
          },
          {
            id: 'sharing',
            kind: 'consent',
            purpose: {
              id: 'Data dipakai untuk verifikasi dan pengawasan usaha oleh DPMPTSP dan dinas pembina sektor.',
              en: 'Data are used for verification and supervision by DPMPTSP and the office of the sector.',
            },
            label: {
              id: 'Saya setuju data ini dipakai untuk verifikasi dan pengawasan.',
              en: 'I agree that these data are used for verification and supervision.',
            },
          },
        ],
      },
    ],
  },
]
