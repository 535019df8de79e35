import type { ServiceInput } from '#modules/services/index.ts'

type Pages = ServiceInput['form']['pages']

/** What is studied, where, when, with what. */
export const researchPages: Pages = [
  {
    id: 'penelitian',
    title: { id: 'Penelitian', en: 'The research' },
    groups: [
      {
        fields: [
          {
            id: 'purpose',
            kind: 'choice',
            label: { id: 'Penelitian ini untuk', en: 'This research is for' },
            options: [
              { value: 'science', label: { id: 'Ilmu pengetahuan', en: 'Science' } },
              { value: 'policy', label: { id: 'Kebijakan atau program', en: 'Policy or programmes' } },
              { value: 'business', label: { id: 'Usaha atau pasar', en: 'Business or market' } },
              {
                value: 'thesis',
                label: { id: 'Tugas akhir: skripsi, tesis, disertasi', en: 'Thesis or dissertation' },
              },
              {
                value: 'state-funded',
                label: {
                  id: 'Tugas instansi pemerintah dari APBN atau APBD',
                  en: 'A government agency, paid by the state budget',
                },
              },
            ],
            checks: [
              {
                holds: 'answers.purpose != "thesis"',
                say: {
                  id: 'Tugas akhir dari sekolah atau perguruan tinggi di dalam negeri tidak memerlukan surat ini. Cukup surat pengantar kampus ke tempat penelitian.',
                  en: 'A thesis of a school or university in Indonesia needs no such letter. A letter of the campus to the place of research is enough.',
                },
                basis: 'Permendagri 3/2018 pasal 5',
              },
              {
                holds: 'answers.purpose != "state-funded"',
                say: {
                  id: 'Penelitian instansi pemerintah yang didanai APBN atau APBD tidak memerlukan surat ini.',
                  en: 'Research of a government agency paid by the state budget needs no such letter.',
                },
                basis: 'Permendagri 3/2018 pasal 5',
              },
            ],
          },
          {
            id: 'title',
            kind: 'text',
            min: 15,
            max: 200,
            label: { id: 'Judul penelitian', en: 'Title of the research' },
            hint: { id: 'Tercetak pada surat seperti Anda tulis.', en: 'Printed on the letter as you write it.' },
          },
          {
            id: 'aim',
            kind: 'long-text',
            min: 40,
            max: 1500,
            label: { id: 'Maksud dan hasil yang diharapkan', en: 'Aim and expected result' },
          },
          {
            id: 'methods',
            kind: 'multi',
            min: 1,
            label: { id: 'Cara mengumpulkan data', en: 'How data are collected' },
            options: [
              { value: 'interview', label: { id: 'Wawancara', en: 'Interviews' } },
              { value: 'survey', label: { id: 'Kuesioner', en: 'Questionnaire' } },
              { value: 'observation', label: { id: 'Pengamatan', en: 'Observation' } },
              { value: 'documents', label: { id: 'Dokumen atau arsip', en: 'Documents or archives' } },
              { value: 'samples', label: { id: 'Pengambilan sampel fisik', en: 'Physical samples' } },
            ],
          },
          {
            id: 'respondents',
            kind: 'number',
            min: 1,
            max: 100000,
            measure: 'person',
            when: '"interview" in answers.methods || "survey" in answers.methods',
            label: { id: 'Perkiraan jumlah narasumber', en: 'Expected number of respondents' },
            unit: { id: 'orang', en: 'persons' },
          },
          {
            id: 'children',
            kind: 'yes-no',
            when: '"interview" in answers.methods || "survey" in answers.methods',
            label: {
              id: 'Apakah narasumbernya termasuk anak di bawah {rule:research-permit.child-age}?',
              en: 'Are children under {rule:research-permit.child-age} of age among the respondents?',
            },
          },
          {
            id: 'places',
            kind: 'text',
            max: 200,
            label: { id: 'Tempat penelitian', en: 'Places of the research' },
            hint: {
              id: 'Nama kecamatan, desa, sekolah atau kantor.',
              en: 'Names of districts, villages, schools or offices.',
            },
          },
          {
            id: 'startOn',
            kind: 'date',
            future: true,
            label: { id: 'Mulai', en: 'Begins on' },
            checks: [
              {
                holds: 'daysBetween(today, answers.startOn) >= 0',
                say: {
                  id: 'Penelitian dimulai setelah surat terbit.',
                  en: 'Research begins after the letter is issued.',
                },
                basis: 'Permendagri 3/2018 pasal 2',
              },
            ],
          },
          {
            id: 'endOn',
            kind: 'date',
            future: true,
            label: { id: 'Selesai', en: 'Ends on' },
            checks: [
              {
                holds: 'daysBetween(answers.startOn, answers.endOn) >= 1',
                say: { id: 'Tanggal selesai sesudah tanggal mulai.', en: 'The end comes after the beginning.' },
              },
              {
                holds: 'daysBetween(addMonths(today, int(known.letterMonths)), answers.endOn) <= 0',
                say: {
                  id: 'Surat berlaku paling lama {rule:research-permit.valid-for}. Penelitian yang lebih panjang diperpanjang kemudian.',
                  en: 'The letter holds for at most {rule:research-permit.valid-for}. Longer research is renewed later.',
                },
                basis: 'Permendagri 3/2018',
              },
            ],
          },
        ],
      },
      {
        title: { id: 'Anggota tim', en: 'Members of the team' },
        fields: [
          {
            id: 'team',
            kind: 'repeat',
            required: 'false',
            maxItems: 20,
            label: { id: 'Anggota tim selain Anda', en: 'Members of the team besides you' },
            itemLabel: { id: 'Anggota', en: 'Member' },
            fields: [
              { id: 'name', kind: 'name', label: { id: 'Nama', en: 'Name' } },
              { id: 'nik', kind: 'nik', sensitive: true, label: { id: 'NIK', en: 'NIK' } },
            ],
          },
        ],
      },
    ],
  },
]

/** The papers, and what the researcher promises. */
export const paperPages: Pages = [
  {
    id: 'dokumen',
    title: { id: 'Dokumen dan pernyataan', en: 'Papers and statements' },
    groups: [
      {
        fields: [
          {
            id: 'proposal',
            kind: 'file',
            document: 'research-proposal',
            label: { id: 'Proposal penelitian dalam bahasa Indonesia', en: 'Research proposal in Indonesian' },
            hint: {
              id: 'Memuat latar belakang, maksud, ruang lingkup, waktu, sasaran, metode, lokasi dan hasil yang diharapkan.',
              en: 'With background, aim, scope, time, target, method, place and expected result.',
            },
          },
          {
            id: 'coverLetter',
            kind: 'file',
            document: 'cover-letter',
            when: 'answers.researcherKind != "individual"',
            label: { id: 'Surat permohonan dari pimpinan lembaga', en: 'Letter of the head of the institution' },
          },
          {
            id: 'villageLetter',
            kind: 'file',
            document: 'cover-letter',
            when: 'answers.researcherKind == "individual"',
            label: {
              id: 'Surat permohonan yang diketahui kepala desa atau lurah',
              en: 'Letter with the knowledge of the village head',
            },
          },
          {
            id: 'childEthics',
            kind: 'file',
            document: 'ethics-approval',
            when: 'answers.children == "yes"',
            label: { id: 'Persetujuan etik penelitian dengan anak', en: 'Ethics approval for research with children' },
          },
        ],
      },
      {
        title: { id: 'Pernyataan', en: 'Statements' },
        fields: [
          {
            id: 'obeyLaw',
            kind: 'statement',
            label: {
              id: 'Saya menaati peraturan, tidak menyimpang dari proposal, dan menghormati adat setempat.',
              en: 'I obey the law, keep to the proposal and respect local custom.',
            },
          },
          {
            id: 'validPapers',
            kind: 'statement',
            label: {
              id: 'Dokumen yang saya serahkan sah dan menjadi tanggung jawab saya.',
              en: 'The papers I hand in are valid and my responsibility.',
            },
          },
          {
            id: 'publish',
            kind: 'consent',
            required: 'false',
            purpose: {
              id: 'Daftar penelitian yang terbuka untuk umum, sampai surat berakhir.',
              en: 'The public list of research, until the letter ends.',
            },
            label: {
              id: 'Judul penelitian dan nama lembaga boleh dimuat pada daftar penelitian daerah.',
              en: 'Title and institution may stand in the region’s list of research.',
            },
          },
        ],
      },
    ],
  },
]
