import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../src/kernel/access/access.ts'
import { findBillsOf, payBill } from '../src/modules/billing/index.ts'
import { followPayment, recallPlan } from '../src/modules/local-tax/testing-plans.ts'
import { getPerson, openNik } from '../src/modules/people/index.ts'
import { taxInstalments } from '../src/services/tax-instalments/definition.ts'
import { taxReduction } from '../src/services/tax-reduction/definition.ts'
import { errorOf } from './acting.ts'
import { assessTaxes, sendNotices } from './tax-region.ts'
import { walkServices } from './walks.ts'

/** Who cannot pay pays less, later or in parts; a part that is missed makes the rest due. */
const monday = Temporal.Instant.from('2029-03-05T02:00:00Z')
const { world, acting, clock, rows, applied, gone, papers } = walkServices({ at: monday, atOnce: false })

interface Claim {
  id: string
  number: string
  amount: number
  person: string
}
let claims: Claim[]
let taken = 0

beforeAll(async () => {
  await assessTaxes(world, 'relief', Temporal.Instant.from('2029-02-05T02:00:00Z'))
  await sendNotices(world, '2029-02-05')
  claims = await rows(`select a.id, a.number, a.amount::float8 as amount, t.person_id as person
    from local_tax.assessment a join local_tax.taxpayer t on t.id = a.taxpayer_id
    where a.state = 'issued' and a.kind = 'sppt' and t.person_id is not null and a.amount > 100000 order by a.number`)
}, 120_000)

async function next(): Promise<{ claim: Claim; owner: Actor }> {
  const claim = claims[taken] as Claim
  taken += 1
  const person = await getPerson(world.tenant.pools.read, claim.person)
  return { claim, owner: await acting.citizen(openNik(world.tenant, person)) }
}
const request = (claim: Claim, more: object = {}) => ({
  relief: 'reduction',
  assessment: claim.number,
  reliefGround: 'low-income',
  askedShare: 50,
  reliefReason: 'Saya pensiunan dengan penghasilan satu juta rupiah sebulan dan menanggung dua cucu.',
  reliefProof: ['x'],
  phone: '081234567890',
  truth: true,
  ...more,
})
const opinion = 'Keterangan penghasilan sesuai dengan data.'
const now = async (id: string) =>
  (
    await rows<{ state: string; amount: string; due_on: string }>(
      'select state, amount, due_on::text from local_tax.assessment where id = $1',
      [id],
    )
  )[0]
const bills = async (id: string) =>
  (await findBillsOf(world.tenant.pools.read, 'tax-assessment', id))
    .filter(({ state }) => state === 'issued')
    .map(({ total, dueAt }) => ({
      total: Number(total / 100n),
      due: dueAt.toZonedDateTimeISO('Asia/Jakarta').toPlainDate().toString(),
    }))
    .toSorted((a, b) => a.due.localeCompare(b.due))

describe('relief', () => {
  it('lowers claim and bill, but never below what the region allows', async () => {
    const { claim, owner } = await next()
    const { walk, caseId } = await applied(taxReduction, owner, request(claim))
    const low = { verb: 'accept', findings: { reducedAmount: Math.floor(claim.amount * 0.1), opinion } }
    expect(await walk.follow(caseId, [low])).toBe(1)
    const error = await errorOf(walk.follow(caseId, ['sign']))
    expect(error.say('id')).toContain('tidak boleh di bawah')
    expect(await now(claim.id)).toMatchObject({ amount: claim.amount.toFixed(2) })
    const half = Math.round(claim.amount / 2)
    const right = { verb: 'accept', findings: { reducedAmount: half, opinion } }
    expect(await walk.follow(caseId, ['send-back-to-examiner', right, 'sign'])).toBe(3)
    expect(await now(claim.id)).toMatchObject({ state: 'issued', amount: `${half}.00` })
    expect((await bills(claim.id)).map(({ total }) => total)).toEqual([half])
    expect(await papers(caseId)).toEqual(['Keputusan keringanan pajak daerah'])
  })

  it('frees wholly; what is not overdue has nothing to waive', async () => {
    const { claim, owner } = await next()
    const { askedShare: _, ...free } = request(claim, { relief: 'exemption', reliefGround: 'public-use' })
    const early = await errorOf(applied(taxReduction, owner, { ...free, relief: 'sanction' }))
    expect(early.fields.map(({ path }) => path)).toContain('assessment')
    await gone(taxReduction, owner, free, [{ verb: 'accept', findings: { opinion } }, 'sign'])
    expect(await now(claim.id)).toMatchObject({ state: 'paid', amount: '0.00' })
    expect(await bills(claim.id)).toEqual([])
  })

  it('waives interest when the tax is paid by a new day', async () => {
    const { claim, owner } = await next()
    await rows(`update local_tax.assessment set state = 'overdue', due_on = '2029-01-31' where id = $1`, [claim.id])
    const { askedShare: _, ...late } = request(claim, { relief: 'sanction', reliefGround: 'not-my-fault' })
    await gone(taxReduction, owner, late, [{ verb: 'accept', findings: { payBy: '2029-04-05', opinion } }, 'sign'])
    expect(await now(claim.id)).toMatchObject({
      state: 'issued',
      due_on: '2029-04-05',
      amount: claim.amount.toFixed(2),
    })
    expect(await bills(claim.id)).toEqual([{ total: claim.amount, due: '2029-04-05' }])
  })
})

describe('a plan of payment', () => {
  const asked = (claim: Claim, months: number, manner = 'instalments') => ({
    assessment: claim.number,
    manner,
    months,
    planReason: 'Omzet turun separuh sejak pasar direnovasi.',
    planProof: ['x'],
    phone: '081234567890',
    truth: true,
  })
  const accepted = { verb: 'accept', findings: { opinion } }
  const planOf = async (id: string) =>
    (await rows<{ state: string }>('select state from local_tax.plan where assessment_id = $1', [id]))[0]?.state
  const look = (id: string) => acting.bySystem(recallPlan, { assessmentId: id })

  it('makes a bill for each part, which together are the tax and 0.6% a month on what remains', async () => {
    const { claim, owner } = await next()
    const { caseId } = await gone(taxInstalments, owner, asked(claim, 3), [accepted, 'sign'])
    const parts = await bills(claim.id)
    expect(parts.map(({ due }) => due)).toEqual(['2029-04-05', '2029-05-05', '2029-06-05'])
    const third = Math.floor(claim.amount / 3)
    const interest = [claim.amount, claim.amount - third, claim.amount - 2 * third].map((left) => left * 0.006)
    const sum = claim.amount + interest.reduce((total, each) => total + each, 0)
    expect(parts.reduce((total, part) => total + part.total, 0)).toBeCloseTo(sum, -1)
    expect(await papers(caseId)).toEqual(['Keputusan angsuran atau penundaan pajak daerah'])

    // Paid in time it runs on; the first that is missed makes the rest due, once.
    const [first] = (await findBillsOf(world.tenant.pools.read, 'tax-assessment', claim.id)).filter(
      ({ state, dueAt }) => state === 'issued' && dueAt.toString() < '2029-04-06',
    )
    const told = { by: 'channel', channel: 'bank-demo', reference: `uji-${first?.number}`, number: first?.number }
    const amount = ((first?.total ?? 0n) / 100n).toString()
    await acting.bySystem(payBill, { ...told, amount: `${amount}.00`, paidAt: '2029-04-01T02:00:00Z' })
    await acting.bySystem(followPayment, { assessmentId: claim.id })
    clock.set('2029-04-05T02:00:00Z')
    expect(await look(claim.id)).toBe('nothing')
    clock.set('2029-04-06T02:00:00Z')
    expect(await look(claim.id)).toBe('running')
    clock.set('2029-05-06T02:00:00Z')
    expect(await look(claim.id)).toBe('missed')
    expect(await look(claim.id)).toBe('nothing')
    expect(await planOf(claim.id)).toBe('missed')
    const left = parts.slice(1).reduce((total, part) => total + part.total, 0)
    expect(await bills(claim.id)).toEqual([{ total: left, due: '2029-05-06' }])
    clock.set(monday.toString())
  })

  it('puts payment off with its interest; more than the law allows is refused at the field', async () => {
    const { claim, owner } = await next()
    await gone(taxInstalments, owner, asked(claim, 6, 'deferral'), [accepted, 'sign'])
    const [bill] = await bills(claim.id)
    expect(bill).toMatchObject({ due: '2029-09-05' })
    expect(bill?.total).toBeCloseTo(claim.amount * (1 + 6 * 0.006), -1)
    expect(await now(claim.id)).toMatchObject({ due_on: '2029-09-05' })

    const other = await next()
    const error = await errorOf(applied(taxInstalments, other.owner, asked(other.claim, 25)))
    expect(error.fields.map(({ path }) => path)).toEqual(['months'])
  })
})
