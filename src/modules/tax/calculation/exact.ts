import type { Rate, Rounding } from '#kernel/money/money.ts'

/**
 * An exact amount of rupiah, as a fraction. Nothing is rounded between two steps of a calculation; what stands on a bill
 * is rounded once, by the dated row of its tax (`law.rounding`).
 */
export class Exact {
  static readonly zero = new Exact(0n, 1n)

  private constructor(
    readonly numerator: bigint,
    /** Always positive. */
    readonly denominator: bigint,
  ) {}

  static of(numerator: bigint | number, denominator = 1n): Exact {
    const top = typeof numerator === 'bigint' ? numerator : BigInt(numerator)
    if (denominator === 0n) throw new RangeError('nothing is divided by zero')
    return denominator < 0n ? new Exact(-top, -denominator) : new Exact(top, denominator)
  }

  /** "1250000", "-3.5". @throws RangeError on anything else */
  static read(text: string): Exact {
    const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
    if (!match) throw new RangeError(`"${text}" is not a decimal`)
    const places = match[3] ?? ''
    const top = BigInt((match[2] as string) + places)
    return new Exact(match[1] ? -top : top, 10n ** BigInt(places.length))
  }

  static sum(amounts: Iterable<Exact>): Exact {
    let total = Exact.zero
    for (const amount of amounts) total = total.plus(amount)
    return total
  }

  plus(other: Exact): Exact {
    if (this.denominator === other.denominator) return new Exact(this.numerator + other.numerator, this.denominator)
    return reduced(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator,
    )
  }

  minus(other: Exact): Exact {
    return this.plus(new Exact(-other.numerator, other.denominator))
  }

  /** By a rate of law, another exact figure, or a whole number. */
  times(by: Rate | bigint | number): Exact {
    if (typeof by === 'bigint') return new Exact(this.numerator * by, this.denominator)
    if (typeof by === 'number') return new Exact(this.numerator * BigInt(by), this.denominator)
    return reduced(this.numerator * by.numerator, this.denominator * by.denominator)
  }

  /** @throws RangeError when divided by zero */
  over(by: Rate | bigint | number): Exact {
    const { numerator, denominator } =
      typeof by === 'object' ? by : { numerator: typeof by === 'bigint' ? by : BigInt(by), denominator: 1n }
    const size = reduced(this.numerator * denominator, this.denominator * numerator)
    return size.denominator < 0n ? new Exact(-size.numerator, -size.denominator) : size
  }

  /** Hundredths: 7.5 typed as a percentage becomes 0.075. */
  get percent(): Exact {
    return new Exact(this.numerator, this.denominator * 100n)
  }

  compare(other: Exact): -1 | 0 | 1 {
    if (this.denominator === other.denominator)
      return this.numerator < other.numerator ? -1 : this.numerator > other.numerator ? 1 : 0
    const left = this.numerator * other.denominator
    const right = other.numerator * this.denominator
    return left < right ? -1 : left > right ? 1 : 0
  }

  isOver(other: Exact): boolean {
    return this.compare(other) > 0
  }

  isUnder(other: Exact): boolean {
    return this.compare(other) < 0
  }

  equals(other: Exact): boolean {
    return this.compare(other) === 0
  }

  get isZero(): boolean {
    return this.numerator === 0n
  }

  get isNegative(): boolean {
    return this.numerator < 0n
  }

  get isWhole(): boolean {
    return this.numerator % this.denominator === 0n
  }

  /** The smaller of two. */
  atMost(other: Exact): Exact {
    return this.compare(other) > 0 ? other : this
  }

  /** The larger of two. */
  atLeast(other: Exact): Exact {
    return this.compare(other) < 0 ? other : this
  }

  get negated(): Exact {
    return new Exact(-this.numerator, this.denominator)
  }

  /** To a multiple of `unit` rupiah, by size, so that a refund is the mirror of its charge. */
  rounded(mode: Rounding, unit: bigint = 1n): Exact {
    const negative = this.numerator < 0n
    const top = negative ? -this.numerator : this.numerator
    const bottom = this.denominator * unit
    const whole = top / bottom
    const rest = top % bottom
    const up = mode === 'up' ? rest > 0n : mode === 'half-up' ? rest * 2n >= bottom : false
    const result = (whole + (up ? 1n : 0n)) * unit
    return new Exact(negative ? -result : result, 1n)
  }

  /** "45833333.33333333": all decimals when they end, else `places` of them. */
  decimal(places = 8): string {
    const negative = this.numerator < 0n
    const top = negative ? -this.numerator : this.numerator
    const whole = top / this.denominator
    let rest = top % this.denominator
    let digits = ''
    while (rest > 0n && digits.length < places) {
      rest *= 10n
      digits += String(rest / this.denominator)
      rest %= this.denominator
    }
    return `${negative ? '-' : ''}${whole}${digits ? `.${digits}` : ''}`
  }
}

const large = 1n << 48n

/** Fractions stay small: a thousand steps must not cost more than ten. */
function reduced(numerator: bigint, denominator: bigint): Exact {
  if (denominator === 1n) return Exact.of(numerator)
  if (numerator % denominator === 0n) return Exact.of(numerator / denominator)
  if (denominator < large) return Exact.of(numerator, denominator)
  let [a, b] = [numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator]
  while (b) [a, b] = [b, a % b]
  return Exact.of(numerator / a, denominator / a)
}
