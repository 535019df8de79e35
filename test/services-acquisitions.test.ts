import { beforeAll, describe, expect, it } from 'vitest'
import { demoPeople } from '../src/demo/known-people.ts'
import { decisionFindings, registerChecks } from '../src/modules/services/index.ts'
import { runTimers } from '../src/modules/services/testing.ts'
import { bphtb } from '../src/services/bphtb/definition.ts'
import { errorOf } from './acting.ts'
import { assessTaxes, sendNotices } from './tax-region.ts'
import { walkServices } from './walks.ts'

/** Land changes hands: the tax is computed from the register, paid, validated; then the owner changes. */
const monday = Temporal.Instant.from('2030-01-07T02:00:00Z')
const { world, acting, clock, rows, applied, gone, caseRow, papers } = walkServices({ at: monday, atOnce: false })
let parcels: { id: string; code: string; value: number; owner: string }[]

beforeAll(async () => {
  await assessTaxes(world, 'bphtb', Temporal.Instant.from('2029-02-05T02:00:00Z'))
  await sendNotices(world, '2029-02-05')
  parcels = await rows(`select o.id, o.code, l.value::float8 as value, t.name as owner from local_tax.object o
    join local_tax.land l on l.object_id = o.id join local_tax.taxpayer t on t.id = o.taxpayer_id
    where o.state = 'active' and l.value between 50000000 and 900000000 and not exists
      (select 1 from local_tax.assessment a where a.object_id = o.id and a.state in ('overdue', 'dunned', 'warned', 'seizure')) order by o.code limit 12`)
}, 120_000)

const common = {
  acquisition: 'sale',
  buyerKind: 'person',
  sellerName: 'Budi Hartawan',
  mailAddress: { street: 'Jalan Melati 12', rt: '003', rw: '004', area: '99.01.02.1001' },
  phone: '081234567890',
  acquiredOn: '2030-01-07',
  value: 1_000_000_000,
  isLowIncome: 'no',
  deedOffice: 'Rina Maheswari, S.H.',
  deedOfficeNumber: '123/KEP-17.3/2019',
  landCertificate: ['x'],
  draftDeed: ['x'],
  truth: true,
}
const parcel = (at: number) => parcels[at] as (typeof parcels)[number]
const accept = { verb: 'accept', findings: { priceFinding: 'Sesuai zona nilai tanah.' } }
const paid = [accept, 'paid', 'sign']
const acquisition = async (caseId: string) =>
  (
    await rows<{ state: string; untaxed_in: string | null; amount: string; assessment_id: string; passed_on: string }>(
      'select state, untaxed_in, amount, assessment_id, passed_on::text from local_tax.acquisition where case_id = $1',
      [caseId],
    )
  )[0]
const claim = async (id: string) =>
  (
    await rows<{ kind: string; tax: string; state: string; amount: string; paid_amount: string; number: string }>(
      'select kind, tax, state, amount, paid_amount, number from local_tax.assessment where id = $1',
      [id],
    )
  )[0]

describe('a purchase', () => {
  it('pays the tax of the calculator, is validated, counts as revenue, and after the deed the owner changes', async () => {
    const answers = { ...common, nop: parcel(0).code }
    const { caseId, walk } = await gone(bphtb, demoPeople.sekar.nik, answers, paid)
    // (1,000,000,000 − 80,000,000) × 5%.
    expect(await caseRow(caseId)).toMatchObject({ state: 'issued', fee_amount: '46000000.00' })
    expect(await papers(caseId)).toEqual(['Bukti Validasi BPHTB'])
    const done = await acquisition(caseId)
    expect(done).toMatchObject({ state: 'validated', untaxed_in: '2030', amount: '46000000.00', passed_on: null })
    expect(await claim(done?.assessment_id ?? '')).toMatchObject({
      kind: 'self',
      tax: 'bphtb',
      state: 'paid',
      amount: '46000000.00',
      paid_amount: '46000000.00',
    })
    const received = await rows('select principal::text from local_tax.receipt where assessment_id = $1', [
      done?.assessment_id,
    ])
    expect(received).toEqual([{ principal: '46000000.00' }])

    const deed = {
      verb: 'report-deed',
      findings: { deedNumber: '45/2030', deedOn: '2030-01-07', deedBy: 'Rina Maheswari' },
    }
    expect(await walk.follow(caseId, [deed, { verb: 'pass-owner', findings: { deedMatches: 'yes' } }])).toBe(2)
    const owners = await rows<{ name: string; to_on: string | null }>(
      `select t.name, w.to_on::text from local_tax.ownership w join local_tax.taxpayer t on t.id = w.taxpayer_id
       where w.object_id = $1 order by w.from_on`,
      [parcel(0).id],
    )
    expect(owners).toEqual([
      { name: parcel(0).owner, to_on: '2030-01-07' },
      { name: demoPeople.sekar.name, to_on: null },
    ])
    expect((await acquisition(caseId))?.passed_on).toBe('2030-01-07')
  })

  it('a second one of the year has no untaxed part, one of the next year has it again', async () => {
    const second = await gone(bphtb, demoPeople.sekar.nik, { ...common, nop: parcel(1).code }, paid)
    expect((await caseRow(second.caseId)).fee_amount).toBe('50000000.00')
    expect((await acquisition(second.caseId))?.untaxed_in).toBeNull()
    const next = { ...common, nop: parcel(2).code, acquiredOn: '2029-12-20' }
    const other = await gone(bphtb, demoPeople.sekar.nik, next, paid)
    expect((await caseRow(other.caseId)).fee_amount).toBe('46000000.00')
  })

  it('two files at once cannot both use it: the second is sent back to be computed anew', async () => {
    const first = await applied(bphtb, demoPeople.bima.nik, { ...common, nop: parcel(3).code })
    const second = await applied(bphtb, demoPeople.bima.nik, { ...common, nop: parcel(4).code })
    expect(await first.walk.follow(first.caseId, [accept])).toBe(1)
    const error = await errorOf(second.walk.follow(second.caseId, [accept]))
    expect(error.say('id')).toContain('Rp50.000.000')
    expect((await caseRow(second.caseId)).state).toBe('checking')
  })

  it('that is not paid in time lapses and sets the untaxed part free', async () => {
    const [open] = await rows<{ id: string; next_timer_at: Date }>(
      `select id, next_timer_at from services.case where service_id = 'bphtb' and state = 'payment'`,
    )
    clock.set(
      Temporal.Instant.from(open?.next_timer_at.toISOString() ?? '')
        .add({ minutes: 1 })
        .toString(),
    )
    expect((await acting.bySystem(runTimers, { caseId: open?.id })).done).toEqual(['lapse'])
    clock.set(monday.toString())
    expect(await acquisition(open?.id ?? '')).toMatchObject({ state: 'void' })
    const again = await gone(bphtb, demoPeople.bima.nik, { ...common, nop: parcel(3).code }, [accept])
    expect((await caseRow(again.caseId)).fee_amount).toBe('46000000.00')
  })
})

describe('an inheritance within the family', () => {
  it('below the untaxed value is validated without a bill and uses nothing up', async () => {
    const inherited = { acquisition: 'inheritance', isClosestFamily: 'yes', value: 250_000_000 }
    const { isLowIncome: _, ...rest } = common
    const [small] = await rows<{ code: string }>(
      `select o.code from local_tax.object o join local_tax.land l on l.object_id = o.id where o.state = 'active' order by l.value limit 1`,
    )
    const { caseId } = await gone(bphtb, demoPeople.bima.nik, { ...rest, ...inherited, nop: small?.code }, [
      accept,
      'sign',
    ])
    const done = await acquisition(caseId)
    expect(done).toMatchObject({ state: 'validated', untaxed_in: null, amount: '0.00' })
    expect(await claim(done?.assessment_id ?? '')).toMatchObject({ state: 'nil', amount: '0.00' })
    expect(await rows('select 1 from billing.bill where subject_id = $1', [caseId])).toEqual([])
  })
})

describe('what is wrong is told', () => {
  it('land with arrears waits; the desk sees them, a stranger as seller, and a price far too low', async () => {
    const { id, code } = parcel(5)
    await rows(`update local_tax.assessment set state = 'overdue' where object_id = $1 and state = 'issued'`, [id])
    const answers = { ...common, nop: code }
    const refused = await errorOf(applied(bphtb, demoPeople.sekar.nik, answers))
    expect(refused.fields.map(({ path }) => path)).toContain('nop')
    const sekar = await acting.citizen(demoPeople.sekar.nik)
    const db = world.tenant.pools.read
    const shown = await registerChecks.get('bphtb')(world.tenant, db, answers as never, sekar.personId ?? '')
    expect(shown.map(({ field, tone }) => `${field} ${tone}`)).toEqual(['nop late', 'sellerName soon', 'untaxed info'])
    const low = { answers: { ...answers, value: 1_000_000 }, applicantPersonId: sekar.personId ?? '', now: monday }
    const warned = await decisionFindings.get('bphtb')(world.tenant, db, low as never)
    expect(warned).toMatchObject([{ field: 'value', severity: 'warn' }])
  })

  it('a number that is no land, at its field', async () => {
    const error = await errorOf(applied(bphtb, demoPeople.sekar.nik, { ...common, nop: '990100299999900010' }))
    expect(error.fields.map(({ path }) => path)).toContain('nop')
  })
})

describe('after the validation', () => {
  it('a higher price is assessed with its interest, and a bill', async () => {
    const { caseId, walk } = await gone(bphtb, demoPeople.sekar.nik, { ...common, nop: parcel(6).code }, paid)
    const found = { foundValue: 1_200_000_000, shortfallReason: 'Kuitansi penjual menyebut harga lain.' }
    expect(await walk.follow(caseId, [{ verb: 'find-shortfall', findings: found }, 'assess-shortfall'])).toBe(2)
    const [short] = await rows<{ id: string; amount: string; state: string }>(
      `select id, amount::text, state from local_tax.assessment where kind = 'skpdkb' and source_id = $1`,
      [caseId],
    )
    // 200,000,000 × 5% and one begun month of 1.8%.
    expect(Number(short?.amount)).toBeGreaterThanOrEqual(10_000_000)
    expect(Number(short?.amount)).toBeLessThanOrEqual(10_180_000)
    expect(await rows(`select state from billing.bill where subject_id = $1`, [short?.id])).toEqual([
      { state: 'issued' },
    ])
  })

  it('a deed that never came about: nothing is claimed, the paper no longer holds, the untaxed part is free', async () => {
    const answers = { ...common, nop: parcel(7).code, acquiredOn: '2028-06-01' }
    const { caseId, walk } = await gone(bphtb, demoPeople.sekar.nik, answers, paid)
    const before = await acquisition(caseId)
    expect(await walk.follow(caseId, ['cancel'])).toBe(1)
    expect(await acquisition(caseId)).toMatchObject({ state: 'void' })
    expect(await claim(before?.assessment_id ?? '')).toMatchObject({ amount: '0.00', paid_amount: '46000000.00' })
    expect((await papers(caseId))[0]).toBe('Bukti Validasi BPHTB (no longer)')
  })
})
