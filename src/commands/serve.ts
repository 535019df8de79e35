import { parseArgs } from 'node:util'
import pino from 'pino'
import type { Config } from '#kernel/config.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { firstAdministratorLink } from '#modules/accounts/index.ts'
import { startApp } from '../app.ts'
import { install } from '../install.ts'
import { giveBackMemory } from './give-back-memory.ts'
import { keepWorkBeside, type ProgramBeside, runBeside } from './program-beside.ts'
import { untilStopped } from './until-stopped.ts'

/**
 * Serves until told to stop. With `--demo` an empty region is filled first.
 * @param program address of the built program, for what runs beside this process
 */
export async function serve(args: string[], config: Config, program: string): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      demo: { type: 'boolean' },
      people: { type: 'string', default: '6000' },
      'no-jobs': { type: 'boolean' },
      'jobs-beside': { type: 'boolean' },
    },
  })
  const say = (step: string) => console.log(`Balai: ${step}`)
  // From the first moment: Ctrl-C while the demo is being loaded must not leave a database running.
  const stopped = untilStopped(say)
  const installation = await install(config, say)
  let tenants = await installation.openTenants()
  let work: ProgramBeside | undefined
  const open = async () => {
    if (values.demo && tenants.some((tenant) => !tenant.profile.isDemo)) {
      await fillEmptyRegions(program, tenants, values.people, stopped)
      await closeAll(tenants)
      tenants = await installation.openTenants()
    }
    const log = pino({ level: config.logLevel === 'info' && values.demo ? 'warn' : config.logLevel })
    giveBackMemory()
    const withJobs = !values['no-jobs'] && !values['jobs-beside']
    const app = await startApp({ config, tenants, log, withJobs, areJobsAlive: () => work?.isAlive() ?? true })
    if (values['jobs-beside']) work = keepWorkBeside(program, log)
    await app.server.listen({ port: config.port, host: config.host })
    await announce(config, tenants, portOf(app.server.server.address(), config.port))
    return app
  }
  const opening = open()
  let isOpen = false
  try {
    const app = await Promise.race([opening, stopped])
    if (app) {
      isOpen = true
      await stopped
      await app.stop()
    }
  } finally {
    // What was still starting finds its connections closed; nobody waits for it.
    opening.catch(() => {})
    await work?.stop()
    await closeAll(tenants)
    await installation.stop()
  }
  if (!isOpen) process.exit(0)
}

/** In a process of its own: what filling needs of memory would otherwise be kept by the one that serves. */
async function fillEmptyRegions(
  program: string,
  tenants: readonly Tenant[],
  people: string,
  unwanted: Promise<void>,
): Promise<void> {
  for (const { id, profile } of tenants) {
    if (!profile.isDemo) await runBeside(program, ['demo', '--people', people, '--region', id], unwanted)
  }
}

const closeAll = (tenants: readonly Tenant[]) => Promise.all(tenants.map((tenant) => tenant.close()))

async function announce(config: Config, tenants: readonly Tenant[], port: number): Promise<void> {
  const base = config.publicUrl ?? `http://localhost:${port}`
  console.log(`\nBalai is open at ${base}\n`)
  for (const tenant of tenants) {
    if (tenant.profile.isDemo) {
      const { demoAccountLines } = await import('./demo.ts')
      console.log(`${(await demoAccountLines(tenant)).join('\n')}\n`)
    } else {
      const link = await firstAdministratorLink(tenant)
      if (link) console.log(`${tenant.id}: nobody can sign in yet. Open once, within 24 hours: ${base}${link}\n`)
    }
  }
}

function portOf(address: ReturnType<import('node:net').Server['address']>, otherwise: number): number {
  return address && typeof address === 'object' ? address.port : otherwise
}
