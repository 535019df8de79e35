import { type Machine, machine, type Transition } from '#kernel/command/machine.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import type { Sen } from '#kernel/money/money.ts'
import type { ObjectKind } from './domain.ts'

/** By what a claim came about; `self` is what a taxpayer declares or computes himself. */
export const assessmentKinds = ['sppt', 'skpd', 'skpdkb', 'skpdkbt', 'skpdn', 'skpdlb', 'stpd', 'self'] as const
export type AssessmentKind = (typeof assessmentKinds)[number]

export const taxes = [
  'pbb',
  'bphtb',
  'restaurant',
  'electricity',
  'hotel',
  'parking',
  'entertainment',
  'billboard',
  'groundwater',
  'minerals',
  'swallow-nests',
] as const
export type Tax = (typeof taxes)[number]

/** @basis UU 1/2022 pasal 4 ayat (2) */
export const taxNames: Readonly<Record<Tax, LocalText>> = {
  pbb: { id: 'PBB-P2', en: 'Land and building tax (PBB-P2)' },
  bphtb: { id: 'BPHTB', en: 'Acquisition tax (BPHTB)' },
  restaurant: { id: 'PBJT makanan dan minuman', en: 'Tax on food and drink (PBJT)' },
  electricity: { id: 'PBJT tenaga listrik', en: 'Tax on electricity (PBJT)' },
  hotel: { id: 'PBJT jasa perhotelan', en: 'Tax on lodging (PBJT)' },
  parking: { id: 'PBJT jasa parkir', en: 'Tax on parking (PBJT)' },
  entertainment: { id: 'PBJT kesenian dan hiburan', en: 'Tax on entertainment (PBJT)' },
  billboard: { id: 'Pajak reklame', en: 'Advertising tax' },
  groundwater: { id: 'Pajak air tanah', en: 'Ground water tax' },
  minerals: { id: 'Pajak MBLB', en: 'Mineral tax (MBLB)' },
  'swallow-nests': { id: 'Pajak sarang burung walet', en: "Tax on swallows' nests" },
}

/** Of objects that an office assesses: which tax, and how it is computed. */
export const officialTaxes: Readonly<Partial<Record<ObjectKind, { readonly tax: Tax; readonly calculator: string }>>> =
  {
    billboard: { tax: 'billboard', calculator: 'reklame' },
    well: { tax: 'groundwater', calculator: 'air-tanah' },
  }

export const assessmentStates = [
  'draft',
  'issued',
  'delivered',
  'overdue',
  'dunned',
  'warned',
  'seizure',
  'paid',
  'refunded',
  'nil',
  'cancelled',
  'written-off',
] as const
export type AssessmentState = (typeof assessmentStates)[number]

/** Money is still asked for. */
export const openStates = ['issued', 'delivered', 'overdue', 'dunned', 'warned', 'seizure'] as const
/** After the due day. */
export const arrearStates = ['overdue', 'dunned', 'warned', 'seizure'] as const
export type ArrearState = (typeof arrearStates)[number]

const assess = 'local-tax.assess'
const approve = 'local-tax.approve'

const step = (
  from: readonly AssessmentState[],
  verb: string,
  to: AssessmentState | 'same',
  by: string,
  id: string,
  en: string,
): Transition[] => from.map((each) => ({ from: each, verb, to: to === 'same' ? each : to, by, label: { id, en } }))

const late = ['overdue', 'dunned', 'warned', 'seizure'] as const
const open = ['issued', 'delivered', ...late] as const

/**
 * The life of a claim. Payments and the clock move it by themselves; what is asked of the taxpayer a second official signs.
 * @basis PP 35/2023: penyampaian, pembayaran, penagihan dengan STPD dan surat teguran, penghapusan piutang
 */
export const assessmentMachine: Machine = machine({
  initial: 'draft',
  states: assessmentStates,
  transitions: [
    ...step(['draft'], 'issue', 'issued', approve, 'Terbitkan', 'Issue'),
    ...step(['draft'], 'find-nil', 'nil', approve, 'Terbitkan, nihil', 'Issue, nothing to pay'),
    ...step(['draft'], 'cancel', 'cancelled', assess, 'Batalkan', 'Cancel'),
    ...step(['issued'], 'deliver', 'delivered', assess, 'Catat penyampaian', 'Record delivery'),
    ...step(late, 'deliver', 'same', assess, 'Catat penyampaian', 'Record delivery'),
    ...step(['issued', 'delivered'], 'fall-overdue', 'overdue', 'clock', 'Lewat jatuh tempo', 'Fall overdue'),
    ...step(['overdue'], 'dun', 'dunned', approve, 'Tagih dengan STPD', 'Demand (STPD)'),
    ...step(['dunned', 'warned'], 'warn', 'warned', approve, 'Tegur dengan surat', 'Warn by letter'),
    ...step(['warned'], 'order-seizure', 'seizure', approve, 'Serahkan kepada juru sita', 'Hand to the bailiff'),
    ...step(open, 'pay', 'paid', 'payment', 'Bayar lunas', 'Pay in full'),
    ...step(open, 'pay-part', 'same', 'payment', 'Bayar sebagian', 'Pay a part'),
    ...step(open, 'change', 'same', approve, 'Ubah ketetapan', 'Change the assessment'),
    ...step(late, 'defer', 'issued', approve, 'Tunda jatuh tempo', 'Defer'),
    ...step(['issued', 'delivered'], 'defer', 'same', approve, 'Tunda jatuh tempo', 'Defer'),
    ...step(open, 'settle', 'paid', approve, 'Lunas setelah perubahan', 'Settled by a change'),
    ...step(open, 'cancel', 'cancelled', approve, 'Batalkan', 'Cancel'),
    ...step(late, 'write-off', 'written-off', approve, 'Hapus piutang', 'Write off'),
    ...step(['paid'], 'change', 'same', approve, 'Ubah ketetapan', 'Change the assessment'),
    ...step(['paid', 'nil'], 'raise', 'issued', approve, 'Naikkan ketetapan', 'Raise the assessment'),
    ...step(['paid'], 'refund', 'refunded', 'payment', 'Uang dikembalikan', 'Money sent back'),
  ],
})

/** What second officials decide of assessments, with the verb of the machine that follows. */
export const proposalKinds = ['assessment', 'stpd', 'warning', 'seizure', 'write-off'] as const
export type ProposalKind = (typeof proposalKinds)[number]

export const proposalVerbs: Readonly<Record<ProposalKind, string>> = {
  assessment: 'issue',
  stpd: 'dun',
  warning: 'warn',
  seizure: 'order-seizure',
  'write-off': 'write-off',
}

export const proposalMachine: Machine = machine({
  initial: 'proposed',
  states: ['proposed', 'working', 'done', 'returned'],
  transitions: [
    { from: 'proposed', verb: 'approve', to: 'working', by: approve, label: { id: 'Setujui', en: 'Approve' } },
    { from: 'proposed', verb: 'return', to: 'returned', by: approve, label: { id: 'Kembalikan', en: 'Send back' } },
    { from: 'proposed', verb: 'withdraw', to: 'returned', by: assess, label: { id: 'Tarik', en: 'Withdraw' } },
    { from: 'working', verb: 'finish', to: 'done', by: 'engine', label: { id: 'Selesai', en: 'Finish' } },
  ],
})
export type ProposalState = 'proposed' | 'working' | 'done' | 'returned'

export interface Claim {
  readonly state: AssessmentState
  readonly amount: Sen
  readonly paid: Sen
  readonly writtenOff: Sen
}

/** What is still owed of the tax itself. Never below zero: too much is sent back by the treasurer. */
export function owedOf({ state, amount, paid, writtenOff }: Claim): Sen {
  if (!(openStates as readonly string[]).includes(state)) return 0n
  const left = amount - paid - writtenOff
  return left > 0n ? left : 0n
}

/** What came beyond what is claimed, after a reduction for example. */
export function overpaidOf({ state, amount, paid }: Claim): Sen {
  const claimed = state === 'cancelled' ? 0n : amount
  return paid > claimed ? paid - claimed : 0n
}
