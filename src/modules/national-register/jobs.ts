import type { JobContext } from '#kernel/define/module.ts'
import { startSimulation } from './commands/configure.ts'
import { resumeDifferences } from './commands/differences.ts'
import { fetchNumbers } from './outbox/fetch-numbers.ts'
import { sendWaiting } from './outbox/send-waiting.ts'
import { openNationalRegister } from './service.ts'
import { maySimulate, readSettings } from './settings.ts'
import { findOddities } from './simulator/find-oddities.ts'

/** Until the next one begins. */
const lastsSeconds = 50

/** Fetches numbers that cases wait for, tells what has to be told, and brings back what was to wait until today. */
export async function exchangeJob(_payload: unknown, context: JobContext): Promise<void> {
  const { tenant, config, clock, log } = context
  // Not the reading connections: what was just written must be seen.
  const db = tenant.pools.write
  const settings = await readSettings(db)
  if (settings.changedAt === undefined && maySimulate(tenant, config.nationalRegister)) {
    const examples = await findOddities({ tenant, config, clock, db })
    await context.run(startSimulation, { examples })
  }
  await context.run(resumeDifferences, {})
  const register = await openNationalRegister({ tenant, config, clock, db })
  if (!register) return
  const work = {
    tenant,
    db,
    register,
    log,
    now: () => clock.now(),
    run: context.run,
  }
  await fetchNumbers(work)
  await sendWaiting(work, clock.now().add({ seconds: lastsSeconds }))
}
