import type { RevocationFilter } from './revocation-filter.ts'

/** A list of revoked codes as of a moment. Runs in the browser too. */
export interface RevocationList extends RevocationFilter {
  /** ISO 8601, in UTC with milliseconds. */
  readonly madeAt: string
}

/** What the region signs of a list, with a domain of its own. */
export function filterBytes({ madeAt, count, bits }: RevocationList): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(`balai/revocation-list/v1\n${madeAt}\n${count}\n`)
  const bytes = new Uint8Array(head.length + bits.length)
  bytes.set(head)
  bytes.set(bits, head.length)
  return bytes
}

/** All that a phone keeps to check without a network, as JSON. */
export interface OfflineData {
  readonly version: 1
  readonly region: string
  /** Where the region answers, with scheme. */
  readonly origin: string
  readonly keys: readonly { readonly keyId: string; readonly spki: string }[]
  readonly revoked: {
    readonly madeAt: string
    readonly count: number
    readonly bits: string
    readonly keyId: string
    readonly signature: string
  }
}
