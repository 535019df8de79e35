import pg from 'pg'
import { systemActor } from '#kernel/access/access.ts'
import { FixedClock } from '#kernel/clock/clock.ts'
import { runCommand } from '#kernel/command/command.ts'
import { listDueCases, runTimers } from '#modules/services/testing.ts'
import type { BenchOptions } from './main.ts'
import type { Figure } from './report.ts'
import { median, timed } from './rounds.ts'
import type { Region, Stage } from './stage.ts'

const running = 100_000
/** Files whose deadline falls into the same minute, of all that run. */
const dueAtOnce = 300
const sweep = 500

/**
 * The statutory clock over a hundred thousand running cases: looking when nothing is due, and a minute in which
 * three hundred deadlines pass, each with its own transaction, message and event.
 */
export async function benchClock(stage: Stage, { say }: BenchOptions): Promise<Figure[]> {
  const region = await stage.region('clock', { people: 20_000, cases: running })
  await makeAllRun(region)
  say(`${running} cases run; ${dueAtOnce} become due in one minute`)
  const { tenant } = region
  const now = Temporal.Now.instant()
  const looks: number[] = []
  for (let round = 0; round < 20; round += 1) {
    looks.push(await timed(() => listDueCases(tenant.pools.read, now.subtract({ hours: 24 * 400 }), sweep)))
  }
  const clock = new FixedClock(now.toString())
  let done = 0
  const minute = await timed(async () => {
    for (const caseId of await listDueCases(tenant.pools.read, now, sweep)) {
      const told = await runCommand(
        runTimers,
        { caseId },
        { tenant, actor: systemActor('services.sweep-clock'), clock },
      )
      done += told.done.length
    }
  })
  if (done < dueAtOnce) throw new Error(`only ${done} of ${dueAtOnce} deadlines were acted upon`)
  return [
    { name: `clock over ${running.toLocaleString('en-GB')} running cases, none due`, unit: 'ms', value: median(looks) },
    {
      name: `clock over ${running.toLocaleString('en-GB')} running cases, ${dueAtOnce} due`,
      unit: 'ms',
      value: minute,
      goal: { of: 'value', is: '<=', than: 5000 },
    },
  ]
}

/** Every case waits at the verifier's desk; the deadlines of most are still to come. */
async function makeAllRun({ ownerUrl }: Region): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await owner.query('delete from services.task')
    await owner.query(`update services.case set state = 'verifying', closed_at = null, result = null,
      next_timer_at = now() + interval '1 day' + random() * interval '30 days'`)
    await owner.query(
      `update services.case set next_timer_at = now() - interval '1 minute'
       where id in (select id from services.case order by id limit $1)`,
      [dueAtOnce],
    )
    await owner.query(`insert into services.task (id, case_id, state, desk, unit_id, unit_path, territory_code, service_id,
        opened_at, due_at, order_at)
      select gen_random_uuid(), id, 'verifying', 'services.verify', unit_id, unit_path, territory_code, service_id,
        submitted_at, next_timer_at, next_timer_at from services.case`)
    await owner.query('analyze services.case, services.task')
  } finally {
    await owner.end()
  }
}
