import { describe, expect, it } from 'vitest'
import { againstTargets, type TaxRealized } from './queries/realization.ts'

const row = (tax: TaxRealized['tax'], target: bigint | undefined, received: bigint): TaxRealized => ({
  tax,
  target,
  received,
  interest: 0n,
  payments: 1,
})

describe('what came in beside the targets', () => {
  it('leaves out money of taxes that have none', () => {
    const rows = [row('pbb', 200n, 150n), row('hotel', undefined, 900n), row('bphtb', 100n, 0n)]
    expect(againstTargets(rows)).toEqual({ target: 300n, received: 150n })
  })

  it('is nothing where no tax has one', () => {
    expect(againstTargets([row('hotel', undefined, 900n)])).toEqual({ target: 0n, received: 0n })
  })
})
