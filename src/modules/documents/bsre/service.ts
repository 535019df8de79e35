import type { Clock } from '#kernel/clock/clock.ts'
import type { Command } from '#kernel/command/command.ts'
import type { ReadHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import type { SigningService } from './client/signing-service.ts'
import { serviceVersion1 } from './client/version-1.ts'
import { serviceVersion2 } from './client/version-2.ts'
import { nationalSource } from './settings.ts'
import { simulatedService } from './simulator/own-simulator.ts'

/** What a route has, and a job. */
export interface ServicePlace {
  readonly tenant: Tenant
  readonly db: ReadHandle
  readonly clock: Clock
  readonly origin: string
  run<Input, Result>(
    command: Command<Input, Result>,
    input: unknown,
    options?: { readonly actor?: import('#kernel/access/access.ts').Actor | undefined },
  ): Promise<Result>
}

/** The national signing service of this region; undefined where it has none. In a demo region, the made-up one. */
export async function openService(place: ServicePlace): Promise<SigningService | undefined> {
  const source = nationalSource(place.tenant)
  if (!source) return undefined
  if (source.kind === 'service') {
    return source.version === 1 ? serviceVersion1(source.endpoint) : serviceVersion2(source.endpoint)
  }
  const { url, user, password } = await simulatedService(place)
  return serviceVersion2({ url, user, password, timeoutMs: 30_000, ca: undefined })
}
