import { parseArgs } from 'node:util'
import pg from 'pg'
import { isZone } from '#kernel/clock/clock.ts'
import type { Config } from '#kernel/config.ts'
import { writeProfile } from '#kernel/tenancy/tenants.ts'
import { claimRegion } from '#modules/territory/index.ts'
import { listColourProblems, pandan } from '#ui/index.ts'
import { install } from '../install.ts'

/** `balai region`: names a region, sets its colours, and says which territory is its own. */
export async function region(args: string[], config: Config): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      region: { type: 'string' },
      code: { type: 'string' },
      name: { type: 'string' },
      short: { type: 'string' },
      motto: { type: 'string' },
      zone: { type: 'string' },
      accent: { type: 'string' },
      deep: { type: 'string' },
      wash: { type: 'string' },
    },
  })
  const installation = await install(config, () => {})
  const tenants = await installation.openTenants()
  try {
    const index = tenants.findIndex((tenant) => !values.region || tenant.id === values.region)
    const tenant = tenants[index]
    const definition = installation.definitions[index]
    if (!tenant || !definition) throw new Error(`there is no region "${values.region}"`)
    const now = tenant.profile
    const zone = values.zone ?? now.zone
    if (!isZone(zone)) throw new Error('--zone must be Asia/Jakarta, Asia/Makassar or Asia/Jayapura')
    const colours = {
      accent: values.accent ?? now.accent ?? pandan.accent,
      deep: values.deep ?? now.accentDeep,
      wash: values.wash ?? now.accentWash,
    }
    const problems = listColourProblems(colours)
    if (problems.length) throw new Error(`these colours cannot be read by everybody:\n  ${problems.join('\n  ')}`)
    const owner = new pg.Client({ connectionString: definition.ownerUrl })
    await owner.connect()
    try {
      await writeProfile(owner, {
        name: values.name ?? now.name,
        shortName: values.short ?? now.shortName,
        motto: values.motto ?? now.motto,
        zone,
        accent: colours.accent,
        accentDeep: colours.deep,
        accentWash: colours.wash,
        isDemo: now.isDemo,
      })
      if (values.code) console.log(`Balai: ${await claimRegion(owner, values.code)} areas are this region's own`)
    } finally {
      await owner.end()
    }
    console.log('Balai: stored; running processes show it after their next start')
  } finally {
    await Promise.all(tenants.map((tenant) => tenant.close()))
    await installation.stop()
  }
}
