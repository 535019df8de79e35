import type { CookieSerializeOptions } from '@fastify/cookie'
import type { FastifyRequest } from 'fastify'

/** Over HTTPS cookies carry the `__Host-` prefix: no subdomain and no plain connection can set them. */
export function cookieName(name: string, request: FastifyRequest): string {
  return isSecure(request) ? `__Host-${name}` : name
}

export function cookieOptions(request: FastifyRequest, maxAgeSeconds?: number): CookieSerializeOptions {
  return {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(request),
    ...(maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds }),
  }
}

/** `request.protocol` follows X-Forwarded-Proto only as far as TRUST_PROXY allows. */
export function isSecure(request: FastifyRequest): boolean {
  return request.protocol === 'https'
}

export function originOf(request: FastifyRequest): string {
  return `${request.protocol}://${request.host}`
}
