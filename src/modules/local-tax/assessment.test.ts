import { afterAll, beforeAll, expect, it } from 'vitest'
import { changeTaxpayerState } from './commands/change-taxpayer-state.ts'
import { correctObject } from './commands/correct-object.ts'
import { approveRun, discardRun, returnRun, startRun, submitRun } from './commands/decide-run.ts'
import { cancelAssessment, recordDelivery } from './commands/settle-assessment.ts'
import { workOnRun } from './jobs.ts'
import { listAssessments } from './queries/assessments.ts'
import { countRemarks, findRun, listRemarks } from './queries/runs.ts'
import { clerk, head, niks, type TaxWorld, taxWorld } from './testing.ts'

let world: TaxWorld
let sari: { taxpayerId: string; npwpd: string }
const land: Record<string, { objectId: string; code: string }> = {}
beforeAll(async () => {
  world = await taxWorld()
  sari = await world.taxpayer(niks.sari)
  const budi = await world.taxpayer(niks.budi)
  land['home'] = await world.land(sari.npwpd)
  land['field'] = await world.land(sari.npwpd, { landArea: '100', buildingArea: '', landPrice: '100.000' })
  land['nobody'] = await world.land('')
  land['gone'] = await world.land(budi.npwpd)
  await world.owner.query(`update local_tax.taxpayer set state = 'closed', closed_on = '2026-11-01' where id = $1`, [
    budi.taxpayerId,
  ])
})
afterAll(() => world.close())

const db = () => world.tenant.pools.read
const work = (runId: string) => workOnRun({ runId } as never, world.job)
const prepare = async (year: number) => {
  const { runId } = await world.run(startRun, { year })
  await work(runId)
  return runId
}

it('a year is computed whole, shown with what was left out, approved by a second official and issued as shown', async () => {
  const runId = await prepare(2026)
  const run = await findRun(db(), runId)
  // (120 × 1.5m + 60 × 2m − 15m) × 60% × 0.11%; the field uses no NJOPTKP: 10m × 60% × 0.11%
  expect(run).toMatchObject({
    state: 'drafted',
    assessed: 2,
    leftOut: 2,
    amount: 18_810_000n + 660_000n,
    openRules: [],
  })
  expect((await listRemarks(db(), runId, {})).rows.map(({ code, reason }) => [code, reason])).toEqual([
    [land['nobody']?.code, 'no-owner'],
    [land['gone']?.code, 'owner-closed'],
  ])
  await expect(world.run(approveRun, { runId }, head)).rejects.toMatchObject({ code: 'wrong-state' })
  await world.run(submitRun, { runId }, head)
  await expect(world.run(approveRun, { runId }, clerk)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(world.run(approveRun, { runId }, head)).rejects.toMatchObject({ code: 'forbidden' })
  await world.run(returnRun, { runId, reason: 'Periksa lagi bidang kosong' }, head)
  await world.run(submitRun, { runId })
  await world.run(approveRun, { runId }, head)
  await work(runId)
  const { rows } = await listAssessments(db(), clerk, { runId })
  expect(rows.map((row) => [row.number, row.state, row.amount, row.dueOn.toString()])).toEqual([
    [`${land['home']?.code}-2026`, 'issued', 18_810_000n, '2027-05-23'],
    [`${land['field']?.code}-2026`, 'issued', 660_000n, '2027-05-23'],
  ])
  // Work that is done is done: another run of the job changes nothing.
  await work(runId)
  expect(await findRun(db(), runId)).toMatchObject({ state: 'issued', assessed: 2 })
})

it('a year that was issued is not issued again, and a cancelled notice can be', async () => {
  const again = await prepare(2026)
  expect(await countRemarks(db(), again)).toEqual(expect.arrayContaining([{ reason: 'already-assessed', count: 2 }]))
  await expect(world.run(submitRun, { runId: again })).rejects.toMatchObject({ code: 'conflict' })
  await world.run(discardRun, { runId: again })
  await work(again)
  const { rows } = await listAssessments(db(), clerk, { year: 2026 })
  const [home, field] = rows
  await world.run(recordDelivery, { assessmentId: home?.id, deliveredOn: '2026-11-23', deliveredTo: 'Sari' })
  const delivery = { assessmentId: field?.id, deliveredOn: '2026-11-22', deliveredTo: 'Sari' }
  await expect(world.run(recordDelivery, delivery)).rejects.toMatchObject({ fields: [{ path: 'deliveredOn' }] })
  await expect(
    world.run(cancelAssessment, { assessmentId: field?.id, reason: 'Luas keliru' }, clerk),
  ).rejects.toMatchObject({ code: 'forbidden' })
  await world.run(cancelAssessment, { assessmentId: field?.id, reason: 'Luas keliru' }, head)
  const third = await prepare(2026)
  expect(await findRun(db(), third)).toMatchObject({ assessed: 1, amount: 660_000n })
  await world.run(discardRun, { runId: third })
  await work(third)
  expect((await listAssessments(db(), clerk, { runId: third })).rows).toEqual([])
})

it('a parcel that changed after it was computed is not issued, and the sum says so', async () => {
  const runId = await prepare(2027)
  await world.run(submitRun, { runId })
  await world.run(correctObject, {
    objectId: land['field']?.objectId,
    version: 1,
    name: 'Sawah',
    address: 'Blok 1 utara',
    landArea: '900',
    landPrice: '100000',
    landUse: 'food-land',
    ground: 'Pengukuran ulang 3/2026',
  })
  await world.run(approveRun, { runId }, head)
  await work(runId)
  expect(await findRun(db(), runId)).toMatchObject({ state: 'issued', assessed: 1, amount: 18_810_000n })
  expect((await listRemarks(db(), runId, { reason: 'changed' })).rows).toMatchObject([
    { after: 660_000n, isLeftOut: true },
  ])
})

it('nothing is assessed by a figure of law that nobody checked', async () => {
  await world.owner.query(`update rules.rule set status = 'unverified' where key = 'tax.pbb.share'`)
  const runId = await prepare(2025)
  const run = await findRun(db(), runId)
  expect(run?.openRules.map((rule) => rule.key)).toEqual(['tax.pbb.share'])
  await expect(world.run(submitRun, { runId })).rejects.toMatchObject({ code: 'conflict' })
  const twice = world.run(startRun, { year: 2025 })
  await expect(twice).rejects.toMatchObject({ fields: [{ path: 'year' }] })
})

it('a suspended owner is still assessed', async () => {
  await world.owner.query(`update rules.rule set status = 'verified' where key = 'tax.pbb.share' and region = '99.01'`)
  await world.run(changeTaxpayerState, { taxpayerId: sari.taxpayerId, verb: 'suspend', reason: 'Sedang diperiksa' })
  expect(await findRun(db(), await prepare(2024))).toMatchObject({ assessed: 2 })
})
