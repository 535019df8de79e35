import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { systemActor } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { type Sen, senFromNumeric } from '#kernel/money/money.ts'
import { findBillsOf } from '#modules/billing/index.ts'
import { brokenLaws, settleCarriedJob } from '#modules/billing/testing.ts'
import { assessmentMachine } from './claims.ts'
import { billLines } from './commands/assessment-bills.ts'
import { subjectType } from './commands/assessment-row.ts'
import { type AssessmentChange, changeAssessment } from './commands/change-assessment.ts'
import { type AssessmentDraft, issueAssessment } from './commands/issue-assessment.ts'
import { markOverdue } from './commands/mark-overdue.ts'
import { cancelAssessment } from './commands/settle-assessment.ts'
import { hearOfPayment } from './jobs.ts'
import { findAssessment } from './queries/assessments.ts'
import { listSteps } from './queries/steps.ts'
import { head, niks, type TaxWorld, taxWorld } from './testing.ts'

let world: TaxWorld
let taxpayerId: string
beforeAll(async () => {
  world = await taxWorld()
  taxpayerId = (await world.taxpayer(niks.sari)).taxpayerId
})
afterAll(() => world.close())

/** What a deciding command of another module does. */
const decide = <Result>(run: (...given: Parameters<typeof issueAssessment>) => Promise<Result>) =>
  world.run(
    command({
      name: 'local-tax.decide-in-test',
      event: 'local-tax.decided-in-test.v1',
      access: { kind: 'anyone' },
      input: z.object({}),
      run: async (tx, _input, context) => ({
        result: await run(tx, context, undefined as never),
        event: undefined,
      }),
    }),
    {},
    head,
  )

/** Of ground water: 735,000 rupiah at 600 m³ of group 2. */
const draft = (volume = 600): AssessmentDraft => ({
  kind: 'skpd',
  tax: 'groundwater',
  taxpayerId,
  year: 2026,
  period: { from: Temporal.PlainDate.from('2026-10-01'), to: Temporal.PlainDate.from('2026-10-31') },
  calculation: {
    calculator: 'air-tanah',
    day: Temporal.PlainDate.from('2026-10-31'),
    input: { volume, group: 'group2' },
  },
  ground: 'Pembacaan meter 10/2026',
})

const issue = (volume?: number) => decide((tx, context) => issueAssessment(tx, context, draft(volume)))
const change = (id: string, what: AssessmentChange) => decide((tx, context) => changeAssessment(tx, context, id, what))
const hear = (id: string) => hearOfPayment({ payload: { subject: { type: subjectType, id } } } as never, world.job)
const read = async (id: string) => {
  const one = await findAssessment(world.tenant.pools.read, id)
  if (!one) throw new Error('no assessment')
  return one
}
const billsOf = (id: string) => findBillsOf(world.tenant.pools.read, subjectType, id)
const openBill = async (id: string) =>
  (await billsOf(id)).find((bill) => bill.state === 'issued' || bill.state === 'partly-paid')
async function settleCarried(id: string) {
  for (const bill of await billsOf(id)) await settleCarriedJob({ billId: bill.id }, world.job)
}

describe('an assessment of the office', () => {
  it('comes with one bill of the same amount, with its accounts, law and payer', async () => {
    const issued = await issue()
    expect(issued).toMatchObject({ amount: 73_500_000n, number: 'SKPD-2026-000001' })
    const [bill] = await billsOf(issued.assessmentId)
    expect(bill).toMatchObject({ state: 'issued', total: 73_500_000n, payerName: 'Sari Puspita', expiresAt: undefined })
    expect(await read(issued.assessmentId)).toMatchObject({ state: 'issued', owed: 73_500_000n, code: '' })
    expect((await listSteps(world.tenant.pools.read, issued.assessmentId)).map((step) => step.verb)).toEqual(['issue'])
  })

  it('is refused while a row of law behind it was not checked, and leaves nothing behind', async () => {
    await world.owner.query(
      `update rules.rule set status = 'disputed' where key = 'tax.air-tanah.rate' and region = '99.01'`,
    )
    await expect(issue()).rejects.toMatchObject({ code: 'conflict' })
    await world.owner.query(
      `update rules.rule set status = 'verified' where key = 'tax.air-tanah.rate' and region = '99.01'`,
    )
    const { rows } = await world.owner.query('select count(*)::int as n from local_tax.assessment')
    expect(rows).toEqual([{ n: 1 }])
  })

  it('with nothing to pay has no bill and ends at once', async () => {
    const issued = await issue(0)
    expect(issued).toMatchObject({ amount: 0n, bill: undefined })
    expect(await read(issued.assessmentId)).toMatchObject({ state: 'nil', owed: 0n })
  })

  it('follows its payments: a part, the rest, told twice or late', async () => {
    const { assessmentId: id, bill } = await issue()
    await world.pay(bill?.number ?? '', 20_000_000n)
    await hear(id)
    await hear(id)
    expect(await read(id)).toMatchObject({ state: 'issued', paid: 20_000_000n, owed: 53_500_000n })
    await world.pay(bill?.number ?? '', 53_500_000n)
    await hear(id)
    await hear(id)
    expect(await read(id)).toMatchObject({ state: 'paid', paid: 73_500_000n, owed: 0n })
    const verbs = (await listSteps(world.tenant.pools.read, id)).map((step) => step.verb)
    expect(verbs).toEqual(['pay', 'pay-part', 'issue'])
  })

  it('falls overdue the day after it was due, once, and asks for interest as of the day of payment', async () => {
    const { assessmentId: id, bill } = await issue()
    const due = (await read(id)).dueOn
    expect(due.toString()).toBe('2026-12-23')
    world.clock.set('2026-12-23T10:00:00Z')
    await world.run(markOverdue, {}, systemActor('test'))
    expect((await read(id)).state).toBe('issued')
    world.clock.set('2027-02-24T02:00:00Z')
    await world.run(markOverdue, {}, systemActor('test'))
    await world.run(markOverdue, {}, systemActor('test'))
    expect((await read(id)).state).toBe('overdue')
    expect((await listSteps(world.tenant.pools.read, id)).filter((step) => step.verb === 'fall-overdue')).toHaveLength(
      1,
    )
    // Three months have begun: 1% of 735,000 each, on top.
    await world.pay(bill?.number ?? '', 73_500_000n + 3n * 735_000n)
    await hear(id)
    expect(await read(id)).toMatchObject({ state: 'paid', paid: 73_500_000n })
    const { rows } = await world.owner.query('select interest from local_tax.receipt where assessment_id = $1', [id])
    expect(rows).toEqual([{ interest: '22050.00' }])
  })

  it('is reduced with a ground: the bill is renewed and what was paid stays', async () => {
    const { assessmentId: id, bill } = await issue()
    await world.pay(bill?.number ?? '', 30_000_000n)
    await hear(id)
    await expect(change(id, { kind: 'reduce', amount: 99_900_000n, ground: 'SK 1/2027' })).rejects.toMatchObject({
      fields: [{ path: 'amount' }],
    })
    await change(id, { kind: 'reduce', amount: 50_000_000n, ground: 'Keputusan pengurangan 1/2027' })
    await settleCarried(id)
    await hear(id)
    expect(await read(id)).toMatchObject({
      assessed: 73_500_000n,
      amount: 50_000_000n,
      paid: 30_000_000n,
      owed: 20_000_000n,
    })
    expect((await billsOf(id)).map((one) => one.state)).toEqual(['cancelled', 'partly-paid'])
    expect((await openBill(id))?.total).toBe(50_000_000n)
  })

  it('is split into instalments that make up what is owed, and refused otherwise', async () => {
    const { assessmentId: id } = await issue()
    const on = (text: string) => Temporal.PlainDate.from(text)
    const parts = [
      { dueOn: on('2027-04-01'), amount: 40_000_000n, interest: 240_000n },
      { dueOn: on('2027-05-01'), amount: 33_500_000n },
    ]
    const short = parts.map((part) => ({ ...part, amount: part.amount - 1n }))
    const ground = 'Persetujuan angsuran 4/2027'
    await expect(change(id, { kind: 'instalments', parts: short, ground })).rejects.toMatchObject({
      fields: [{ path: 'parts' }],
    })
    await change(id, { kind: 'instalments', parts, ground })
    const open = (await billsOf(id)).filter((bill) => bill.state === 'issued')
    expect(open.map((bill) => bill.total)).toEqual([40_240_000n, 33_500_000n])
    for (const bill of open) await world.pay(bill.number, bill.total)
    await hear(id)
    expect(await read(id)).toMatchObject({ state: 'paid', amount: 73_740_000n, paid: 73_740_000n })
  })

  it('is cancelled with its bill, and its money waits to be sent back', async () => {
    const { assessmentId: id, bill } = await issue()
    await world.run(cancelAssessment, { assessmentId: id, reason: 'Salah objek' }, head)
    expect(await read(id)).toMatchObject({ state: 'cancelled', owed: 0n, cancelReason: 'Salah objek' })
    expect(await world.pay(bill?.number ?? '', 73_500_000n)).toBe('suspended')
    await expect(world.run(cancelAssessment, { assessmentId: id, reason: 'Sekali lagi' }, head)).rejects.toMatchObject({
      code: 'wrong-state',
    })
  })

  it('is raised after it was paid: only the difference is billed', async () => {
    const { assessmentId: id, bill } = await issue()
    await world.pay(bill?.number ?? '', 73_500_000n)
    await hear(id)
    await change(id, { kind: 'increase', amount: 80_000_000n, ground: 'Keputusan keberatan 2/2027' })
    expect(await read(id)).toMatchObject({ state: 'issued', owed: 6_500_000n })
    expect((await openBill(id))?.total).toBe(6_500_000n)
  })
})

/** One thing that can happen to a claim; what cannot happen now is refused and changes nothing. */
const happenings = fc.array(
  fc.oneof(
    fc.record({ what: fc.constant('pay' as const), share: fc.integer({ min: 1, max: 120 }) }),
    fc.record({ what: fc.constant('reduce' as const), share: fc.integer({ min: 0, max: 99 }) }),
    fc.record({ what: fc.constant('defer' as const), share: fc.integer({ min: 1, max: 90 }) }),
    fc.record({ what: fc.constant('split' as const), share: fc.integer({ min: 1, max: 99 }) }),
    fc.record({ what: fc.constant('wait' as const), share: fc.integer({ min: 1, max: 200 }) }),
  ),
  { minLength: 3, maxLength: 8 },
)

it('whatever happens, what is paid, owed and given up makes what is claimed, and billing agrees', async () => {
  await fc.assert(
    fc.asyncProperty(happenings, async (list) => {
      const { assessmentId: id } = await issue()
      for (const { what, share } of list) {
        const one = await read(id)
        const today = world.clock.now().toZonedDateTimeISO('Asia/Jakarta').toPlainDate()
        const part = (one.owed * BigInt(share)) / 100n
        const ground = 'Uji coba 1/2027'
        if (what === 'wait') world.clock.advance({ hours: share * 24 })
        if (what === 'pay' && part > 0n) await world.pay((await openBill(id))?.number ?? '0', part)
        const changing =
          what === 'reduce'
            ? change(id, { kind: 'reduce', amount: (one.amount * BigInt(share)) / 100n, ground })
            : what === 'defer'
              ? change(id, { kind: 'defer', dueOn: today.add({ days: share }), ground })
              : what === 'split' && part > 0n
                ? change(id, {
                    kind: 'instalments',
                    parts: [
                      { dueOn: today.add({ days: 10 }), amount: part },
                      { dueOn: today.add({ days: 40 }), amount: one.owed - part },
                    ],
                    ground,
                  })
                : undefined
        await changing?.catch((error: { code: string }) =>
          expect(['wrong-state', 'invalid-input']).toContain(error.code),
        )
        await settleCarried(id)
        await hear(id)
        await world.run(markOverdue, {}, systemActor('test'))
        await holds(id)
      }
    }),
    { numRuns: 12, endOnFailure: true },
  )
  expect(await brokenLaws(world.tenant.pools.read)).toEqual([])
}, 120_000)

async function holds(id: string): Promise<void> {
  const one = await read(id)
  const overpaid = one.paid > one.amount ? one.paid - one.amount : 0n
  expect(one.paid + one.owed + one.writtenOff - overpaid).toBe(one.amount)
  const { rows } = await world.owner.query<{ paid: string; open: string }>(
    `select coalesce(sum(l.amount) filter (where l.component = 'principal'), 0)::text as paid,
       (select coalesce(sum(b.total_amount), 0) from billing.bill b where b.subject_id = $1 and b.state in ('issued', 'partly-paid'))
         ::text as open
     from billing.bill b join billing.placement p on p.bill_id = b.id and p.state = 'on-bill'
     join billing.placement_line l on l.placement_id = p.id where b.subject_id = $1`,
    [id],
  )
  expect(senFromNumeric(rows[0]?.paid ?? '0')).toBe(one.paid)
  const asked: Sen = senFromNumeric(rows[0]?.open ?? '0')
  if (one.owed > 0n) expect(asked).toBeGreaterThanOrEqual(one.owed)
  else expect(asked).toBe(0n)
}

it('every state of a claim can be reached and left as the table of steps says', () => {
  for (const { from, verb, to } of assessmentMachine.transitions) expect(assessmentMachine.step(from, verb).to).toBe(to)
  expect(assessmentMachine.final).toEqual(['refunded', 'cancelled', 'written-off'])
})

it('a reduced amount is billed by the shares of those it belongs to, and never below zero', () => {
  const line = (id: string, amount: string, destination: string) => ({ id, label: { id, en: id }, amount, destination })
  const own = line('mblb', '1000000.00', 'region')
  const opsen = line('opsen', '250000.00', 'province')
  expect(billLines('minerals', 125_000_000n, [own, opsen]).map((one) => [one.beneficiaryId, one.amount])).toEqual([
    [undefined, 100_000_000n],
    ['provinsi', 25_000_000n],
  ])
  expect(billLines('minerals', 50_000_001n, [own, opsen]).map((one) => one.amount)).toEqual([40_000_000n, 10_000_001n])
  const relief = line('relief', '-400000.00', 'region')
  expect(billLines('pbb', 60_000_000n, [own, relief])).toMatchObject([{ amount: 60_000_000n }])
})
