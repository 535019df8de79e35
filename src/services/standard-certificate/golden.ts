import type { ServiceInput } from '#modules/services/index.ts'

const row = (kbli: string, scale: string, above: number, upTo: number, level: string) => ({
  kbli,
  scale,
  above,
  upTo,
  level,
})

const known = {
  applicantName: 'Sekar Wulandari',
  applicantNik: '9901015204960001',
  applicantBirthOn: '1996-04-12',
  hasFamily: true,
  villageCode: '99.01.02.1001',
  adultAge: 17,
  risks: [
    row('56101', 'micro', 0, 1_000_000, 'rendah'),
    row('56101', 'small', 0, 200, 'menengah rendah'),
    row('56101', 'small', 200, 1_000_000, 'menengah tinggi'),
    row('86105', 'small', 0, 1_000_000, 'tinggi'),
  ],
}

const restaurant = {
  nib: '9120001234567',
  businessName: 'Warung Sekar Arum',
  kbli: '56101',
  scale: 'small',
  capital: 1_500_000_000,
  area: 150,
  businessAddress: { street: 'Jalan Kenanga 5', rt: '001', rw: '002', area: '99.01.02.1001' },
  location: { lat: -6.9123, lon: 107.6123 },
  openedOn: '2026-12-01',
  openDays: ['weekdays', 'saturday'],
  placePhoto: ['file-1'],
  phone: '081234567890',
  email: 'sekar@contoh.example',
  declaration: true,
  sharing: true,
  sharingAt: '2026-11-23T02:00:00Z',
}
const verified = { ...restaurant, area: 200.5, standardProof: 'self-check', selfCheck: true }

const pages = ['usaha', 'tempat', 'standar']
const report = (standardMet: 'yes' | 'no') => ({
  verb: 'report-inspection',
  findings: { standardMet, placePhotos: ['file-9'], findingsNote: 'Alat pemadam belum ada.' },
})

/** Every way through the rows of law. */
export const certificateExamples: NonNullable<ServiceInput['golden']> = [
  {
    name: 'a micro restaurant is of low risk and told at once that its NIB is enough',
    source: 'PP 28/2025 Lampiran I: 56101, mikro',
    today: '2026-11-23',
    known,
    answers: { ...restaurant, scale: 'micro' },
    pages,
    refused: [],
    fee: 0,
    path: [],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'a small restaurant of exactly 200 m² is of medium-low risk and certified at once',
    source: 'PP 28/2025 Lampiran I: 56101, kecil, sampai dengan 200 m²',
    today: '2026-11-23',
    known,
    answers: { ...restaurant, area: 200 },
    pages,
    refused: [],
    fee: 0,
    path: [],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'half a square metre more is of medium-high risk: inspected and signed',
    source: 'PP 28/2025 Lampiran I: 56101, kecil, lebih dari 200 m²',
    today: '2026-11-23',
    known,
    answers: verified,
    pages,
    refused: [],
    fee: 0,
    // Ten working days: 24 to 30 November (5), 1 to 7 December (5).
    submittedAt: '2026-11-23T10:00:00+07:00',
    promisedAt: '2026-12-07T16:00:00+07:00',
    path: ['forward', report('yes'), 'issue'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'an office that is silent until the deadline has granted it',
    source: 'UU 30/2014 pasal 53 jo. UU 6/2023',
    today: '2026-11-23',
    known,
    answers: verified,
    pages,
    refused: [],
    path: ['forward', 'grant-by-silence'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'a standard that is not met is refused, and silence on the objection grants it',
    source: 'PP 28/2025; UU 30/2014 pasal 77 ayat (5)',
    today: '2026-11-23',
    known,
    answers: verified,
    pages,
    refused: [],
    path: ['send-back', 'resubmit', 'forward', report('no'), 'refuse', 'object', 'grant-objection-by-silence'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'a standard that is not met is refused',
    source: 'PP 28/2025 (pemenuhan standar)',
    today: '2026-11-23',
    known,
    answers: { ...without(verified, 'selfCheck'), standardProof: 'certificate', standardFile: ['file-2'] },
    pages,
    refused: [],
    path: ['forward', report('no'), 'refuse'],
    endsIn: 'refused',
    result: 'refused',
  },
  {
    name: 'a correction that does not come lets the file lapse',
    source: 'Standar pelayanan DPMPTSP',
    today: '2026-11-23',
    known,
    answers: verified,
    pages,
    refused: [],
    path: ['send-back', 'lapse'],
    endsIn: 'lapsed',
    result: 'lapsed',
  },
  {
    name: 'a certificate on an untrue declaration is taken back',
    source: 'UU 30/2014 pasal 66',
    today: '2026-11-23',
    known,
    answers: restaurant,
    pages,
    refused: [],
    path: ['cancel'],
    endsIn: 'cancelled',
    result: 'cancelled',
  },
  {
    name: 'a clinic is of high risk: it needs a licence, and an unknown KBLI is told so',
    source: 'PP 28/2025 Lampiran I: 86105',
    today: '2026-11-23',
    known,
    answers: { ...restaurant, kbli: '86105' },
    pages,
    refused: ['risk'],
  },
  {
    name: 'a KBLI without a row is refused at its field',
    source: 'PP 28/2025 Lampiran I',
    today: '2026-11-23',
    known,
    answers: { ...restaurant, kbli: '5610' },
    pages,
    refused: ['kbli'],
  },
  {
    name: 'a child cannot answer for a business',
    source: 'UU 24/2013 pasal 63',
    today: '2026-11-23',
    known: { ...known, applicantBirthOn: '2012-01-01' },
    answers: restaurant,
    pages,
    refused: [],
    ineligible: [1],
  },
]

function without<T extends object, K extends keyof T>(whole: T, name: K): Omit<T, K> {
  const { [name]: _left, ...rest } = whole
  return rest
}
