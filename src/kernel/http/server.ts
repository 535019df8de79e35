import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import fastifyStatic from '@fastify/static'
import underPressure from '@fastify/under-pressure'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import type { Config } from '../config.ts'
import { AppError } from '../errors.ts'
import { newId } from '../ids.ts'
import { type Tenant, tenantForHost } from '../tenancy/tenants.ts'
import { assetFolder } from './assets.ts'
import { serveCached } from './cached.ts'
import { handleRoute } from './handle.ts'
import { installHealth } from './health.ts'
import type { ServerParts } from './parts.ts'
import { keepRawBody } from './raw-body.ts'
import { sendError } from './respond.ts'
import type { AnyRoute } from './route.ts'

const largestForm = 256 * 1024

/** How long after its start a program may still be catching its breath. */
const settlesWithinMs = 30_000

/** The web server: tenancy by host name, security headers, limits, and every route of every module. */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const { config } = parts
  const app = Fastify({
    loggerInstance: parts.log as unknown as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: trustedHops(config.trustProxy),
    bodyLimit: largestForm,
    requestIdHeader: false,
    genReqId: () => newId(),
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 1200 },
    // Addresses that cannot be decoded come here before any hook has run.
    frameworkErrors: (_error, request, reply) => {
      const tenant = tenantForHost(parts.tenants, request.host)
      if (tenant) (request as FastifyRequest).tenant = tenant
      void sendError(parts, request as FastifyRequest, reply as FastifyReply, new AppError('not-found'))
    },
  }) as unknown as FastifyInstance

  app.decorateRequest('tenant')
  app.addHook('onRequest', async (request, reply) => {
    const tenant = tenantForHost(parts.tenants, request.host)
    if (!tenant) {
      reply.code(421).type('text/plain; charset=utf-8')
      return reply.send('Alamat ini tidak dikenal oleh Balai. (421)')
    }
    request.tenant = tenant
    return serveCached(parts, request, reply)
  })
  await app.register(cookie)
  await app.register(formbody, { bodyLimit: largestForm })
  await app.register(multipart, { throwFileSizeLimit: false })
  // Questions of RFC 3161, read as they came by the one route that takes them (`rawBody`).
  app.addContentTypeParser('application/timestamp-query', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  )
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        objectSrc: ["'self'"],
        frameSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
  })
  await app.register(rateLimit, {
    global: true,
    max: config.requestsPerMinute,
    timeWindow: 60_000,
    keyGenerator: (request) => parts.sessions.allowanceOf?.(request.tenant, request) ?? request.ip,
    errorResponseBuilder: (_request, context) =>
      new AppError('too-many-requests', { params: { seconds: Math.ceil(context.ttl / 1000) } }),
  })
  // Without one sample in an interval the plugin takes the delay for endless, so the interval is what may block:
  // half a second would refuse the first page after a start on a busy machine. What starting itself cost does not count.
  let startedMs = performance.now()
  app.addHook('onListen', async () => {
    startedMs = performance.now()
  })
  await app.register(underPressure, {
    maxEventLoopDelay: 3000,
    sampleInterval: 3000,
    exposeStatusRoute: false,
    pressureHandler() {
      if (performance.now() - startedMs > settlesWithinMs) throw new AppError('unavailable')
    },
  })
  await app.register(fastifyStatic, {
    root: assetFolder,
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
    decorateReply: false,
  })
  installHealth(app, parts)

  for (const module of parts.modules) for (const route of module.routes) addRoute(app, parts, route)

  app.setNotFoundHandler((request, reply) => sendError(parts, request, reply, new AppError('not-found')))
  app.setErrorHandler((error, request, reply) => sendError(parts, request, reply, error))
  return app
}

function addRoute(app: FastifyInstance, parts: ServerParts, route: AnyRoute): void {
  app.route({
    method: route.method,
    url: route.path,
    exposeHeadRoute: route.method === 'GET',
    ...(route.upload
      ? { bodyLimit: (route.upload.maxFileBytes + largestForm) * (route.upload.maxFiles + 1) + 64 * 1024 * 1024 }
      : {}),
    ...(route.perMinute
      ? {
          config: { rateLimit: { max: Math.min(route.perMinute, parts.config.requestsPerMinute), timeWindow: 60_000 } },
        }
      : {}),
    ...(route.rawBody ? { preParsing: keepRawBody(largestForm, route.rawBody === 'only') } : {}),
    handler: (request, reply) => handleRoute(parts, route, request, reply),
  })
}

/** Fastify's types take no hop count; as a function it means the same. */
function trustedHops(setting: Config['trustProxy']): boolean | string[] | ((address: string, hop: number) => boolean) {
  return typeof setting === 'number' ? (_address, hop) => hop < setting : setting
}

declare module 'fastify' {
  interface FastifyRequest {
    tenant: Tenant
  }
}
