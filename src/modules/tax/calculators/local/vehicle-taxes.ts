import type { LocalText } from '#kernel/i18n/texts.ts'
import type { Line } from '../../calculation/calculator.ts'
import { Exact } from '../../calculation/exact.ts'
import { choice, count, money, option, yesNo } from '../../calculation/fields.ts'
import type { Law } from '../../calculation/law.ts'
import { number, words } from '../../calculation/words.ts'
import type { Working } from '../../calculation/working.ts'
import { ownFactor, ownRate } from './own-figures.ts'
import { asRate, exact, type RegionalFigures } from './regional-figures.ts'
import { entryOf, rowOf } from './tables.ts'

export const vehicleValue = money({
  label: { id: 'Nilai jual kendaraan (NJKB)', en: 'Value of the vehicle (NJKB)' },
  hint: {
    id: 'Menurut tabel gubernur, tertera pada surat pajak.',
    en: 'As in the table of the governor; it stands on the tax paper.',
  },
})

export const vehicles = [
  option('motorcycle', 'Sepeda motor', 'Motorcycle'),
  option('sedan', 'Sedan', 'Sedan'),
  option('minibus', 'Minibus', 'Minibus'),
  option('jeep', 'Jip', 'Jeep'),
  option('pickup', 'Pikap, blind van, mikrobus', 'Pickup, van, microbus'),
  option('bus', 'Bus', 'Bus'),
  option('truck', 'Truk', 'Truck'),
] as const
export type Vehicle = (typeof vehicles)[number]['value']

export const vehicle = choice({
  label: { id: 'Jenis kendaraan', en: 'Kind of vehicle' },
  options: vehicles,
  initial: 'minibus',
})

export const owner = choice({
  label: { id: 'Pemilik dan pemakaian', en: 'Owner and use' },
  options: [
    option('person', 'Perorangan', 'A person'),
    option('company', 'Badan usaha', 'A company'),
    option(
      'public',
      'Angkutan umum, ambulans, pemadam, sosial, keagamaan, pemerintah',
      'Public transport, ambulance, fire engine, social, religious, state',
    ),
  ],
  initial: 'person',
})

export const order = count({
  label: { id: 'Kendaraan keberapa dari pemilik ini', en: 'Which vehicle of this owner it is' },
  hint: {
    id: 'Urutan kendaraan sejenis atas nama dan alamat yang sama.',
    en: 'Order among vehicles of the kind under the same name and address.',
  },
  when: { field: 'owner', is: ['person'] },
  min: 1,
  max: 99,
  initial: 1,
})

export const isElectric = yesNo({
  label: { id: 'Kendaraan listrik berbasis baterai', en: 'A battery electric vehicle' },
})

export const ownWeight = ownFactor('Bobot', 'Weight')
export const ownVehicleRate = ownRate('Tarif PKB', 'Rate of the vehicle tax')

export const pkbLabel: LocalText = { id: 'PKB', en: 'Vehicle tax (PKB)' }
export const pkbRules = [
  'tax.pkb.rate-max',
  'tax.pkb.rate',
  'tax.pkb.company-rate',
  'tax.pkb.public-rate',
  'tax.pkb.weight',
  'tax.pkb.electric-share',
] as const

export interface VehicleInput {
  readonly value: Exact
  readonly vehicle: Vehicle
  readonly owner: 'person' | 'company' | 'public'
  readonly order: number
  readonly isElectric: boolean
  readonly weight: Exact
  readonly rate: Exact
}

/** Tax of a year. @basis UU 1/2022 pasal 7 sampai 12; sebelum 5 Januari 2025 UU 28/2009 pasal 3 sampai 8 */
export function pkbOf(input: VehicleInput, figures: RegionalFigures, law: Law, working: Working | undefined): Exact {
  const weight = figures.fromTable('tax.pkb.weight', { path: 'weight', value: input.weight }, (table) =>
    entryOf(table, input.vehicle),
  )
  const base = input.value.times(weight.value)
  working?.step(
    'base',
    { id: 'Dasar PKB', en: 'Base of the vehicle tax' },
    base,
    words`${input.value} × ${number(weight.value)}`,
    ...weight.rules,
  )
  const rate = rateOf(input, figures)
  checkRate(input, rate, law, figures)
  const tax = base.times(rate.value)
  working?.step('pkb', pkbLabel, tax, words`${base} × ${rate.value}`, ...rate.rules)
  return electricShare('tax.pkb.electric-share', tax, input.isElectric, law, working)
}

/** Electric vehicles bear a share of their tax. */
export function electricShare(
  key: string,
  tax: Exact,
  isElectric: boolean,
  law: Law,
  working: Working | undefined,
): Exact {
  if (!isElectric) return tax
  const share = law.rate(key)
  const due = tax.times(share)
  const label = { id: 'Untuk kendaraan listrik', en: 'For an electric vehicle' }
  working?.step(`${key.split('.')[1]}-electric`, label, due, words`${tax} × ${share}`, law.rule(key))
  return due
}

function rateOf({ owner, order, rate }: VehicleInput, figures: RegionalFigures) {
  const typed = { path: 'rate', value: rate }
  if (owner === 'company') return figures.rate('tax.pkb.company-rate', typed)
  if (owner === 'public') return figures.rate('tax.pkb.public-rate', typed)
  return figures.rateFromTable('tax.pkb.rate', typed, (table) => rateOfOrder(table, order))
}

/** The last row is for every further vehicle. */
function rateOfOrder(table: unknown, order: number): Exact | undefined {
  const rows = table as readonly { readonly vehicle: number; readonly rate: string }[]
  const row = rowOf<{ vehicle: number; rate: string }>(rows, 'vehicle', order) ?? rows.at(-1)
  return row && Exact.read(row.rate)
}

function checkRate(
  { owner, order }: VehicleInput,
  rate: ReturnType<typeof rateOf>,
  law: Law,
  figures: RegionalFigures,
): void {
  const key = 'tax.pkb.rate-max'
  const bounds = law.aside()
  const most = bounds.table(key, (table) => table as Readonly<Record<'first' | 'next' | 'public', string>>)
  const name = owner === 'public' ? 'public' : owner === 'person' && order > 1 ? 'next' : 'first'
  const limit = Exact.read(most[name])
  figures.bound(exact(rate.value).isOver(limit), rate.rules, 'rate', {
    id: `Tarif ini melampaui batas nasional (${bounds.rule(key).citation}).`,
    en: `This rate is above the national limit (${bounds.rule(key).citation}).`,
  })
}

const opsenNames = {
  pkb: { id: 'Opsen PKB', en: 'Surcharge on the vehicle tax (opsen PKB)' },
  bbnkb: { id: 'Opsen BBNKB', en: 'Surcharge on the transfer tax (opsen BBNKB)' },
  mblb: { id: 'Opsen pajak MBLB', en: 'Surcharge on the mineral tax (opsen MBLB)' },
} as const satisfies Record<string, LocalText>
export type OpsenOf = keyof typeof opsenNames
export const opsenKey = (of: OpsenOf) => `tax.opsen.${of}`

/**
 * What the other level of government gets on top, paid at once to its own account; nothing before opsen began, or where
 * there is none.
 * @basis UU 1/2022 pasal 83
 */
export function opsenLines(of: OpsenOf, tax: Exact, law: Law, working: Working | undefined): Line[] {
  const key = opsenKey(of)
  if (!law.has(key)) return []
  const share = asRate(law.rate(key))
  const opsen = tax.times(share)
  working?.step(`opsen-${of}`, opsenNames[of], opsen, words`${tax} × ${share}`, law.rule(key))
  if (share.numerator === 0n) return []
  return [
    { id: `opsen-${of}`, label: opsenNames[of], amount: opsen, destination: of === 'mblb' ? 'province' : 'region' },
  ]
}
