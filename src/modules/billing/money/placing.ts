import { type Sen, split } from '#kernel/money/money.ts'

export type Component = 'principal' | 'interest'

/** What is still owed on one line of a bill, as of a day. */
export interface OwedLine {
  readonly position: number
  readonly principal: Sen
  readonly interest: Sen
  readonly accountCode: string
  readonly beneficiaryId: string
}

/** Money on a line of a bill or on the interest of that line. */
export interface PlacedLine {
  readonly position: number
  readonly component: Component
  readonly amount: Sen
  readonly accountCode: string
  readonly beneficiaryId: string
}

/** In which order part of what is owed is settled; a dated rule says it (`billing.placement-order`). */
export interface PlacementOrder {
  readonly components: readonly Component[]
  /** Lines one after another, or each by its share of what is owed. */
  readonly lines: 'in-turn' | 'in-proportion'
}

export function owedIn(lines: readonly OwedLine[]): Sen {
  return lines.reduce((sum, line) => sum + line.principal + line.interest, 0n)
}

export function sumOf(lines: readonly { readonly amount: Sen }[]): Sen {
  return lines.reduce((sum, line) => sum + line.amount, 0n)
}

export const least = (a: Sen, b: Sen): Sen => (a < b ? a : b)

/** Everything that is owed, as money on its lines. */
export function placeAll(owed: readonly OwedLine[]): PlacedLine[] {
  return owed.flatMap((line) => [
    ...(line.principal > 0n ? [piece(line, 'principal', line.principal)] : []),
    ...(line.interest > 0n ? [piece(line, 'interest', line.interest)] : []),
  ])
}

/**
 * Puts a sum on what is owed, in the order of the law. The pieces add up to the sum.
 * @throws RangeError when the sum is more than what is owed
 */
export function placeOver(owed: readonly OwedLine[], amount: Sen, order: PlacementOrder): PlacedLine[] {
  if (amount > owedIn(owed)) throw new RangeError('more money than is owed')
  const placed: PlacedLine[] = []
  let left = amount
  for (const component of order.components) {
    const open = owed.filter((line) => line[component] > 0n)
    const total = open.reduce((sum, line) => sum + line[component], 0n)
    const now = least(left, total)
    if (now === 0n) continue
    placed.push(...(order.lines === 'in-turn' ? inTurn(open, component, now) : inProportion(open, component, now)))
    left -= now
  }
  if (left !== 0n) throw new RangeError('the order of placement leaves out what is owed')
  return placed
}

function inTurn(open: readonly OwedLine[], component: Component, amount: Sen): PlacedLine[] {
  let left = amount
  return open.flatMap((line) => {
    const now = least(left, line[component])
    left -= now
    return now > 0n ? [piece(line, component, now)] : []
  })
}

function inProportion(open: readonly OwedLine[], component: Component, amount: Sen): PlacedLine[] {
  const parts = split(
    amount,
    open.map((line) => line[component]),
  )
  return open.flatMap((line, index) => {
    const now = parts[index] as Sen
    return now > 0n ? [piece(line, component, now)] : []
  })
}

/** Part of money on lines, each by its share; what is taken and what stays add up to the whole. */
export function takePart(
  lines: readonly PlacedLine[],
  amount: Sen,
): { readonly taken: PlacedLine[]; readonly kept: PlacedLine[] } {
  if (lines.length === 0) return { taken: [], kept: [] }
  const parts = split(
    amount,
    lines.map((line) => line.amount),
  )
  const cut = (share: (line: PlacedLine, part: Sen) => Sen) =>
    lines
      .map((line, index) => ({ ...line, amount: share(line, parts[index] as Sen) }))
      .filter((line) => line.amount > 0n)
  return { taken: cut((_line, part) => part), kept: cut((line, part) => line.amount - part) }
}

function piece(line: OwedLine, component: Component, amount: Sen): PlacedLine {
  const { position, accountCode, beneficiaryId } = line
  return { position, component, amount, accountCode, beneficiaryId }
}
