import type { Path } from './walks.ts'

/** A birth in the hospital, reported by the mother; its day and the name of the child are the test's own. */
export const bornInHospital = {
  childSex: 'female',
  birthTime: '04:35',
  birthPlace: 'Arunika',
  facility: 'hospital',
  birthKind: 'single',
  childOrder: 2,
  informantRelation: 'mother',
  phone: '081234567890',
  proof: 'letter',
  birthLetter: ['x'],
}

/** A marriage blessed in church, of which this office keeps the register. */
export const blessed = {
  proof: 'blessing',
  marriedOn: '2030-01-05',
  place: 'Arunika',
  officiant: 'Pdt. Ruth Simanjuntak, GKI Arunika',
  blessingLetter: ['x'],
  belowAge: 'no',
  noticeWaived: 'no',
  photo: ['x'],
  witnesses: [
    { name: 'Slamet Raharjo', nik: '9901040302920001' },
    { name: 'Sumiyati', nik: '9901044606950001' },
  ],
  phone: '081234567890',
  truth: true,
}

/** The other half is registered here too and comes to the counter. */
export const spouseHere = (spouseNikAtCounter: string, spouseName: string) => ({
  spouseKind: 'here',
  confirmBy: 'counter',
  spouseNikAtCounter,
  spouseName,
})

/** Announced, attended by both, signed. */
export const married: Path = [
  'forward',
  'accept',
  'end-notice',
  { verb: 'attended', findings: { bothAgreed: 'yes' } },
  'sign',
]
