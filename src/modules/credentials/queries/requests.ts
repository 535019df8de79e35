import { instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { clientId } from '../commands/request-card.ts'
import type { CardKind } from '../domain.ts'
import { credentialPaths } from '../paths.ts'
import { hashOf } from './offers.ts'

export interface CardRequest {
  readonly id: string
  readonly kind: CardKind
  readonly fields: readonly string[]
  readonly nonce: string
  readonly state: string
  readonly expiresAt: Temporal.Instant
  readonly isAnswered: boolean
}

/** The request of whoever has its address; undefined when it is over or its answer was opened. */
export async function findRequest(
  db: AnyHandle,
  secret: string,
  now: Temporal.Instant,
): Promise<CardRequest | undefined> {
  const row = await db
    .selectFrom('credentials.request')
    .select(['id', 'kind', 'fields', 'nonce', 'state', 'expires_at', 'answered_at'])
    .where('secret_hash', '=', hashOf(secret))
    .executeTakeFirst()
  if (!row || row.expires_at.getTime() <= now.epochMilliseconds) return undefined
  const { id, kind, fields, nonce, state } = row
  return { id, kind, fields, nonce, state, expiresAt: instantOf(row.expires_at), isAnswered: row.answered_at !== null }
}

/** What the QR says to a wallet (OpenID4VP 1.0, 5): which card, which fields, and where the answer goes. */
export function requestLink(origin: string, request: CardRequest): string {
  const query = {
    credentials: [
      {
        id: 'kartu',
        format: 'dc+sd-jwt',
        meta: { vct_values: [`${origin}${credentialPaths.type(request.kind)}`] },
        claims: request.fields.map((name) => ({ path: name.split('.') })),
      },
    ],
  }
  const formats = { 'dc+sd-jwt': { 'sd-jwt_alg_values': ['ES256'], 'kb-jwt_alg_values': ['ES256'] } }
  const parameters = new URLSearchParams({
    client_id: clientId(origin, request.id),
    response_type: 'vp_token',
    response_mode: 'direct_post',
    response_uri: `${origin}${credentialPaths.answer(request.id)}`,
    nonce: request.nonce,
    state: request.state,
    dcql_query: JSON.stringify(query),
    client_metadata: JSON.stringify({ vp_formats_supported: formats }),
  })
  return `openid4vp://?${parameters}`
}
