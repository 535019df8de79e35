import type { ServiceInput } from '#modules/services/index.ts'

const known = {
  personId: 'p-2',
  fullName: 'Tiurma Sinaga',
  nik: '9901015912920001',
  birthOn: '1992-12-19',
  adultAge: 17,
  sex: 'female',
  religion: 'Kristen',
  maritalStatus: 'married',
  hasFamily: true,
  sharesCard: false,
  spouseId: 'p-1',
  spouseName: 'Togar Manurung',
  marriageNumber: '9901-KW-06102018-0004',
  divorceNumber: '',
  villageCode: '99.01.01.1001',
  phone: '081234567890',
  family: [],
}
/** Friday 20 November 2026; five working days end on Friday 27 November. */
const friday = {
  today: '2026-11-20',
  submittedAt: '2026-11-20T09:14:00+07:00',
  promisedAt: '2026-11-27T16:00:00+07:00',
}
const answers = {
  annuls: 'marriage',
  courtName: 'Pengadilan Negeri Arunika',
  decisionNumber: '91/Pdt.G/2026/PN Arn',
  decidedOn: '2026-10-01',
  finalOn: '2026-10-16',
  decision: ['file-1'],
  finalLetter: ['file-2'],
  spouseName: 'Togar Manurung',
  phone: '081298765432',
  truth: true,
}
const pages = ['putusan', 'pasangan']
const sent = { ...friday, known, answers, pages, refused: [] }
const confirmed = {
  verb: 'confirm-court',
  findings: {
    courtCheckedBy: 'letter',
    courtAnswer: 'Surat panitera tanggal 20 November 2026.',
    courtFinal: 'yes',
  },
}
const advice = { verb: 'propose-refusal', findings: { refusalAdvice: 'Putusan menyebut pasangan yang lain.' } }

export const annulmentExamples: NonNullable<ServiceInput['golden']> = [
  {
    name: 'a marriage that a court annulled: both are what they were before it, the certificates no longer hold',
    source: 'UU 23/2006 pasal 39; UU 1/1974 pasal 22 sampai 28',
    ...sent,
    fee: 0,
    path: ['forward', 'accept', confirmed, 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'a divorce that a court annulled: both are married as before',
    source: 'UU 23/2006 pasal 43',
    ...sent,
    known: { ...known, maritalStatus: 'divorced', spouseName: '', divorceNumber: '9901-CR-02032026-0001' },
    answers: { ...answers, annuls: 'divorce', spouseNik: '9901012804890001' },
    path: ['forward', 'accept', confirmed, 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'a divorce cannot be annulled for who is married, nor a decision be final before it was made',
    source: 'UU 23/2006 pasal 43',
    today: friday.today,
    known,
    answers: { ...answers, annuls: 'divorce', finalOn: '2026-09-01', spouseNik: known.nik },
    pages,
    refused: ['annuls', 'finalOn', 'spouseNik'],
  },
  {
    name: 'a forged decision: the court does not know it',
    source: 'UU 23/2006 pasal 39',
    ...sent,
    path: ['forward', 'accept', 'deny-court', 'refuse'],
    endsIn: 'refused',
    result: 'refused',
  },
  {
    name: 'who never married has nothing that could be annulled',
    source: 'UU 23/2006 pasal 39',
    today: friday.today,
    known: { ...known, maritalStatus: 'single' },
    answers,
    pages,
    refused: ['annuls'],
    ineligible: [2],
  },
  {
    name: 'refused, and the objection is granted',
    source: 'UU 30/2014 pasal 77 ayat (3)',
    ...sent,
    path: ['forward', advice, 'refuse', 'object', 'grant-objection', 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'recorded, and later a higher court voids it',
    source: 'UU 23/2006 pasal 72',
    ...sent,
    path: ['forward', 'accept', confirmed, 'sign', 'cancel'],
    endsIn: 'cancelled',
    result: 'cancelled',
  },
]
