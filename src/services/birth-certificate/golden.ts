import type { ServiceInput } from '#modules/services/index.ts'
import { variantExamples } from './golden-variants.ts'

const mother = {
  hasFamily: true,
  reporterAge: 15,
  reportWithin: 60,
  nameWords: 2,
  nameLength: 60,
  applicantBirthOn: '1996-04-12',
  motherNik: '9901015204960001',
  motherName: 'Sekar Wulandari',
  informantRelation: 'mother',
  regencyName: 'Arunika',
  villageCode: '99.01.01.2001',
}

const married = {
  ...mother,
  parentage: 'married',
  fatherNik: '9901011003940002',
  fatherName: 'Bima Prasetyo',
  marriageNumber: '9901-KW-14062021-0012',
}

const birth = {
  childSex: 'female',
  birthOn: '2026-11-18',
  birthTime: '04:35',
  birthKind: 'single',
  phone: '081234567890',
}

const withLetter = {
  ...birth,
  childName: 'Kirana Ayu Prasetyo',
  facility: 'midwife',
  childOrder: 2,
  proof: 'letter',
  birthLetter: ['file-1'],
}

const withStatement = {
  ...birth,
  facility: 'home',
  childOrder: 1,
  proof: 'statement',
  witness1Nik: '9901011003940002',
  witness1Name: 'Saksi Satu',
  witness2Name: 'Saksi Dua',
}

const pagesWithLetter = ['anak', 'kelahiran', 'orang-tua', 'pelapor', 'bukti', 'surat-lahir']
const pagesWithStatement = ['anak', 'kelahiran', 'orang-tua', 'pelapor', 'bukti', 'pernyataan']

const sent = { today: '2026-11-22', known: married, answers: withLetter, pages: pagesWithLetter, refused: [] }

/** Cases worked out by hand from the regulations; publishing is refused when the definition gives anything else. */
export const birthExamples: NonNullable<ServiceInput['golden']> = [
  {
    name: 'a married mother with a birth letter is asked six pages and nothing is refused',
    source: 'services.birth-certificate: Perpres 96/2018 pasal 33 ayat (1)',
    ...sent,
    fee: 0,
    // Sent on a Sunday: received on Monday the 23rd, so one working day ends on Tuesday at closing time.
    submittedAt: '2026-11-22T19:30:00+07:00',
    promisedAt: '2026-11-24T16:00:00+07:00',
    path: ['forward', 'accept', 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'without a birth letter two different witnesses and the statement are needed',
    source: 'Permendagri 109/2019 formulir F-2.03',
    today: '2026-11-22',
    known: { ...mother, parentage: 'mother-only' },
    answers: { ...withStatement, childName: 'Kirana', witness2Nik: '9901011003940002' },
    pages: pagesWithStatement,
    refused: ['childName', 'witness2Nik', 'statement'],
  },
  {
    name: 'a statement with two witnesses that is sent back once and corrected is granted',
    source: 'Permendagri 109/2019 formulir F-2.03; Permendagri 108/2019',
    today: '2026-11-20',
    known: { ...mother, parentage: 'mother-only' },
    answers: { ...withStatement, childName: 'Kirana Ayu', witness2Nik: '9901014508910003', statement: true },
    pages: pagesWithStatement,
    refused: [],
    fee: 0,
    // Friday before closing: the day itself does not count, the next working day is Monday.
    submittedAt: '2026-11-20T10:00:00+07:00',
    promisedAt: '2026-11-23T16:00:00+07:00',
    path: ['forward', 'send-back', 'resubmit', 'forward', 'accept', 'send-back-to-verifier', 'accept', 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    ...sent,
    name: 'a report that the verifier refuses ends there, if nobody objects',
    source: 'UU 30/2014 pasal 77: keputusan yang dapat dikeberati',
    path: ['forward', 'refuse'],
    endsIn: 'refused',
    result: 'refused',
  },
  {
    ...sent,
    name: 'refused, and the objection is granted: the certificate is issued after all',
    source: 'UU 30/2014 pasal 77 ayat (3)',
    fee: 0,
    path: ['forward', 'refuse', 'object', 'grant-objection', 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    ...sent,
    name: 'refused, and nobody answers the objection: granted by law, then signed',
    source: 'UU 30/2014 pasal 77 ayat (5) dan (7)',
    path: ['forward', 'refuse', 'object', 'grant-objection-by-silence', 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    ...sent,
    name: 'refused by the verifier, by the head of office, and on appeal',
    source: 'UU 30/2014 pasal 75 sampai 78',
    path: ['forward', 'refuse', 'object', 'refuse-objection', 'appeal', 'refuse-appeal'],
    endsIn: 'appeal-refused',
    result: 'refused',
  },
  ...variantExamples,
  {
    name: 'who is on no family card of the region is told so and sends nothing',
    source: 'Perpres 96/2018 pasal 33',
    today: '2026-11-22',
    known: { ...married, hasFamily: false },
    answers: withLetter,
    pages: pagesWithLetter,
    refused: [],
    ineligible: [1],
  },
]
