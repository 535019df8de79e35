import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Actor, systemActor } from '#kernel/access/access.ts'
import { findBillsOf } from '#modules/billing/index.ts'
import { listDocumentsOf } from '#modules/documents/index.ts'
import { workOnProposal } from './collecting-job.ts'
import { approveProposal, returnProposal } from './commands/decide-proposal.ts'
import { approveRun, startRun, submitRun } from './commands/decide-run.ts'
import { markOverdue } from './commands/mark-overdue.ts'
import { propose } from './commands/propose.ts'
import { hearOfPayment, workOnRun } from './jobs.ts'
import { listArrears, sumArrears } from './queries/arrears.ts'
import { findAssessment, listAssessments } from './queries/assessments.ts'
import { findProposal, listProposalItems } from './queries/proposals.ts'
import { clerk, head, niks, type TaxWorld, taxWorld } from './testing.ts'

let world: TaxWorld
let signer: Actor
let ids: string[]
beforeAll(async () => {
  world = await taxWorld()
  signer = await world.signer()
  const { npwpd } = await world.taxpayer(niks.sari)
  for (let count = 0; count < 3; count += 1) await world.land(npwpd)
  const { runId } = await world.run(startRun, { year: 2026 })
  await workOnRun({ runId } as never, world.job)
  await world.run(submitRun, { runId })
  await world.run(approveRun, { runId }, head)
  await workOnRun({ runId } as never, world.job)
  ids = (await listAssessments(db(), clerk, {})).rows.map((row) => row.id)
  world.clock.set('2027-06-02T02:00:00Z')
  await world.run(markOverdue, {}, systemActor('test'))
})
afterAll(() => world.close())

const db = () => world.tenant.pools.read
const today = () => world.clock.now().toZonedDateTimeISO('Asia/Jakarta').toPlainDate()
const ask = (kind: string, assessmentIds: string[], more = {}) =>
  world.run(propose, { kind, assessmentIds, ground: 'Rencana penagihan 6/2027', ...more })
async function approve(proposalId: string) {
  await world.run(approveProposal, { proposalId }, { ...signer, elevatedUntil: Number.MAX_SAFE_INTEGER })
  await workOnProposal({ proposalId } as never, world.job)
}
const stateOf = async (id = '') => (await findAssessment(db(), id))?.state

it('arrears are listed with their sums, and a warning comes only after the demand', async () => {
  const { rows } = await listArrears(db(), clerk, {}, today())
  expect(rows.map((row) => row.state)).toEqual(['overdue', 'overdue', 'overdue'])
  expect((await sumArrears(db(), clerk, {}, today()))[0]).toMatchObject({ state: 'overdue', count: 3 })
  expect((await listArrears(db(), clerk, { age: '1-2' }, today())).rows).toEqual([])
  await expect(ask('warning', ids)).rejects.toMatchObject({ code: 'conflict' })
  await expect(ask('write-off', ids)).rejects.toMatchObject({ fields: [{ path: 'cause' }] })
  await expect(ask('write-off', ids, { cause: 'expired' })).rejects.toMatchObject({ code: 'conflict' })
})

it('a demand is proposed by one, signed by another, once for each, and leaves out who paid meanwhile', async () => {
  const { proposalId, proposed } = await ask('stpd', [...ids, ids[0] as string])
  expect(proposed).toBe(3)
  await expect(ask('stpd', ids)).rejects.toMatchObject({ code: 'conflict' })
  await expect(world.run(approveProposal, { proposalId }, clerk)).rejects.toMatchObject({ code: 'forbidden' })
  const same = { ...signer, accountId: clerk.accountId, elevatedUntil: Number.MAX_SAFE_INTEGER }
  await expect(world.run(approveProposal, { proposalId }, same)).rejects.toMatchObject({ code: 'forbidden' })
  const [paidId = ''] = ids
  const [bill] = await findBillsOf(db(), 'tax-assessment', paidId)
  await world.pay(bill?.number ?? '', (bill?.total ?? 0n) * 2n)
  await hearOfPayment({ payload: { subject: { type: 'tax-assessment', id: paidId } } } as never, world.job)
  await approve(proposalId)
  await workOnProposal({ proposalId } as never, world.job)
  expect(await findProposal(db(), proposalId)).toMatchObject({ state: 'done', done: 2, leftOut: 1 })
  expect(await Promise.all(ids.map(stateOf))).toEqual(['paid', 'dunned', 'dunned'])
  const { rows } = await listProposalItems(db(), proposalId, {})
  // One month and ten days after 23 May: one month has begun.
  expect(rows[1]).toMatchObject({ number: 'STPD-2027-000001', state: 'done' })
  expect(rows[1]?.interest).toBe((rows[1]?.principal ?? 0n) / 100n)
  expect(await listDocumentsOf(db(), 'tax-assessment', ids[1] as string)).toMatchObject([
    { number: 'STPD-2027-000001', title: 'Surat Tagihan Pajak Daerah' },
  ])
}, 60_000)

it('goes on behind what is done when the program was ended', async () => {
  world.clock.set('2027-06-20T02:00:00Z')
  const { proposalId } = await ask('warning', ids.slice(1))
  await world.run(approveProposal, { proposalId }, { ...signer, elevatedUntil: Number.MAX_SAFE_INTEGER })
  let calls = 0
  const dying = {
    ...world.job,
    run: ((...given: Parameters<typeof world.job.run>) => {
      calls += 1
      if (calls === 2) throw Object.assign(new Error('ended'), { code: '57P01' })
      return world.job.run(...given)
    }) as typeof world.job.run,
  }
  await expect(workOnProposal({ proposalId } as never, dying)).rejects.toThrow('ended')
  expect(await findProposal(db(), proposalId)).toMatchObject({ state: 'working', done: 1 })
  await workOnProposal({ proposalId } as never, world.job)
  expect(await findProposal(db(), proposalId)).toMatchObject({ state: 'done', done: 2 })
  for (const id of ids.slice(1)) expect(await listDocumentsOf(db(), 'tax-assessment', id)).toHaveLength(2)
}, 60_000)

it('who no longer holds the post signs nothing, and the reason is said', async () => {
  world.clock.set('2027-07-20T02:00:00Z')
  const { proposalId } = await ask('seizure', [ids[1] as string])
  await world.run(approveProposal, { proposalId }, { ...signer, elevatedUntil: Number.MAX_SAFE_INTEGER })
  await world.owner.query(`update organization.assignment set valid_to = '2027-07-01'`)
  await workOnProposal({ proposalId } as never, world.job)
  expect((await listProposalItems(db(), proposalId, {})).rows).toMatchObject([{ state: 'left-out' }])
  expect(await stateOf(ids[1])).toBe('warned')
  await world.owner.query(`update organization.assignment set valid_to = null`)
}, 60_000)

it('a claim is written off by decree, keeps what was paid, and asks for nothing more', async () => {
  const [, id = ''] = ids
  const [bill] = await findBillsOf(db(), 'tax-assessment', id)
  await world.pay(bill?.number ?? '', 1_000_000n)
  await hearOfPayment({ payload: { subject: { type: 'tax-assessment', id } } } as never, world.job)
  const before = await findAssessment(db(), id)
  const { proposalId } = await ask('write-off', [id], { cause: 'uncollectable' })
  await approve(proposalId)
  const after = await findAssessment(db(), id)
  expect(after).toMatchObject({ state: 'written-off', owed: 0n, writtenOff: before?.owed })
  const open = (await findBillsOf(db(), 'tax-assessment', id)).filter((one) => one.state === 'issued')
  expect(open.reduce((sum, one) => sum + one.total, 0n)).toBe(before?.paid)
}, 60_000)

it('what is sent back can be proposed again', async () => {
  const [, , id = ''] = ids
  const first = await ask('seizure', [id])
  await world.run(returnProposal, { proposalId: first.proposalId, reason: 'Temui dahulu orangnya' }, signer)
  expect(await findProposal(db(), first.proposalId)).toMatchObject({ state: 'returned' })
  const again = await ask('seizure', [id])
  await approve(again.proposalId)
  expect(await stateOf(id)).toBe('seizure')
  const [bill] = (await findBillsOf(db(), 'tax-assessment', id)).filter((one) => one.state === 'issued')
  await world.pay(bill?.number ?? '', (bill?.total ?? 0n) * 2n)
  await hearOfPayment({ payload: { subject: { type: 'tax-assessment', id } } } as never, world.job)
  expect(await stateOf(id)).toBe('paid')
}, 60_000)
