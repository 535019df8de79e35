import type { ServiceInput } from '#modules/services/index.ts'
import { claimExample } from '../rows/tax-claim.ts'

type Examples = NonNullable<ServiceInput['golden']>

const claim = { ...claimExample.claim, amount: 12_000_000, owed: 12_000_000 }
/** By hand: 12,000,000 in three parts; 0.6% of 12, 8 and 4 million are 72,000, 48,000 and 24,000. */
const known = {
  ...claimExample.known,
  claims: [claim],
  mostMonths: 24,
  firstPart: 4_072_000,
  planInterest: 144_000,
}
const request = {
  assessment: claim.number,
  manner: 'instalments',
  months: 3,
  planReason: 'Omzet turun separuh sejak pasar direnovasi; pulih bulan depan.',
  planProof: ['file-1'],
  phone: '081234567890',
  truth: true,
}
const pages = ['permohonan', 'rencana']
const monday = { today: '2026-11-23', known, pages, refused: [] as string[] }
const accepted = { verb: 'accept', findings: { opinion: 'Mutasi rekening menunjukkan penurunan omzet.' } }

export const instalmentExamples: Examples = [
  {
    name: 'Rp12,000,000 is paid in three monthly parts',
    source: 'PP 35/2023 (angsuran): bunga 0,6% sebulan dari sisa',
    ...monday,
    answers: request,
    fee: 0,
    // Monday: ten working days are 24 to 27 November (4), 30 November to 4 December (5), 7 December.
    submittedAt: '2026-11-23T10:00:00+07:00',
    promisedAt: '2026-12-07T16:00:00+07:00',
    path: [accepted, 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'payment is put off for six months',
    source: 'PP 35/2023 (penundaan)',
    ...monday,
    answers: { ...request, manner: 'deferral', months: 6 },
    path: [accepted, 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'more than twenty-four months is too long',
    source: 'PP 35/2023 (paling lama 24 bulan)',
    ...monday,
    answers: { ...request, months: 25 },
    refused: ['months'],
  },
  {
    name: 'one instalment is no plan',
    source: 'PP 35/2023 (angsuran)',
    ...monday,
    answers: { ...request, months: 1 },
    refused: ['months'],
  },
  {
    name: 'who can pay at once is refused, and the objection too',
    source: 'PP 35/2023; UU 30/2014 pasal 77',
    ...monday,
    answers: request,
    path: ['propose-refusal', 'refuse', 'object', 'refuse-objection'],
    endsIn: 'objection-refused',
    result: 'refused',
  },
]
