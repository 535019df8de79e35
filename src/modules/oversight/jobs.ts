import type { JobContext } from '#kernel/define/module.ts'
import { originOf } from '#kernel/proof-log/log-key.ts'
import { sealAll } from '#kernel/proof-log/seal.ts'

/** Every minute: what was written since becomes leaves of the proof log under a new signed head. */
export async function sealLogJob(_payload: unknown, context: JobContext): Promise<void> {
  const { tenant, config, clock, log } = context
  const sealed = await sealAll(tenant, { now: clock.now(), origin: originOf(tenant, config) })
  if (sealed) log.debug({ sealed }, 'sealed')
}
