import { createHash, createHmac, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { sameText } from '#kernel/crypto/keys.ts'

/*
 * SNAP BI, Standar Teknis dan Keamanan v1.0.2. A signature is over the bytes as they were sent: white space between the
 * tokens of the body is left out, and nothing else is changed, so the body is never parsed and written again here.
 */

const quote = 0x22
const backslash = 0x5c
const blanks = new Set([0x20, 0x09, 0x0a, 0x0d])

/** The body without white space outside of strings: order of keys, escapes and numbers stay as they were sent. */
export function minify(raw: Uint8Array): Buffer {
  const kept = Buffer.allocUnsafe(raw.length)
  let size = 0
  let inText = false
  for (let at = 0; at < raw.length; at += 1) {
    const byte = raw[at] as number
    if (inText) {
      kept[size++] = byte
      if (byte === backslash && at + 1 < raw.length) kept[size++] = raw[++at] as number
      else if (byte === quote) inText = false
    } else if (!blanks.has(byte)) {
      kept[size++] = byte
      if (byte === quote) inText = true
    }
  }
  return kept.subarray(0, size)
}

export interface SignedCall {
  readonly method: string
  /** With its query, as it was asked for. */
  readonly path: string
  readonly token: string
  readonly raw: Uint8Array
  /** As it stands in X-TIMESTAMP, byte for byte. */
  readonly timestamp: string
}

export function bodyHash(raw: Uint8Array): string {
  return createHash('sha256').update(minify(raw)).digest('hex').toLowerCase()
}

export function stringToSign({ method, path, token, raw, timestamp }: SignedCall): string {
  return `${method.toUpperCase()}:${path}:${token}:${bodyHash(raw)}:${timestamp}`
}

/** HMAC-SHA512 in base64, for calls with a token. */
export function signCall(secret: string, call: SignedCall): string {
  return createHmac('sha512', secret).update(stringToSign(call)).digest('base64')
}

export function isSignedCall(secret: string, call: SignedCall, signature: string): boolean {
  return sameText(signCall(secret, call), signature)
}

/** RSA over client key and time, for asking for a token. */
export function signTokenRequest(privateKey: string, clientKey: string, timestamp: string): string {
  return sign('RSA-SHA256', Buffer.from(`${clientKey}|${timestamp}`), createPrivateKey(privateKey)).toString('base64')
}

export function isSignedTokenRequest(
  publicKey: string,
  clientKey: string,
  timestamp: string,
  signature: string,
): boolean {
  try {
    const bytes = Buffer.from(signature, 'base64')
    return verify('RSA-SHA256', Buffer.from(`${clientKey}|${timestamp}`), createPublicKey(publicKey), bytes)
  } catch {
    return false
  }
}

const timestampForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?(?:Z|[+-]\d\d:\d\d)$/

/** @returns undefined when it is no time with an offset */
export function readTimestamp(text: string): Temporal.Instant | undefined {
  if (!timestampForm.test(text)) return undefined
  try {
    return Temporal.Instant.from(text)
  } catch {
    return undefined
  }
}

/** The time as SNAP writes it, in the zone of the region: 2026-01-15T09:30:00+07:00. */
export function writeTimestamp(at: Temporal.Instant, zone: string): string {
  return at.round('second').toZonedDateTimeISO(zone).toString({ timeZoneName: 'never' })
}
