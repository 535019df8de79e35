import { parseArgs } from 'node:util'
import type { Config } from '#kernel/config.ts'
import type { Tenant, TenantDefinition } from '#kernel/tenancy/tenants.ts'
import { demoPassword } from '#modules/accounts/index.ts'
import { listDemoSignIns } from '../demo/accounts.ts'
import { demoPeople } from '../demo/known-people.ts'
import { loadDemo } from '../demo/load-demo.ts'
import { install } from '../install.ts'

export const demoSeed = 'arunika'

/** `balai demo`: fills one empty region and ends. */
export async function demo(args: string[], config: Config): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      people: { type: 'string', default: '6000' },
      cases: { type: 'string' },
      seed: { type: 'string', default: demoSeed },
      region: { type: 'string' },
    },
  })
  const say = (step: string) => console.log(`Balai: ${step}`)
  // Beside another process, the database is that one's.
  const installation = await install(config, process.connected ? () => {} : say)
  const tenants = await installation.openTenants()
  const index = tenants.findIndex((tenant) => !values.region || tenant.id === values.region)
  const tenant = tenants[index]
  const definition = installation.definitions[index]
  if (!tenant || !definition) throw new Error(`there is no region "${values.region}"`)
  await fillRegion({
    tenant,
    definition,
    config,
    people: Number(values.people),
    cases: values.cases === undefined ? undefined : Number(values.cases),
    seed: values.seed,
    say,
  })
  await Promise.all(tenants.map((one) => one.close()))
  await installation.stop()
}

export interface FillOptions {
  readonly tenant: Tenant
  readonly definition: TenantDefinition
  readonly config: Config
  readonly people: number
  readonly cases?: number | undefined
  readonly seed?: string | undefined
  readonly say: (step: string) => void
}

export async function fillRegion(options: FillOptions): Promise<void> {
  const { tenant, definition, config, people, say } = options
  if (!Number.isInteger(people) || people < 500) throw new Error('--people must be a whole number of at least 500')
  say(`loading the demo region, ${people} people`)
  const written = await loadDemo({
    tenant,
    ownerUrl: definition.ownerUrl,
    config,
    people,
    cases: options.cases,
    seed: options.seed ?? demoSeed,
    now: Temporal.Now.instant(),
  })
  const parts = Object.entries(written).map(([name, rows]) => `${name} ${rows}`)
  say(parts.length ? `loaded ${parts.join(', ')}` : 'the demo region was loaded before')
}

/** Who can sign in to the demo, as lines for the terminal. */
export async function demoAccountLines(tenant: Tenant): Promise<string[]> {
  const signIns = await listDemoSignIns(tenant)
  const width = Math.max(...signIns.map((account) => account.who.length))
  const { sekar } = demoPeople
  return [
    `Demo accounts, all with the password ${demoPassword}`,
    ...signIns.map((account) => `  ${account.who.padEnd(width)}  ${account.name}`),
    '',
    'A mother without an account, to try the birth certificate from the start:',
    `  ${sekar.name}: NIK ${sekar.nik}, KK ${sekar.kkNumber}, born ${sekar.birthOn}`,
  ]
}
