import type { Rate, Sen } from '#kernel/money/money.ts'

/** By how much a deposit may be short and still be taken for the deposit with fees deducted. */
export interface FeeLimit {
  readonly mostFee: Rate
}

/**
 * Which credit is the deposit of a sum: the first that is exactly it, with or without the fees that the bank told; failing that
 * the largest that is short by no more than fees may be.
 * @returns id of the credit
 */
export function pickDeposit(
  owed: { readonly amount: Sen; readonly fee: Sen },
  credits: readonly { readonly id: string; readonly amount: Sen }[],
  { mostFee }: FeeLimit,
): string | undefined {
  const exact = credits.find(({ amount }) => amount === owed.amount || amount === owed.amount - owed.fee)
  if (exact) return exact.id
  const near = credits
    .filter(({ amount }) => amount < owed.amount)
    .filter(({ amount }) => amount * mostFee.denominator >= owed.amount * (mostFee.denominator - mostFee.numerator))
    .sort((a, b) => (a.amount < b.amount ? 1 : a.amount > b.amount ? -1 : 0))
  return near[0]?.id
}
