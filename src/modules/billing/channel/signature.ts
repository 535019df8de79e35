import { createHmac, randomUUID } from 'node:crypto'
import { sameText } from '#kernel/crypto/keys.ts'

/** How old, or how far ahead, a signed notification may be. */
export const freshFor = { minutes: 5 } as const

export const signedHeaders = {
  channel: 'x-balai-channel',
  timestamp: 'x-balai-timestamp',
  nonce: 'x-balai-nonce',
  signature: 'x-balai-signature',
} as const

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>

export type SignatureFault = 'bad-signature' | 'stale'
export type SignatureCheck = { readonly nonce: string } | { readonly fault: SignatureFault }

/** HMAC-SHA256 over time, nonce and the bytes as they are sent. */
function signatureOf(key: Buffer, timestamp: string, nonce: string, raw: Uint8Array): string {
  const hash = createHmac('sha256', key).update(`${timestamp}.${nonce}.`).update(raw).digest('hex')
  return `sha256=${hash}`
}

/** The headers that sign a message; every call has its own nonce, so a repeated message is signed anew. */
export function signMessage(
  key: Buffer,
  channel: string,
  raw: Uint8Array,
  now: Temporal.Instant,
): Record<string, string> {
  const timestamp = now.toString({ smallestUnit: 'second' })
  const nonce = randomUUID()
  return {
    [signedHeaders.channel]: channel,
    [signedHeaders.timestamp]: timestamp,
    [signedHeaders.nonce]: nonce,
    [signedHeaders.signature]: signatureOf(key, timestamp, nonce, raw),
  }
}

/** Checks who sent a message and when. Whether its nonce is new is for the caller to find out. */
export function checkMessage(key: Buffer, headers: Headers, raw: Uint8Array, now: Temporal.Instant): SignatureCheck {
  const read = (name: string) => String(headers[name] ?? '')
  const [timestamp, nonce] = [read(signedHeaders.timestamp), read(signedHeaders.nonce)]
  if (!/^[\w-]{16,80}$/.test(nonce)) return { fault: 'bad-signature' }
  if (!sameText(read(signedHeaders.signature), signatureOf(key, timestamp, nonce, raw)))
    return { fault: 'bad-signature' }
  const sentAt = readMoment(timestamp)
  if (!sentAt) return { fault: 'bad-signature' }
  const away = Math.abs(now.epochMilliseconds - sentAt.epochMilliseconds)
  return away > freshFor.minutes * 60_000 ? { fault: 'stale' } : { nonce }
}

function readMoment(text: string): Temporal.Instant | undefined {
  try {
    return Temporal.Instant.from(text)
  } catch {
    return undefined
  }
}
