import type { ServiceInput } from '#modules/services/index.ts'
import { taxedObjects } from '../rows/tax-objects.ts'
import { phone, truth } from '../rows/tax-standard.ts'

type Pages = ServiceInput['form']['pages']

const isFirm = 'answers.taxpayerKind == "firm"'

/** Who pays, what is run, and where letters go. */
export const registrationPages: Pages = [
  {
    id: 'wajib-pajak',
    title: { id: 'Wajib pajak', en: 'Taxpayer' },
    lead: {
      id: 'Satu orang atau satu badan usaha mempunyai satu NPWPD untuk semua pajak daerah.',
      en: 'A person or a firm has one number (NPWPD) for all taxes of the region.',
    },
    groups: [
      {
        fields: [
          {
            id: 'taxpayerKind',
            kind: 'choice',
            label: { id: 'Siapa yang didaftarkan', en: 'Who is registered' },
            options: [
              { value: 'person', label: { id: 'Saya sendiri (orang pribadi)', en: 'Myself (a person)' } },
              { value: 'firm', label: { id: 'Badan usaha yang saya pimpin', en: 'A firm that I lead' } },
            ],
            checks: [
              {
                holds: 'answers.taxpayerKind != "person" || fact(known, "npwpd") == ""',
                say: {
                  id: 'Anda sudah terdaftar. NPWPD Anda tertulis di halaman pajak; untuk objek baru atau data baru pakailah layanan Perubahan dan penutupan wajib pajak.',
                  en: 'You are registered already. For a new object or new data use the service for changes of a taxpayer.',
                },
                basis: 'PP 35/2023 (satu NPWPD untuk satu wajib pajak)',
              },
            ],
          },
          {
            id: 'fullName',
            kind: 'name',
            fixed: true,
            prefill: 'fact(known, "fullName")',
            label: { id: 'Nama pemohon', en: 'Name of the applicant' },
          },
          {
            id: 'nik',
            kind: 'nik',
            fixed: true,
            sensitive: true,
            prefill: 'fact(known, "nik")',
            label: { id: 'NIK pemohon', en: 'NIK of the applicant' },
          },
          {
            id: 'firmName',
            kind: 'text',
            min: 3,
            max: 150,
            when: isFirm,
            label: { id: 'Nama badan usaha', en: 'Name of the firm' },
            hint: { id: 'Misalnya CV Rasa Kita, seperti pada NIB.', en: 'Such as CV Rasa Kita, as in the NIB.' },
          },
          {
            id: 'nib',
            kind: 'nib',
            when: isFirm,
            label: { id: 'Nomor induk berusaha (NIB)', en: 'Business number (NIB)' },
            checks: [
              {
                holds: 'fact(known, "nibNpwpd") == ""',
                say: {
                  id: 'Badan usaha dengan NIB ini sudah mempunyai NPWPD. Penanggung jawabnya dapat menambah objek lewat layanan Perubahan dan penutupan wajib pajak.',
                  en: 'A firm with this NIB has an NPWPD already. Whoever answers for it can add objects by the service for changes.',
                },
                basis: 'PP 35/2023 (satu NPWPD untuk satu wajib pajak)',
              },
            ],
          },
          {
            id: 'npwp',
            kind: 'text',
            max: 30,
            when: isFirm,
            required: 'false',
            label: { id: 'NPWP badan usaha, bila ada', en: 'National tax number (NPWP), if any' },
            checks: [
              {
                holds: 'answers.npwp == "" || fits(answers.npwp, "9999999999999990")',
                say: {
                  id: 'NPWP terdiri atas enam belas angka, yang lama lima belas, tanpa titik.',
                  en: 'An NPWP has sixteen digits, older ones fifteen, without dots.',
                },
                basis: 'PMK 112/2022',
              },
            ],
          },
          {
            id: 'companyDeed',
            kind: 'file',
            when: isFirm,
            document: 'company-deed',
            label: { id: 'Akta pendirian dan perubahan terakhir', en: 'Deed of establishment and its last change' },
          },
        ],
      },
    ],
  },
  {
    id: 'objek',
    title: { id: 'Objek pajak', en: 'What is taxed' },
    lead: {
      id: 'Tanah dan bangunan didaftarkan lewat layanan Objek PBB.',
      en: 'Land and buildings are registered by the service for land (PBB).',
    },
    groups: [{ fields: taxedObjects({ minItems: 1 }) }],
  },
  {
    id: 'alamat',
    title: { id: 'Alamat dan pernyataan', en: 'Address and statement' },
    groups: [
      {
        fields: [
          {
            id: 'mailAddress',
            kind: 'address',
            prefill:
              '{"street": fact(known, "street"), "rt": fact(known, "rt"), "rw": fact(known, "rw"), "area": fact(known, "villageCode")}',
            label: { id: 'Alamat wajib pajak', en: 'Address of the taxpayer' },
            hint: { id: 'Ketetapan dan surat dikirim ke sini.', en: 'Assessments and letters go here.' },
          },
          phone,
          {
            id: 'email',
            kind: 'email',
            required: 'false',
            prefill: 'fact(known, "email")',
            label: { id: 'Surel', en: 'E-mail' },
          },
          truth,
        ],
      },
    ],
  },
]
