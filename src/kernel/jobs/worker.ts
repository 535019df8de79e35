import {
  type CronItem,
  Logger as JobLogger,
  parseCronItems,
  type Runner,
  run,
  type Task,
  type TaskList,
} from 'graphile-worker'
import type { Logger } from 'pino'
import { systemActor } from '../access/access.ts'
import type { Clock } from '../clock/clock.ts'
import { runCommand } from '../command/command.ts'
import type { Config } from '../config.ts'
import type { JobHandler, ModuleManifest } from '../define/module.ts'
import { publicOrigin } from '../tenancy/public-origin.ts'
import type { Tenant } from '../tenancy/tenants.ts'
import { freeOrphanedJobs, PatientPool } from './patient-pool.ts'

const applicationName = 'balai-jobs'

export interface WorkerParts {
  readonly config: Config
  readonly modules: readonly ModuleManifest[]
  readonly clock: Clock
  readonly log: Logger
  readonly subscribers: ReadonlyMap<string, readonly string[]>
  readonly onCommit: (tenant: Tenant, tags: readonly string[]) => void
}

/** The jobs of one tenant, running until stopped. */
export interface Worker {
  stop(): Promise<void>
  readonly isAlive: () => boolean
}

/** Starts the jobs and the timetable of one tenant. A job that fails is tried again, later and later. */
export async function startWorker(tenant: Tenant, parts: WorkerParts): Promise<Worker> {
  const pool = new PatientPool({ connectionString: tenant.appUrl, max: 4, application_name: applicationName })
  await freeOrphanedJobs(pool, applicationName)
  let alive = true
  const log = parts.log.child({ tenant: tenant.id, part: 'jobs' })
  const cron: CronItem[] = parts.modules.flatMap((module) => [...(module.cron ?? [])])
  const runner: Runner = await run({
    pgPool: pool,
    concurrency: 3,
    noHandleSignals: true,
    pollInterval: 2000,
    taskList: taskList(tenant, parts, log),
    parsedCronItems: parseCronItems(cron),
    logger: new JobLogger(() => (level, message) => {
      if (level === 'error' || level === 'warning') log.warn(message)
      else log.debug(message)
    }),
  })
  runner.promise.then(
    () => {
      alive = false
    },
    (error: unknown) => {
      alive = false
      log.error({ err: error }, 'the job runner stopped')
    },
  )
  return {
    isAlive: () => alive,
    async stop() {
      await runner.stop().catch(() => {})
      await pool.end()
    },
  }
}

function taskList(tenant: Tenant, parts: WorkerParts, log: Logger): TaskList {
  const handlers = parts.modules.flatMap((module) => Object.entries(module.jobs ?? {}))
  return Object.fromEntries(handlers.map(([name, handler]) => [name, task(name, handler, tenant, parts, log)]))
}

function task(name: string, handler: JobHandler, tenant: Tenant, parts: WorkerParts, log: Logger): Task {
  return async (payload, helpers) => {
    await handler(payload as never, {
      tenant,
      config: parts.config,
      clock: parts.clock,
      log: log.child({ job: name, jobId: helpers.job.id }),
      db: tenant.pools.read,
      attempt: helpers.job.attempts,
      run: (command, input, options = {}) =>
        runCommand(command, input, {
          tenant,
          actor: options.actor ?? systemActor(name),
          clock: parts.clock,
          requestId: `job-${helpers.job.id}`,
          origin: publicOrigin(tenant, parts.config),
          idempotencyKey: options.idempotencyKey,
          subscribers: parts.subscribers,
          onCommit: (tags) => parts.onCommit(tenant, tags),
        }),
    })
  }
}
