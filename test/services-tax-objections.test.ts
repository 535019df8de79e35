import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../src/kernel/access/access.ts'
import { getPerson, openNik } from '../src/modules/people/index.ts'
import { runTimers } from '../src/modules/services/testing.ts'
import { taxObjection } from '../src/services/tax-objection/definition.ts'
import { errorOf } from './acting.ts'
import { assessTaxes, sendNotices } from './tax-region.ts'
import { type Path, walkServices } from './walks.ts'

/** Assessments are disputed: collection stops, the decision changes them, silence grants. */
const monday = Temporal.Instant.from('2029-03-05T02:00:00Z')
const { world, acting, clock, rows, applied, gone, caseRow, papers } = walkServices({ at: monday, atOnce: false })

interface Claim {
  id: string
  number: string
  amount: number
  person: string
}
let claims: Claim[]
let taken = 0

beforeAll(async () => {
  await assessTaxes(world, 'objections', Temporal.Instant.from('2029-02-05T02:00:00Z'))
  await sendNotices(world, '2029-02-05')
  claims = await rows(`select a.id, a.number, a.amount::float8 as amount, t.person_id as person
    from local_tax.assessment a join local_tax.taxpayer t on t.id = a.taxpayer_id
    where a.state = 'issued' and a.kind = 'sppt' and t.person_id is not null and a.amount > 100000 order by a.number`)
}, 120_000)

/** The next claim that nobody has asked about, with its owner. */
async function next(): Promise<{ claim: Claim; owner: Actor }> {
  const claim = claims[taken] as Claim
  taken += 1
  const person = await getPerson(world.tenant.pools.read, claim.person)
  return { claim, owner: await acting.citizen(openNik(world.tenant, person)) }
}
const objection = (claim: Claim, agreedAmount = 0) => ({
  assessment: claim.number,
  agreedAmount,
  objectionGrounds: ['data'],
  objectionReason: 'Luas bangunan pada SPPT dua kali luas yang sebenarnya menurut hasil ukur.',
  objectionProof: ['x'],
  phone: '081234567890',
  truth: true,
})
const found = (outcome: string, newAmount?: number): Path[number] => ({
  verb: 'accept',
  findings: {
    outcome,
    ...(newAmount === undefined ? {} : { newAmount }),
    opinion: 'Sesuai hasil peninjauan lapangan.',
  },
})
const now = async (id: string) =>
  (
    await rows<{ state: string; amount: string; disputed_by: string | null }>(
      'select state, amount, disputed_by from local_tax.assessment where id = $1',
      [id],
    )
  )[0]
const fines = (caseId: string) =>
  rows<{ kind: string; state: string; amount: string }>(
    'select kind, state, amount from local_tax.assessment where source_id = $1',
    [caseId],
  )
const openBills = (id: string) =>
  rows<{ total: string }>(
    `select total_amount::text as total from billing.bill where subject_id = $1 and state in ('issued', 'partly-paid')`,
    [id],
  )

describe('an objection', () => {
  it('stops collection when it is sent, and collection goes on when it is withdrawn', async () => {
    const { claim, owner } = await next()
    const { caseId, walk } = await applied(taxObjection, owner, objection(claim))
    expect((await now(claim.id))?.disputed_by).toBe(caseId)
    const twice = await errorOf(applied(taxObjection, owner, objection(claim)))
    expect(twice.fields.map(({ path }) => path)).toContain('assessment')
    await walk.withdraw(caseId)
    expect((await now(claim.id))?.disputed_by).toBeNull()
  })

  it('granted in part lowers claim and bill, and brings the fine on what was not paid', async () => {
    const { claim, owner } = await next()
    const half = Math.round(claim.amount / 2)
    const { caseId } = await gone(taxObjection, owner, objection(claim), [found('part', half), 'sign'])
    expect(await caseRow(caseId)).toMatchObject({ state: 'issued', result: 'granted' })
    expect(await now(claim.id)).toMatchObject({ state: 'issued', amount: `${half}.00`, disputed_by: null })
    expect((await openBills(claim.id)).map(({ total }) => Number(total))).toEqual([half])
    expect(await fines(caseId)).toMatchObject([{ kind: 'stpd', state: 'issued' }])
    expect(Number((await fines(caseId))[0]?.amount)).toBeCloseTo(half * 0.3, -1)
    expect(await papers(caseId)).toEqual(['Keputusan atas keberatan pajak daerah'])
  })

  it('granted wholly to nothing leaves nothing to pay; raised it costs more', async () => {
    const first = await next()
    const whole = await gone(taxObjection, first.owner, objection(first.claim), [found('whole'), 'sign'])
    expect(await now(first.claim.id)).toMatchObject({ amount: '0.00' })
    expect(await openBills(first.claim.id)).toEqual([])
    expect(await fines(whole.caseId)).toEqual([])

    const second = await next()
    const more = Math.round(second.claim.amount * 1.5)
    await gone(taxObjection, second.owner, objection(second.claim), [found('increase', more), 'sign'])
    expect(await now(second.claim.id)).toMatchObject({ amount: `${more}.00`, disputed_by: null })
    expect((await openBills(second.claim.id)).map(({ total }) => Number(total))).toEqual([more])
  })

  it('refused brings a fine of 30%, which an appeal to the tax court lifts', async () => {
    const { claim, owner } = await next()
    const { caseId, walk } = await gone(taxObjection, owner, objection(claim), ['propose-refusal', 'refuse'])
    expect(await now(claim.id)).toMatchObject({ amount: claim.amount.toFixed(2), disputed_by: null })
    const [fine] = await fines(caseId)
    expect(Number(fine?.amount)).toBeCloseTo(claim.amount * 0.3, -1)
    const appeal = { verb: 'report-appeal', findings: { appealNumber: 'PP/1/2029', appealedOn: '2029-03-05' } }
    expect(await walk.follow(caseId, [appeal])).toBe(1)
    expect(await fines(caseId)).toMatchObject([{ state: 'cancelled' }])
    expect((await caseRow(caseId)).state).toBe('appealed')
  })

  it('that nobody decides within twelve months is granted by law, under seal, and not a minute before', async () => {
    const { claim, owner } = await next()
    const { caseId } = await applied(taxObjection, owner, objection(claim))
    const promised = Temporal.Instant.from((await caseRow(caseId)).promised_at.toISOString())
    expect(promised.toZonedDateTimeISO('Asia/Jakarta').toPlainDate().toString()).toBe('2030-03-05')
    clock.set(promised.subtract({ minutes: 1 }).toString())
    expect((await acting.bySystem(runTimers, { caseId })).done).not.toContain('grant-by-silence')
    clock.set(promised.add({ minutes: 2 }).toString())
    expect((await acting.bySystem(runTimers, { caseId })).done).toContain('grant-by-silence')
    clock.set(monday.toString())
    expect(await now(claim.id)).toMatchObject({ amount: '0.00', disputed_by: null })
    expect(await papers(caseId)).toEqual(['Keberatan dikabulkan menurut hukum'])
  })
})

describe('what the law asks first', () => {
  it('what is agreed to has to be paid', async () => {
    const { claim, owner } = await next()
    const error = await errorOf(applied(taxObjection, owner, objection(claim, 50_000)))
    expect(error.fields.map(({ path }) => path)).toEqual(['agreedAmount'])
  })

  it('the claim of somebody else cannot be chosen, nor one that is older than three months', async () => {
    const [mine, other] = [await next(), await next()]
    const error = await errorOf(applied(taxObjection, mine.owner, objection(other.claim)))
    expect(error.fields.map(({ path }) => path)).toContain('assessment')
    await rows(`update local_tax.assessment set issued_on = '2028-11-01' where id = $1`, [mine.claim.id])
    const late = await errorOf(applied(taxObjection, mine.owner, objection(mine.claim)))
    expect(late.fields.map(({ path }) => path)).toContain('assessment')
  })
})
