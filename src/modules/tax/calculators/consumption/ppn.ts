import type { LocalText } from '#kernel/i18n/texts.ts'
import type { Rate } from '#kernel/money/money.ts'
import { billed } from '../../calculation/billed.ts'
import { defineCalculator, type Outcome } from '../../calculation/calculator.ts'
import { Exact } from '../../calculation/exact.ts'
import { choice, money, percent, yesNo } from '../../calculation/fields.ts'
import type { Law } from '../../calculation/law.ts'
import { words } from '../../calculation/words.ts'
import type { Working } from '../../calculation/working.ts'
import { readShare } from './share.ts'
import { type Supply, supplies } from './supplies.ts'

interface Base {
  /** Of the price; the rate is applied to what remains. */
  readonly share: Rate
  readonly keys: readonly string[]
}

/** @basis UU 7/2021 pasal 4 (UU PPN pasal 4A, 7, 8A); PMK 131/2024 pasal 2, 3, 5; PMK 11/2025 */
export const ppn = defineCalculator({
  kind: 'ppn',
  subject: 'consumption',
  title: { id: 'PPN atas barang dan jasa', en: 'VAT on goods and services (PPN)' },
  lead: {
    id: 'Pajak pertambahan nilai dari harga jual: dari sebagian harga untuk barang dan jasa biasa, dari seluruhnya untuk barang mewah.',
    en: 'Value added tax on a price: on a part of it for ordinary goods and services, on all of it for luxury.',
  },
  words: 'faktur mewah PPnBM nilai lain vat',
  law: 'national',
  fields: {
    supply: choice({
      label: { id: 'Yang diserahkan', en: 'What is supplied' },
      options: supplies,
      initial: 'ordinary',
    }),
    isFinalConsumer: yesNo({
      label: { id: 'Pembelinya konsumen akhir', en: 'The buyer is a final consumer' },
      when: { field: 'supply', is: ['luxury'] },
    }),
    luxuryRate: percent({
      label: { id: 'Tarif PPnBM', en: 'Rate of the luxury tax (PPnBM)' },
      hint: { id: 'Kosongkan bila tidak kena PPnBM.', en: 'Leave empty when there is none.' },
      when: { field: 'supply', is: ['luxury'] },
      optional: true,
      max: 200,
    }),
    price: money({ label: { id: 'Harga jual atau penggantian', en: 'Price or consideration' } }),
    includesTax: yesNo({ label: { id: 'Harga itu sudah termasuk pajak', en: 'The price includes the tax' } }),
  },
  rules: [
    'tax.ppn.rate',
    'tax.ppn.base-share',
    'tax.ppn.luxury-base-share',
    'tax.ppn.luxury-consumer-base-share',
    'tax.ppn.export-rate',
    'tax.ppn.special-base',
    'tax.ppn.not-objects',
    'tax.ppn.rounding',
  ],
  compute(input, law, working) {
    if (isUnderRegionalTax(input.supply, law)) return notAnObject(input.supply, law, working)
    const { share, keys } = baseOf(input.supply, input.isFinalConsumer, law)
    const rateKey = input.supply === 'export' ? 'tax.ppn.export-rate' : 'tax.ppn.rate'
    const rate = law.rate(rateKey)
    const luxuryRate = input.luxuryRate.percent
    const price = input.includesTax
      ? input.price.over(Exact.of(1).plus(Exact.of(1).times(share).times(rate)).plus(luxuryRate))
      : input.price
    working?.step('price', { id: 'Harga tanpa pajak', en: 'Price without tax' }, price)
    const base = price.times(share)
    working?.step(
      'base',
      { id: 'Dasar pengenaan pajak (DPP)', en: 'Tax base (DPP)' },
      base,
      words`${price} × ${shareText(share)}`,
      ...keys.map((key) => law.rule(key)),
    )
    const tax = base.times(rate)
    working?.step('ppn', { id: 'PPN', en: 'VAT (PPN)' }, tax, words`${base} × ${rate}`, law.rule(rateKey))
    const luxury = price.times(luxuryRate)
    if (!luxury.isZero)
      working?.step(
        'ppnbm',
        { id: 'PPnBM', en: 'Luxury tax (PPnBM)' },
        luxury,
        words`${price} × ${{ numerator: luxuryRate.numerator, denominator: luxuryRate.denominator }}`,
      )
    const lines = [
      { id: 'ppn', label: { id: 'PPN', en: 'VAT (PPN)' }, amount: tax, destination: 'state' as const },
      ...(luxury.isZero
        ? []
        : [
            {
              id: 'ppnbm',
              label: { id: 'PPnBM', en: 'Luxury tax (PPnBM)' },
              amount: luxury,
              destination: 'state' as const,
            },
          ]),
    ]
    return { ...billed(lines, law, 'tax.ppn.rounding', working), isEstimate: !luxury.isZero }
  },
  example: { date: '2026-01-15', input: { supply: 'ordinary', price: 50_000_000 }, total: 5_500_000 },
})

function baseOf(supply: Supply, isFinalConsumer: boolean, law: Law): Base {
  const one = { numerator: 1n, denominator: 1n }
  if (supply === 'export') return { share: one, keys: [] }
  if (supply === 'luxury') {
    const key = isFinalConsumer ? 'tax.ppn.luxury-consumer-base-share' : 'tax.ppn.luxury-base-share'
    return { share: readShare(law, key), keys: [key] }
  }
  const general = { share: readShare(law, 'tax.ppn.base-share'), keys: ['tax.ppn.base-share'] }
  if (supply === 'ordinary') return general
  const shares = law.table('tax.ppn.special-base', (value) => value as Readonly<Record<string, string>>)
  const share = Exact.read(shares[supply] ?? '1').times(general.share)
  return { share, keys: ['tax.ppn.special-base', ...general.keys] }
}

function isUnderRegionalTax(supply: Supply, law: Law): boolean {
  return supply in law.table('tax.ppn.not-objects', (value) => value as Readonly<Record<string, string>>)
}

/** What the region taxes already is never taxed again: the answer is nothing, and says why. */
function notAnObject(supply: Supply, law: Law, working: Working | undefined): Outcome {
  const regional = supplies.find(({ value }) => value === supply)?.label ?? { id: supply, en: supply }
  const rule = law.rule('tax.ppn.not-objects')
  const reason = {
    id: `Bukan objek PPN. ${regional.id} sudah dikenai pajak daerah (PBJT), jadi tidak boleh ditambah PPN. Dasarnya ${rule.citation}.`,
    en: `No object of VAT. ${regional.en}: under the regional tax (PBJT), so that no VAT may be added. The basis is ${rule.citation}.`,
  }
  working?.step('not-object', { id: 'Bukan objek PPN', en: 'No object of VAT' }, Exact.zero, underPbjt, rule)
  const line = { id: 'ppn', label: { id: 'PPN', en: 'VAT (PPN)' }, amount: Exact.zero, destination: 'state' as const }
  return { total: Exact.zero, lines: [line], warnings: [reason] }
}

const underPbjt: LocalText = { id: 'dikenai pajak daerah (PBJT)', en: 'under the regional tax (PBJT)' }

function shareText({ numerator, denominator }: Rate): string {
  return numerator === denominator ? '1' : `${numerator}/${denominator}`
}
