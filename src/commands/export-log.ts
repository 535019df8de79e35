import { parseArgs } from 'node:util'
import { type Config, readConfig } from '#kernel/config.ts'
import { downloadLog } from '#kernel/proof-log/download-log.ts'
import { exportLog } from '#kernel/proof-log/export-log.ts'
import { install } from '../install.ts'
import { openLogAt } from './open-log.ts'

/**
 * `balai export-log`: the whole public proof log as files that anyone can check. From the database of this
 * installation, or with `--from` from the open addresses of any region.
 */
export async function exportProofLog(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { out: { type: 'string' }, region: { type: 'string' }, from: { type: 'string' } },
  })
  const { out } = values
  if (!out) throw new Error('say where to: --out FOLDER')
  const leaves = values.from
    ? await downloadLog(openLogAt(values.from), out)
    : await exportOwn(readConfig(), out, values.region)
  if (leaves === undefined) throw new Error('nothing has been sealed yet')
  console.log(`Balai: ${leaves} leaves are in ${out}; check them with: bin/balai verify ${out}`)
}

async function exportOwn(config: Config, out: string, region: string | undefined): Promise<number | undefined> {
  const installation = await install(config, () => {})
  const tenants = await installation.openTenants()
  try {
    const tenant = tenants.find((one) => !region || one.id === region)
    if (!tenant) throw new Error(`there is no region "${region}"`)
    return await exportLog(tenant.pools.read, out)
  } finally {
    await Promise.all(tenants.map((tenant) => tenant.close()))
    await installation.stop()
  }
}
