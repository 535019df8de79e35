import type { ServiceInput } from '#modules/services/index.ts'
import { claimExample } from '../rows/tax-claim.ts'

type Examples = NonNullable<ServiceInput['golden']>

const { claim } = claimExample
const known = { ...claimExample.known, claims: [claim] }
const late = { ...known, claims: [{ ...claim, isOverdue: true, reductionUntil: '2026-06-30' }] }
const request = {
  relief: 'reduction',
  assessment: claim.number,
  reliefGround: 'low-income',
  askedShare: 50,
  reliefReason: 'Saya pensiunan dengan penghasilan satu juta rupiah sebulan dan menanggung dua cucu.',
  reliefProof: ['file-1'],
  phone: '081234567890',
  truth: true,
}
const { askedShare: _, ...without } = request
const waiver = { ...without, relief: 'sanction', reliefGround: 'not-my-fault' }
const pages = ['permohonan', 'alasan']
const monday = { today: '2026-11-23', known, pages, refused: [] as string[] }
const opinion = 'Keterangan penghasilan sesuai dengan data keluarga sejahtera.'

export const reductionExamples: Examples = [
  {
    name: 'a pensioner pays half of the land tax',
    source: 'UU 1/2022 pasal 96; peraturan bupati tentang tata cara pemungutan pajak',
    ...monday,
    answers: request,
    fee: 0,
    // Monday: fifteen working days are 24 to 27 November (4), 30 November to 4 December (5), 7 to 11 December (5), 14 December.
    submittedAt: '2026-11-23T10:00:00+07:00',
    promisedAt: '2026-12-14T16:00:00+07:00',
    path: [{ verb: 'accept', findings: { reducedAmount: 200_000, opinion } }, 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'land used for the public good is free of tax',
    source: 'UU 1/2022 pasal 96 (pembebasan)',
    ...monday,
    answers: { ...without, relief: 'exemption', reliefGround: 'public-use' },
    path: [{ verb: 'accept', findings: { opinion } }, 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'interest of days that were late without fault is waived when the tax is paid by a new day',
    source: 'UU 1/2022 pasal 96 (penghapusan sanksi)',
    ...monday,
    known: late,
    answers: waiver,
    path: [{ verb: 'accept', findings: { payBy: '2026-12-23', opinion } }, 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'what is not overdue has no interest to waive',
    source: 'UU 1/2022 pasal 96',
    ...monday,
    answers: waiver,
    refused: ['assessment'],
  },
  {
    name: 'a reduction is asked for within three months',
    source: 'Peraturan bupati tentang tata cara pemungutan pajak',
    ...monday,
    known: late,
    answers: request,
    refused: ['assessment'],
  },
  {
    name: 'a request without proof of the situation is refused, and the objection too',
    source: 'UU 1/2022 pasal 96; UU 30/2014 pasal 77',
    ...monday,
    answers: request,
    path: ['propose-refusal', 'refuse', 'object', 'refuse-objection'],
    endsIn: 'objection-refused',
    result: 'refused',
  },
]
