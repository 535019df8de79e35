/** An amount of rupiah in sen (1/100 rupiah), exact. */
export type Sen = bigint

/** A rate as an exact fraction, for instance 1.2 % = { numerator: 12n, denominator: 1000n }. */
export interface Rate {
  readonly numerator: bigint
  readonly denominator: bigint
}

export type Rounding = 'half-up' | 'down' | 'up'

export function rupiah(amount: number | bigint): Sen {
  if (typeof amount === 'number' && !Number.isSafeInteger(amount))
    throw new RangeError(`${amount} is not a whole rupiah`)
  return BigInt(amount) * 100n
}

/** Reads `numeric(20,2)` as PostgreSQL gives it. @throws RangeError on anything else */
export function senFromNumeric(text: string): Sen {
  const match = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(text)
  if (!match) throw new RangeError(`"${text}" is not an amount with at most two decimals`)
  const sen = BigInt(match[2] as string) * 100n + BigInt((match[3] ?? '').padEnd(2, '0') || '0')
  return match[1] ? -sen : sen
}

export function senToNumeric(sen: Sen): string {
  const sign = sen < 0n ? '-' : ''
  const size = sen < 0n ? -sen : sen
  return `${sign}${size / 100n}.${String(size % 100n).padStart(2, '0')}`
}

/** Reads a decimal such as "0.012" into an exact rate. */
export function rate(decimal: string): Rate {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(decimal)
  if (!match) throw new RangeError(`"${decimal}" is not a rate`)
  const places = match[2] ?? ''
  return { numerator: BigInt((match[1] as string) + places), denominator: 10n ** BigInt(places.length) }
}

/**
 * Multiplies and rounds once, to a multiple of `unit` sen (100n = whole rupiah).
 * Rounding is by size, so that a refund is the mirror of its charge.
 */
export function times(amount: Sen, by: Rate, rounding: Rounding, unit: Sen = 100n): Sen {
  const negative = amount < 0n
  const top = (negative ? -amount : amount) * by.numerator
  const bottom = by.denominator * unit
  const whole = top / bottom
  const rest = top % bottom
  const up = rounding === 'up' ? rest > 0n : rounding === 'half-up' ? rest * 2n >= bottom : false
  const result = (whole + (up ? 1n : 0n)) * unit
  return negative ? -result : result
}

/** Splits so that the parts add up exactly; the rest goes to the largest remainders (Hamilton). */
export function split(amount: Sen, weights: readonly bigint[], unit: Sen = 1n): Sen[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n)
  if (total <= 0n || weights.some((weight) => weight < 0n)) throw new RangeError('weights must be positive in sum')
  if (amount < 0n) return split(-amount, weights, unit).map((part) => -part)
  const units = amount / unit
  const parts = weights.map((weight, index) => ({
    index,
    units: (units * weight) / total,
    rest: (units * weight) % total,
  }))
  let left = units - parts.reduce((sum, part) => sum + part.units, 0n)
  for (const part of [...parts].sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1))) {
    if (left === 0n) break
    part.units += 1n
    left -= 1n
  }
  const result = parts.map((part) => part.units * unit)
  result[0] = (result[0] as Sen) + (amount % unit)
  return result
}

/** "Rp1.250.000" or "Rp1.250.000,50"; the Indonesian form in both languages, as the currency is. */
export function formatRupiah(sen: Sen): string {
  const size = sen < 0n ? -sen : sen
  const whole = (size / 100n).toString().replace(/\B(?=(\d{3})+(?!\d))/g, '.')
  const cents = size % 100n
  return `${sen < 0n ? '-' : ''}Rp${whole}${cents ? `,${String(cents).padStart(2, '0')}` : ''}`
}
