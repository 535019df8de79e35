import { createHmac } from 'node:crypto'
import { sameText } from '#kernel/crypto/keys.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'

/** "2026/AL/000481": year, code of the service, running number. Gaps mean nothing; it is no register number. */
export function caseNumber(year: number, code: string, sequence: number): string {
  return `${year}/${code}/${String(sequence).padStart(6, '0')}`
}

/** Reads what people type: lower case, spaces, dashes or slashes. */
export function parseCaseNumber(text: string): string | undefined {
  const match = /^(\d{4})[\s/.-]*([a-z]{2,4})[\s/.-]*(\d{1,9})$/i.exec(text.trim())
  return match ? caseNumber(Number(match[1]), (match[2] as string).toUpperCase(), Number(match[3])) : undefined
}

/** Six digits that open the status page without an account; derived, so never stored and always recoverable. */
export function trackingPin(tenant: Tenant, caseId: string): string {
  const digest = createHmac('sha256', tenant.key('tracking-pin')).update(caseId).digest()
  return String(digest.readUIntBE(0, 6) % 1_000_000).padStart(6, '0')
}

export function isTrackingPin(tenant: Tenant, caseId: string, given: string): boolean {
  return sameText(trackingPin(tenant, caseId), given.replace(/\s/g, ''))
}

/** Proof, kept in a cookie, that somebody gave the right PIN for a case. */
export function trackingPass(tenant: Tenant, caseId: string): string {
  return createHmac('sha256', tenant.key('tracking-pass')).update(caseId).digest('base64url')
}
