import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rate, rupiah } from '#kernel/money/money.ts'
import { begunMonths, interestByMonths } from './interest.ts'
import { judgeOrder } from './judge-order.ts'
import { entryOf, type Place } from './ledger.ts'
import { type OwedLine, owedIn, type PlacementOrder, placeAll, placeOver, sumOf, takePart } from './placing.ts'

const money = fc.bigInt({ min: 0n, max: 10n ** 15n })
const owed = fc.array(fc.record({ principal: money, interest: money }), { minLength: 1, maxLength: 6 }).map((lines) =>
  lines.map((line, index): OwedLine => {
    const own = index % 2 === 0
    return { ...line, position: index + 1, accountCode: `4.${index}`, beneficiaryId: own ? 'kas-daerah' : 'provinsi' }
  }),
)
const order = fc.record<PlacementOrder>({
  components: fc.constantFrom(['interest', 'principal'] as const, ['principal', 'interest'] as const),
  lines: fc.constantFrom('in-turn', 'in-proportion'),
})

describe('money on the lines of a bill', () => {
  it('adds up to the sum and is never more than what is owed on a line', () => {
    fc.assert(
      fc.property(owed, order, fc.nat(10_000), (lines, by, share) => {
        const amount = (owedIn(lines) * BigInt(share)) / 10_000n
        const placed = placeOver(lines, amount, by)
        expect(sumOf(placed)).toBe(amount)
        for (const piece of placed) {
          const line = lines.find((each) => each.position === piece.position) as OwedLine
          expect(piece.amount <= line[piece.component]).toBe(true)
        }
      }),
    )
  })

  it('goes on interest first, then on principal by the share of each line, when the law says so', () => {
    const lines: OwedLine[] = [
      { position: 1, principal: rupiah(100), interest: rupiah(2), accountCode: 'a', beneficiaryId: 'kas-daerah' },
      { position: 2, principal: rupiah(66), interest: rupiah(1), accountCode: 'b', beneficiaryId: 'provinsi' },
    ]
    const placed = placeOver(lines, rupiah(86), { components: ['interest', 'principal'], lines: 'in-proportion' })
    expect(placed.map((piece) => [piece.position, piece.component, piece.amount])).toEqual([
      [1, 'interest', rupiah(2)],
      [2, 'interest', rupiah(1)],
      [1, 'principal', rupiah(50)],
      [2, 'principal', rupiah(33)],
    ])
    expect(() => placeOver(lines, rupiah(170), { components: ['interest', 'principal'], lines: 'in-turn' })).toThrow()
  })

  it('is taken back in part so that what goes and what stays add up', () => {
    fc.assert(
      fc.property(owed, fc.nat(10_000), (lines, share) => {
        const placed = placeAll(lines)
        fc.pre(placed.length > 0)
        const amount = (sumOf(placed) * BigInt(share)) / 10_000n
        const { taken, kept } = takePart(placed, amount)
        expect([sumOf(taken), sumOf(kept)]).toEqual([amount, sumOf(placed) - amount])
        for (const piece of [...taken, ...kept]) expect(piece.amount > 0n).toBe(true)
      }),
    )
  })
})

describe('an entry of the journal', () => {
  const place = owed.chain((lines) => {
    const placed = placeAll(lines)
    const amount = sumOf(placed)
    return fc
      .constantFrom('on-bill', 'reserved', 'in-suspense', 'refunding', 'refunded')
      .map((state): Place => ({ amount, state: state as Place['state'], billId: 'b', lines: placed }))
  })

  it('balances, wherever money comes from and goes to', () => {
    fc.assert(
      fc.property(place, place, (before, after) => {
        const received = entryOf({ channel: 'bank', amount: after.amount }, [after])
        expect(sum(received, 'debit')).toBe(sum(received, 'credit'))
        const moved = entryOf([before], [{ ...before, state: after.state }])
        expect(sum(moved, 'debit')).toBe(sum(moved, 'credit'))
        if (before.state === after.state) expect(moved).toEqual([])
      }),
    )
  })

  it('owes to the province what is the province’s, and takes the rest as revenue', () => {
    const lines = [
      { position: 1, component: 'principal', amount: 100n, accountCode: '4.1.01', beneficiaryId: 'provinsi' },
      { position: 2, component: 'principal', amount: 66n, accountCode: '4.1.02', beneficiaryId: 'kas-daerah' },
    ] as const
    const entry = entryOf({ channel: 'bank', amount: 166n }, [{ amount: 166n, state: 'on-bill', billId: 'b', lines }])
    expect(entry.map((line) => [line.account.code, line.debit, line.credit])).toEqual([
      ['cash:bank', 166n, 0n],
      ['due:provinsi:4.1.01', 0n, 100n],
      ['revenue:4.1.02', 0n, 66n],
    ])
  })

  const sum = (lines: readonly { debit: bigint; credit: bigint }[], side: 'debit' | 'credit') =>
    lines.reduce((all, line) => all + line[side], 0n)
})

describe('interest of late days', () => {
  const dueOn = Temporal.PlainDate.from('2026-01-31')
  const by = { rate: rate('0.01'), maxMonths: 24, rounding: 'half-up', unit: 100n } as const
  const whole = [{ from: Temporal.PlainDate.from('2026-01-01'), amount: rupiah(198_486) }]
  const on = (day: string, owedSince = whole) =>
    interestByMonths({ dueOn, day: Temporal.PlainDate.from(day), owed: owedSince }, by)

  it.each([
    ['2026-01-31', 0],
    ['2026-02-01', 1],
    ['2026-02-28', 1],
    ['2026-03-01', 2],
    ['2027-01-31', 12],
    ['2028-01-31', 24],
    ['2030-01-01', 24],
  ])('on %s %i months have begun', (day, months) => {
    expect(begunMonths(dueOn, Temporal.PlainDate.from(day), 24)).toBe(months)
  })

  it('is 1% for each begun month, rounded once', () => {
    expect(on('2026-01-31')).toBe(0n)
    expect(on('2026-02-01')).toBe(rupiah(1985))
    expect(on('2026-04-01')).toBe(rupiah(5955))
    expect(on('2031-04-01')).toBe(rupiah(47_637))
  })

  it('is asked only of what was still owed when a month began', () => {
    const paid = [...whole, { from: Temporal.PlainDate.from('2026-02-10'), amount: rupiah(100_000) }]
    expect(on('2026-02-20', paid)).toBe(rupiah(1985))
    expect(on('2026-03-20', paid)).toBe(rupiah(2985))
  })
})

describe('an order', () => {
  const validUntil = Temporal.Instant.from('2026-11-25T16:59:59Z')
  const open = { state: 'open', total: 500n, validUntil } as const
  const paidAt = validUntil
  it.each([
    [undefined, open, { amount: 500n, paidAt }],
    [undefined, { ...open, state: 'ended' as const }, { amount: 500n, paidAt }],
    ['unknown-number', undefined, { amount: 500n, paidAt }],
    ['already-paid', { ...open, state: 'paid' as const }, { amount: 500n, paidAt }],
    ['late', open, { amount: 500n, paidAt: validUntil.add({ seconds: 1 }) }],
    ['wrong-amount', open, { amount: 499n, paidAt }],
  ])('takes its one sum in its time: %s', (reason, target, given) => {
    expect(judgeOrder(target, given)).toBe(reason)
  })
})
