import { type Rate, rate } from '#kernel/money/money.ts'
import { Exact } from './exact.ts'

/** One row of a table of rates: over the bound of the row before, up to and with its own. */
export interface Bracket {
  readonly from: Exact
  /** Undefined for the open end. */
  readonly upTo: Exact | undefined
  readonly rate: Rate
  /** Tax of everything below `from`. */
  readonly below: Exact
}

/** A table `[{"upTo": 60000000, "rate": "0.05"}, …, {"rate": "0.35"}]`: bounds rise, the last one is open. */
export class Brackets {
  readonly rows: readonly Bracket[]

  /** @throws Error when the table has gaps or no end */
  constructor(value: unknown, name: string) {
    if (!Array.isArray(value) || value.length === 0) throw new Error(`${name} holds no table of rates`)
    const rows: Bracket[] = []
    let from = Exact.zero
    let below = Exact.zero
    for (const [index, each] of value.entries()) {
      const row = each as { upTo?: unknown; rate?: unknown }
      const isLast = index === value.length - 1
      const upTo = typeof row.upTo === 'number' && Number.isSafeInteger(row.upTo) ? Exact.of(row.upTo) : undefined
      if (typeof row.rate !== 'string') throw new Error(`${name} row ${index + 1} has no rate`)
      if (isLast !== (upTo === undefined) || (upTo && !upTo.isOver(from)))
        throw new Error(`${name} row ${index + 1} leaves a gap`)
      const of = rate(row.rate)
      rows.push({ from, upTo, rate: of, below })
      if (upTo) {
        below = below.plus(upTo.minus(from).times(of))
        from = upTo
      }
    }
    this.rows = rows
  }

  /** The row an amount falls into; the upper bound belongs to the row. */
  rowOf(amount: Exact): Bracket {
    let low = 0
    let high = this.rows.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      const bound = (this.rows[middle] as Bracket).upTo as Exact
      if (amount.isOver(bound)) low = middle + 1
      else high = middle
    }
    return this.rows[low] as Bracket
  }

  /** One rate for the whole amount. */
  rateOf(amount: Exact): Rate {
    return this.rowOf(amount).rate
  }

  /** Each part of the amount at the rate of its row. */
  progressive(amount: Exact): Exact {
    if (amount.isNegative || amount.isZero) return Exact.zero
    const row = this.rowOf(amount)
    return row.below.plus(amount.minus(row.from).times(row.rate))
  }
}
