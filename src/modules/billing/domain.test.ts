import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rupiah } from '#kernel/money/money.ts'
import { billingCode, formatBillingCode, readBillingCode } from './billing-code.ts'
import { billMachine, billStates, hasExpired, judgePayment, type PayableBill, readRupiah } from './domain.ts'

const due = Temporal.Instant.from('2026-11-30T10:00:00Z')
const bill = (more: Partial<PayableBill> = {}): PayableBill => ({
  state: 'issued',
  owed: rupiah(150_000),
  expiresAt: due,
  allowsPart: false,
  ...more,
})
const payment = (more: { amount?: bigint; paidAt?: Temporal.Instant } = {}) => ({
  amount: rupiah(150_000),
  paidAt: due.subtract({ hours: 1 }),
  ...more,
})

describe('a bill', () => {
  it('walks only the ways of its table', () => {
    const ways = billMachine.transitions.map((row) => `${row.from} ${row.verb} ${row.to}`)
    expect(ways).toEqual([
      'issued pay paid',
      'issued pay-part partly-paid',
      'issued expire expired',
      'issued cancel cancelled',
      'partly-paid pay paid',
      'partly-paid pay-part partly-paid',
      'partly-paid expire expired',
      'partly-paid cancel cancelled',
      'paid request-refund refunding',
      'refunding refuse-refund paid',
      'refunding approve-refund refunded',
      'refunding approve-part-refund paid',
    ])
    expect(billMachine.final).toEqual(['expired', 'cancelled', 'refunded'])
  })

  it('ends half an hour after its due time, when word of a payment made in time can no longer be on its way', () => {
    expect(hasExpired(bill(), due)).toBe(false)
    expect(hasExpired(bill(), due.add({ minutes: 29 }))).toBe(false)
    expect(hasExpired(bill(), due.add({ minutes: 30 }))).toBe(true)
    expect(hasExpired(bill({ state: 'paid' }), due.add({ hours: 1 }))).toBe(false)
  })
})

const exact = { fits: true, onBill: rupiah(150_000), settles: true }

describe('a payment', () => {
  it('settles its bill with the exact sum, up to the last moment', () => {
    expect(judgePayment(bill(), payment())).toEqual(exact)
    expect(judgePayment(bill(), payment({ paidAt: due }))).toEqual(exact)
  })

  it.each([
    ['unknown-number', undefined, payment()],
    ['wrong-amount', bill(), payment({ amount: rupiah(149_999) })],
    ['wrong-amount', bill(), payment({ amount: rupiah(150_000) + 1n })],
    ['late', bill(), payment({ paidAt: due.add({ seconds: 1 }) })],
    ['late', bill({ state: 'expired' }), payment()],
    ['cancelled', bill({ state: 'cancelled' }), payment()],
    ['already-paid', bill({ state: 'paid' }), payment()],
    ['already-paid', bill({ state: 'refunding' }), payment()],
    ['already-paid', bill({ state: 'refunded' }), payment()],
  ])('goes into suspense: %s', (reason, target, given) => {
    expect(judgePayment(target, given)).toEqual({ fits: false, reason })
  })

  it('of another sum goes on a bill that allows parts: less in part, more up to what is owed', () => {
    const open = bill({ allowsPart: true })
    const verdict = (amount: bigint) => judgePayment(open, payment({ amount }))
    expect(verdict(rupiah(1))).toEqual({ fits: true, onBill: rupiah(1), settles: false })
    expect(verdict(rupiah(200_000))).toEqual(exact)
    const never = bill({ expiresAt: undefined })
    expect(judgePayment(never, payment({ paidAt: due.add({ hours: 9999 }) }))).toEqual(exact)
  })

  it('fits no bill but an open one', () => {
    for (const state of billStates) {
      expect(judgePayment(bill({ state }), payment()).fits).toBe(state === 'issued' || state === 'partly-paid')
    }
  })
})

describe('a billing code', () => {
  const order = fc.bigInt({ min: 1n, max: 10n ** 11n - 1n })

  it('has fifteen digits and reads back, with spaces or without', () => {
    fc.assert(
      fc.property(order, (n) => {
        const code = billingCode(2026, n)
        expect(code).toMatch(/^126\d{12}$/)
        expect(readBillingCode(formatBillingCode(code))).toBe(code)
      }),
    )
  })

  it('is never the code of another order number', () => {
    fc.assert(
      fc.property(order, order, (a, b) => {
        expect(billingCode(2026, a) === billingCode(2026, b)).toBe(a === b)
      }),
    )
  })

  it('shows every wrong digit and every swap of neighbours', () => {
    fc.assert(
      fc.property(order, fc.nat(14), fc.integer({ min: 1, max: 9 }), (n, at, by) => {
        const code = billingCode(2026, n)
        const wrong = `${code.slice(0, at)}${(Number(code[at]) + by) % 10}${code.slice(at + 1)}`
        expect(readBillingCode(wrong)).toBeUndefined()
        const swapped = `${code.slice(0, at)}${code[at + 1] ?? ''}${code[at]}${code.slice(at + 2)}`
        if (swapped !== code) expect(readBillingCode(swapped)).toBeUndefined()
      }),
    )
  })
})

describe('a sum as a teller types it', () => {
  it.each([
    ['150000', 15_000_000n],
    ['150.000', 15_000_000n],
    ['Rp150.000', 15_000_000n],
    ['Rp 1.250.000,50', 125_000_050n],
    ['rp. 5', 500n],
  ])('%s', (typed, sen) => expect(readRupiah(typed)).toBe(sen))

  it.each(['', '0', '-5', '1.5', '15.00', '1,234', '1 000', 'Rp', '12a'])('refuses %j', (typed) =>
    expect(readRupiah(typed)).toBeUndefined(),
  )
})
