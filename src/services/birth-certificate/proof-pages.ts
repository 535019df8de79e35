import type { ServiceInput } from '#modules/services/index.ts'

type Pages = ServiceInput['form']['pages']

/** The birth letter, or the statement with two witnesses in its place. */
export const proofPages: Pages = [
  {
    id: 'bukti',
    title: { id: 'Bukti kelahiran', en: 'Proof of birth' },
    when: 'answers.birthCase == "domestic"',
    groups: [
      {
        fields: [
          {
            id: 'proof',
            kind: 'choice',
            prefill: 'holds(known, "hasNotice") ? "letter" : ""',
            label: { id: 'Bukti yang Anda punya', en: 'The proof you have' },
            options: [
              {
                value: 'letter',
                label: { id: 'Surat keterangan lahir', en: 'Birth letter' },
                hint: {
                  id: 'Dari rumah sakit, puskesmas, bidan, kepala desa, nakhoda atau kapten pesawat.',
                  en: 'From a hospital, health centre, midwife, village head, or the captain of a ship or aircraft.',
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
    when: 'answers.birthCase == "domestic" && answers.proof != "statement"',
    groups: [
      {
        fields: [
          {
            id: 'birthLetter',
            kind: 'file',
            required: '!holds(known, "hasNotice")',
            label: { id: 'Foto surat keterangan lahir', en: 'Photo of the birth letter' },
            hint: {
              id: 'Tidak perlu bila rumah sakit atau bidan sudah melaporkan kelahirannya kepada kami.',
              en: 'Not needed when the hospital or midwife has reported the birth to us.',
            },
          },
          {
            id: 'letterNumber',
            kind: 'text',
            max: 60,
            required: 'false',
            prefill: 'fact(known, "noticeLetterNumber")',
            label: { id: 'Nomor surat', en: 'Number of the letter' },
          },
        ],
      },
    ],
  },
  {
    id: 'akta-asing',
    title: { id: 'Akta dari negara tempat lahir', en: 'Certificate of the country of birth' },
    lead: {
      id: 'Dilaporkan paling lambat {rule:civil-registration.birth.abroad-report-within} sejak anak kembali ke Indonesia. Hasilnya surat keterangan pelaporan; akta negara itu tetap berlaku.',
      en: 'Reported within {rule:civil-registration.birth.abroad-report-within} of the child’s return to Indonesia. You get a letter of report; the certificate of that country goes on holding.',
    },
    when: 'answers.birthCase == "abroad"',
    groups: [
      {
        fields: [
          {
            id: 'foreignNumber',
            kind: 'text',
            max: 60,
            label: { id: 'Nomor akta kelahiran negara itu', en: 'Number of the foreign certificate' },
          },
          {
            id: 'foreignCertificate',
            kind: 'file',
            label: { id: 'Akta kelahiran dan terjemahannya', en: 'The certificate and its translation' },
            hint: {
              id: 'Terjemahan penerjemah tersumpah, bila tidak berbahasa Inggris.',
              en: 'With a sworn translation, if it is not in English.',
            },
          },
          {
            id: 'embassyLetter',
            kind: 'file',
            required: 'false',
            label: { id: 'Surat dari perwakilan Indonesia', en: 'Letter of the Indonesian mission' },
          },
        ],
      },
    ],
  },
  {
    id: 'penemuan',
    title: { id: 'Bagaimana anak ditemukan', en: 'How the child was found' },
    when: 'answers.birthCase == "foundling"',
    groups: [
      {
        fields: [
          {
            id: 'foundOn',
            kind: 'date',
            label: { id: 'Tanggal ditemukan', en: 'Date when it was found' },
            checks: [
              {
                holds: 'daysBetween(answers.birthOn, answers.foundOn) >= 0',
                say: {
                  id: 'Tanggal ditemukan tidak mendahului tanggal lahir.',
                  en: 'The child cannot have been found before it was born.',
                },
              },
            ],
          },
          {
            id: 'foundWhere',
            kind: 'text',
            max: 120,
            label: { id: 'Tempat ditemukan', en: 'Where it was found' },
          },
          {
            id: 'foundlingProof',
            kind: 'choice',
            label: { id: 'Bukti yang Anda punya', en: 'The proof you have' },
            options: [
              { value: 'police', label: { id: 'Berita acara kepolisian', en: 'Police minutes' } },
              {
                value: 'statement',
                label: { id: 'Belum ada berita acara', en: 'No minutes yet' },
                hint: {
                  id: 'Pernyataan tanggung jawab mutlak (SPTJM) dengan dua saksi.',
                  en: 'A statement of full responsibility (SPTJM) with two witnesses.',
                },
              },
            ],
          },
          {
            id: 'policeMinutes',
            kind: 'file',
            document: 'police-report',
            when: 'answers.foundlingProof != "statement"',
            label: { id: 'Berita acara kepolisian', en: 'Police minutes' },
          },
          {
            id: 'policeNumber',
            kind: 'text',
            max: 60,
            when: 'answers.foundlingProof != "statement"',
            label: { id: 'Nomor berita acara', en: 'Number of the minutes' },
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
    when: 'answers.proof == "statement" || answers.foundlingProof == "statement"',
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
