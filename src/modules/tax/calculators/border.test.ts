import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amounts, ask, refusal, total } from './testing.ts'

const price = fc.integer({ min: 0, max: 1_000_000_000_000 })

describe('VAT', () => {
  const vat = (input: object, date?: string) => total(ask('ppn', input, date ? { date } : {}))

  it('was 10, then 11, and is 11/12 of 12 percent, from one day to the next', () => {
    expect(vat({ price: 1_000_000 }, '2022-03-31')).toBe(100_000)
    expect(vat({ price: 1_000_000 }, '2022-04-01')).toBe(110_000)
    expect(vat({ price: 1_000_000 }, '2024-12-31')).toBe(110_000)
    expect(vat({ price: 1_000_000 }, '2025-01-01')).toBe(110_000)
  })

  it('of luxury is on the whole price, for a final consumer from February 2025', () => {
    const luxury = { supply: 'luxury', price: 1_000_000 }
    expect(vat(luxury, '2024-12-31')).toBe(110_000)
    expect(vat(luxury, '2025-01-01')).toBe(120_000)
    expect(vat({ ...luxury, isFinalConsumer: true }, '2025-01-31')).toBe(110_000)
    expect(vat({ ...luxury, isFinalConsumer: true }, '2025-02-01')).toBe(120_000)
  })

  it('is taken from the exact base, not from a rounded one', () => {
    fc.assert(
      fc.property(price, (amount) => {
        expect(BigInt(vat({ price: amount }))).toBe((BigInt(amount) * 11n + 50n) / 100n)
      }),
    )
  })

  it('of a price that includes it, with the rest, is the price', () => {
    fc.assert(
      fc.property(price, (amount) => {
        const tax = vat({ price: amount, includesTax: true })
        expect(Math.abs(vat({ price: amount - tax }) - tax)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('is not added to what the region taxes, and says why', () => {
    for (const supply of ['food', 'catering', 'hotel', 'parking', 'entertainment']) {
      const result = ask('ppn', { supply, price: 100_000 })
      expect(total(result)).toBe(0)
      expect(result.warnings[0]?.id).toContain('sudah dikenai pajak daerah (PBJT)')
    }
  })

  it('of building for oneself is on a fifth of the cost', () => {
    expect(vat({ supply: 'self-building', price: 100_000_000 })).toBe(2_200_000)
    expect(vat({ supply: 'self-building', price: 100_000_000 }, '2021-06-01')).toBe(2_000_000)
  })

  it('of luxury with a luxury tax rate that was typed is only an estimate', () => {
    const result = ask('ppn', { supply: 'luxury', price: 100_000, luxuryRate: 20 })
    expect(amounts(result)).toEqual({ ppn: 12_000, ppnbm: 20_000 })
    expect(result.isOfficial).toBe(false)
  })
})

describe('import', () => {
  const goods = { valueIs: 'cif', amount: 1000, currencyRate: 10_000, dutyRate: 10 }

  it('takes freight by origin and insurance when nobody knows them', () => {
    const value = (origin: string) => {
      const result = ask('import', { ...goods, valueIs: 'fob', origin })
      return result.steps.find((step) => step.id === 'cif')?.figure
    }
    const cif = (origin: string) => (value(origin) as { quantity: { decimal(): string } }).quantity.decimal()
    expect([cif('asean'), cif('asia'), cif('other')]).toEqual(['1055.25', '1105.5', '1155.75'])
  })

  it('is taxed by the licence, twice without a tax number', () => {
    const pph = (more: object) => amounts(ask('import', { ...goods, ...more }))['pph22']
    expect(pph({ hasLicence: true })).toBe(275_000)
    expect(pph({ hasLicence: false })).toBe(825_000)
    expect(pph({ hasLicence: true, hasTaxNumber: false })).toBe(550_000)
    expect(pph({ goods: 'certain', hasLicence: true })).toBe(1_100_000)
    expect(pph({ goods: 'staple', hasLicence: true })).toBe(55_000)
    expect(pph({ goods: 'staple', hasLicence: false })).toBe(825_000)
  })

  it('knows gold bars as a class only from 1 August 2025', () => {
    const gold = { ...goods, goods: 'gold' }
    expect(refusal(() => ask('import', gold, { date: '2025-07-31' }))?.path).toBe('goods')
    expect(amounts(ask('import', gold, { date: '2025-08-01' }))['pph22']).toBe(27_500)
  })

  it('puts duties and excise into the base of both taxes', () => {
    const result = ask('import', { ...goods, extraDutyRate: 5, excise: 500_000, hasLicence: true })
    expect(amounts(result)).toEqual({
      duty: 1_000_000,
      'extra-duty': 500_000,
      excise: 500_000,
      ppn: 1_320_000,
      pph22: 300_000,
    })
  })

  it('has lines that all go to the state and make the total', () => {
    const ofAny = fc.property(
      fc.integer({ min: 0, max: 100_000_000 }),
      fc.integer({ min: 1, max: 20_000 }),
      fc.integer({ min: 0, max: 200 }),
      fc.boolean(),
      (amount, currencyRate, dutyRate, hasLicence) => {
        const result = ask('import', { valueIs: 'cif', amount, currencyRate, dutyRate, hasLicence })
        expect(result.lines.every((line) => line.destination === 'state' && !line.amount.isNegative)).toBe(true)
        expect(Object.values(amounts(result)).reduce((sum, each) => sum + each, 0)).toBe(total(result))
      },
    )
    fc.assert(ofAny, { numRuns: 50 })
  })
})

describe('a consignment', () => {
  const parcel = { isFreightKnown: true, freight: 0, isInsuranceKnown: true, insurance: 0, currencyRate: 10_000 }
  const send = (input: object, date?: string) =>
    amounts(ask('import.consignment', { ...parcel, ...input }, date ? { date } : {}))

  it('is free of duty up to three dollars, simple up to 1,500, ordinary above', () => {
    expect(send({ fob: 3 })).toEqual({ duty: 0, ppn: 3300, pph22: 0 })
    expect(send({ fob: '3.01' })['duty']).toBe(2258)
    expect(send({ fob: 1500, tariff: 20 })).toMatchObject({ duty: 1_125_000, pph22: 0 })
    expect(send({ fob: '1500.01', tariff: 20, hasLicence: true })).toMatchObject({ duty: 3_000_020, pph22: 450_003 })
  })

  it('of bags had the ordinary tariff and income tax until 4 March 2025, since then one rate and none', () => {
    const bag = { goods: 'bag', fob: 100, tariff: 20, hasLicence: true }
    expect(send(bag, '2025-03-04')).toMatchObject({ duty: 200_000, pph22: 30_000 })
    expect(send(bag, '2025-03-05')).toMatchObject({ duty: 250_000, pph22: 0 })
  })

  it('of watches became special goods on 17 October 2023', () => {
    const watch = { goods: 'watch', fob: 100, tariff: 10, hasLicence: true }
    expect(send(watch, '2023-10-16')).toMatchObject({ duty: 75_000, pph22: 0 })
    expect(send(watch, '2023-10-17')).toMatchObject({ duty: 100_000, pph22: 27_500 })
    expect(send(watch, '2025-03-05')).toMatchObject({ duty: 150_000, pph22: 0 })
  })

  it('warns when the ordinary tariff counts and none was given', () => {
    expect(ask('import.consignment', { ...parcel, fob: 2000 }).warnings).toHaveLength(1)
    expect(ask('import.consignment', { ...parcel, fob: 2000, tariff: 5 }).warnings).toHaveLength(0)
  })

  it('of letters is free of everything', () => {
    expect(send({ goods: 'document', fob: 5000 })).toEqual({ duty: 0 })
  })
})
