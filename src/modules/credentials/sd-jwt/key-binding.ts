import { compactVerify, importJWK, type JWK } from 'jose'
import { digestOf, type JsonObject } from './disclosures.ts'

/** What is wrong with the proof that whoever shows the card holds its key. */
export type BindingFault =
  | 'missing'
  | 'unreadable'
  | 'algorithm'
  | 'kind'
  | 'key'
  | 'content'
  | 'audience'
  | 'nonce'
  | 'time'

export interface ExpectedBinding {
  /** Text before the proof. */
  readonly bound: string
  readonly holderKey: JWK
  readonly now: Temporal.Instant
  readonly audience: string
  /** Undefined when the proof's own challenge is looked up afterwards. */
  readonly nonce?: string | undefined
}

const oldestSeconds = 600
const earlySeconds = 60

/**
 * Checks a key binding JWT (RFC 9901, 7.3).
 * @returns its challenge, or the fault
 */
export async function checkBinding(
  jwt: string | undefined,
  expected: ExpectedBinding,
): Promise<{ readonly nonce: string } | { readonly fault: BindingFault }> {
  if (!jwt) return { fault: 'missing' }
  const header = readJson(jwt.split('.')[0])
  const payload = readJson(jwt.split('.')[1])
  if (!header || !payload) return { fault: 'unreadable' }
  if (header['alg'] !== 'ES256') return { fault: 'algorithm' }
  if (header['typ'] !== 'kb+jwt') return { fault: 'kind' }
  try {
    await compactVerify(jwt, await importJWK(expected.holderKey, 'ES256'), { algorithms: ['ES256'] })
  } catch {
    return { fault: 'key' }
  }
  if (payload['sd_hash'] !== digestOf(expected.bound)) return { fault: 'content' }
  if (payload['aud'] !== expected.audience) return { fault: 'audience' }
  const { nonce, iat } = payload
  if (typeof nonce !== 'string' || nonce === '') return { fault: 'nonce' }
  if (expected.nonce !== undefined && nonce !== expected.nonce) return { fault: 'nonce' }
  const seconds = expected.now.epochMilliseconds / 1000
  if (typeof iat !== 'number' || iat > seconds + earlySeconds || iat < seconds - oldestSeconds) return { fault: 'time' }
  return { nonce }
}

/** One part of a JWS as JSON; undefined when it is no object. */
export function readJson(part: string | undefined): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined
  } catch {
    return undefined
  }
}
