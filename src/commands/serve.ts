import { parseArgs } from 'node:util'
import pino from 'pino'
import type { Config } from '#kernel/config.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { firstAdministratorLink } from '#modules/accounts/index.ts'
import { startApp } from '../app.ts'
import { type Installation, install } from '../install.ts'
import { giveBackMemory } from './give-back-memory.ts'
import { untilStopped } from './until-stopped.ts'

/** Serves until told to stop. With `--demo` an empty region is filled first. */
export async function serve(args: string[], config: Config): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { demo: { type: 'boolean' }, people: { type: 'string', default: '6000' }, 'no-jobs': { type: 'boolean' } },
  })
  const say = (step: string) => console.log(`Balai: ${step}`)
  // From the first moment: Ctrl-C while the demo is being loaded must not leave a database running.
  const stopped = untilStopped(say)
  const installation = await install(config, say)
  const tenants = await installation.openTenants()
  const open = async () => {
    if (values.demo) await fillEmptyRegions(installation, tenants, config, Number(values.people), say)
    const log = pino({ level: config.logLevel === 'info' && values.demo ? 'warn' : config.logLevel })
    giveBackMemory()
    const app = await startApp({ config, tenants, log, withJobs: !values['no-jobs'] })
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
    await Promise.all(tenants.map((tenant) => tenant.close()))
    await installation.stop()
  }
  if (!isOpen) process.exit(0)
}

async function fillEmptyRegions(
  installation: Installation,
  tenants: readonly Tenant[],
  config: Config,
  people: number,
  say: (step: string) => void,
): Promise<void> {
  const { fillRegion } = await import('./demo.ts')
  for (const [index, tenant] of tenants.entries()) {
    const definition = installation.definitions[index]
    if (definition && !tenant.profile.isDemo) await fillRegion({ tenant, definition, config, people, say })
  }
}

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
