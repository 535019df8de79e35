import type { ServiceInput } from '#modules/services/index.ts'
import { claimExample } from '../rows/tax-claim.ts'

type Examples = NonNullable<ServiceInput['golden']>

const known = { ...claimExample.known, claims: [{ ...claimExample.claim, paid: 250_000, owed: 150_000 }] }
const objection = {
  assessment: claimExample.claim.number,
  agreedAmount: 250_000,
  objectionGrounds: ['data'],
  objectionReason: 'Luas bangunan pada SPPT 120 m², sedangkan menurut IMB dan hasil ukur hanya 60 m².',
  objectionProof: ['file-1'],
  phone: '081234567890',
  truth: true,
}
const pages = ['ketetapan', 'keberatan']
const monday = { today: '2026-11-23', known, pages, refused: [] as string[] }
const found = (outcome: string, newAmount?: number) => ({
  verb: 'accept',
  findings: {
    outcome,
    ...(newAmount === undefined ? {} : { newAmount }),
    opinion: 'Peninjauan lapangan menemukan luas bangunan 60 m² seperti pada IMB.',
  },
})

export const objectionExamples: Examples = [
  {
    name: 'an objection that is right is granted wholly, within twelve months',
    source: 'PP 35/2023 (ketentuan tentang keberatan)',
    ...monday,
    answers: objection,
    fee: 0,
    submittedAt: '2026-11-23T10:00:00+07:00',
    promisedAt: '2027-11-23T23:59:59+07:00',
    path: [found('whole'), 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'part of it is right: the tax becomes Rp320,000',
    source: 'PP 35/2023 (dikabulkan sebagian)',
    ...monday,
    answers: objection,
    path: [found('part', 320_000), 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'what was overlooked may raise the tax',
    source: 'PP 35/2023 (menambah besarnya pajak)',
    ...monday,
    answers: objection,
    path: [found('increase', 500_000), 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'an objection without ground is refused with a fine, which falls away with an appeal',
    source: 'PP 35/2023 (denda keberatan); UU 14/2002 pasal 35',
    ...monday,
    answers: objection,
    path: [
      'propose-refusal',
      'refuse',
      { verb: 'report-appeal', findings: { appealNumber: 'PP/123/2027', appealedOn: '2026-11-23' } },
    ],
    endsIn: 'appealed',
    result: 'refused',
  },
  {
    name: 'what is not decided within twelve months counts as granted',
    source: 'PP 35/2023 (keberatan yang tidak diputus)',
    ...monday,
    answers: objection,
    path: ['grant-by-silence'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'after three months it is too late',
    source: 'PP 35/2023: 1 Oktober 2026 ditambah tiga bulan adalah 1 Januari 2027',
    ...monday,
    today: '2027-01-02',
    answers: objection,
    refused: ['assessment'],
  },
  {
    name: 'what is agreed to has to be paid first',
    source: 'PP 35/2023 (ketentuan tentang keberatan)',
    ...monday,
    answers: { ...objection, agreedAmount: 300_000 },
    refused: ['agreedAmount'],
  },
  {
    name: 'nobody objects twice to one assessment at the same time',
    source: 'PP 35/2023 (satu keberatan untuk satu ketetapan)',
    ...monday,
    known: { ...known, claims: [{ ...known.claims[0], isDisputed: true }] },
    answers: objection,
    refused: ['assessment'],
  },
  {
    name: 'who has no assessment has nothing to object to',
    source: 'PP 35/2023',
    ...monday,
    known: { ...known, claims: [] },
    answers: objection,
    refused: ['assessment', 'agreedAmount'],
    ineligible: [1],
  },
]
