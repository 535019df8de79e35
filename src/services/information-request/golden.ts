import type { ServiceInput } from '#modules/services/index.ts'

type Examples = NonNullable<ServiceInput['golden']>

const citizen = {
  personId: 'p-1',
  fullName: 'Tiurma Sinaga',
  nik: '9901015912920001',
  birthOn: '1992-12-19',
  citizenship: 'WNI',
  villageCode: '99.01.01.1001',
  street: 'Jalan Melati 3',
  rt: '004',
  rw: '001',
  phone: '081234567890',
  email: 'tiurma@contoh.example',
}
const question = {
  applicantKind: 'individual',
  request: 'Realisasi anggaran perbaikan jalan di Kecamatan Mekarsari tahun 2025, menurut ruas jalan.',
  topic: 'budget',
  period: '2025',
  purpose: 'Bahan musyawarah perencanaan desa.',
  formats: ['data'],
  delivery: 'account',
  fairUse: true,
}
const pages = ['pemohon', 'informasi', 'bentuk']
/** Friday 20 November 2026, 09.14: the tenth working day after it is Friday 4 December. */
const friday = {
  today: '2026-11-20',
  submittedAt: '2026-11-20T09:14:00+07:00',
  promisedAt: '2026-12-04T16:00:00+07:00',
}
const given = {
  verb: 'propose-answer',
  findings: {
    holding: 'held',
    scope: 'full',
    answerText: 'Realisasi menurut ruas jalan ada pada lembar kerja terlampir.',
  },
}
const keptBack = {
  verb: 'propose-answer',
  findings: {
    holding: 'held',
    scope: 'exempt',
    answerText: 'Dokumen ini memuat catatan kesehatan seseorang.',
    keptBack: 'Seluruh catatan kesehatan',
    harm: 'Riwayat penyakit seseorang terbuka tanpa izinnya.',
    publicInterest: 'Angka kesakitan sudah diumumkan tanpa nama, sehingga kepentingan umum terpenuhi.',
  },
}
const extension = { verb: 'extend', findings: { extensionReason: 'Dokumennya tersebar di delapan kantor kecamatan.' } }

/** A request as it is written on that Friday, and one that is sent. */
const asked = { today: friday.today, known: citizen, pages }
const sent = { ...asked, ...friday, answers: question, refused: [] }
const keepsItBack = ['register', 'gathered', keptBack, 'refuse']

export const informationExamples: Examples = [
  {
    name: 'a question about the budget is answered within ten working days, free of charge',
    source: 'UU 14/2008 pasal 21 dan 22 ayat (7)',
    ...sent,
    fee: 0,
    path: ['register', 'gathered', given, 'answer'],
    endsIn: 'answered',
    result: 'granted',
  },
  {
    name: 'the answer is put off once with a written reason, then given',
    source: 'UU 14/2008 pasal 22 ayat (8)',
    ...sent,
    fee: 0,
    path: ['register', extension, 'gathered', given, 'answer'],
    endsIn: 'answered',
    result: 'granted',
  },
  {
    name: 'a legal body shows its approval instead, and Christmas does not count',
    source: 'UU 14/2008 pasal 1 angka 12; 15 to 18, 21 to 23, 28 to 30 December are the ten working days',
    today: '2026-12-14',
    submittedAt: '2026-12-14T10:00:00+07:00',
    promisedAt: '2026-12-30T16:00:00+07:00',
    known: citizen,
    answers: {
      ...question,
      applicantKind: 'legal-body',
      bodyName: 'Perkumpulan Jalan Baik',
      deed: ['file-1'],
      formats: ['pdf', 'paper'],
      delivery: 'post',
      postAddress: { street: 'Jalan Melati 3', rt: '004', rw: '001', area: '99.01.01.1001' },
    },
    pages,
    refused: [],
    fee: 0,
    path: ['register', 'gathered', given, 'answer'],
    endsIn: 'answered',
    result: 'granted',
  },
  {
    name: 'a group without its power of attorney, and paper on a web page, are refused at their fields',
    source: 'UU 14/2008 pasal 4 dan 22 ayat (2)',
    ...asked,
    answers: { ...question, applicantKind: 'group', bodyName: 'Warga RW 01', formats: ['paper'] },
    refused: ['groupMandate', 'delivery'],
  },
  {
    name: 'kept back with its ground, and the superior orders it opened',
    source: 'UU 14/2008 pasal 17 huruf h, 35 dan 36',
    ...sent,
    path: [
      ...keepsItBack,
      'object',
      'grant-objection',
      { verb: 'comply', findings: { compliedAnswer: 'Data tanpa nama kami serahkan sebagai lembar kerja.' } },
    ],
    endsIn: 'complied',
    result: 'granted',
  },
  {
    name: 'kept back, the objection refused, and the commission agrees with the agency',
    source: 'UU 14/2008 pasal 36 sampai 39',
    ...sent,
    path: [...keepsItBack, 'object', 'refuse-objection', 'open-dispute', 'record-loss'],
    endsIn: 'dispute-lost',
    result: 'refused',
  },
  {
    name: 'no answer in time: the objection is not answered either, the commission orders it opened',
    source: 'UU 14/2008 pasal 35 ayat (1) huruf c, 37 ayat (2)',
    ...sent,
    path: [
      'register',
      'pass-deadline',
      'object',
      'leave-unanswered',
      'open-dispute',
      { verb: 'obey-ruling', findings: { rulingNumber: '012/VII/KI-NK-PS-A/2027' } },
      { verb: 'comply', findings: { compliedAnswer: 'Sesuai putusan, dokumennya kami serahkan.' } },
    ],
    endsIn: 'complied',
    result: 'granted',
  },
  {
    name: 'late, but answered without waiting for an objection',
    source: 'UU 14/2008 pasal 22 dan 35 ayat (1) huruf g',
    ...sent,
    path: [
      'register',
      'gathered',
      'pass-deadline',
      { verb: 'answer-late', findings: { lateAnswer: 'Datanya kami lampirkan pada surat ini.' } },
    ],
    endsIn: 'answered',
    result: 'granted',
  },
  {
    name: 'sent back, and not completed within ten working days: lapsed',
    source: 'Standar layanan informasi PPID, Perki 1/2021',
    ...sent,
    path: ['send-back', 'lapse'],
    endsIn: 'lapsed',
    result: 'lapsed',
  },
  {
    name: 'a wrong figure in the answer is corrected, and the earlier letter replaced',
    source: 'UU 14/2008 pasal 7 ayat (2): informasi yang akurat, benar, dan tidak menyesatkan',
    ...sent,
    path: [
      'register',
      'gathered',
      given,
      'answer',
      { verb: 'begin-correction', findings: { correctionText: 'Jumlah ruas jalan Cempaka seharusnya Rp 1,2 miliar.' } },
      'sign-correction',
    ],
    endsIn: 'answered',
    result: 'granted',
  },
  {
    name: 'a foreigner has no right under this law, and is told where he may ask',
    source: 'UU 14/2008 pasal 1 angka 12',
    today: '2026-11-20',
    known: { ...citizen, citizenship: 'WNA' },
    answers: question,
    pages,
    refused: [],
    ineligible: [1],
  },
]
