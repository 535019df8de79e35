import type { FastifyReply, FastifyRequest } from 'fastify'
import type { CachedPage } from './page-cache.ts'
import type { ServerParts } from './parts.ts'
import { localeOf } from './preferences.ts'

/** Key under which a public page is kept: the same bytes for everyone who shares it. */
export function cacheKey(request: FastifyRequest): string {
  return `${localeOf(request)} ${request.host} ${request.url}`
}

export function isCacheable(parts: ServerParts, request: FastifyRequest): boolean {
  const cookies = request.headers.cookie
  if (request.method !== 'GET' && request.method !== 'HEAD') return false
  if (cookies?.includes('pesan=')) return false
  return !(cookies && parts.sessions.mayHaveSession(request))
}

/** Answers from the page cache before any other hook runs; falls through when the page is not there. */
export function serveCached(
  parts: ServerParts,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply | undefined {
  if (!isCacheable(parts, request)) return undefined
  const cached = parts.caches.get(request.tenant.id)?.get(cacheKey(request))
  return cached ? sendCached(request, reply, cached) : undefined
}

/** The same protections that other responses get, as constants. */
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data: blob:;font-src 'self';connect-src 'self';manifest-src 'self';object-src 'self';frame-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'",
  'cache-control': 'no-cache',
  vary: 'Cookie, Accept-Encoding',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000',
} as const

const fixed: readonly string[] = Object.entries(headers).flat()

/**
 * Writes the page past Fastify's own sending, which would cost as much again as the whole answer. Metrics still count
 * it: their hook listens for the end of the response.
 */
export function sendCached(request: FastifyRequest, reply: FastifyReply, page: CachedPage): FastifyReply {
  const accepts = request.headers['accept-encoding'] ?? ''
  const [encoding, body] = accepts.includes('br')
    ? ['br', page.brotli]
    : accepts.includes('gzip')
      ? ['gzip', page.gzip]
      : ['', page.body]
  reply.hijack()
  if (request.headers['if-none-match'] === page.etag) {
    reply.raw.writeHead(304, [...fixed, 'etag', page.etag]).end()
    return reply
  }
  const length = String(body.length)
  const more = encoding ? ['content-encoding', encoding] : []
  reply.raw.writeHead(200, [...fixed, 'etag', page.etag, 'content-length', length, ...more])
  reply.raw.end(request.method === 'HEAD' ? undefined : body)
  return reply
}
