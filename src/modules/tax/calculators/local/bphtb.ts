import { invalidField } from '#kernel/errors.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import { billed } from '../../calculation/billed.ts'
import { defineCalculator, type Line } from '../../calculation/calculator.ts'
import { Exact } from '../../calculation/exact.ts'
import { choice, decimal, money, option, yesNo } from '../../calculation/fields.ts'
import type { Law } from '../../calculation/law.ts'
import { words } from '../../calculation/words.ts'
import type { Working } from '../../calculation/working.ts'
import { ownAmount, ownRate } from './own-figures.ts'
import { RegionalFigures } from './regional-figures.ts'

/** @basis UU 1/2022 pasal 44 sampai 49; sebelum 5 Januari 2024 UU 28/2009 pasal 85 sampai 90 */
export const bphtb = defineCalculator({
  kind: 'bphtb',
  subject: 'land',
  title: { id: 'BPHTB, perolehan tanah dan bangunan', en: 'Tax on acquiring land and buildings (BPHTB)' },
  lead: {
    id: 'Pajak pembeli atau penerima tanah dan bangunan, dari harga atau nilai pasar, paling sedikit NJOP.',
    en: 'Tax of who buys or receives land and buildings, on the price or market value, at least NJOP.',
  },
  words: 'jual beli waris hibah lelang npop npoptkp akta ppat',
  law: 'region',
  fields: {
    acquisition: choice({
      label: { id: 'Cara perolehan', en: 'How it is acquired' },
      options: [
        option('sale', 'Jual beli', 'Sale'),
        option('exchange', 'Tukar menukar', 'Exchange'),
        option('gift', 'Hibah', 'Gift'),
        option('bequest', 'Hibah wasiat', 'Bequest'),
        option('inheritance', 'Waris', 'Inheritance'),
        option('contribution', 'Pemasukan dalam perseroan', 'Contribution to a company'),
        option('division', 'Pemisahan hak', 'Division of rights'),
        option('auction', 'Lelang', 'Auction'),
        option('court', 'Putusan hakim', 'Judgment'),
        option('merger', 'Penggabungan, peleburan, pemekaran usaha', 'Merger or division of companies'),
        option('prize', 'Hadiah', 'Prize'),
        option('new-right', 'Pemberian hak baru', 'A new right'),
      ],
      initial: 'sale',
    }),
    isClosestFamily: yesNo({
      label: {
        id: 'Penerima: keluarga sedarah garis lurus satu derajat, atau suami istri',
        en: 'The recipient is a relative in direct line of one degree, or the spouse',
      },
      when: { field: 'acquisition', is: ['bequest', 'inheritance'] },
      initial: true,
    }),
    value: money({
      label: { id: 'Harga transaksi, harga lelang, atau nilai pasar', en: 'Price, auction price or market value' },
    }),
    njop: money({
      label: { id: 'NJOP pada tahun perolehan', en: 'NJOP in the year of acquisition' },
      optional: true,
    }),
    isFirst: yesNo({
      label: {
        id: 'Perolehan pertama wajib pajak di daerah ini',
        en: 'First acquisition of the taxpayer in this region',
      },
      initial: true,
    }),
    isLowIncome: yesNo({
      label: {
        id: 'Rumah pertama masyarakat berpenghasilan rendah (MBR)',
        en: 'First house of a person of low income (MBR)',
      },
    }),
    house: choice({
      label: { id: 'Rumah itu', en: 'That house is' },
      options: [option('bought', 'Dibeli', 'Bought'), option('self-built', 'Dibangun sendiri', 'Built by oneself')],
      when: { field: 'isLowIncome', is: ['yes'] },
      initial: 'bought',
    }),
    floorArea: decimal({
      label: { id: 'Luas lantai', en: 'Floor area' },
      suffix: { id: 'm²', en: 'm²' },
      when: { field: 'isLowIncome', is: ['yes'] },
      max: 1_000_000,
      places: 2,
    }),
    untaxed: ownAmount('NPOPTKP', 'Untaxed value (NPOPTKP)'),
    rate: ownRate('Tarif BPHTB', 'Rate of the tax'),
  },
  rules: [
    'tax.bphtb.rate-max',
    'tax.bphtb.untaxed-min',
    'tax.bphtb.untaxed-inheritance-min',
    'tax.bphtb.untaxed-applies',
    'tax.bphtb.rate',
    'tax.bphtb.untaxed',
    'tax.bphtb.untaxed-inheritance',
    'tax.bphtb.low-income-share',
    'tax.bphtb.low-income-area',
    'tax.local.rounding',
  ],
  compute(input, law, working) {
    const figures = new RegionalFigures(law)
    const rate = figures.rate('tax.bphtb.rate', { path: 'rate', value: input.rate })
    figures.notAbove('tax.bphtb.rate-max', rate, 'rate')
    // The auction price stands, whatever NJOP says.
    const value = input.acquisition === 'auction' ? input.value : input.value.atLeast(input.njop)
    const labelOfValue = { id: 'Nilai perolehan (NPOP)', en: 'Value of the acquisition (NPOP)' }
    working?.step('npop', labelOfValue, value, value === input.value ? undefined : njopCounts)

    const untaxed = untaxedOf(input, figures, law)
    const taxable = value.minus(untaxed.value).atLeast(Exact.zero)
    working?.step(
      'taxable',
      { id: 'Nilai kena pajak (NPOPKP)', en: 'Taxable value (NPOPKP)' },
      taxable,
      words`${value} − ${untaxed.value}`,
      ...untaxed.keys.map((key) => law.rule(key)),
    )
    let tax = taxable.times(rate.value)
    const label = { id: 'BPHTB', en: 'Acquisition tax (BPHTB)' }
    working?.step('bphtb', label, tax, words`${taxable} × ${rate.value}`, ...rate.rules)
    if (input.isLowIncome) tax = lowIncome(tax, input, law, working, figures.warnings)
    const lines: Line[] = [{ id: 'bphtb', label, amount: tax, destination: 'region' }]
    return {
      ...billed(lines, law, 'tax.local.rounding', working),
      warnings: figures.warnings,
      isEstimate: figures.isTyped,
    }
  },
  example: {
    date: '2026-01-15',
    input: { acquisition: 'sale', value: 500_000_000, njop: 400_000_000, isFirst: true },
    total: 21_000_000,
  },
})

const njopCounts: LocalText = {
  id: 'NJOP lebih tinggi dari harga, jadi NJOP yang dipakai',
  en: 'NJOP is above the price, so NJOP counts',
}

interface Acquired {
  readonly acquisition: string
  readonly isClosestFamily: boolean
  readonly isFirst: boolean
  readonly untaxed: Exact
}

/** Inheritance within the closest family has its own untaxed value; every other one only the first time. */
function untaxedOf(input: Acquired, figures: RegionalFigures, law: Law): { value: Exact; keys: readonly string[] } {
  const typed = { path: 'untaxed', value: input.untaxed }
  const isInherited = ['bequest', 'inheritance'].includes(input.acquisition) && input.isClosestFamily
  const name = isInherited ? 'untaxed-inheritance' : 'untaxed'
  const appliesKey = 'tax.bphtb.untaxed-applies'
  if (!isInherited && !input.isFirst && law.text(appliesKey) === 'first')
    return { value: Exact.zero, keys: [appliesKey] }
  const untaxed = figures.amount(`tax.bphtb.${name}`, typed)
  figures.notBelow(`tax.bphtb.${name}-min`, untaxed, 'untaxed')
  const keys = untaxed.rules.map((rule) => rule.key)
  return { value: untaxed.value, keys: isInherited ? keys : [...keys, appliesKey] }
}

/** @basis Keputusan Bersama Menteri PKP, Menteri PU dan Mendagri, November 2024 */
function lowIncome(
  tax: Exact,
  { house, floorArea }: { readonly house: 'bought' | 'self-built'; readonly floorArea: Exact },
  law: Law,
  working: Working | undefined,
  warnings: LocalText[],
): Exact {
  const key = 'tax.bphtb.low-income-share'
  if (!law.has(key))
    throw invalidField(
      'isLowIncome',
      `Pembebasan untuk MBR belum berlaku pada ${formatDay(law.day, 'id')}.`,
      `There was no exemption for low income on ${formatDay(law.day, 'en')}.`,
    )
  const areaKey = 'tax.bphtb.low-income-area'
  const largest = Exact.read(law.table(areaKey, (table) => table as Readonly<Record<string, string>>)[house] as string)
  if (floorArea.isOver(largest)) {
    warnings.push({
      id: `Rumah ini lebih luas dari batas ${largest.decimal()} m², sehingga tidak dibebaskan (${law.rule(areaKey).citation}).`,
      en: `This house is larger than ${largest.decimal()} m² and therefore not exempt (${law.rule(areaKey).citation}).`,
    })
    return tax
  }
  const due = tax.times(law.rate(key))
  const label = { id: 'Dibayar masyarakat berpenghasilan rendah', en: 'Paid by a person of low income' }
  working?.step('low-income', label, due, words`${tax} × ${law.rate(key)}`, law.rule(key), law.rule(areaKey))
  return due
}
