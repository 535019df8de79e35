import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findAssessment, listHistory } from '#modules/local-tax/index.ts'
import { compareMonth } from './commands/compare-month.ts'
import { fileReturn } from './commands/file-return.ts'
import { approveFinding, proposeFinding, returnFinding } from './commands/findings.ts'
import { keepDraft } from './commands/keep-draft.ts'
import { acceptReturn, beginExamination, recordReminder, voidReturn } from './commands/return-acts.ts'
import { remindAllLate } from './jobs.ts'
import { compareReturn, listFindings } from './queries/parts.ts'
import { findReturn, listReturns } from './queries/returns.ts'
import { approver, examiner, type ReturnWorld, returnWorld } from './testing.ts'

let world: ReturnWorld
const places: string[] = []
beforeAll(async () => {
  world = await returnWorld('2026-11-10T02:00:00Z')
  for (const name of ['Sederhana', 'Melati', 'Kenanga', 'Dahlia'])
    places.push(await world.place('restaurant', `Rumah Makan ${name}`, { seats: '40' }))
  for (const month of ['2026-07', '2026-08', '2026-09', '2026-10']) await world.open(month)
})
afterAll(() => world.close())

const db = () => world.tenant.pools.read
const read = async (id: string) => {
  const one = await findReturn(db(), id)
  if (!one) throw new Error('no return')
  return one
}
const idAt = (place: number, month: string) => world.idOf(places[place] ?? '', month)
const file = async (place: number, month: string, turnover: string) => {
  const returnId = await idAt(place, month)
  await world.run(keepDraft, { returnId, typed: { manner: 'month', turnover } }, world.sari)
  await world.run(fileReturn, { returnId, after: 0 }, world.sari)
  return returnId
}
const find = (returnId: string, turnover: string, as = examiner) =>
  world.run(proposeFinding, { returnId, typed: { turnover, ground: 'LHP 12/2026' } }, as)
const examine = (returnId: string) =>
  world.run(beginExamination, { returnId, reason: 'Omzet jauh di bawah usaha sejenis' }, examiner)

describe('turnover far below what it is compared with', () => {
  it('is marked by the months before and by its kind, once and again', async () => {
    for (const month of ['2026-07', '2026-08', '2026-09']) await file(0, month, '40.000.000')
    await file(0, '2026-10', '12.000.000')
    for (const place of [1, 2, 3]) await file(place, '2026-10', '40.000.000')
    expect(await world.job.run(compareMonth, { month: '2026-10' })).toBe(1)
    expect(await world.job.run(compareMonth, { month: '2026-10' })).toBe(0)
    const today = Temporal.PlainDate.from('2026-11-10')
    const { rows } = await listReturns(db(), examiner, { isFlagged: true }, today)
    expect(rows.map(({ objectName, flags }) => [objectName, flags])).toEqual([
      ['Rumah Makan Sederhana', ['own', 'peers']],
    ])
    const comparison = await compareReturn(db(), await read(await idAt(0, '2026-10')))
    expect(comparison).toMatchObject({ average: 4_000_000_000n, peers: { turnover: 4_000_000_000n, count: 4 } })
  }, 180_000)

  it('is listed by words, state and month, and to nobody who may not see it', async () => {
    const today = Temporal.PlainDate.from('2026-11-10')
    const names = async (filter: Parameters<typeof listReturns>[2], as = examiner) =>
      (await listReturns(db(), as, filter, today)).rows.map(({ objectName }) => objectName.split(' ').at(-1))
    expect(await names({ text: 'kenanga makan', month: Temporal.PlainYearMonth.from('2026-10') })).toEqual(['Kenanga'])
    expect(await names({ state: 'late', month: Temporal.PlainYearMonth.from('2026-09') })).toEqual([
      'Melati',
      'Kenanga',
      'Dahlia',
    ])
    expect(await names({ text: '%' })).toEqual([])
    expect(await names({}, { ...examiner, grants: [] })).toEqual([])
  })
})

describe('an examination', () => {
  it('that finds more ends in an SKPDKB by a second officer, and no sooner', async () => {
    const id = await idAt(0, '2026-10')
    await expect(find(id, '40.000.000')).rejects.toMatchObject({ code: 'wrong-state' })
    await examine(id)
    await expect(world.run(keepDraft, { returnId: id, typed: {} }, world.sari)).rejects.toMatchObject({
      code: 'wrong-state',
    })
    await expect(find(id, '-1', approver)).rejects.toMatchObject({ code: 'invalid-input' })
    const { findingId } = await find(id, '32.000.000', approver)
    await expect(find(id, '32.000.000')).rejects.toMatchObject({ code: 'wrong-state' })
    const decide = { returnId: id, findingId }
    await expect(world.run(approveFinding, decide, approver)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(world.run(approveFinding, decide, examiner)).rejects.toMatchObject({ code: 'forbidden' })
    const other = { ...approver, accountId: 'lain', name: 'lain' }
    await world.run(returnFinding, { ...decide, reason: 'Lampirkan rekapitulasi' }, other)
    const again = await find(id, '32.000.000')
    const issued = await world.run(approveFinding, { returnId: id, findingId: again.findingId }, approver)
    expect(issued).toMatchObject({ outcome: 'skpdkb', number: 'SKPDKB-2026-000001' })
    // Paid in time until 13 November there is no month of interest yet: the shortfall alone.
    expect(await findAssessment(db(), issued.assessmentId)).toMatchObject({ amount: 200_000_000n, state: 'issued' })
    expect(await read(id)).toMatchObject({ state: 'assessed' })
    const states = (await listFindings(db(), id)).map(({ state }) => state)
    expect(states).toEqual(['approved', 'returned'])
    await expect(
      world.run(approveFinding, { returnId: id, findingId: again.findingId }, approver),
    ).rejects.toMatchObject({
      code: 'wrong-state',
    })
    const events = (await listHistory(db(), 'tax-return', id)).map(({ event }) => event)
    expect(events[0]).toBe('tax-returns.finding-approved.v1')
    expect(events).not.toContain('tax-returns.draft-kept.v1')
  })

  it('of an older month carries interest of each begun month', async () => {
    const id = await idAt(0, '2026-07')
    await examine(id)
    const { findingId } = await find(id, '50.000.000')
    const issued = await world.run(approveFinding, { returnId: id, findingId }, approver)
    // One million short since 14 August: three begun months of 1.8%.
    expect(await findAssessment(db(), issued.assessmentId)).toMatchObject({ amount: 105_400_000n })
  })

  it('that finds the same ends in an SKPDN, one that finds less takes it off the own claim', async () => {
    const same = await idAt(0, '2026-08')
    await examine(same)
    const first = await find(same, '40.000.000')
    const nil = await world.run(approveFinding, { returnId: same, findingId: first.findingId }, approver)
    expect(nil.outcome).toBe('skpdn')
    expect(await findAssessment(db(), nil.assessmentId)).toMatchObject({ state: 'nil', amount: 0n })
    const less = await idAt(0, '2026-09')
    await examine(less)
    const second = await find(less, '30.000.000')
    const over = await world.run(approveFinding, { returnId: less, findingId: second.findingId }, approver)
    expect(over.outcome).toBe('skpdlb')
    expect(await findAssessment(db(), (await read(less)).assessmentId ?? '')).toMatchObject({ amount: 300_000_000n })
  })
})

describe('a return that is not filed', () => {
  it('is reminded of once, and estimated only days after', async () => {
    await remindAllLate({} as never, world.job)
    await remindAllLate({} as never, world.job)
    const messages = async () =>
      (await world.owner.query(`select 1 from messaging.message where title like '%belum kami terima'`)).rowCount
    // Three places of July, August and September; October is not due yet.
    expect(await messages()).toBe(9)
    const id = await idAt(1, '2026-09')
    expect((await read(id)).remindedOn?.toString()).toBe('2026-11-10')
    await expect(world.run(recordReminder, { returnId: id, reason: 'Surat 4/2026' }, examiner)).rejects.toMatchObject({
      code: 'wrong-state',
    })
    await expect(find(id, '40.000.000')).rejects.toMatchObject({ code: 'conflict' })
    world.clock.set('2026-11-18T02:00:00Z')
    const { findingId } = await find(id, '40.000.000')
    const issued = await world.run(approveFinding, { returnId: id, findingId }, approver)
    // 4 million, 50% increase, and 2.2% for two begun months since 14 October.
    const claim = await findAssessment(db(), issued.assessmentId)
    expect(claim).toMatchObject({ kind: 'skpdkb', amount: 617_600_000n })
    expect(await read(id)).toMatchObject({ state: 'assessed', version: 0 })
    await expect(world.run(keepDraft, { returnId: id, typed: { manner: 'nil' } }, world.sari)).rejects.toMatchObject({
      code: 'wrong-state',
    })
  })

  it('is taken away by who may, with its reason; what was filed is not', async () => {
    const returnId = await idAt(2, '2026-09')
    const reason = 'Tutup untuk perbaikan sepanjang bulan'
    await expect(world.run(voidReturn, { returnId, reason }, examiner)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(world.run(voidReturn, { returnId, reason: '' }, approver)).rejects.toMatchObject({
      code: 'invalid-input',
    })
    await world.run(voidReturn, { returnId, reason }, approver)
    expect(await read(returnId)).toMatchObject({ state: 'void', endReason: reason })
    const filed = await idAt(2, '2026-10')
    await expect(world.run(voidReturn, { returnId: filed, reason }, approver)).rejects.toMatchObject({
      code: 'wrong-state',
    })
    await world.run(acceptReturn, { returnId: filed }, examiner)
    expect(await read(filed)).toMatchObject({ state: 'accepted' })
  })
})
