import { defineCalculator } from '../../calculation/calculator.ts'
import { choice, money, percent, yesNo } from '../../calculation/fields.ts'
import { asRate } from '../local/regional-figures.ts'
import * as value from './customs-value.ts'
import { hasLicence, hasTaxNumber, incomeTaxClass } from './income-tax-fields.ts'
import { levy, levyRules } from './levies.ts'

/** @basis PMK 144/PMK.04/2022; PMK 131/2024; PMK 51/2025 pasal 3 */
export const importGoods = defineCalculator({
  kind: 'import',
  subject: 'import',
  title: { id: 'Pungutan impor barang', en: 'Levies on imported goods' },
  lead: {
    id: 'Nilai pabean, bea masuk, PPN, dan PPh 22 dari harga barang dan kurs pajak.',
    en: 'Customs value, duty, VAT and income tax from the price of goods and the rate of exchange.',
  },
  words: 'bea masuk cukai kurs cif fob pph 22 pabean customs duty',
  law: 'national',
  fields: {
    valueIs: choice({
      label: { id: 'Nilai yang diketahui', en: 'The value that is known' },
      options: [
        { value: 'fob', label: { id: 'Harga barang (FOB)', en: 'Price of the goods (FOB)' } },
        { value: 'cif', label: { id: 'Harga sampai pelabuhan (CIF)', en: 'Price to the port (CIF)' } },
      ],
      initial: 'fob',
    }),
    amount: value.foreignAmount('Nilai barang dalam mata uang asing', 'Value of the goods in foreign currency'),
    origin: { ...value.origin, when: { field: 'valueIs', is: ['fob'] } },
    isFreightKnown: { ...value.isFreightKnown, when: { field: 'valueIs', is: ['fob'] } },
    freight: value.freight,
    isInsuranceKnown: { ...value.isInsuranceKnown, when: { field: 'valueIs', is: ['fob'] } },
    insurance: value.insurance,
    currencyRate: value.currencyRate,
    dutyRate: percent({
      label: { id: 'Tarif bea masuk', en: 'Rate of duty' },
      hint: {
        id: 'Menurut BTKI atau perjanjian dagang. Isi 0 bila bebas.',
        en: 'As in the customs tariff or a trade agreement. Write 0 when free.',
      },
      max: 1000,
    }),
    extraDutyRate: percent({
      label: { id: 'Tarif bea masuk tambahan', en: 'Rate of extra duty' },
      hint: {
        id: 'Antidumping, imbalan, atau tindakan pengamanan. Kosongkan bila tidak ada.',
        en: 'Anti-dumping, countervailing or safeguard. Leave empty when there is none.',
      },
      optional: true,
      max: 1000,
    }),
    excise: money({ label: { id: 'Cukai', en: 'Excise' }, optional: true }),
    isLuxury: yesNo({ label: { id: 'Barang mewah', en: 'Luxury goods' } }),
    luxuryRate: percent({
      label: { id: 'Tarif PPnBM', en: 'Rate of the luxury tax (PPnBM)' },
      when: { field: 'isLuxury', is: ['yes'] },
      optional: true,
      max: 200,
    }),
    goods: incomeTaxClass,
    hasLicence,
    hasTaxNumber,
  },
  rules: [...value.valueRules, ...levyRules],
  compute(input, law, working) {
    const cif = input.valueIs === 'cif' ? input.amount : value.cifOf({ ...input, fob: input.amount }, law, working)
    const customsValue = value.customsValueOf(cif, input.currencyRate, working)
    return levy(
      {
        customsValue,
        duty: asRate(input.dutyRate.percent),
        dutyRules: [],
        extraDuty: asRate(input.extraDutyRate.percent),
        excise: input.excise,
        isLuxury: input.isLuxury,
        luxuryRate: asRate(input.luxuryRate.percent),
        incomeTax: { of: input.goods, hasLicence: input.hasLicence, hasTaxNumber: input.hasTaxNumber },
      },
      law,
      working,
    )
  },
  example: {
    date: '2026-01-15',
    input: { valueIs: 'cif', amount: 10_000, currencyRate: 16_000, dutyRate: 7.5, goods: 'other', hasLicence: true },
    total: 35_220_000,
  },
})
