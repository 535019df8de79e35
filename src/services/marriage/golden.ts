import type { ServiceInput } from '#modules/services/index.ts'

type Examples = NonNullable<ServiceInput['golden']>

const daniel = {
  personId: 'p-1',
  fullName: 'Daniel Hutapea',
  nik: '9901011804960002',
  birthOn: '1996-04-18',
  adultAge: 17,
  minimumAge: 19,
  sex: 'male',
  religion: 'Kristen',
  maritalStatus: 'single',
  formerMarriageEnded: '',
  hasFamily: true,
  villageCode: '99.01.01.1001',
  regencyName: 'Arunika',
  street: 'Jalan Melati 9',
  rt: '002',
  rw: '001',
  phone: '081234567890',
  family: [
    {
      id: 'p-1',
      name: 'Daniel Hutapea',
      nik: '9901011804960002',
      relation: 'child',
      birthOn: '1996-04-18',
      sex: 'male',
    },
  ],
}

/** Friday 20 November 2026; the nineteenth working day is Thursday 17 December. */
const friday = {
  today: '2026-11-20',
  submittedAt: '2026-11-20T09:14:00+07:00',
  promisedAt: '2026-12-17T16:00:00+07:00',
}
const blessed = {
  proof: 'blessing',
  marriedOn: '2026-11-07',
  place: 'Arunika',
  officiant: 'Pdt. Ruth Simanjuntak, GKI Arunika',
  blessingLetter: ['file-1'],
}
const kristina = {
  spouseKind: 'elsewhere',
  spouseNikAtCounter: '9902015503980001',
  spouseName: 'Kristina Wulandari',
  spouseBirthPlace: 'Semarang',
  spouseBirthOn: '1998-03-15',
  spouseFaith: 'kristen',
  spouseFather: 'Agus Setiawan',
  spouseMother: 'Sri Wulandari',
  spouseStatus: 'single',
}
const maria = {
  spouseKind: 'here',
  confirmBy: 'counter',
  spouseNikAtCounter: '9901014107970003',
  spouseName: 'Maria Lestari',
}
const usual = { belowAge: 'no', noticeWaived: 'no', home: 'stay', photo: ['file-2'], truth: true }
const witnesses = [
  { name: 'Slamet Raharjo', nik: '9901040302920001' },
  { name: 'Sumiyati', nik: '9901044606950001' },
]
const answers = { ...blessed, ...kristina, ...usual, witnesses, phone: '081298765432' }
const pages = ['perkawinan', 'pasangan', 'syarat', 'kartu-keluarga', 'bukti']
const sent = { ...friday, known: daniel, answers, pages, refused: [] }
const attended = { verb: 'attended', findings: { bothAgreed: 'yes' } }
const announced = ['forward', 'accept', 'end-notice']
const advice = { verb: 'propose-refusal', findings: { refusalAdvice: 'Surat pemberkatan tidak dikenal gerejanya.' } }
const confirmed = {
  verb: 'confirm-court',
  findings: {
    courtCheckedBy: 'registry',
    courtAnswer: 'Tercantum pada direktori putusan, 20 November 2026.',
    courtFinal: 'yes',
  },
}

export const marriageExamples: Examples = [
  {
    name: 'a blessing reported within the time: announced for ten working days, both attend, the head signs',
    source: 'UU 23/2006 pasal 34; PP 9/1975 pasal 8: nineteen working days from Friday 20 November end on 17 December',
    ...sent,
    fee: 0,
    path: [...announced, attended, 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'with a waiver of the district head nothing is announced; a spouse who agreed in the account need not come',
    source: 'PP 9/1975 pasal 3 ayat (3)',
    ...sent,
    answers: {
      ...answers,
      spouseKind: 'here',
      confirmBy: 'account',
      spouseNik: '9901014107970003',
      spouseName: 'Maria Lestari',
      noticeWaived: 'yes',
      noticeWaiver: ['file-3'],
      home: 'mine',
    },
    fee: 0,
    path: ['forward', 'accept', 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'a foreign spouse needs passport and permission of the embassy, and cannot stand on my card yet',
    source: 'Perpres 96/2018 pasal 38',
    today: friday.today,
    known: daniel,
    answers: { ...answers, spouseKind: 'foreigner', spouseName: 'Anna Schmidt', spouseCountry: 'Jerman', home: 'mine' },
    pages,
    refused: ['passportNumber', 'passport', 'embassyLetter', 'home'],
  },
  {
    name: 'who was eighteen on the day needs the dispensation of a court',
    source: 'UU 1/1974 pasal 7 jo. UU 16/2019',
    today: friday.today,
    known: { ...daniel, birthOn: '2008-02-01' },
    answers: { ...answers, spouseBirthOn: '2008-01-05' },
    pages,
    refused: ['spouseBirthOn', 'belowAge'],
  },
  {
    name: 'a new card cannot stand in another region',
    source: 'Perpres 96/2018 pasal 25',
    today: friday.today,
    known: { ...daniel, regencyCode: '99.01' },
    answers: {
      ...answers,
      home: 'new',
      newAddress: { street: 'Jalan Jauh 1', rt: '001', rw: '001', area: '99.02.01.2001' },
    },
    pages,
    refused: ['newAddress'],
  },
  {
    name: 'with a dispensation: a second officer asks the court, then it is announced',
    source: 'UU 1/1974 pasal 7 ayat (2) jo. UU 16/2019',
    ...sent,
    known: { ...daniel, birthOn: '2008-02-01' },
    answers: {
      ...answers,
      belowAge: 'yes',
      dispensation: ['file-4'],
      dispensationNumber: '31/Pdt.P/2026/PN Arn',
      home: 'new',
      newAddress: { street: 'Jalan Melati 9', rt: '002', rw: '001', area: '99.01.01.1001' },
    },
    path: ['forward', 'accept', confirmed, 'end-notice', attended, 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'a court that does not know the decision: only the head refuses',
    source: 'UU 23/2006 pasal 36',
    ...sent,
    answers: {
      ...answers,
      ...maria,
      proof: 'court',
      courtDecision: ['file-5'],
      courtNumber: '12/Pdt.P/2026/PN Arn',
      home: 'mine',
    },
    path: ['forward', 'accept', 'deny-court', 'refuse'],
    endsIn: 'refused',
    result: 'refused',
  },
  {
    name: 'the announcement brings an objection by the family',
    source: 'UU 1/1974 pasal 13 sampai 21',
    ...sent,
    path: [
      'forward',
      'accept',
      { verb: 'prevent', findings: { preventedBy: 'Ayah mempelai, surat 24 November 2026' } },
      'refuse',
    ],
    endsIn: 'refused',
    result: 'refused',
  },
  {
    name: 'a widower whose register does not hold the death certificate of his wife has to show it; one witness twice is refused',
    source: 'Perpres 96/2018 pasal 37 huruf e',
    today: friday.today,
    known: { ...daniel, maritalStatus: 'widowed' },
    answers: { ...answers, witnesses: [witnesses[0], witnesses[0]] },
    pages,
    refused: ['formerMarriageProof', 'witnesses'],
  },
  {
    name: 'a Muslim is led to the KUA, and who is married already to the register',
    source: 'UU 23/2006 pasal 8 ayat (2); UU 1/1974 pasal 3',
    today: friday.today,
    known: { ...daniel, religion: 'Islam', maritalStatus: 'married' },
    answers,
    pages,
    refused: [],
    ineligible: [2, 3],
  },
  {
    name: 'refused, and the objection is granted: issued after all',
    source: 'UU 30/2014 pasal 77 ayat (3)',
    ...sent,
    path: ['forward', advice, 'refuse', 'object', 'grant-objection', 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'sent back, and no correction came: the report lapses',
    source: 'Standar pelayanan Disdukcapil, UU 25/2009 pasal 21',
    ...sent,
    path: ['send-back', 'lapse'],
    endsIn: 'lapsed',
    result: 'lapsed',
  },
  {
    name: 'an error of writing is corrected, and later a court voids the certificate',
    source: 'UU 23/2006 pasal 71 dan 72',
    ...sent,
    path: [
      ...announced,
      attended,
      'sign',
      { verb: 'report-error', findings: { reportedError: 'Tempatnya Bandung, bukan Arunika.' } },
      { verb: 'propose-correction', findings: { correctPlace: 'Bandung' } },
      'sign-correction',
      'cancel',
    ],
    endsIn: 'cancelled',
    result: 'cancelled',
  },
]
