import { type Machine, machine, type Transition } from '#kernel/command/machine.ts'

export const taxpayerStates = ['active', 'suspended', 'closed'] as const
export type TaxpayerState = (typeof taxpayerStates)[number]
export type TaxpayerKind = 'person' | 'firm'

const step = (from: string, verb: string, to: string, by: string, id: string, en: string): Transition => ({
  from,
  verb,
  to,
  by,
  label: { id, en },
})

const register = 'local-tax.register'

/** The life of a taxpayer. Closed is for good: who comes back gets a new number. */
export const taxpayerMachine: Machine = machine({
  initial: 'active',
  states: taxpayerStates,
  transitions: [
    step('active', 'suspend', 'suspended', register, 'Tangguhkan', 'Suspend'),
    step('suspended', 'resume', 'active', register, 'Aktifkan kembali', 'Activate again'),
    step('active', 'close', 'closed', register, 'Tutup', 'Close'),
    step('suspended', 'close', 'closed', register, 'Tutup', 'Close'),
  ],
})

export const objectKinds = ['land', 'restaurant', 'hotel', 'parking', 'entertainment', 'billboard', 'well'] as const
export type ObjectKind = (typeof objectKinds)[number]
export type BusinessKind = Exclude<ObjectKind, 'land'>

/** What a kind of object has beside name and place; every figure is a number above zero. */
export const detailFields: Readonly<Record<BusinessKind, readonly string[]>> = {
  restaurant: ['seats'],
  hotel: ['rooms'],
  parking: ['places'],
  entertainment: ['visitors'],
  billboard: ['area', 'sides'],
  well: ['depth'],
}

/** First letters of the number of an object that is not land: "RST.0000012". */
export const codePrefixes: Readonly<Record<BusinessKind, string>> = {
  restaurant: 'RST',
  hotel: 'HTL',
  parking: 'PKR',
  entertainment: 'HBR',
  billboard: 'RKL',
  well: 'ABT',
}

/** Fills "P.{kind}.{sequence}.{district}.{village}"; a taxpayer from elsewhere has district 00 and village 0000. */
export function writeNpwpd(pattern: string, kind: TaxpayerKind, sequence: bigint, villageCode: string | null): string {
  const [, , district = '00', village = '0000'] = villageCode?.split('.') ?? []
  return pattern
    .replace('{kind}', kind === 'person' ? '1' : '2')
    .replace('{sequence}', String(sequence).padStart(7, '0'))
    .replace('{district}', district)
    .replace('{village}', village)
}

export const runStates = ['drafting', 'drafted', 'submitted', 'issuing', 'issued', 'discarding', 'discarded'] as const
export type RunState = (typeof runStates)[number]

const assess = 'local-tax.assess'
const approve = 'local-tax.approve'

/** The life of a yearly assessment. What the program does by itself is by `engine`. */
export const runMachine: Machine = machine({
  initial: 'drafting',
  states: runStates,
  transitions: [
    step('drafting', 'finish-drafts', 'drafted', 'engine', 'Perhitungan selesai', 'All computed'),
    step('drafted', 'submit', 'submitted', assess, 'Ajukan persetujuan', 'Ask for approval'),
    step('submitted', 'return', 'drafted', approve, 'Kembalikan', 'Send back'),
    step('submitted', 'approve', 'issuing', approve, 'Setujui dan terbitkan', 'Approve and issue'),
    step('issuing', 'finish', 'issued', 'engine', 'Semua SPPT terbit', 'All notices issued'),
    step('drafting', 'discard', 'discarding', assess, 'Buang', 'Discard'),
    step('drafted', 'discard', 'discarding', assess, 'Buang', 'Discard'),
    step('discarding', 'discarded', 'discarded', 'engine', 'Konsep dihapus', 'Drafts removed'),
  ],
})

export const remarkReasons = [
  'no-owner',
  'owner-closed',
  'owner-dead',
  'no-land',
  'large-rise',
  'below-taxable',
  'changed',
  'already-assessed',
] as const
export type RemarkReason = (typeof remarkReasons)[number]

/** Objects of one transaction: well under a second, so that others wait no longer than that. */
export const objectsAtOnce = 2000

/** Whether a tax rose by more than a share of last year's; sen. */
export function roseBeyond(before: bigint, after: bigint, share: { numerator: bigint; denominator: bigint }): boolean {
  return before > 0n && (after - before) * share.denominator > before * share.numerator
}
