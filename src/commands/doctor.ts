import { randomBytes } from 'node:crypto'
import { systemClock } from '#kernel/clock/clock.ts'
import type { Config } from '#kernel/config.ts'
import { examineLog } from '#kernel/proof-log/proofs.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { canOpenRegister } from '#modules/people/index.ts'
import { listHolidays } from '#modules/rules/index.ts'
import { install } from '../install.ts'

interface Finding {
  readonly part: string
  readonly fault: string | undefined
}

/** Looks at everything a running region depends on, and says in one line each what is well or wrong. */
export async function doctor(config: Config): Promise<void> {
  const installation = await install(config, () => {})
  const tenants = await installation.openTenants()
  const findings: Finding[] = []
  for (const tenant of tenants) findings.push(...(await examine(tenant)))
  for (const finding of findings)
    console.log(`${finding.fault ? 'FAULT' : 'well '}  ${finding.part}${finding.fault ? `: ${finding.fault}` : ''}`)
  await Promise.all(tenants.map((tenant) => tenant.close()))
  await installation.stop()
  if (findings.some((finding) => finding.fault)) process.exitCode = 1
}

async function examine(tenant: Tenant): Promise<Finding[]> {
  const at = (part: string) => `${tenant.id}: ${part}`
  return Promise.all([
    check(at('database answers'), async () => {
      const { rows } = await tenant.pools.writePool.query(
        `select current_setting('server_version_num')::int as version`,
      )
      return rows[0].version < 150000 ? 'PostgreSQL 15 or newer is needed' : undefined
    }),
    check(at('the journal cannot be changed by the program'), async () => {
      const { rows } = await tenant.pools.writePool.query(
        `select has_table_privilege('journal.event', 'update') or has_table_privilege('journal.event', 'delete') as may`,
      )
      return rows[0].may ? 'the application role may change the journal; run balai migrate as the owner' : undefined
    }),
    check(at('the proof log covers the journal'), async () => {
      const { lost, oldestMinutes } = await examineLog(tenant.pools.read)
      if (lost) return `${lost} records of the last two days are in neither the log nor its queue`
      return oldestMinutes > 60
        ? `the oldest record waits ${oldestMinutes} minutes to be sealed: do jobs run?`
        : undefined
    }),
    check(at('clocks agree'), async () => {
      const { rows } = await tenant.pools.readPool.query('select extract(epoch from now()) * 1000 as ms')
      const apart = Math.abs(Number(rows[0].ms) - systemClock.now().epochMilliseconds)
      return apart > 5000 ? `database and program differ by ${Math.round(apart / 1000)} s` : undefined
    }),
    check(at('files can be stored and read back'), async () => {
      const bytes = randomBytes(64)
      const hash = await tenant.files.put(bytes)
      const same = Buffer.from(await tenant.files.get(hash)).equals(bytes)
      await tenant.files.remove(hash)
      return same ? undefined : 'what came back is not what was stored'
    }),
    check(at('no job has failed for good'), async () => {
      const { rows } = await tenant.pools.readPool.query(
        'select count(*)::int as n from graphile_worker.jobs where attempts >= max_attempts',
      )
      return rows[0].n > 0 ? `${rows[0].n} jobs need a look` : undefined
    }),
    check(at('encrypted columns open with this secret'), async () => {
      return (await canOpenRegister(tenant, tenant.pools.read))
        ? undefined
        : 'a NIK does not open: BALAI_SECRET is not the one it was sealed with'
    }),
    check(at('holidays are known for this year and the next'), async () => {
      const year = systemClock.now().toZonedDateTimeISO(tenant.profile.zone).year
      const known = await Promise.all([year, year + 1].map((each) => listHolidays(tenant.pools.read, each, '')))
      return known.some((days) => days.length === 0) ? 'add the new decree to rules/holidays.json' : undefined
    }),
  ])
}

async function check(part: string, look: () => Promise<string | undefined>): Promise<Finding> {
  try {
    return { part, fault: await look() }
  } catch (error) {
    return { part, fault: error instanceof Error ? error.message : String(error) }
  }
}
