import pg from 'pg'
import { type Actor, systemActor } from '#kernel/access/access.ts'
import { systemClock } from '#kernel/clock/clock.ts'
import { type Command, runCommand } from '#kernel/command/command.ts'
import { approveRun, draftBatch, findRun, issueBatch, startRun, submitRun } from '#modules/local-tax/testing-year.ts'
import type { BenchOptions } from './main.ts'
import type { Figure } from './report.ts'
import { timed } from './rounds.ts'
import type { Stage } from './stage.ts'

const promised = { parcels: 1_000_000, seconds: 300 }
const year = 2025

const official = (name: string): Actor => ({
  kind: 'staff',
  accountId: name,
  name,
  grants: ['assess', 'approve'].map((right) => ({ permission: `local-tax.${right}`, unitPath: '', territory: '' })),
  elevatedUntil: Number.MAX_SAFE_INTEGER,
})

/** A year of land and buildings: every parcel computed as a draft, approved, and issued with its number and its bill. */
export async function benchLocalTax(stage: Stage, { say }: BenchOptions): Promise<Figure[]> {
  const parcels = Number(process.env['BENCH_LOCAL_TAX_PARCELS'] ?? promised.parcels)
  const { tenant, ownerUrl } = await stage.region('local-tax', { people: 600, cases: 50 })
  const before = await fill(ownerUrl, parcels)
  const run = <Input, Result>(command: Command<Input, Result>, input: unknown, actor: Actor) =>
    runCommand(command, input, { tenant, actor, clock: systemClock })
  const batches = async (command: typeof draftBatch, runId: string, word: string) => {
    let done = 0
    while ((await run(command, { runId, handOver: false }, systemActor('bench'))) === 'more') {
      done += 1
      if (done % 50 === 0) say(`${word}: ${done} batches`)
    }
  }
  const { runId } = await run(startRun, { year }, official('first'))
  const drafting = await timed(() => batches(draftBatch, runId, 'computed'))
  await run(submitRun, { runId }, official('first'))
  await run(approveRun, { runId }, official('second'))
  const issuing = await timed(() => batches(issueBatch, runId, 'issued'))
  const issued = (await findRun(tenant.pools.read, runId))?.assessed ?? 0
  const share = promised.parcels / (parcels + before)
  const n = parcels.toLocaleString('en-GB')
  return [
    {
      name: `yearly assessment of a million parcels with their numbers and bills, measured on ${n}`,
      unit: 's',
      value: ((drafting + issuing) / 1000) * share,
      goal: { of: 'value', is: '<=', than: promised.seconds },
      detail: { draftingMs: Math.round(drafting), issuingMs: Math.round(issuing), issued },
    },
  ]
}

/** Parcels of one owner each, in one village, under rows of law that were checked. @returns parcels that were there */
async function fill(ownerUrl: string, parcels: number): Promise<number> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    const { rows } = await owner.query<{ n: number }>(
      `select count(*)::int as n from local_tax.object where kind = 'land' and state = 'active'`,
    )
    await owner.query(
      `update rules.rule set status = 'verified' where region = '99.01' and key ~ '^(tax.pbb|tax.local|local-tax)[.]'`,
    )
    await owner.query(
      `with made as (
         insert into local_tax.taxpayer (id, npwpd, kind, name, nib, address, village_code, search_text, registered_on,
           registered_at, updated_at)
         select gen_random_uuid(), 'B.' || i, 'firm', 'PT ' || i, i::text, 'Jalan Raya ' || i, village.code, 'pt ' || i,
           '2025-01-01', now(), now()
         from generate_series(1, $1::int) i, (select min(code) as code from territory.area where level = 'village' and own) village
         returning id, nib::int as i, village_code
       ), object as (
         insert into local_tax.object (id, kind, code, taxpayer_id, name, address, village_code, search_text, registered_on,
           registered_at, updated_at)
         select gen_random_uuid(), 'land', '9901999' || lpad(i::text, 10, '0') || '0', id, 'Rumah ' || i, 'Jalan Raya ' || i,
           village_code, 'rumah ' || i, '2025-01-01', now(), now() from made
         returning id, code
       )
       insert into local_tax.land (object_id, land_area, land_price, building_area, building_price)
       select id, 60 + right(code, 4)::int % 700, 200000 * (1 + right(code, 3)::int % 9), right(code, 5)::int % 150, 1500000 from object`,
      [parcels],
    )
    await owner.query('analyze local_tax.taxpayer, local_tax.object, local_tax.land')
    return rows[0]?.n ?? 0
  } finally {
    await owner.end()
  }
}
