import { createHash, randomBytes } from 'node:crypto'

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }
export type JsonObject = { readonly [name: string]: Json }

/** A claim that its holder may show or keep to himself. */
export interface Hidden {
  readonly hidden: Json | HiddenObject
}
/** An object whose claims are each hidden by themselves. */
export type HiddenObject = { readonly [name: string]: Hidden }

const base64url = (text: string): string => Buffer.from(text).toString('base64url')

/** Digest of a disclosure as it is sent: over its base64url text (RFC 9901, 4.2.3). */
export function digestOf(disclosure: string): string {
  return createHash('sha256').update(disclosure).digest('base64url')
}

/** `[salt, name, value]`; the salt has 128 random bits, so that a value cannot be guessed from its digest. */
function disclose(name: string, value: Json): string {
  return base64url(JSON.stringify([randomBytes(16).toString('base64url'), name, value]))
}

/**
 * Hides each claim behind a digest (RFC 9901, 4.2). Digests stand in alphabetical order, which tells nothing of the order of
 * the claims.
 */
export function hideClaims(claims: HiddenObject): { readonly object: JsonObject; readonly disclosures: string[] } {
  const disclosures: string[] = []
  const digests = Object.entries(claims).map(([name, { hidden }]) => {
    const disclosure = disclose(name, isHiddenObject(hidden) ? nested(hidden, disclosures) : hidden)
    disclosures.push(disclosure)
    return digestOf(disclosure)
  })
  return { object: { _sd: digests.sort() }, disclosures }
}

function nested(claims: HiddenObject, disclosures: string[]): JsonObject {
  const inner = hideClaims(claims)
  disclosures.push(...inner.disclosures)
  return inner.object
}

function isHiddenObject(value: Json | HiddenObject): value is HiddenObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const inside = Object.values(value as object)
  return (
    inside.length > 0 && inside.every((one) => typeof one === 'object' && one !== null && Object.hasOwn(one, 'hidden'))
  )
}
