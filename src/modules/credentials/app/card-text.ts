import { fieldName } from '../domain.ts'

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }
type Payload = Readonly<Record<string, Json>>

/** One claim of a card that may be shown, with every disclosure that is needed to show it. */
export interface ShowableClaim {
  readonly path: readonly string[]
  readonly value: Json
  /** From the outermost to its own. */
  readonly disclosures: readonly string[]
}

export interface ReadCard {
  readonly jwt: string
  readonly payload: Payload
  readonly claims: readonly ShowableClaim[]
  readonly expiresAt: Date
  readonly status: { readonly idx: number; readonly uri: string } | undefined
}

export function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0))
}

export function base64url(bytes: ArrayBuffer | Uint8Array): string {
  const view = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes)
  let binary = ''
  for (const byte of view) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

const text = new TextEncoder()
const jsonOf = (part: string): Json => JSON.parse(new TextDecoder().decode(bytesOf(part))) as Json

export async function digestOf(disclosure: string): Promise<string> {
  return base64url(await crypto.subtle.digest('SHA-256', text.encode(disclosure)))
}

/** Reads a card that lies in this browser: which claims it has, and what each needs to be shown. */
export async function readCard(sdJwt: string): Promise<ReadCard> {
  const [jwt = '', ...rest] = sdJwt.split('~')
  const payload = jsonOf(jwt.split('.')[1] ?? '') as Payload
  const byDigest = new Map<string, { readonly text: string; readonly name: string; readonly value: Json }>()
  for (const disclosure of rest.filter(Boolean)) {
    const [, name, value] = jsonOf(disclosure) as readonly [string, string, Json]
    byDigest.set(await digestOf(disclosure), { text: disclosure, name, value })
  }
  const claims: ShowableClaim[] = []
  const walk = (digests: Json | undefined, path: readonly string[], above: readonly string[]) => {
    for (const digest of Array.isArray(digests) ? digests : []) {
      const found = byDigest.get(String(digest))
      if (!found) continue
      const place = [...path, found.name]
      const needed = [...above, found.text]
      const inner = typeof found.value === 'object' && found.value !== null && '_sd' in found.value
      if (inner) walk((found.value as { readonly _sd?: Json })['_sd'], place, needed)
      else claims.push({ path: place, value: found.value, disclosures: needed })
    }
  }
  walk(payload['_sd'], [], [])
  const status = (payload['status'] as { readonly status_list?: { idx: number; uri: string } } | undefined)?.status_list
  return { jwt, payload, claims, expiresAt: new Date(Number(payload['exp']) * 1000), status }
}

/**
 * The card with only the chosen claims, signed with its key for one challenge (RFC 9901, 4.3).
 * @param chosen field names such as `address.village`
 */
export async function present(
  card: { readonly read: ReadCard; readonly key: CryptoKey },
  chosen: ReadonlySet<string>,
  challenge: { readonly nonce: string; readonly audience: string },
): Promise<string> {
  const wanted = card.read.claims.filter(({ path }) => chosen.has(fieldName(path)))
  const disclosures = [...new Set(wanted.flatMap((claim) => claim.disclosures))]
  const bound = `${[card.read.jwt, ...disclosures].join('~')}~`
  const binding = await signJwt(
    card.key,
    { typ: 'kb+jwt' },
    {
      iat: Math.floor(Date.now() / 1000),
      aud: challenge.audience,
      nonce: challenge.nonce,
      sd_hash: await digestOf(bound),
    },
  )
  return bound + binding
}

/** An ES256 JWT by a key of this browser. */
export async function signJwt(
  key: CryptoKey,
  header: Readonly<Record<string, unknown>>,
  payload: Readonly<Record<string, unknown>>,
): Promise<string> {
  const part = (value: unknown) => base64url(text.encode(JSON.stringify(value)))
  const signed = `${part({ alg: 'ES256', ...header })}.${part(payload)}`
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, text.encode(signed))
  return `${signed}.${base64url(signature)}`
}
