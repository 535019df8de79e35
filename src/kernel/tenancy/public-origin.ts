import type { Config } from '../config.ts'
import type { Tenant } from './tenants.ts'

/**
 * Where people reach a region, for links and QR codes of what is made without a request: jobs and the demo. A region among
 * several in one process answers at its own first host name.
 */
export function publicOrigin(tenant: Pick<Tenant, 'hosts'>, config: Pick<Config, 'publicUrl' | 'port'>): string {
  const [host] = tenant.hosts
  if (host) return `${config.publicUrl ? new URL(config.publicUrl).protocol : 'https:'}//${host}`
  return config.publicUrl ?? `http://localhost:${config.port}`
}
