import { spawn } from 'node:child_process'
import { fromRoot } from '#kernel/paths.ts'
import { readProfile, type Tenant } from '#kernel/tenancy/tenants.ts'

/**
 * Fills an empty region by `balai demo` in a process of its own: loading takes a hundred megabytes that a
 * process which goes on serving would never give back.
 * @param stopped ends the loading; what was loaded completely stays and is not loaded again
 */
export async function fillApart(tenant: Tenant, people: number, stopped: Promise<void>): Promise<void> {
  const args = [fromRoot('bin/balai.mjs'), 'demo', '--people', String(people), '--region', tenant.id]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] })
  void stopped.then(() => child.kill())
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
  if (code !== 0) throw new Error('the demo region could not be loaded')
  tenant.profile = await readProfile(tenant.pools)
}
