import { parseArgs } from 'node:util'
import type { Config } from '#kernel/config.ts'
import { exportLog } from '#kernel/proof-log/export-log.ts'
import { install } from '../install.ts'

/** `balai export-log`: the whole public proof log as files that anyone can check. */
export async function exportProofLog(args: string[], config: Config): Promise<void> {
  const { values } = parseArgs({ args, options: { out: { type: 'string' }, region: { type: 'string' } } })
  if (!values.out) throw new Error('say where to: --out FOLDER')
  const installation = await install(config, () => {})
  const tenants = await installation.openTenants()
  try {
    const tenant = tenants.find((one) => !values.region || one.id === values.region)
    if (!tenant) throw new Error(`there is no region "${values.region}"`)
    const leaves = await exportLog(tenant.pools.read, values.out)
    if (leaves === undefined) throw new Error('nothing has been sealed yet')
    console.log(`Balai: ${leaves} leaves are in ${values.out}; check them with: bin/balai verify ${values.out}`)
  } finally {
    await Promise.all(tenants.map((tenant) => tenant.close()))
    await installation.stop()
  }
}
