import { invalidField } from '#kernel/errors.ts'
import { billed } from '../../calculation/billed.ts'
import { defineCalculator, type Line } from '../../calculation/calculator.ts'
import { Exact } from '../../calculation/exact.ts'
import { choice, decimal, money, option, percent, yesNo } from '../../calculation/fields.ts'
import type { Law } from '../../calculation/law.ts'
import { number, words } from '../../calculation/words.ts'
import type { Working } from '../../calculation/working.ts'
import { ownRate } from './own-figures.ts'
import { asRate, exact, RegionalFigures } from './regional-figures.ts'
import { entryOf, rowOf } from './tables.ts'

const services = [
  option('food', 'Makanan dan minuman, jasa boga', 'Food and drink, catering'),
  option('hotel', 'Jasa perhotelan', 'Hotels'),
  option('parking', 'Jasa parkir', 'Parking'),
  option('entertainment', 'Bioskop, pertunjukan, olahraga, rekreasi', 'Cinema, shows, sports, recreation'),
  option('night-entertainment', 'Diskotek, karaoke, kelab malam, bar', 'Disco, karaoke, night club, bar'),
  option('spa', 'Mandi uap dan spa', 'Steam bath and spa'),
  option('electricity', 'Listrik dari sumber lain', 'Electricity from another source'),
  option('electricity-industry', 'Listrik dari sumber lain untuk industri', 'Electricity for industry and mining'),
  option('electricity-own', 'Listrik yang dihasilkan sendiri', 'Electricity made by oneself'),
] as const
type Service = (typeof services)[number]['value']

/** @basis UU 1/2022 pasal 50 sampai 59; sebelum 5 Januari 2024 UU 28/2009 pasal 32 sampai 56 dan 62 sampai 66 */
export const pbjt = defineCalculator({
  kind: 'pbjt',
  subject: 'consumption',
  title: { id: 'PBJT: restoran, hotel, parkir, hiburan, listrik', en: 'Regional tax on services (PBJT)' },
  lead: {
    id: 'Pajak daerah atas makanan dan minuman, hotel, parkir, hiburan, dan listrik, dari jumlah yang dibayar.',
    en: 'Regional tax on food and drink, hotels, parking, entertainment and electricity, on what is paid.',
  },
  words: 'restoran rumah makan penginapan karaoke spa ppj penerangan jalan',
  law: 'region',
  fields: {
    service: choice({ label: { id: 'Yang dijual', en: 'What is sold' }, options: services, initial: 'food' }),
    amount: money({
      label: { id: 'Jumlah yang dibayar', en: 'Amount paid' },
      hint: {
        id: 'Untuk listrik buatan sendiri boleh dikosongkan: nilainya dihitung dari daya dan harga satuan.',
        en: 'May stay empty for electricity made by oneself: its value comes from capacity and unit price.',
      },
      optional: true,
    }),
    includesTax: yesNo({ label: { id: 'Jumlah itu sudah termasuk pajak', en: 'The amount includes the tax' } }),
    monthlyTurnover: money({
      label: { id: 'Omzet sebulan', en: 'Monthly turnover' },
      hint: {
        id: 'Usaha makanan dan minuman kecil tidak dipungut pajak. Kosongkan bila usaha Anda besar.',
        en: 'Small sellers of food and drink are not taxed. Leave empty for a large one.',
      },
      when: { field: 'service', is: ['food'] },
      optional: true,
    }),
    capacity: decimal({
      label: { id: 'Kapasitas pembangkit', en: 'Capacity of the generator' },
      suffix: { id: 'kVA', en: 'kVA' },
      when: { field: 'service', is: ['electricity-own'] },
      optional: true,
      max: 10_000_000,
      places: 3,
    }),
    usage: percent({
      label: { id: 'Tingkat penggunaan', en: 'Degree of use' },
      when: { field: 'service', is: ['electricity-own'] },
      initial: '100',
    }),
    hours: decimal({
      label: { id: 'Jam menyala', en: 'Hours of use' },
      when: { field: 'service', is: ['electricity-own'] },
      optional: true,
      max: 9000,
      places: 2,
    }),
    unitPrice: money({
      label: { id: 'Harga satuan listrik per kWh', en: 'Unit price of electricity a kWh' },
      when: { field: 'service', is: ['electricity-own'] },
      optional: true,
    }),
    rate: ownRate('Tarif', 'Rate'),
  },
  rules: [
    ...services.map(({ value }) => `tax.pbjt.${value}`),
    'tax.pbjt.bounds',
    'tax.pbjt.untaxed-turnover',
    'tax.local.rounding',
  ],
  compute(input, law, working) {
    const figures = new RegionalFigures(law)
    const rate = figures.rate(`tax.pbjt.${input.service}`, { path: 'rate', value: input.rate })
    checkBounds(input.service, rate, law, figures)
    const amount = input.amount.isZero && input.service === 'electricity-own' ? ownValue(input, working) : input.amount
    const base = input.includesTax ? amount.over(Exact.of(1).plus(exact(rate.value))) : amount
    const labelOfBase = { id: 'Dasar pengenaan', en: 'Tax base' }
    working?.step('base', labelOfBase, base, input.includesTax ? words`${amount} ÷ (1 + ${rate.value})` : undefined)
    const label = { id: 'PBJT', en: 'Tax on services (PBJT)' }
    let tax = base.times(rate.value)
    working?.step('pbjt', label, tax, words`${base} × ${rate.value}`, ...rate.rules)
    if (input.service === 'food' && isSmall(input.monthlyTurnover, law, working, figures)) tax = Exact.zero
    const lines: Line[] = [{ id: 'pbjt', label, amount: tax, destination: 'region' }]
    return {
      ...billed(lines, law, 'tax.local.rounding', working),
      warnings: figures.warnings,
      isEstimate: figures.isTyped,
    }
  },
  example: { date: '2026-01-15', input: { service: 'food', amount: 25_000_000 }, total: 2_500_000 },
})

function checkBounds(service: Service, rate: ReturnType<RegionalFigures['rate']>, law: Law, figures: RegionalFigures) {
  const key = 'tax.pbjt.bounds'
  const national = law.aside()
  const bounds = rowOf<{ service: string; min?: string; max: string }>(
    national.table(key, (table) => table),
    'service',
    service,
  )
  if (!bounds) return
  const value = exact(rate.value)
  const isBroken = value.isOver(Exact.read(bounds.max)) || value.isUnder(Exact.read(bounds.min ?? '0'))
  figures.bound(isBroken, rate.rules, 'rate', {
    id: `Tarif ini di luar batas nasional (${national.rule(key).citation}).`,
    en: `This rate is outside the national bounds (${national.rule(key).citation}).`,
  })
}

interface OwnElectricity {
  readonly capacity: Exact
  readonly usage: Exact
  readonly hours: Exact
  readonly unitPrice: Exact
}

/** @basis PP 35/2023: kapasitas × tingkat penggunaan × jangka waktu × harga satuan */
function ownValue({ capacity, usage, hours, unitPrice }: OwnElectricity, working: Working | undefined): Exact {
  if (capacity.isZero || hours.isZero || unitPrice.isZero)
    throw invalidField(
      'amount',
      'Isi nilai jual listriknya, atau kapasitas, jam menyala, dan harga satuannya.',
      'Fill in the value of the electricity, or its capacity, hours and unit price.',
    )
  const value = capacity.times(usage.percent).times(hours).times(unitPrice)
  const label = { id: 'Nilai jual tenaga listrik', en: 'Value of the electricity' }
  const formula = words`${number(capacity)} kVA × ${asRate(usage.percent)} × ${number(hours)} × ${unitPrice}`
  working?.step('electricity-value', label, value, formula)
  return value
}

/** Sellers up to the limit of the region are not taxed; nothing typed means that the limit is passed. */
function isSmall(turnover: Exact, law: Law, working: Working | undefined, figures: RegionalFigures): boolean {
  const key = 'tax.pbjt.untaxed-turnover'
  if (turnover.isZero || !law.has(key)) return false
  const limit = entryOf(
    law.table(key, (table) => table),
    'food',
  )
  if (!limit || turnover.isOver(limit)) return false
  const reason = {
    id: `Omzet sebulan tidak lebih dari batas daerah, jadi tidak dipungut pajak (${law.rule(key).citation}).`,
    en: `The monthly turnover is not above the limit of the region, so no tax is collected (${law.rule(key).citation}).`,
  }
  figures.warnings.push(reason)
  const label = { id: 'Tidak dipungut', en: 'Not collected' }
  working?.step('untaxed', label, Exact.zero, words`${turnover} ≤ ${limit}`, law.rule(key))
  return true
}
