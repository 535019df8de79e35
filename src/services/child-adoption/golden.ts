import type { ServiceInput } from '#modules/services/index.ts'

const known = {
  personId: 'p-1',
  fullName: 'Hendra Tanuwijaya',
  nik: '9901013001870001',
  birthOn: '1987-01-30',
  adultAge: 17,
  sex: 'male',
  religion: 'Buddha',
  maritalStatus: 'married',
  hasFamily: true,
  villageCode: '99.01.01.1002',
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
  childNik: '9901016112220874',
  childName: 'Vivian Lestari',
  courtName: 'Pengadilan Negeri Arunika',
  decisionNumber: '41/Pdt.P/2026/PN Arn',
  decidedOn: '2026-11-05',
  decision: ['file-1'],
  phone: '081298765432',
  truth: true,
}
const pages = ['anak', 'penetapan', 'pernyataan']
const sent = { ...friday, known, answers, pages, refused: [] }
const confirmed = {
  verb: 'confirm-court',
  findings: {
    courtCheckedBy: 'registry',
    courtAnswer: 'Tercantum pada SIPP pengadilan, 20 November 2026.',
    courtFinal: 'yes',
  },
}
const advice = { verb: 'propose-refusal', findings: { refusalAdvice: 'Penetapan menyebut anak yang lain.' } }

export const adoptionExamples: NonNullable<ServiceInput['golden']> = [
  {
    name: 'a decision that the court confirms: note on the birth entry, the child on the card of its new parents',
    source: 'UU 23/2006 pasal 47; Perpres 96/2018 pasal 47',
    ...sent,
    fee: 0,
    path: ['forward', 'accept', confirmed, 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'without the decision, and for oneself, nothing can be sent',
    source: 'UU 23/2006 pasal 47 ayat (1)',
    today: friday.today,
    known,
    answers: { ...answers, childNik: known.nik, decision: undefined },
    pages,
    refused: ['childNik', 'decision'],
  },
  {
    name: 'a forged decision: the court does not know it, and nothing changes',
    source: 'UU 23/2006 pasal 47',
    ...sent,
    path: ['forward', 'accept', 'deny-court', 'refuse'],
    endsIn: 'refused',
    result: 'refused',
  },
  {
    name: 'who is on no family card here is told where to report',
    source: 'Perpres 96/2018 pasal 47',
    today: friday.today,
    known: { ...known, hasFamily: false },
    answers,
    pages,
    refused: [],
    ineligible: [1],
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
    name: 'recorded, and later a court annuls the adoption',
    source: 'UU 23/2006 pasal 72',
    ...sent,
    path: ['forward', 'accept', confirmed, 'sign', 'cancel'],
    endsIn: 'cancelled',
    result: 'cancelled',
  },
]
