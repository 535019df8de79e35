import pino from 'pino'
import { systemClock } from '#kernel/clock/clock.ts'
import type { Config } from '#kernel/config.ts'
import { startWorker } from '#kernel/jobs/worker.ts'
import { modules, subscribers } from '../app.ts'
import { install } from '../install.ts'
import { untilStopped } from './until-stopped.ts'

/** Jobs only. Pages cached by serve processes are dropped through the database's notifications. */
export async function work(config: Config): Promise<void> {
  // Beside another process, only that one speaks.
  const say = (step: string) => process.connected || console.log(`Balai: ${step}`)
  const stopped = untilStopped(say)
  const installation = await install(config, say)
  const tenants = await installation.openTenants()
  const log = pino({ level: config.logLevel })
  const parts = { config, modules, clock: systemClock, log, subscribers, onCommit: () => {} }
  const workers = await Promise.all(tenants.map((tenant) => startWorker(tenant, parts)))
  say(`working for ${tenants.map((tenant) => tenant.id).join(', ')}`)
  await stopped
  await Promise.all(workers.map((worker) => worker.stop()))
  await Promise.all(tenants.map((tenant) => tenant.close()))
  await installation.stop()
}
