import type { JWK } from 'jose'
import { cardAbouts, cardFields, cardTitles } from './cards/fields.ts'
import { cardTokenType } from './check/check-presentation.ts'
import { type CardKind, cardKinds } from './domain.ts'
import { credentialPaths } from './paths.ts'

type Json = Readonly<Record<string, unknown>>

const locales = [
  ['id', 'id-ID'],
  ['en', 'en-GB'],
] as const

/** OpenID4VCI 1.0, 12.2: what this region issues, and how a wallet gets it. */
export function issuerMetadata(origin: string, region: string): Json {
  return {
    credential_issuer: origin,
    credential_endpoint: `${origin}${credentialPaths.credential}`,
    nonce_endpoint: `${origin}${credentialPaths.nonce}`,
    display: [{ name: region, locale: 'id-ID' }],
    credential_configurations_supported: Object.fromEntries(
      cardKinds.map((kind) => [kind, configurationOf(origin, kind)]),
    ),
  }
}

function configurationOf(origin: string, kind: CardKind): Json {
  return {
    format: cardTokenType,
    scope: `balai_${kind}`,
    vct: `${origin}${credentialPaths.type(kind)}`,
    cryptographic_binding_methods_supported: ['jwk'],
    credential_signing_alg_values_supported: ['ES256'],
    proof_types_supported: { jwt: { proof_signing_alg_values_supported: ['ES256'] } },
    credential_metadata: {
      display: locales.map(([locale, tag]) => ({
        name: cardTitles[kind][locale],
        description: cardAbouts[kind][locale],
        locale: tag,
        background_color: '#12424c',
        text_color: '#ffffff',
      })),
      claims: cardFields[kind].map(({ path, label }) => ({
        path,
        display: locales.map(([locale, tag]) => ({ name: label[locale], locale: tag })),
      })),
    },
  }
}

/** RFC 8414, for a server that knows one way in: the code of an offer, without a client that has to be registered. */
export function serverMetadata(origin: string): Json {
  return {
    issuer: origin,
    token_endpoint: `${origin}${credentialPaths.token}`,
    token_endpoint_auth_methods_supported: ['none'],
    response_types_supported: [],
    grant_types_supported: [preAuthorizedGrant],
    'pre-authorized_grant_anonymous_access_supported': true,
  }
}

export const preAuthorizedGrant = 'urn:ietf:params:oauth:grant-type:pre-authorized_code'

/** SD-JWT VC: JWT VC issuer metadata. Old keys stay, so that what they signed can be checked. */
export function jwtIssuerMetadata(origin: string, keys: readonly JWK[]): Json {
  return { issuer: origin, jwks: { keys } }
}

/** SD-JWT VC: type metadata, which a wallet reads to show a card in words. */
export function typeMetadata(origin: string, kind: CardKind): Json {
  return {
    vct: `${origin}${credentialPaths.type(kind)}`,
    name: cardTitles[kind].en,
    description: cardAbouts[kind].en,
    display: locales.map(([locale, tag]) => ({
      locale: tag,
      name: cardTitles[kind][locale],
      description: cardAbouts[kind][locale],
      rendering: { simple: { background_color: '#12424c', text_color: '#ffffff' } },
    })),
    claims: cardFields[kind].map(({ path, label }) => ({
      path,
      sd: 'always',
      display: locales.map(([locale, tag]) => ({ locale: tag, label: label[locale] })),
    })),
  }
}

/** OpenID4VCI 4.1.1: what the QR of an offer leads to. */
export function offerDocument(
  origin: string,
  offer: { readonly kind: string; readonly code: string; readonly needsPin: boolean },
): Json {
  return {
    credential_issuer: origin,
    credential_configuration_ids: [offer.kind],
    grants: {
      [preAuthorizedGrant]: {
        'pre-authorized_code': offer.code,
        ...(offer.needsPin
          ? {
              tx_code: {
                input_mode: 'numeric',
                length: 6,
                description: 'Angka yang tampil di halaman Kartu digital Anda',
              },
            }
          : {}),
      },
    },
  }
}

export function offerLink(origin: string, reference: string): string {
  const at = `${origin}${credentialPaths.offerDocument(reference)}`
  return `openid-credential-offer://?credential_offer_uri=${encodeURIComponent(at)}`
}
