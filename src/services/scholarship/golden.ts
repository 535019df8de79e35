import type { ServiceInput } from '#modules/services/index.ts'

const band = (kind: string, from: number, upTo: number, points: number) => ({ kind, from, upTo, points })
const prize = (key: string, points: number) => ({ kind: 'achievement', key, points })
const none = 1_000_000_000

const known = {
  applicantName: 'Arka Prasetyo',
  applicantBirthOn: '2008-05-04',
  hasFamily: true,
  villageCode: '99.01.02.1001',
  closesOn: '2026-12-11',
  oldest: 25,
  youngest: 15,
  points: [
    band('income', 0, 1_000_000, 40),
    band('income', 1_000_000, 2_000_000, 30),
    band('income', 2_000_000, none, 0),
    prize('national', 30),
    prize('none', 0),
    band('distance', 0, 10, 5),
    band('distance', 10, none, 10),
  ],
}

const student = {
  phone: '081234567890',
  level: 'secondary',
  school: 'SMA Negeri 1 Mekarsari',
  studentNumber: '0081234567',
  reportCard: ['file-1'],
  distance: 12.5,
  income: 1_500_000,
  incomeProof: 'statement',
  incomeStatement: true,
  achievement: 'national',
  achievementProof: ['file-2'],
  truth: true,
  publication: true,
  publicationAt: '2026-11-23T02:00:00Z',
}

const pages = ['pelajar', 'keluarga', 'prestasi']
const sent = { today: '2026-11-23', known, answers: student, pages, refused: [] }

/** Points by hand: 30 for income, 30 for a national prize, 10 for the way: 70. */
export const scholarshipExamples: NonNullable<ServiceInput['golden']> = [
  {
    ...sent,
    name: 'a place by rank is accepted and awarded',
    source: 'Perbup beasiswa daerah (urutan nilai)',
    fee: 0,
    path: ['accept', 'allot', 'accept-place', 'award'],
    endsIn: 'awarded',
    result: 'granted',
  },
  {
    ...sent,
    name: 'below the last place one waits on the reserve list, moves up and is awarded',
    source: 'Perbup beasiswa daerah (daftar cadangan)',
    path: ['accept', 'not-allotted', 'promote', 'accept-place', 'award'],
    endsIn: 'awarded',
    result: 'granted',
  },
  {
    ...sent,
    name: 'a reserve list that ends gives no place',
    source: 'Perbup beasiswa daerah (masa cadangan)',
    path: ['accept', 'not-allotted', 'close-reserve'],
    endsIn: 'not-placed',
    result: 'refused',
  },
  {
    ...sent,
    name: 'a place that is not accepted in five working days lapses',
    source: 'Perbup beasiswa daerah (tenggat penerimaan)',
    path: ['send-back', 'resubmit', 'accept', 'allot', 'lapse'],
    endsIn: 'lapsed',
    result: 'lapsed',
  },
  {
    ...sent,
    name: 'another scholarship is a ground of refusal; a granted objection leads to the reserve list',
    source: 'Perbup beasiswa daerah (larangan rangkap); UU 30/2014 pasal 77',
    answers: {
      ...without(student, 'incomeStatement', 'achievementProof'),
      incomeProof: 'letter',
      incomeLetter: ['file-3'],
      achievement: 'none',
    },
    path: ['propose-refusal', 'refuse', 'object', 'grant-objection'],
    endsIn: 'reserve',
  },
  {
    ...sent,
    name: 'untrue answers are refused',
    source: 'Perbup beasiswa daerah (verifikasi)',
    path: ['propose-refusal', 'refuse'],
    endsIn: 'refused',
    result: 'refused',
  },
  {
    ...sent,
    name: 'an award on untrue answers is cancelled',
    source: 'UU 30/2014 pasal 66',
    path: ['accept', 'allot', 'accept-place', 'award', 'cancel'],
    endsIn: 'cancelled',
    result: 'cancelled',
  },
  {
    ...sent,
    name: 'without the statement and the certificate of the prize it is not sent',
    source: 'Perbup beasiswa daerah (bukti)',
    answers: without(student, 'incomeStatement', 'achievementProof'),
    refused: ['incomeStatement', 'achievementProof'],
  },
  {
    ...sent,
    name: 'after the last day, and above the age, nobody applies',
    source: 'Keputusan Bupati tentang beasiswa 2027: sampai 11 Desember 2026, umur 15 sampai 25 tahun',
    today: '2026-12-12',
    known: { ...known, applicantBirthOn: '2000-12-12' },
    ineligible: [2, 3],
  },
]

function without<T extends object, K extends keyof T>(whole: T, ...names: K[]): Omit<T, K> {
  const left = Object.entries(whole).filter(([name]) => !names.includes(name as K))
  return Object.fromEntries(left) as Omit<T, K>
}
