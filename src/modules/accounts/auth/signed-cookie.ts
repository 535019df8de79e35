import { createHmac } from 'node:crypto'
import { sameText } from '#kernel/crypto/keys.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { authSecret } from './instance.ts'

/** The value of a cookie that better-auth signed (`value.signature`); undefined when the signature is not ours. */
export function readSigned(tenant: Tenant, cookie: string): string | undefined {
  const dot = cookie.lastIndexOf('.')
  if (dot < 1) return undefined
  const value = cookie.slice(0, dot)
  return sameText(signature(tenant, value), cookie.slice(dot + 1)) ? value : undefined
}

/** A cookie value as better-auth signs it: HMAC-SHA256, base64, percent-encoded. */
export function sign(tenant: Tenant, value: string): string {
  return encodeURIComponent(`${value}.${signature(tenant, value)}`)
}

function signature(tenant: Tenant, value: string): string {
  return createHmac('sha256', authSecret(tenant)).update(value).digest('base64')
}
