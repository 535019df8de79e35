import { credentialPaths } from '../paths.ts'
import { signJwt } from './card-text.ts'
import { findBrowser, type KeptCard, keepBrowser, keepCard } from './store.ts'

const preAuthorized = 'urn:ietf:params:oauth:grant-type:pre-authorized_code'

export interface WantedCard {
  /** Of the entitlement: `birth.<entry>`. */
  readonly card: string
  readonly withNik: boolean
  readonly name: string
  readonly label: string
  readonly csrf: string
}

/**
 * Takes a card into this browser by the same protocol as every wallet (OpenID4VCI): an offer for the signed-in person, an
 * access token, a challenge, and a proof by a key that is made here and never leaves.
 */
export async function addCard(wanted: WantedCard): Promise<KeptCard> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey)
  const browser = await findBrowser()
  const offer = await ask<{ code: string; deviceId: string }>(
    credentialPaths.browserOffer,
    new URLSearchParams({
      card: wanted.card,
      withNik: wanted.withNik ? 'yes' : '',
      deviceName: browser?.name ?? wanted.name,
      deviceId: browser?.deviceId ?? '',
      _csrf: wanted.csrf,
    }),
  )
  await keepBrowser({ key: 'browser', deviceId: offer.deviceId, name: browser?.name ?? wanted.name })
  const token = await ask<{ access_token: string }>(
    credentialPaths.token,
    new URLSearchParams({ grant_type: preAuthorized, 'pre-authorized_code': offer.code }),
  )
  const { c_nonce: nonce } = await ask<{ c_nonce: string }>(credentialPaths.nonce)
  const kind = wanted.card.split('.')[0] as KeptCard['kind']
  const proof = await signJwt(
    pair.privateKey,
    { typ: 'openid4vci-proof+jwt', jwk: { kty, crv, x, y } },
    { aud: location.origin, iat: Math.floor(Date.now() / 1000), nonce },
  )
  const answer = await ask<{ credentials: readonly { credential: string }[] }>(
    credentialPaths.credential,
    JSON.stringify({ credential_configuration_id: kind, proofs: { jwt: [proof] } }),
    { authorization: `Bearer ${token.access_token}` },
  )
  const sdJwt = answer.credentials[0]?.credential
  if (!sdJwt) throw new Error('no card')
  const card: KeptCard = {
    id: crypto.randomUUID(),
    kind,
    sdJwt,
    key: pair.privateKey,
    label: wanted.label,
    addedAt: new Date().toISOString(),
  }
  await keepCard(card)
  // Asked for, so that the browser does not throw the card away when space runs short.
  await navigator.storage?.persist?.().catch(() => false)
  return card
}

/** A refusal of the server, in its words. */
export class Refused extends Error {}

export async function ask<Answer>(
  path: string,
  body?: URLSearchParams | string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const response = await fetch(path, {
    method: 'POST',
    headers: {
      accept: 'application/json',
      ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  })
  const answer = (await response.json().catch(() => ({}))) as { readonly detail?: string }
  if (!response.ok) throw new Refused(answer.detail ?? '')
  return answer as Answer
}
