import { afterAll, beforeAll, expect, it } from 'vitest'
import { senToNumeric } from '#kernel/money/money.ts'
import { approveRun, startRun, submitRun } from './commands/decide-run.ts'
import { workOnRun } from './jobs.ts'
import { findRun } from './queries/runs.ts'
import { head, type TaxWorld, taxWorld } from './testing.ts'

const parcels = 9000
/** (120 × 1.5m + 60 × 2m − 15m) × 60% × 0.11%, in sen. */
const each = 18_810_000n

let world: TaxWorld
beforeAll(async () => {
  world = await taxWorld()
  await world.owner.query(
    `insert into local_tax.taxpayer (id, npwpd, kind, name, nib, address, village_code, search_text, registered_on, registered_at, updated_at)
     select gen_random_uuid(), 'P.2.' || i, 'firm', 'PT ' || i, i::text, 'Jl. Raya', '99.01.02.2003', 'pt', '2026-01-01', now(), now()
     from generate_series(1, $1::int) i`,
    [parcels],
  )
  await world.owner.query(
    `insert into local_tax.object (id, kind, code, taxpayer_id, name, address, village_code, search_text, registered_on, registered_at, updated_at)
     select gen_random_uuid(), 'land', '9901002003' || lpad(right(npwpd, -4), 7, '0') || '0', id, 'Rumah', 'Jl. Raya', village_code,
       'rumah', '2026-01-01', now(), now() from local_tax.taxpayer`,
  )
  await world.owner.query(
    `insert into local_tax.land (object_id, land_area, land_price, building_area, building_price)
     select id, 120, 1500000, 60, 2000000 from local_tax.object`,
  )
})
afterAll(() => world.close())

/** Works on a run as the runner does, trying again what failed, while its connections are cut. */
async function workWhileKilled(runId: string, until: string): Promise<number> {
  let isOver = false
  let kills = 0
  const killer = (async () => {
    while (!isOver && kills < 4) {
      await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 80))
      const { rowCount } = await world.owner.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle' and query ilike '%local_tax%' limit 1`,
      )
      kills += rowCount ?? 0
    }
  })()
  for (let tries = 0; tries < 60; tries += 1) {
    await workOnRun({ runId } as never, world.job).catch(() => {})
    const run = await findRun(world.tenant.pools.read, runId).catch(() => undefined)
    if (run?.state === until) break
  }
  isOver = true
  await killer
  return kills
}

it('a yearly assessment that is killed again and again has every parcel once, to the rupiah', async () => {
  const { runId } = await world.run(startRun, { year: 2026 })
  const whileDrafting = await workWhileKilled(runId, 'drafted')
  expect(await findRun(world.tenant.pools.read, runId)).toMatchObject({
    state: 'drafted',
    assessed: parcels,
    amount: each * BigInt(parcels),
  })
  await world.run(submitRun, { runId })
  await world.run(approveRun, { runId }, head)
  const whileIssuing = await workWhileKilled(runId, 'issued')
  expect(whileDrafting + whileIssuing).toBeGreaterThan(0)
  const { rows } = await world.owner.query(
    `select state, count(*)::int as count, count(distinct object_id)::int as objects, sum(amount)::text as sum
     from local_tax.assessment group by state`,
  )
  expect(rows).toEqual([{ state: 'issued', count: parcels, objects: parcels, sum: '1692900000.00' }])
  const { rows: bills } = await world.owner.query(
    `select count(*)::int as bills, count(distinct b.subject_id)::int as notices, sum(b.total_amount)::text as total,
       count(*) filter (where a.bill_id = b.id)::int as known
     from billing.bill b join local_tax.assessment a on a.id::text = b.subject_id`,
  )
  expect(bills).toEqual([
    { bills: parcels, notices: parcels, known: parcels, total: senToNumeric(each * BigInt(parcels)) },
  ])
})
