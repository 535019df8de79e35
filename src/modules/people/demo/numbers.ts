/** Gives out sequences for NIK and KK prefixes as the register itself would, in memory. */
export class NumberBook {
  private readonly last = new Map<number, number>()

  /** @param district six digits @param coded DDMMYY, with 40 added to the day of a woman in a NIK */
  next(district: number, coded: number): string {
    const prefix = district * 1_000_000 + coded
    const sequence = (this.last.get(prefix) ?? 0) + 1
    if (sequence > 9999) throw new RangeError(`no number left for ${prefix}`)
    this.last.set(prefix, sequence)
    // Sixteen digits do not fit a number exactly; twelve do.
    return `${prefix}${String(sequence).padStart(4, '0')}`
  }

  /** Takes note of a fixed number, so that nobody else gets it. */
  reserve(number: string): void {
    const prefix = Number(number.slice(0, 12))
    this.last.set(prefix, Math.max(this.last.get(prefix) ?? 0, Number(number.slice(12))))
  }

  *rows(): Iterable<[prefix: string, last: number]> {
    for (const [prefix, last] of this.last) yield [String(prefix), last]
  }
}
