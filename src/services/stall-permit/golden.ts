import type { ServiceInput } from '#modules/services/index.ts'

const free = { code: 'B-012', standing: 'free', area: 6, zone: 'dry', until: '', goods: '' }
const mine = { code: 'C-003', standing: 'mine', area: 7.5, zone: 'food', until: '2026-12-31', goods: 'Makanan matang' }

const known = {
  applicantName: 'Sekar Wulandari',
  applicantNik: '9901015204960001',
  applicantBirthOn: '1996-04-12',
  hasFamily: true,
  villageCode: '99.01.02.1001',
  renewDays: 60,
  traderAge: 17,
  stalls: [free, mine],
}

const trader = {
  stallCode: 'B-012',
  goods: 'Sembako',
  cooking: 'no',
  phone: '081234567890',
  portrait: ['file-1'],
  rules: true,
}

const pages = ['kios', 'dagangan', 'pedagang']
const seen = { verb: 'report-inspection', findings: { stallPhoto: ['file-9'] } }

/** Fees by hand: Rp500 × area × 365 days, from 23 November 2026 to 23 November 2027. */
export const stallExamples: NonNullable<ServiceInput['golden']> = [
  {
    name: 'a free stall of 6 m² is checked, seen, paid with Rp1,095,000 and issued',
    source: 'Perda pajak dan retribusi daerah: 500 × 6 × 365',
    today: '2026-11-23',
    known,
    answers: trader,
    pages,
    refused: [],
    fee: 1_095_000,
    // Monday: ten working days are 24 to 30 November (5) and 1 to 7 December (5).
    submittedAt: '2026-11-23T10:00:00+07:00',
    promisedAt: '2026-12-07T16:00:00+07:00',
    path: ['accept', seen, 'paid', 'issue'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'one’s own stall with the same goods goes straight to the bill: 7.5 m² is Rp1,368,750',
    source: 'Perda pajak dan retribusi daerah: 500 × 7,5 × 365; Perbup pengelolaan pasar (perpanjangan)',
    today: '2026-11-23',
    known,
    answers: { ...trader, stallCode: 'C-003', goods: 'Makanan matang', cooking: 'yes' },
    pages,
    refused: [],
    fee: 1_368_750,
    path: ['paid', 'issue'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'one’s own stall with other goods is checked and seen again',
    source: 'Perbup pengelolaan pasar (perubahan dagangan)',
    today: '2026-11-23',
    known,
    answers: { ...trader, stallCode: 'C-003', goods: 'Sayuran segar' },
    pages,
    refused: [],
    path: ['accept'],
    endsIn: 'inspecting',
  },
  {
    name: 'a renewal more than 60 days before the end is too early',
    source: 'Perbup pengelolaan pasar: 31 Desember 2026 dikurangi 60 hari adalah 1 November 2026',
    today: '2026-10-31',
    known,
    answers: { ...trader, stallCode: 'C-003', goods: 'Makanan matang' },
    pages,
    refused: ['stallCode'],
  },
  {
    name: 'a stall of another trader, or a code that is none, is refused at once',
    source: 'Perbup pengelolaan pasar (satu kios untuk satu pedagang)',
    today: '2026-11-23',
    known,
    answers: { ...trader, stallCode: 'A-001' },
    pages,
    refused: ['stallCode'],
  },
  {
    name: 'a stall that is not safe is refused; the objection is refused too',
    source: 'Permendag 21/2021 pasal 12; UU 30/2014 pasal 77',
    today: '2026-11-23',
    known,
    answers: { ...trader, cooking: 'yes' },
    pages,
    refused: [],
    path: ['accept', 'propose-refusal', 'refuse', 'object', 'refuse-objection'],
    endsIn: 'objection-refused',
    result: 'refused',
  },
  {
    name: 'a fee that is not paid lapses',
    source: 'Perda pajak dan retribusi daerah',
    today: '2026-11-23',
    known,
    answers: trader,
    pages,
    refused: [],
    fee: 1_095_000,
    path: ['send-back', 'resubmit', 'accept', seen, 'lapse'],
    endsIn: 'lapsed',
    result: 'lapsed',
  },
  {
    name: 'a permit is taken back from whoever does not use the stall',
    source: 'Perbup pengelolaan pasar (pencabutan)',
    today: '2026-11-23',
    known,
    answers: trader,
    pages,
    refused: [],
    path: ['accept', seen, 'paid', 'issue', 'cancel'],
    endsIn: 'cancelled',
    result: 'cancelled',
  },
  {
    name: 'a child of 16 gets no stall',
    source: 'Perbup pengelolaan pasar (umur pedagang)',
    today: '2026-11-23',
    known: { ...known, applicantBirthOn: '2010-03-01' },
    answers: trader,
    pages,
    refused: [],
    ineligible: [2],
  },
]
