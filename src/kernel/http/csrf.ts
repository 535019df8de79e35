import { createHmac, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sameText } from '../crypto/keys.ts'
import { AppError } from '../errors.ts'
import type { Tenant } from '../tenancy/tenants.ts'
import { cookieName, cookieOptions } from './cookies.ts'

const field = '_csrf'

/**
 * Double-submit token bound to a random cookie and signed with the tenant's key. It outlives the
 * session on purpose: a form whose session has ended still proves that it came from our page, so its
 * content can be kept for the owner.
 */
export function csrfToken(tenant: Tenant, request: FastifyRequest, reply: FastifyReply): string {
  const name = cookieName('asal', request)
  let seed = request.cookies[name]
  if (!seed || !/^[\w-]{22}$/.test(seed)) {
    seed = request.csrfSeed ?? randomBytes(16).toString('base64url')
    request.csrfSeed = seed
    reply.setCookie(name, seed, cookieOptions(request, 60 * 60 * 24 * 30))
  }
  return sign(tenant, seed)
}

/** @throws csrf-refused */
export function checkCsrf(tenant: Tenant, request: FastifyRequest, given: string): void {
  const site = request.headers['sec-fetch-site']
  if (site && site !== 'same-origin' && site !== 'none') throw new AppError('csrf-refused')
  const origin = request.headers.origin
  if (origin && origin !== 'null' && !isOwnOrigin(origin, request)) throw new AppError('csrf-refused')
  const seed = request.cookies[cookieName('asal', request)]
  if (!seed || !given || !sameText(sign(tenant, seed), given)) throw new AppError('csrf-refused')
}

function isOwnOrigin(origin: string, request: FastifyRequest): boolean {
  return URL.canParse(origin) && new URL(origin).host === request.host
}

export const csrfField = field

function sign(tenant: Tenant, seed: string): string {
  return createHmac('sha256', tenant.key('csrf')).update(seed).digest('base64url')
}

declare module 'fastify' {
  interface FastifyRequest {
    csrfSeed?: string
  }
}
