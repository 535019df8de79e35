import type { LocalText } from '#kernel/i18n/texts.ts'
import { billed } from '../../calculation/billed.ts'
import { defineCalculator, type Line } from '../../calculation/calculator.ts'
import { Exact } from '../../calculation/exact.ts'
import { choice, money, yesNo } from '../../calculation/fields.ts'
import type { Law } from '../../calculation/law.ts'
import type { Working } from '../../calculation/working.ts'
import { lateInterestOf, lateMonths, lateness, latenessRules } from '../sanction/lateness.ts'
import { contribution, contributionLine } from './accident-contribution.ts'
import { arrearLines, arrears } from './arrears.ts'
import { bbnkbLabel, bbnkbOf, bbnkbRules } from './bbnkb.ts'
import { ownRate } from './own-figures.ts'
import { RegionalFigures } from './regional-figures.ts'
import * as taxes from './vehicle-taxes.ts'

const computed = { field: 'pkbIs', is: ['computed'] } as const

/** @basis UU 1/2022 pasal 7 sampai 17 dan 83; PP 35/2023 pasal 59; PMK 16/PMK.010/2017; PP 76/2020 */
export const samsat = defineCalculator({
  kind: 'samsat',
  subject: 'vehicle',
  title: { id: 'Tagihan Samsat lengkap', en: 'The whole bill at Samsat' },
  lead: {
    id: 'PKB, opsen, bea balik nama, SWDKLLJ, surat dan pelat, serta bunga bila terlambat: dengan tujuan tiap rupiahnya.',
    en: 'Vehicle tax, surcharge, transfer, accident contribution, papers and interest when late, and where each rupiah goes.',
  },
  words: 'stnk pelat swdkllj jasa raharja denda terlambat mobil motor',
  law: 'region',
  fields: {
    pkbIs: choice({
      label: { id: 'PKB', en: 'Vehicle tax (PKB)' },
      options: [
        {
          value: 'computed',
          label: { id: 'Dihitung dari nilai jual kendaraan', en: 'Computed from the value of the vehicle' },
        },
        { value: 'given', label: { id: 'Sudah diketahui', en: 'Known already' } },
      ],
      initial: 'computed',
    }),
    pkb: money({
      label: { id: 'PKB setahun', en: 'Vehicle tax of a year' },
      when: { field: 'pkbIs', is: ['given'] },
    }),
    value: { ...taxes.vehicleValue, when: computed },
    vehicle: taxes.vehicle,
    owner: { ...taxes.owner, when: computed },
    order: taxes.order,
    isElectric: taxes.isElectric,
    transfer: choice({
      label: { id: 'Balik nama', en: 'Transfer' },
      options: [
        { value: 'none', label: { id: 'Tidak, pemilik tetap', en: 'None, the owner stays' } },
        { value: 'first', label: { id: 'Kendaraan baru', en: 'A new vehicle' } },
        { value: 'later', label: { id: 'Kendaraan bekas', en: 'A used vehicle' } },
      ],
      initial: 'none',
      when: computed,
    }),
    contribution,
    contributionFine: money({
      label: { id: 'Denda SWDKLLJ', en: 'Fine of the accident contribution' },
      hint: {
        id: 'Ditetapkan Jasa Raharja; isi bila Anda mengetahuinya.',
        en: 'Set by Jasa Raharja; fill in when you know it.',
      },
      optional: true,
    }),
    isFiveYearly: yesNo({ label: { id: 'Tahun ganti STNK dan pelat', en: 'The year of new paper and plate' } }),
    ...lateness,
    arrears,
    weight: taxes.ownWeight,
    rate: taxes.ownVehicleRate,
    transferRate: ownRate('Tarif BBNKB', 'Rate of the transfer tax'),
  },
  rules: [
    ...taxes.pkbRules,
    ...bbnkbRules,
    'tax.opsen.pkb',
    'tax.opsen.bbnkb',
    'tax.swdkllj.tariff',
    'tax.samsat.papers',
    ...latenessRules,
    'tax.local.rounding',
  ],
  compute(input, law, working) {
    const figures = new RegionalFigures(law)
    const tax = input.pkbIs === 'given' ? input.pkb : taxes.pkbOf(input, figures, law, working)
    const yearly: Line[] = [
      { id: 'pkb', label: taxes.pkbLabel, amount: tax, destination: 'province' },
      ...taxes.opsenLines('pkb', tax, law, working),
    ]
    const months = lateMonths(input, law, working)
    const fines = yearly.flatMap((line) => fineOf(line, months, law, working))
    const lines = [
      ...yearly,
      ...fines,
      ...arrearLines(input.arrears, law, working),
      ...(input.transfer === 'none'
        ? []
        : transferLines({ ...input, transfer: input.transfer }, figures, law, working)),
      ...contributionLine(input.contribution, input.vehicle, input.owner === 'public', law, working),
      ...(input.contributionFine.isZero ? [] : [contributionFine(input.contributionFine)]),
      ...(input.isFiveYearly ? paperLines(input.vehicle, law, working) : []),
    ]
    return {
      ...billed(lines, law, 'tax.local.rounding', working),
      warnings: figures.warnings,
      isEstimate: figures.isTyped || hasTypedTax(input),
    }
  },
  example: {
    date: '2026-01-15',
    input: { pkbIs: 'given', pkb: 285_000, vehicle: 'motorcycle', lateIs: 'months', months: 3 },
    total: 522_293,
  },
})

/** A tax that somebody typed was computed by nobody here. */
function hasTypedTax(input: {
  readonly pkbIs: string
  readonly arrears: readonly unknown[]
  readonly contributionFine: Exact
}): boolean {
  return input.pkbIs === 'given' || input.arrears.length > 0 || !input.contributionFine.isZero
}

function fineOf(line: Line, months: number, law: Law, working: Working | undefined): Line[] {
  if (months === 0) return []
  const label: LocalText = { id: `Bunga terlambat ${line.label.id}`, en: `Interest on late ${line.label.en}` }
  const amount = lateInterestOf(line.amount, months, law, working, `fine-${line.id}`, label)
  return [{ id: `fine-${line.id}`, label, amount, destination: line.destination }]
}

function transferLines(
  input: Parameters<typeof bbnkbOf>[0],
  figures: RegionalFigures,
  law: Law,
  working: Working | undefined,
): Line[] {
  const amount = bbnkbOf(input, figures, law, working)
  return [
    { id: 'bbnkb', label: bbnkbLabel, amount, destination: 'province' },
    ...taxes.opsenLines('bbnkb', amount, law, working),
  ]
}

function contributionFine(amount: Exact): Line {
  const label = { id: 'Denda SWDKLLJ', en: 'Fine of the accident contribution' }
  return { id: 'swdkllj-fine', label, amount, destination: 'insurer' }
}

/** @basis PP 76/2020 */
function paperLines(vehicle: taxes.Vehicle, law: Law, working: Working | undefined): Line[] {
  const key = 'tax.samsat.papers'
  const fees = law.table(key, (table) => table as Readonly<Record<string, number>>)
  const kind = vehicle === 'motorcycle' ? 'motorcycle' : 'car'
  return (['stnk', 'plate'] as const).map((name) => {
    const label =
      name === 'stnk' ? { id: 'STNK', en: 'Vehicle paper (STNK)' } : { id: 'Pelat nomor', en: 'Number plate' }
    const amount = Exact.of(fees[`${kind}-${name}`] ?? 0)
    working?.step(name, label, amount, undefined, law.rule(key))
    return { id: name, label, amount, destination: 'state' }
  })
}
