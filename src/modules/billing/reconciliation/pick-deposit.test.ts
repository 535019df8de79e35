import { expect, it } from 'vitest'
import { rate, rupiah } from '#kernel/money/money.ts'
import { pickDeposit } from './pick-deposit.ts'

const limit = { mostFee: rate('0.03') }
const credits = (...amounts: number[]) => amounts.map((amount, index) => ({ id: `c${index}`, amount: rupiah(amount) }))

it('the deposit of a sum is the credit that is it, with or without the fees that the bank told', () => {
  expect(pickDeposit({ amount: rupiah(100_000), fee: 0n }, credits(99_000, 100_000), limit)).toBe('c1')
  expect(pickDeposit({ amount: rupiah(100_000), fee: rupiah(2500) }, credits(99_000, 97_500), limit)).toBe('c1')
})

it('failing that the largest that is short by no more than fees may be', () => {
  expect(pickDeposit({ amount: rupiah(100_000), fee: 0n }, credits(97_000, 99_500, 98_000), limit)).toBe('c1')
  expect(pickDeposit({ amount: rupiah(100_000), fee: 0n }, credits(96_999), limit)).toBeUndefined()
  expect(pickDeposit({ amount: rupiah(100_000), fee: 0n }, credits(100_001), limit)).toBeUndefined()
})
