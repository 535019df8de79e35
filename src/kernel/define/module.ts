import type { CronItem } from 'graphile-worker'
import type { Logger } from 'pino'
import type { Clock } from '../clock/clock.ts'
import type { Command, RunOptions } from '../command/command.ts'
import type { Config } from '../config.ts'
import type { ReadHandle } from '../db/database.ts'
import type { AnyRoute } from '../http/route.ts'
import type { LocalText } from '../i18n/texts.ts'
import type { Tenant } from '../tenancy/tenants.ts'
import type { Provision } from './extension-point.ts'

/** What a job may use. A job may run again after a crash: whatever it does must bear that. */
export interface JobContext {
  readonly tenant: Tenant
  readonly config: Config
  readonly clock: Clock
  readonly log: Logger
  readonly db: ReadHandle
  /** 1 for the first try. */
  readonly attempt: number
  run<Input, Result>(command: Command<Input, Result>, input: unknown, options?: RunOptions): Promise<Result>
}

export type JobHandler = (payload: never, context: JobContext) => Promise<void>

/** One module on one page. Only src/app.ts imports it. */
export interface ModuleManifest {
  readonly name: string
  readonly routes: readonly AnyRoute[]
  // biome-ignore lint/suspicious/noExplicitAny: commands of every input and result share the list
  readonly commands: readonly Command<any, any>[]
  /** Every permission the module checks, with what it means to an administrator. */
  readonly permissions: Readonly<Record<string, LocalText>>
  readonly jobs?: Readonly<Record<string, JobHandler>> | undefined
  readonly cron?: readonly CronItem[] | undefined
  /** Event name to the job that hears it. */
  readonly subscriptions?: Readonly<Record<string, string>> | undefined
  readonly provides?: readonly Provision[] | undefined
}

export function defineModule(manifest: ModuleManifest): ModuleManifest {
  return manifest
}
