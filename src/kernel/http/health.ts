import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { sameText } from '../crypto/keys.ts'
import type { ServerParts } from './parts.ts'

/** /healthz (this process lives), /readyz (it can serve: database, structure, jobs), /metrics (Prometheus text). */
export function installHealth(app: FastifyInstance, parts: ServerParts): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'balai_' })
  const duration = new Histogram({
    name: 'balai_http_request_seconds',
    help: 'Time from request to answer by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  })
  const cached = new Gauge({
    name: 'balai_page_cache_entries',
    help: 'Public pages kept in memory',
    labelNames: ['tenant'],
    registers: [registry],
    collect() {
      for (const [tenant, cache] of parts.caches) this.set({ tenant }, cache.size)
    },
  })
  registry.registerMetric(cached)
  const jobs = new Gauge({
    name: 'balai_jobs',
    help: 'Jobs waiting or failed for good',
    labelNames: ['tenant', 'state'],
    registers: [registry],
    async collect() {
      for (const tenant of parts.tenants) {
        const { rows } = await tenant.pools.readPool.query(
          `select count(*) filter (where attempts < max_attempts)::int as waiting,
                  count(*) filter (where attempts >= max_attempts)::int as failed from graphile_worker.jobs`,
        )
        this.set({ tenant: tenant.id, state: 'waiting' }, rows[0].waiting)
        this.set({ tenant: tenant.id, state: 'failed' }, rows[0].failed)
      }
    },
  })
  registry.registerMetric(jobs)

  app.addHook('onResponse', async (request, reply) => {
    duration.observe(
      { method: request.method, route: request.routeOptions.url ?? 'unknown', status: String(reply.statusCode) },
      reply.elapsedTime / 1000,
    )
  })
  const quiet = { logLevel: 'silent' as const, config: { rateLimit: false as const } }
  app.get('/healthz', quiet, async () => ({ status: 'ok' }))
  app.get('/readyz', quiet, async (_request, reply) => {
    const faults = await parts.isReady()
    const ready = Object.keys(faults).length === 0
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not-ready', faults })
  })
  app.get('/metrics', quiet, async (request, reply) => {
    const token = parts.config.metricsToken
    if (token && !sameText(request.headers.authorization ?? '', `Bearer ${token}`)) return reply.code(401).send('')
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}
