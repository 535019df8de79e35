/** What an SD-JWT consists of as it is sent: `<jwt>~<disclosure>~…~<key binding jwt or nothing>` (RFC 9901, 4). */
export interface SdJwtParts {
  readonly jwt: string
  readonly disclosures: readonly string[]
  readonly keyBinding: string | undefined
  /** What the hash of a key binding covers: everything before it. */
  readonly bound: string
}

export const largestPresentation = 64 * 1024
const mostDisclosures = 100
const part = /^[A-Za-z0-9_-]+$/
const compact = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/

/** @returns undefined when the text is no SD-JWT in compact form */
export function splitSdJwt(text: string): SdJwtParts | undefined {
  if (text.length > largestPresentation) return undefined
  const pieces = text.split('~')
  const jwt = pieces[0] ?? ''
  const last = pieces.at(-1) ?? ''
  const disclosures = pieces.slice(1, -1)
  if (pieces.length < 2 || disclosures.length > mostDisclosures || !isCompactJws(jwt)) return undefined
  if (!disclosures.every((one) => part.test(one))) return undefined
  if (last !== '' && !isCompactJws(last)) return undefined
  return {
    jwt,
    disclosures,
    keyBinding: last === '' ? undefined : last,
    bound: text.slice(0, text.length - last.length),
  }
}

/** A JWS that says `alg: none` ends with an empty signature; it is read so that the reader can be told why it is refused. */
function isCompactJws(text: string): boolean {
  return compact.test(text) || /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.$/.test(text)
}
