import type { ServiceInput } from '#modules/services/index.ts'

type Examples = NonNullable<ServiceInput['golden']>

const lecturer = {
  personId: 'p-1',
  fullName: 'Suryo Pranoto',
  nik: '9901011609710001',
  birthOn: '1971-09-16',
  adultAge: 17,
  hasFamily: true,
  villageCode: '99.01.01.1001',
  street: 'Jalan Flamboyan 8',
  rt: '002',
  rw: '001',
  phone: '081234567890',
  email: 'suryo@kampus.example',
  letterMonths: 12,
}
const study = {
  purpose: 'science',
  title: 'Ketahanan pangan rumah tangga nelayan di Lembayung',
  aim: 'Mengetahui cara rumah tangga nelayan menghadapi musim paceklik, sebagai dasar anjuran bagi desa.',
  methods: ['interview', 'observation'],
  respondents: 60,
  children: 'no',
  places: 'Desa di Kecamatan Lembayung',
  startOn: '2026-12-07',
  endOn: '2027-05-31',
}
const promises = { obeyLaw: true, validPapers: true }
const ofUniversity = {
  researcherKind: 'university',
  institution: 'Universitas Arunika',
  ...study,
  proposal: ['file-1'],
  coverLetter: ['file-2'],
  ...promises,
}
const ofIndividual = {
  researcherKind: 'individual',
  ...study,
  proposal: ['file-1'],
  villageLetter: ['file-2'],
  ...promises,
}
const pages = ['peneliti', 'penelitian', 'dokumen']
/** Friday 20 November 2026, 09.14: five working days later is Friday 27 November. */
const friday = {
  today: '2026-11-20',
  submittedAt: '2026-11-20T09:14:00+07:00',
  promisedAt: '2026-11-27T16:00:00+07:00',
}
const clear = { verb: 'report-impact', findings: { impact: 'none' } }
const harmful = {
  verb: 'report-impact',
  findings: { impact: 'harmful', impactReason: 'Pertanyaan tentang kelompok agama dapat memicu perselisihan warga.' },
}

/** An application as it is filled in on that Friday, and one that is sent. */
const asked = { today: friday.today, known: lecturer, pages }
const sent = { ...asked, ...friday, answers: ofUniversity, refused: [] }

export const researchExamples: Examples = [
  {
    name: 'a lecturer has the letter within five working days, free of charge, over two offices',
    source: 'Permendagri 3/2018 pasal 6 sampai 12; UU 30/2014 pasal 53',
    ...sent,
    fee: 0,
    path: ['forward', 'accept', clear, 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'an individual brings a letter known to the village head; the days before New Year do count, Christmas does not',
    source: 'Permendagri 3/2018 pasal 8; 22, 23, 28, 29, 30 December are the five working days',
    today: '2026-12-21',
    submittedAt: '2026-12-21T10:00:00+07:00',
    promisedAt: '2026-12-30T16:00:00+07:00',
    known: lecturer,
    answers: { ...ofIndividual, startOn: '2027-01-11' },
    pages,
    refused: [],
    fee: 0,
    path: ['forward', 'accept', clear, 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'a thesis needs no letter, and is told so at the question',
    source: 'Permendagri 3/2018 pasal 5',
    ...asked,
    answers: { ...ofUniversity, purpose: 'thesis' },
    refused: ['purpose'],
  },
  {
    name: 'research with children needs the approval of an ethics board',
    source: 'Permendagri 3/2018 pasal 8 (dokumen persyaratan)',
    ...asked,
    answers: { ...ofUniversity, children: 'yes' },
    refused: ['childEthics'],
  },
  {
    name: 'research that ends before it begins, or goes on for more than a year, is refused at its dates',
    source: 'Permendagri 3/2018 (masa berlaku)',
    ...asked,
    answers: { ...ofUniversity, startOn: '2026-11-19', endOn: '2027-11-21' },
    refused: ['startOn', 'endOn'],
  },
  {
    name: 'Kesbangpol fears unrest, the head refuses, the objection is granted and the letter issued',
    source: 'Permendagri 3/2018 pasal 4; UU 30/2014 pasal 77 ayat (3)',
    ...sent,
    path: ['forward', 'accept', harmful, 'refuse', 'object', 'grant-objection', 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'refused, the objection too, and nobody answers the appeal: granted by law',
    source: 'UU 30/2014 pasal 78 ayat (5)',
    ...sent,
    path: [
      'forward',
      'accept',
      harmful,
      'refuse',
      'object',
      'refuse-objection',
      'appeal',
      'grant-appeal-by-silence',
      'sign',
    ],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'refused, and the objection is refused too',
    source: 'UU 30/2014 pasal 77',
    ...sent,
    path: ['forward', 'accept', harmful, 'refuse', 'object', 'refuse-objection'],
    endsIn: 'objection-refused',
    result: 'refused',
  },
  {
    name: 'nobody decides within five working days: the letter comes out by law',
    source: 'UU 30/2014 pasal 53 jo. UU 6/2023 pasal 175',
    ...sent,
    path: ['forward', 'accept', 'grant-by-silence'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'sent back, and no correction came within ten working days: lapsed',
    source: 'Standar pelayanan DPMPTSP, UU 25/2009 pasal 21',
    ...sent,
    path: ['forward', 'send-back', 'lapse'],
    endsIn: 'lapsed',
    result: 'lapsed',
  },
  {
    name: 'an error in the title is corrected; later the letter is revoked because the research departs from the proposal',
    source: 'Permendagri 3/2018 pasal 14',
    ...sent,
    path: [
      'forward',
      'accept',
      clear,
      'sign',
      { verb: 'report-error', findings: { reportedError: 'Judulnya seharusnya menyebut Karangjati.' } },
      { verb: 'propose-correction', findings: { correctTitle: 'Ketahanan pangan rumah tangga nelayan di Karangjati' } },
      'sign-correction',
      'revoke',
    ],
    endsIn: 'cancelled',
    result: 'cancelled',
  },
  {
    name: 'somebody of sixteen cannot be the responsible researcher',
    source: 'UU 24/2013 pasal 63: dewasa sejak 17 tahun',
    today: '2026-11-20',
    known: { ...lecturer, birthOn: '2010-03-01' },
    answers: ofIndividual,
    pages,
    refused: [],
    ineligible: [1],
  },
]
