import pg from 'pg'
import { isDatabaseAway } from '../db/pools.ts'

/** What graphile-worker takes for "try again later"; every other broken connection would end the whole process. */
const tryAgain = '57P03'
const pauseMs = 250

class PatientClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: pg overloads query by the shape of its arguments
  override query(...given: any[]): any {
    // biome-ignore lint/suspicious/noExplicitAny: as above
    const asked: unknown = (super.query as (...all: any[]) => unknown).apply(this, given)
    if (!(asked instanceof Promise)) return asked
    return asked.catch((error: unknown) => {
      if (!isDatabaseAway(error)) throw error
      throw Object.assign(new Error('the database went away', { cause: error }), { code: tryAgain })
    })
  }
}

/** Connections for jobs: while the database is away they wait for it instead of failing. */
export class PatientPool extends pg.Pool {
  private isOver = false

  constructor(options: pg.PoolConfig) {
    super({ ...options, Client: PatientClient })
    // A connection that breaks is replaced; without listeners it would end the process.
    this.on('error', () => {})
    this.on('connect', (client) => client.on('error', () => {}))
  }

  // biome-ignore lint/suspicious/noExplicitAny: pg overloads connect by its callback
  override connect(...given: any[]): any {
    return given.length ? super.connect(...(given as [never])) : this.connectAtLast()
  }

  override async end(): Promise<void> {
    this.isOver = true
    await super.end()
  }

  private async connectAtLast(): Promise<pg.PoolClient> {
    for (;;) {
      // Whoever still asks after the end is left waiting: there is nothing to tell a job that is no longer run.
      if (this.isOver) return new Promise(() => {})
      try {
        return await super.connect()
      } catch (error) {
        if (!isDatabaseAway(error) && !this.isOver) throw error
        await new Promise((resolve) => setTimeout(resolve, pauseMs))
      }
    }
  }
}

/**
 * Frees jobs that a killed process held; graphile-worker itself would wait four hours. Only when nobody
 * else runs jobs here: another process may be at work on what it holds.
 */
export async function freeOrphanedJobs(pool: pg.Pool, applicationName: string): Promise<void> {
  await pool.query(
    `select graphile_worker.force_unlock_workers(array(
       select distinct locked_by from graphile_worker.jobs where locked_by is not null and not exists (
         select 1 from pg_stat_activity
         where datname = current_database() and application_name = $1 and pid <> pg_backend_pid())))`,
    [applicationName],
  )
}
