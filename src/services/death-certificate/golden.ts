import type { ServiceInput } from '#modules/services/index.ts'

type Examples = NonNullable<ServiceInput['golden']>

const galih = {
  id: 'p-1',
  name: 'Galih Wiryawan',
  nik: '9901020211970001',
  relation: 'head',
  birthOn: '1997-11-02',
  sex: 'male',
}
const nastiti = {
  id: 'p-2',
  name: 'Nastiti Rahayu',
  nik: '9901026301990001',
  relation: 'wife',
  birthOn: '1999-01-23',
  sex: 'female',
}
const damar = {
  id: 'p-3',
  name: 'Damar Wiryawan',
  nik: '9901021411260001',
  relation: 'child',
  birthOn: '2012-11-14',
  sex: 'male',
}

const wife = {
  personId: 'p-2',
  fullName: 'Nastiti Rahayu',
  nik: '9901026301990001',
  birthOn: '1999-01-23',
  adultAge: 17,
  sex: 'female',
  hasFamily: true,
  villageCode: '99.01.02.2002',
  regencyName: 'Arunika',
  phone: '081234567890',
  family: [galih, nastiti, damar],
}
const neighbour = {
  ...wife,
  personId: 'p-9',
  fullName: 'Asep Gumilar',
  nik: '9901021706900001',
  birthOn: '1990-06-17',
  family: [],
}

/** 20 November 2026 is a Friday; the counter closes at 16.00. */
const friday = {
  today: '2026-11-20',
  submittedAt: '2026-11-20T09:14:00+07:00',
  promisedAt: '2026-11-23T16:00:00+07:00',
}
const circumstances = { diedOn: '2026-11-18', placeKind: 'home', cause: 'illness', bodyFound: 'yes' }
const ofHusband = { reporterKind: 'family', deceasedMember: 'p-1', newHead: 'p-2', ...circumstances }
const byDoctor = { proof: 'doctor', doctorLetter: ['file-1'], truth: true }
const ofNeighbour = {
  deceasedNik: '9901020211970001',
  deceasedName: 'Galih Wiryawan',
  phone: '081298765432',
  ...circumstances,
}
const allPages = ['pelapor', 'almarhum', 'kematian', 'kepala-keluarga', 'bukti', 'surat']
const shortPages = ['pelapor', 'almarhum', 'kematian', 'bukti', 'surat']
const advice = { verb: 'propose-refusal', findings: { refusalAdvice: 'Surat tidak menyebut nama dan NIK almarhum.' } }

/** A report that the widow fills in on that Friday, one that she sends, and one of a relative; all with the doctor's letter. */
const filledIn = { today: friday.today, known: wife, pages: allPages }
const byWife = { ...filledIn, ...friday, answers: { ...ofHusband, ...byDoctor }, refused: [] }
const byNeighbour = {
  ...friday,
  known: neighbour,
  answers: { reporterKind: 'relative', ...ofNeighbour, ...byDoctor },
  pages: shortPages,
  refused: [],
}
const slamet = { name: 'Slamet Raharjo', nik: '9901040302920001' }
/** What the head of the neighbourhood reports where there is no letter. */
const byHeadOf = (...witnesses: object[]) => ({
  reporterKind: 'neighbourhood-head',
  ...ofNeighbour,
  proof: 'neighbourhood',
  witnesses,
  truth: true,
})
const objects = ['forward', advice, 'refuse', 'object']

export const deathExamples: Examples = [
  {
    name: 'a widow reports with the doctor’s letter, becomes head of the family, and has the certificate on the next working day',
    source: 'Perpres 96/2018 pasal 45; Permendagri 19/2018: Friday 09.14 is answered by Monday 16.00',
    ...byWife,
    fee: 0,
    path: ['forward', 'accept', 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'without a letter the neighbourhood head reports with two witnesses; sent after closing it counts from Monday',
    source: 'UU 24/2013 pasal 44 ayat (1); received Monday 23 November, due Tuesday 24 November',
    today: '2026-11-20',
    submittedAt: '2026-11-20T16:30:00+07:00',
    promisedAt: '2026-11-24T16:00:00+07:00',
    known: neighbour,
    answers: { ...byHeadOf(slamet, { name: 'Sumiyati', nik: '9901044606950001' }), neighbourhoodStatement: true },
    pages: shortPages,
    refused: [],
    fee: 0,
    path: ['forward', 'accept', 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'two witnesses who are one person, and no statement, are refused at their fields',
    source: 'Permendagri 109/2019 formulir F-2.01',
    today: '2026-11-20',
    known: neighbour,
    answers: byHeadOf(slamet, slamet),
    pages: shortPages,
    refused: ['witnesses', 'neighbourhoodStatement'],
  },
  {
    name: 'when no body was found a doctor’s letter is not enough',
    source: 'UU 23/2006 pasal 44 ayat (4)',
    ...filledIn,
    answers: { ...ofHusband, ...byDoctor, bodyFound: 'no' },
    refused: ['proof'],
  },
  {
    name: 'a missing person is recorded on the decision of a court; holidays before Christmas do not count',
    source: 'UU 23/2006 pasal 44 ayat (4); 24 December is joint leave, 25 December a holiday, then a weekend',
    today: '2026-12-23',
    submittedAt: '2026-12-23T10:00:00+07:00',
    promisedAt: '2026-12-28T16:00:00+07:00',
    known: neighbour,
    answers: {
      reporterKind: 'relative',
      ...ofNeighbour,
      bodyFound: 'no',
      proof: 'court',
      courtDecision: ['file-1'],
      proofNumber: '112/Pdt.P/2026/PN Arn',
      truth: true,
    },
    pages: shortPages,
    refused: [],
    fee: 0,
    path: ['forward', 'accept', 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'nobody heads a family as a child while an adult is left, and nobody dies before his birth',
    source: 'UU 24/2013 pasal 63; Perpres 96/2018 pasal 12',
    ...filledIn,
    answers: { ...ofHusband, ...byDoctor, newHead: 'p-3', diedOn: '1997-11-01' },
    refused: ['diedOn', 'newHead'],
  },
  {
    name: 'refused, and the objection is granted: the certificate is issued after all',
    source: 'UU 30/2014 pasal 77 ayat (3)',
    ...byNeighbour,
    fee: 0,
    path: [...objects, 'grant-objection', 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'refused, and nobody answers the objection: granted by law, then signed',
    source: 'UU 30/2014 pasal 77 ayat (5) dan (7)',
    ...byNeighbour,
    path: [...objects, 'grant-objection-by-silence', 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'refused by the head, by the answer to the objection, and on appeal',
    source: 'UU 30/2014 pasal 75 sampai 78',
    ...byNeighbour,
    path: [...objects, 'refuse-objection', 'appeal', 'refuse-appeal'],
    endsIn: 'appeal-refused',
    result: 'refused',
  },
  {
    name: 'sent back, and no correction came within ten working days: the report lapses',
    source: 'Standar pelayanan Disdukcapil, UU 25/2009 pasal 21',
    ...byWife,
    path: ['send-back', 'lapse'],
    endsIn: 'lapsed',
    result: 'lapsed',
  },
  {
    name: 'an error of writing is corrected, and later a court voids the certificate',
    source: 'UU 23/2006 pasal 71 dan 72',
    ...byWife,
    path: [
      'forward',
      'accept',
      'sign',
      { verb: 'report-error', findings: { reportedError: 'Meninggal di Bandung, bukan Arunika.' } },
      { verb: 'propose-correction', findings: { correctPlace: 'Bandung' } },
      'sign-correction',
      'cancel',
    ],
    endsIn: 'cancelled',
    result: 'cancelled',
  },
  {
    name: 'a boy of fifteen cannot report; an adult has to',
    source: 'UU 24/2013 pasal 63: dewasa sejak 17 tahun',
    today: '2026-11-20',
    known: { ...wife, personId: 'p-3', birthOn: '2011-02-01' },
    answers: { ...ofHusband, ...byDoctor },
    pages: allPages,
    refused: [],
    ineligible: [1],
  },
]
