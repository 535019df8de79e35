import { describe, expect, it } from 'vitest'
import { rupiah } from '#kernel/money/money.ts'
import { type BillState, billMachine, hasExpired, hasReceipt, judgePayment } from './domain.ts'
import { entryOf, type JournalLine, type Place } from './money/ledger.ts'

/*
 * Every order in which the things around one payment can happen, one transaction at a time: two copies of a callback, the
 * question that the browser's return asks, a second payment by an impatient payer with its own callback, the end of the
 * code, the issuer who cancels, a refund, and a crash after any step. The steps use the functions that the commands use;
 * what PostgreSQL adds (locks, one row for each reference) is tried by exactly-once.test.ts and money-laws.test.ts.
 */

const total = rupiah(150_000)
const due = Temporal.Instant.from('2026-11-30T10:00:00Z')
/** In time; after the end of the code; after the time of grace. */
const clock = [due.subtract({ hours: 1 }), due.add({ minutes: 1 }), due.add({ minutes: 31 })] as const
const lines = [
  { position: 1, component: 'principal', amount: total, accountCode: '4.1', beneficiaryId: 'kas-daerah' },
] as const

type Reference = 'R1' | 'R2'
interface Taken {
  readonly at: number
  readonly amount: bigint
}

interface World {
  readonly tick: number
  readonly bill: BillState
  /** What the bank took, whether or not we heard of it. */
  readonly bank: Readonly<Partial<Record<Reference, Taken>>>
  readonly placed: Readonly<Partial<Record<Reference, Place>>>
  readonly journal: Readonly<Record<string, bigint>>
  /** How often the case was told that its bill is paid. */
  readonly told: number
  readonly refunds: number
  /** Where each process stands; `done` is its end. */
  readonly at: Readonly<Record<string, string>>
}

const wasPaid = (state: BillState) => state === 'paid' || state === 'refunding' || state === 'refunded'

function step(world: World, verb: string): BillState | undefined {
  return billMachine.from(world.bill).find((row) => row.verb === verb)?.to as BillState | undefined
}

function post(journal: World['journal'], entry: readonly JournalLine[]): World['journal'] {
  const after = { ...journal }
  for (const line of entry) after[line.account.code] = (after[line.account.code] ?? 0n) + line.credit - line.debit
  return after
}

/** Which guards the program has; the test takes some away to see that it would notice. */
interface Guards {
  readonly knowsReferences: boolean
}

function receive(world: World, reference: Reference, taken: Taken, place: Place): World {
  const placed = { ...world.placed, [reference]: place }
  return {
    ...world,
    placed,
    journal: post(world.journal, entryOf({ channel: 'bank', amount: taken.amount }, [place])),
  }
}

const judged = (world: World, taken: Taken) =>
  judgePayment(
    { state: world.bill, owed: total, expiresAt: due, allowsPart: false },
    { amount: taken.amount, paidAt: clock[taken.at] as Temporal.Instant },
  )

/** `billing.pay-bill` by a channel. */
function payBill(world: World, reference: Reference, guards: Guards): { world: World; misfit: boolean } {
  const taken = world.bank[reference] as Taken
  if (guards.knowsReferences && world.placed[reference]) return { world, misfit: false }
  const verdict = judged(world, taken)
  if (!verdict.fits) return { world, misfit: true }
  const place: Place = { amount: taken.amount, state: 'on-bill', billId: 'bill', lines }
  const paid = receive(world, reference, taken, place)
  return { world: { ...paid, bill: step(world, 'pay') ?? world.bill, told: world.told + 1 }, misfit: false }
}

/** `billing.suspend-payment`: judges anew, because anything may have happened since. */
function suspend(world: World, reference: Reference, guards: Guards): World {
  const taken = world.bank[reference] as Taken
  if (guards.knowsReferences && world.placed[reference]) return world
  const verdict = judged(world, taken)
  if (verdict.fits) return world
  return receive(world, reference, taken, {
    amount: taken.amount,
    state: 'in-suspense',
    reason: verdict.reason,
    claimedBillId: 'bill',
  })
}

type Moves = readonly World[]
/** One process: from where it stands, the worlds it can make by its next transaction; none while it cannot go on. */
type Process = (world: World, here: string, guards: Guards, go: (to: string, next: World) => World) => Moves

const bankTakes =
  (reference: Reference, amount = total): Process =>
  (world, _here, _guards, go) => [
    go('done', { ...world, bank: { ...world.bank, [reference]: { at: world.tick, amount } } }),
  ]

/** A callback, or the question after the browser's return: hears of money and takes it, in two transactions. */
const hears =
  (reference: Reference): Process =>
  (world, here, guards, go) => {
    if (!world.bank[reference]) return []
    // It may die before it begins: the network loses it, or the browser never comes back.
    if (here === 'start') {
      const { world: next, misfit } = payBill(world, reference, guards)
      return [go(misfit ? 'misfit' : 'done', next), go('done', world)]
    }
    return [go('done', suspend(world, reference, guards)), go('done', world)]
  }

const processes: Readonly<Record<string, Process>> = {
  time: (world, here, _guards, go) => [
    go(here === 'start' ? 'past' : 'done', { ...world, tick: Math.min(world.tick + 1, 2) }),
  ],
  bank: bankTakes('R1'),
  again: bankTakes('R2'),
  callback: hears('R1'),
  copy: hears('R1'),
  browser: hears('R1'),
  late: hears('R2'),
  expiry: (world, _here, _guards, go) => {
    const isOver = hasExpired({ state: world.bill, expiresAt: due }, clock[world.tick] as Temporal.Instant)
    return isOver ? [go('done', { ...world, bill: step(world, 'expire') ?? world.bill })] : []
  },
  cancel: (world, _here, _guards, go) => {
    const bill = step(world, 'cancel')
    return bill ? [go('done', { ...world, bill })] : []
  },
  refund: (world, here, _guards, go) => {
    const reference = (Object.keys(world.placed) as Reference[]).find((each) => world.placed[each]?.billId)
    const place = reference && world.placed[reference]
    if (!reference || !place) return []
    const moveTo = (state: Place['state'], bill: BillState | undefined, refunds = 0): World[] => {
      if (!bill) return []
      const next: Place = { ...place, state, refundId: 'refund' }
      const journal = post(world.journal, entryOf([place], [next]))
      return [
        { ...world, bill, journal, placed: { ...world.placed, [reference]: next }, refunds: world.refunds + refunds },
      ]
    }
    if (here === 'start') return moveTo('refunding', step(world, 'request-refund')).map((next) => go('asked', next))
    return [
      ...moveTo('refunded', step(world, 'approve-refund'), 1).map((next) => go('done', next)),
      ...moveTo('on-bill', step(world, 'refuse-refund')).map((next) => go('done', next)),
    ]
  },
}

const start: World = {
  tick: 0,
  bill: 'issued',
  bank: {},
  placed: {},
  journal: {},
  told: 0,
  refunds: 0,
  at: Object.fromEntries(Object.keys(processes).map((name) => [name, 'start'])),
}

const keyOf = (world: World) =>
  JSON.stringify(world, (_key, value) => (typeof value === 'bigint' ? `${value}n` : value))

/** What must hold at every moment. @returns the law that is broken */
function broken(world: World): string | undefined {
  const places = Object.values(world.placed)
  const onBill = places.filter((place) => place.billId)
  if (onBill.length > 1) return 'the bill is paid twice'
  if (world.told > 1) return 'the case is told twice'
  if (wasPaid(world.bill) !== onBill.length > 0) return 'the state of the bill is not where its money is'
  if (hasReceipt(world.bill) && world.told !== 1) return 'a receipt without a payment'
  if (Object.values(world.journal).reduce((sum, amount) => sum + amount, 0n) !== 0n)
    return 'the journal does not balance'
  const cash = -(world.journal['cash:bank'] ?? 0n)
  if (cash !== places.reduce((sum, place) => sum + place.amount, 0n)) return 'the books hold other money than arrived'
  if (world.refunds > 1) return 'money went back twice'
  return undefined
}

/** Everything has ended; the comparison of lists finds what was lost. Then nothing of the bank's money may be missing. */
function brokenAtEnd(world: World, guards: Guards): string | undefined {
  let end = world
  for (const reference of Object.keys(world.bank) as Reference[]) {
    const { world: next, misfit } = payBill(end, reference, guards)
    end = misfit ? suspend(next, reference, guards) : next
    if (!end.placed[reference]) return `${reference} is lost`
  }
  return broken(end)
}

interface Explored {
  readonly states: number
  readonly ends: number
  readonly fault: string | undefined
}

function explore(guards: Guards): Explored {
  const seen = new Set<string>()
  const open: World[] = [start]
  let ends = 0
  for (let world = open.pop(); world; world = open.pop()) {
    const key = keyOf(world)
    if (seen.has(key)) continue
    seen.add(key)
    // A crash may stop everything at any moment, so every state is an end too.
    const fault = broken(world) ?? brokenAtEnd(world, guards)
    if (fault) return { states: seen.size, ends, fault }
    const here = world
    const next = Object.entries(processes).flatMap(([name, process]) => {
      const at = here.at[name] as string
      const go = (to: string, changed: World): World => ({ ...changed, at: { ...changed.at, [name]: to } })
      return at === 'done' ? [] : process(here, at, guards, go)
    })
    if (next.length === 0) ends += 1
    open.push(...next)
  }
  return { states: seen.size, ends, fault: undefined }
}

describe('in every order of callback, copy, browser, second payment, expiry, cancellation, refund and crash', () => {
  it('a bill is paid at most once, its case told once, the books balance and no money is lost', () => {
    const all = explore({ knowsReferences: true })
    expect(all.fault).toBeUndefined()
    expect(all.states).toBeGreaterThan(10_000)
    expect(all.ends).toBeGreaterThan(10)
  }, 120_000)

  it('it would be seen if a reference were not remembered', () => {
    expect(explore({ knowsReferences: false }).fault).toBeDefined()
  })
})
