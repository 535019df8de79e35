import pg from 'pg'
import type { PageCache } from '../http/page-cache.ts'
import type { Tenant } from '../tenancy/tenants.ts'

/** Hears which cached pages other processes made stale; while it cannot hear, the cache is off. */
export function listenForInvalidation(tenant: Tenant, cache: PageCache): { stop(): Promise<void> } {
  let stopped = false
  let client: pg.Client | undefined
  let retry: NodeJS.Timeout | undefined

  const connect = async () => {
    const fresh = new pg.Client({ connectionString: tenant.appUrl, application_name: 'balai-listen', keepAlive: true })
    client = fresh
    const lost = () => {
      if (client !== fresh) return
      client = undefined
      cache.setListening(false)
      if (!stopped) retry = setTimeout(connect, 1000)
    }
    fresh.on('error', lost)
    fresh.on('end', lost)
    fresh.on('notification', (message) => cache.drop(JSON.parse(message.payload ?? '[]') as string[]))
    try {
      await fresh.connect()
      await fresh.query('listen balai_invalidate')
      cache.setListening(true)
    } catch {
      await fresh.end().catch(() => {})
      lost()
    }
  }
  void connect()
  return {
    async stop() {
      stopped = true
      clearTimeout(retry)
      await client?.end().catch(() => {})
    },
  }
}
