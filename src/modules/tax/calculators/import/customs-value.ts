import { Exact } from '../../calculation/exact.ts'
import { choice, decimal, yesNo } from '../../calculation/fields.ts'
import type { Law } from '../../calculation/law.ts'
import { number, words } from '../../calculation/words.ts'
import type { Working } from '../../calculation/working.ts'

const amount = { max: 1_000_000_000_000, places: 4 } as const

export const currencyRate = decimal({
  label: { id: 'Kurs pajak', en: 'Tax rate of exchange' },
  hint: {
    id: 'Rupiah untuk satu satuan, menurut keputusan menteri minggu itu.',
    en: 'Rupiah for one unit, as decreed for that week.',
  },
  max: 1_000_000,
  places: 4,
})

export const origin = choice({
  label: { id: 'Dikirim dari', en: 'Sent from' },
  options: [
    { value: 'asean', label: { id: 'ASEAN', en: 'ASEAN' } },
    { value: 'asia', label: { id: 'Asia di luar ASEAN, atau Australia', en: 'Asia outside ASEAN, or Australia' } },
    { value: 'other', label: { id: 'Negara lain', en: 'Elsewhere' } },
  ],
  initial: 'other',
})

export const isFreightKnown = yesNo({
  label: { id: 'Biaya angkut diketahui', en: 'The freight is known' },
  hint: { id: 'Bila tidak, dihitung menurut asal barang.', en: 'If not, it is taken by origin.' },
})
export const freight = decimal({
  label: { id: 'Biaya angkut dalam mata uang asing', en: 'Freight in foreign currency' },
  when: { field: 'isFreightKnown', is: ['yes'] },
  ...amount,
})
export const isInsuranceKnown = yesNo({
  label: { id: 'Premi asuransi diketahui', en: 'The insurance is known' },
  hint: { id: 'Bila tidak, dihitung dari harga dan biaya angkut.', en: 'If not, it is taken from cost and freight.' },
})
export const insurance = decimal({
  label: { id: 'Premi asuransi dalam mata uang asing', en: 'Insurance in foreign currency' },
  when: { field: 'isInsuranceKnown', is: ['yes'] },
  ...amount,
})
export const foreignAmount = (id: string, en: string) => decimal({ label: { id, en }, ...amount })

export const valueRules = ['tax.import.freight-share', 'tax.import.insurance-share'] as const

interface Shipment {
  readonly fob: Exact
  readonly origin: 'asean' | 'asia' | 'other'
  readonly isFreightKnown: boolean
  readonly freight: Exact
  readonly isInsuranceKnown: boolean
  readonly insurance: Exact
}

/** Cost, insurance and freight, with what customs takes for those that nobody knows. */
export function cifOf(shipment: Shipment, law: Law, working: Working | undefined): Exact {
  const { fob } = shipment
  const freight = freightOf(shipment, law, working)
  const insurance = insuranceOf(shipment, fob.plus(freight), law, working)
  const cif = Exact.sum([fob, freight, insurance])
  const sum = words`${number(fob)} + ${number(freight)} + ${number(insurance)}`
  working?.step(
    'cif',
    { id: 'Nilai CIF (mata uang asing)', en: 'CIF value (foreign currency)' },
    { quantity: cif },
    sum,
  )
  return cif
}

function freightOf(shipment: Shipment, law: Law, working: Working | undefined): Exact {
  if (shipment.isFreightKnown) return shipment.freight
  const key = 'tax.import.freight-share'
  const shares = law.table(key, (value) => value as Readonly<Record<string, string>>)
  const { numerator, denominator } = Exact.read(shares[shipment.origin] as string)
  const share = { numerator, denominator }
  const freight = shipment.fob.times(share)
  const label = { id: 'Biaya angkut yang dipakai (mata uang asing)', en: 'Freight taken (foreign currency)' }
  working?.step('freight', label, { quantity: freight }, words`${number(shipment.fob)} × ${share}`, law.rule(key))
  return freight
}

function insuranceOf(shipment: Shipment, cfr: Exact, law: Law, working: Working | undefined): Exact {
  if (shipment.isInsuranceKnown) return shipment.insurance
  const key = 'tax.import.insurance-share'
  const share = law.rate(key)
  const insurance = cfr.times(share)
  const label = { id: 'Asuransi yang dipakai (mata uang asing)', en: 'Insurance taken (foreign currency)' }
  working?.step('insurance', label, { quantity: insurance }, words`${number(cfr)} × ${share}`, law.rule(key))
  return insurance
}

export function customsValueOf(cif: Exact, currencyRate: Exact, working: Working | undefined): Exact {
  const value = cif.times(currencyRate)
  const formula = words`${number(cif)} × ${currencyRate}`
  working?.step('customs-value', { id: 'Nilai pabean', en: 'Customs value' }, value, formula)
  return value
}
