import type { ServiceInput } from '#modules/services/index.ts'

type Pages = ServiceInput['form']['pages']

/** Who asks: the law wants to know, and asks for no more. @basis UU 14/2008 pasal 4 dan 22 ayat (2) */
export const applicantPages: Pages = [
  {
    id: 'pemohon',
    title: { id: 'Pemohon', en: 'The applicant' },
    lead: {
      id: 'Nama dan NIK Anda sudah ada pada kami. Undang-undang meminta identitas pemohon; permohonan tanpa nama tidak dapat dijawab.',
      en: 'We already have your name and NIK. The law asks who the applicant is; a request without a name cannot be answered.',
    },
    groups: [
      {
        fields: [
          {
            id: 'applicantKind',
            kind: 'choice',
            label: { id: 'Anda bertanya sebagai', en: 'You ask as' },
            options: [
              { value: 'individual', label: { id: 'Perseorangan', en: 'An individual' } },
              { value: 'group', label: { id: 'Wakil kelompok orang', en: 'On behalf of a group of people' } },
              { value: 'legal-body', label: { id: 'Wakil badan hukum', en: 'On behalf of a legal body' } },
            ],
          },
          {
            id: 'bodyName',
            kind: 'text',
            max: 120,
            when: 'answers.applicantKind != "individual"',
            label: { id: 'Nama kelompok atau badan hukum', en: 'Name of the group or legal body' },
          },
          {
            id: 'deed',
            kind: 'file',
            document: 'company-deed',
            when: 'answers.applicantKind == "legal-body"',
            label: { id: 'Pengesahan badan hukum', en: 'Approval of the legal body' },
          },
          {
            id: 'groupMandate',
            kind: 'file',
            document: 'power-of-attorney',
            when: 'answers.applicantKind == "group"',
            label: { id: 'Surat kuasa dari anggota kelompok', en: 'Power of attorney of the group' },
          },
          {
            id: 'phone',
            kind: 'phone',
            prefill: 'fact(known, "phone")',
            label: { id: 'Nomor ponsel', en: 'Mobile number' },
          },
        ],
      },
    ],
  },
]

/** What is asked, in the applicant's own words. */
export const requestPages: Pages = [
  {
    id: 'informasi',
    title: { id: 'Informasi yang diminta', en: 'The information you ask for' },
    groups: [
      {
        fields: [
          {
            id: 'request',
            kind: 'long-text',
            min: 20,
            max: 2000,
            label: { id: 'Informasi apa yang Anda minta?', en: 'What information do you ask for?' },
            hint: {
              id: 'Sebut dokumen atau datanya sejelas mungkin. Misalnya: realisasi anggaran perbaikan jalan kecamatan Mekarsari tahun 2025.',
              en: 'Name the document or data as clearly as you can. Such as: spending on road repair in Mekarsari in 2025.',
            },
          },
          {
            id: 'topic',
            kind: 'choice',
            label: { id: 'Tentang', en: 'About' },
            options: [
              { value: 'budget', label: { id: 'Anggaran dan keuangan', en: 'Budget and finance' } },
              { value: 'procurement', label: { id: 'Pengadaan dan kontrak', en: 'Procurement and contracts' } },
              { value: 'permits', label: { id: 'Perizinan dan tata ruang', en: 'Permits and land use' } },
              { value: 'services', label: { id: 'Pelayanan publik', en: 'Public services' } },
              { value: 'policy', label: { id: 'Peraturan dan kebijakan', en: 'Rules and policy' } },
              { value: 'other', label: { id: 'Lainnya', en: 'Something else' } },
            ],
          },
          {
            id: 'period',
            kind: 'text',
            max: 60,
            required: 'false',
            label: { id: 'Tahun atau waktunya', en: 'Year or period' },
          },
          {
            id: 'purpose',
            kind: 'long-text',
            min: 10,
            max: 500,
            label: { id: 'Untuk apa informasi ini?', en: 'What is the information for?' },
            hint: {
              id: 'Cukup satu kalimat. Tujuan Anda bukan alasan untuk menolak.',
              en: 'One sentence is enough. Your purpose is no ground for a refusal.',
            },
          },
        ],
      },
    ],
  },
  {
    id: 'bentuk',
    title: { id: 'Bentuk dan cara menerima', en: 'Form and way of receiving' },
    groups: [
      {
        fields: [
          {
            id: 'formats',
            kind: 'multi',
            min: 1,
            label: { id: 'Bentuk informasi', en: 'Form of the information' },
            options: [
              { value: 'pdf', label: { id: 'Salinan dokumen (PDF)', en: 'Copy of the document (PDF)' } },
              {
                value: 'data',
                label: { id: 'Data yang dapat diolah (lembar kerja)', en: 'Data to work with (spreadsheet)' },
              },
              { value: 'paper', label: { id: 'Salinan kertas', en: 'Copy on paper' } },
              { value: 'look', label: { id: 'Melihat di tempat', en: 'Look at it on the spot' } },
            ],
          },
          {
            id: 'delivery',
            kind: 'choice',
            label: { id: 'Cara menerima', en: 'Way of receiving' },
            options: [
              { value: 'account', label: { id: 'Di halaman berkas ini', en: 'On the page of this file' } },
              { value: 'email', label: { id: 'Surel', en: 'E-mail' } },
              { value: 'post', label: { id: 'Pos, ongkos kirim Anda tanggung', en: 'Post, at your cost' } },
              { value: 'counter', label: { id: 'Di meja layanan informasi', en: 'At the information desk' } },
            ],
            checks: [
              {
                holds: 'answers.delivery != "account" || answers.formats.exists(one, one == "pdf" || one == "data")',
                say: {
                  id: 'Salinan kertas dan melihat di tempat tidak dapat lewat halaman berkas. Pilih pos atau meja layanan.',
                  en: 'Paper and a look on the spot cannot come through the page. Choose post or the information desk.',
                },
              },
            ],
          },
          {
            id: 'email',
            kind: 'email',
            when: 'answers.delivery == "email"',
            prefill: 'fact(known, "email")',
            label: { id: 'Alamat surel', en: 'E-mail address' },
          },
          {
            id: 'postAddress',
            kind: 'address',
            when: 'answers.delivery == "post"',
            prefill:
              '{"street": fact(known, "street"), "rt": fact(known, "rt"), "rw": fact(known, "rw"), "area": fact(known, "villageCode")}',
            label: { id: 'Alamat pengiriman', en: 'Postal address' },
          },
        ],
      },
      {
        title: { id: 'Pernyataan', en: 'Statements' },
        fields: [
          {
            id: 'fairUse',
            kind: 'statement',
            label: {
              id: 'Saya memakai informasi ini sesuai peraturan dan menyebut sumbernya bila menerbitkannya.',
              en: 'I use this information as the law says and name its source when I publish it.',
            },
          },
          {
            id: 'publishAnswer',
            kind: 'consent',
            required: 'false',
            purpose: {
              id: 'Pertanyaan dan jawaban dimuat di daftar informasi tanpa nama Anda, agar orang lain tidak perlu bertanya lagi.',
              en: 'Question and answer stand in the public list without your name, so that others need not ask again.',
            },
            label: {
              id: 'Pertanyaan dan jawabannya boleh diumumkan tanpa identitas saya.',
              en: 'Question and answer may be published without my identity.',
            },
          },
        ],
      },
    ],
  },
]
