import { sql } from 'kysely'
import { defineModule, type JobContext } from './define/module.ts'

const idempotencyDays = 30

/** Keeps technical tables small and makes journal partitions ahead of time. Records of government are never touched. */
async function tidy(_payload: unknown, context: JobContext): Promise<void> {
  const { write } = context.tenant.pools
  await sql`delete from kernel.idempotency where created_at < now() - make_interval(days => ${idempotencyDays})`.execute(
    write,
  )
  await sql`delete from kernel.kept_input where created_at < now() - interval '24 hours'`.execute(write)
  await sql`delete from kernel.rate_limit where resets_at < now()`.execute(write)
  await sql`select journal.ensure_partitions(now()::date, 6)`.execute(write)
}

export const maintenance = defineModule({
  name: 'kernel',
  routes: [],
  commands: [],
  permissions: {},
  jobs: { 'kernel.tidy': tidy },
  cron: [{ task: 'kernel.tidy', match: '17 2 * * *', options: { backfillPeriod: 86_400_000 } }],
})
