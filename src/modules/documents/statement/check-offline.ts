import { isInFilter } from './revocation-filter.ts'
import { filterBytes, type OfflineData } from './revocation-list.ts'
import { readStatement, type SignedStatement, type Statement } from './statement.ts'

/**
 * What a QR is worth to a phone without a network. Runs in the browser; needs neither the server nor trust in who handed over
 * the data, for list and statement are both signed with the region's key.
 */
export type OfflineVerdict =
  | { readonly kind: 'genuine' | 'expired' | 'maybe-revoked' | 'stale-list'; readonly statement: Statement }
  /** The words stand in the QR, but no key of the region signed them. */
  | { readonly kind: 'not-ours' }
  | { readonly kind: 'other-region'; readonly host: string }
  /** A QR of ours from before statements, or only a typed code. */
  | { readonly kind: 'no-statement' }
  | { readonly kind: 'not-a-document' }

const dayMs = 86_400_000
const staleAfterMs = 30 * dayMs
const address = /^(https?:\/\/[^/]+)\/v\/([0-9a-z]{10})(?:\/([0-9a-z]+))?$/i

/**
 * @param text what the camera read
 * @param now milliseconds; the day is that of the phone
 */
export async function checkOffline(text: string, data: OfflineData, now: number): Promise<OfflineVerdict> {
  const [, origin, code, statement] = address.exec(text.trim()) ?? []
  if (!origin || !code) return { kind: 'not-a-document' }
  if (origin.toLowerCase() !== data.origin.toLowerCase()) {
    return { kind: 'other-region', host: origin.replace(/^https?:\/\//i, '').toLowerCase() }
  }
  if (!statement) return { kind: 'no-statement' }
  const read = readStatement(statement.toUpperCase())
  // The code in the address must be the one that was signed: otherwise the page behind it would show another document.
  if (!read || !code.toUpperCase().startsWith(read.statement.code) || !(await isSigned(read, data))) {
    return { kind: 'not-ours' }
  }
  const { revoked } = data
  const list = { madeAt: revoked.madeAt, count: revoked.count, bits: fromBase64(revoked.bits) }
  const listIsTrue = await verifies(data, revoked.keyId, filterBytes(list), fromBase64(revoked.signature))
  if (!listIsTrue) return { kind: 'stale-list', statement: read.statement }
  if (await isInFilter(list, read.statement.code)) return { kind: 'maybe-revoked', statement: read.statement }
  const { validTo, issuedOn } = read.statement
  const today = localDay(now)
  if (validTo !== undefined && validTo < today) return { kind: 'expired', statement: read.statement }
  // A list older than the document itself, or older than a month, cannot vouch for it. The day of issue is the region's, that
  // of the list the phone's: they may differ by one.
  const listedAt = Date.parse(list.madeAt)
  const isStale = now - listedAt > staleAfterMs || localDay(listedAt + dayMs) < issuedOn
  return { kind: isStale ? 'stale-list' : 'genuine', statement: read.statement }
}

const isSigned = (read: SignedStatement, data: OfflineData) =>
  verifies(data, read.statement.keyId, read.signed, read.signature)

async function verifies(
  data: OfflineData,
  keyId: string,
  bytes: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const spki = data.keys.find((key) => key.keyId === keyId)?.spki
  if (!spki) return false
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('spki', fromBase64(spki), algorithm, false, ['verify'])
  return crypto.subtle.verify(algorithm, key, signature, bytes)
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
}

function localDay(ms: number): string {
  const day = new Date(ms)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}
