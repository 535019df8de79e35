import type { Rate } from '#kernel/money/money.ts'
import { defineCalculator } from '../../calculation/calculator.ts'
import { Exact } from '../../calculation/exact.ts'
import { choice, percent } from '../../calculation/fields.ts'
import type { Law } from '../../calculation/law.ts'
import { words } from '../../calculation/words.ts'
import type { Working } from '../../calculation/working.ts'
import { asRate } from '../local/regional-figures.ts'
import { type ConsignedGoods, goodsOfConsignment } from './consigned-goods.ts'
import * as value from './customs-value.ts'
import { hasLicence, hasTaxNumber, incomeTaxClass } from './income-tax-fields.ts'
import { type Levies, levy, levyRules } from './levies.ts'

/** What the value and the kind of goods mean for duty and income tax. */
interface Treatment {
  readonly duty: Rate
  readonly rules: readonly string[]
  /** True where the ordinary customs tariff holds, whatever it is for these goods. */
  readonly isTariff: boolean
  readonly hasIncomeTax: boolean
}

/** @basis PMK 96/2023 jo. PMK 4/2025 pasal 29; sebelum 17 Oktober 2023 PMK 199/PMK.010/2019 */
export const consignment = defineCalculator({
  kind: 'import.consignment',
  subject: 'import',
  title: { id: 'Barang kiriman dari luar negeri', en: 'Consignments from abroad' },
  lead: {
    id: 'Bea masuk dan pajak paket dari toko luar negeri, menurut nilai dan jenis barang.',
    en: 'Duty and taxes of a parcel from a shop abroad, by value and kind of goods.',
  },
  words: 'paket kiriman e-commerce belanja online pos kurir parcel',
  law: 'national',
  fields: {
    goods: choice({ label: { id: 'Isi kiriman', en: 'Contents' }, options: goodsOfConsignment, initial: 'general' }),
    fob: { ...value.foreignAmount('Harga barang (FOB) dalam dolar AS', 'Price of the goods (FOB) in US dollars') },
    origin: value.origin,
    isFreightKnown: value.isFreightKnown,
    freight: value.freight,
    isInsuranceKnown: value.isInsuranceKnown,
    insurance: value.insurance,
    currencyRate: value.currencyRate,
    tariff: percent({
      label: { id: 'Tarif umum bea masuk (BTKI)', en: 'Ordinary rate of duty (BTKI)' },
      hint: {
        id: 'Dipakai bila nilainya di atas batas barang kiriman, atau bila barang itu memakai tarif umum.',
        en: 'Used above the limit of consignments, or for goods under the ordinary tariff.',
      },
      optional: true,
      max: 1000,
    }),
    incomeTaxClass,
    hasLicence,
    hasTaxNumber,
  },
  rules: [
    'tax.import.consignment-limits',
    'tax.import.consignment-duty',
    'tax.import.consignment-special',
    'tax.import.consignment-income-tax',
    ...value.valueRules,
    ...levyRules,
  ],
  compute(input, law, working) {
    const treatment = treatmentOf(input.goods, input.fob, input.tariff, law)
    working?.step(
      'treatment',
      { id: 'Tarif bea masuk kiriman ini', en: 'Rate of duty of this consignment' },
      treatment.duty,
      words`FOB ${{ id: `USD ${input.fob.decimal()}`, en: `USD ${input.fob.decimal()}` }}`,
      ...treatment.rules.map((key) => law.rule(key)),
    )
    const cif = value.cifOf(input, law, working)
    const customsValue = value.customsValueOf(cif, input.currencyRate, working)
    const levies: Levies = {
      customsValue,
      duty: treatment.duty,
      dutyRules: treatment.rules,
      extraDuty: { numerator: 0n, denominator: 1n },
      excise: Exact.zero,
      isLuxury: false,
      luxuryRate: { numerator: 0n, denominator: 1n },
      incomeTax: treatment.hasIncomeTax
        ? { of: input.incomeTaxClass, hasLicence: input.hasLicence, hasTaxNumber: input.hasTaxNumber }
        : undefined,
    }
    const result = input.goods === 'document' ? nothing(working) : levy(levies, law, working)
    return treatment.isTariff && input.tariff.isZero ? { ...result, warnings: [tariffIsNil] } : result
  },
  example: {
    date: '2026-01-15',
    input: {
      goods: 'bag',
      fob: 200,
      isFreightKnown: true,
      freight: 0,
      isInsuranceKnown: true,
      insurance: 0,
      currencyRate: 16_000,
    },
    total: 1_240_000,
  },
})

const tariffIsNil = {
  id: 'Barang ini memakai tarif umum bea masuk. Tarifnya tidak diisi, sehingga dihitung 0%.',
  en: 'These goods are under the ordinary tariff. No rate was given, so that 0% was taken.',
}

function treatmentOf(goods: ConsignedGoods, fob: Exact, tariff: Exact, law: Law): Treatment {
  const limitKey = 'tax.import.consignment-limits'
  const limits = law.table(limitKey, (table) => table as { dutyFree: string; simple: string })
  const nil = { numerator: 0n, denominator: 1n }
  if (goods === 'document' || !fob.isOver(Exact.read(limits.dutyFree)))
    return { duty: nil, rules: [limitKey], isTariff: false, hasIncomeTax: false }
  const ordinary = asRate(tariff.percent)
  if (fob.isOver(Exact.read(limits.simple)))
    return { duty: ordinary, rules: [limitKey], isTariff: true, hasIncomeTax: true }
  const specialKey = 'tax.import.consignment-special'
  const special = law.table(specialKey, (table) => table as Readonly<Record<string, string>>)[goods] ?? 'general'
  if (special === 'general') {
    const key = 'tax.import.consignment-duty'
    return { duty: law.rate(key), rules: [limitKey, key], isTariff: false, hasIncomeTax: false }
  }
  if (special !== 'tariff')
    return { duty: asRate(Exact.read(special)), rules: [limitKey, specialKey], isTariff: false, hasIncomeTax: false }
  const incomeTaxKey = 'tax.import.consignment-income-tax'
  const hasIncomeTax = law.text(incomeTaxKey) === 'tariff-goods'
  return { duty: ordinary, rules: [limitKey, specialKey, incomeTaxKey], isTariff: true, hasIncomeTax }
}

function nothing(working: Working | undefined) {
  const label = { id: 'Dokumen dan surat bebas pungutan', en: 'Documents and letters are free of levies' }
  working?.step('free', label, Exact.zero)
  return { total: Exact.zero, lines: [{ id: 'duty', label, amount: Exact.zero, destination: 'state' as const }] }
}
