import { calculateJwkThumbprint, compactVerify, importJWK, type JWK, SignJWT } from 'jose'
import { sql } from 'kysely'
import { z } from 'zod'
import { anyone } from '#kernel/access/access.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { newId } from '#kernel/ids.ts'
import { isSessionAlive } from '#modules/accounts/index.ts'
import { cardContent } from '../cards/content.ts'
import { listEntitlements } from '../cards/entitlements.ts'
import { cardTokenType } from '../check/check-presentation.ts'
import { signingKey } from '../keys/issuer-keys.ts'
import { isLivingNonce, useNonce } from '../keys/nonces.ts'
import { credentialPaths } from '../paths.ts'
import { ProtocolError } from '../protocol-error.ts'
import { hashOf } from '../queries/offers.ts'
import { hideClaims } from '../sd-jwt/disclosures.ts'
import { readJson } from '../sd-jwt/key-binding.ts'
import { listSize, scatteredIndex } from '../status/status-bits.ts'

const proofType = 'openid4vci-proof+jwt'
const proofAgeSeconds = 600

export interface IssuedCard {
  readonly credentialId: string
  /** The card with all its disclosures, as the wallet keeps it. */
  readonly sdJwt: string
}

/**
 * Issues the offered card to the key that the wallet proves to hold (OpenID4VCI 8). What the person may have is looked up
 * again at this moment, and the card is made from the registers as they stand now.
 * @throws ProtocolError
 */
export const issueCredential = command({
  name: 'credentials.issue-credential',
  event: 'credentials.credential-issued.v1',
  access: anyone,
  input: z.object({ token: z.string().max(200), configuration: z.string().max(60), proof: z.string().max(8000) }),
  async run(tx, { token, configuration, proof }, context) {
    const { tenant, now, origin } = context
    const offer = await tx
      .selectFrom('credentials.offer')
      .selectAll()
      .where('token_hash', '=', hashOf(token))
      .forUpdate()
      .executeTakeFirst()
    const isOver = !offer?.token_expires_at || offer.token_expires_at.getTime() <= now.epochMilliseconds
    if (!offer || isOver) throw new ProtocolError('invalid_token', 'this access token is unknown or over', 401)
    if (offer.state !== 'redeemed') throw new ProtocolError('invalid_token', 'this access token was used before', 401)
    if (!(await isSessionAlive(tx, offer.session_id, now))) {
      throw new ProtocolError('invalid_token', 'the session in which this was offered has ended', 401)
    }
    if (configuration !== offer.kind) {
      throw new ProtocolError('unknown_credential_configuration', 'this token is for another card')
    }
    const holderKey = await provenKey(tx, context, proof)
    const entitlements = await listEntitlements(tx, tenant, offer.holder_person_id, now)
    const card = entitlements.find(
      (one) =>
        one.kind === offer.kind &&
        one.entryId === (offer.entry_id ?? undefined) &&
        one.subjectPersonId === offer.subject_person_id,
    )
    if (!card) throw new ProtocolError('credential_request_denied', 'this person may not have this card any more')
    const holder = { holderPersonId: offer.holder_person_id, withNik: offer.with_nik }
    const content = await cardContent(tx, tenant, { ...card, ...holder }, now)
    const key = await signingKey(tx, tenant, now)
    const place = await nextPlace(tx, tenant.key('credentials.status'))
    const { object, disclosures } = hideClaims(content.claims)
    const jwt = await new SignJWT({
      ...object,
      _sd_alg: 'sha-256',
      vct: `${origin}${credentialPaths.type(card.kind)}`,
      cnf: { jwk: holderKey },
      status: { status_list: { idx: place.index, uri: `${origin}${credentialPaths.statusList(place.list)}` } },
    })
      .setProtectedHeader({ alg: 'ES256', typ: cardTokenType, kid: key.id })
      .setIssuer(origin)
      .setIssuedAt(Math.floor(now.epochMilliseconds / 1000))
      .setExpirationTime(Math.floor(content.expiresAt.epochMilliseconds / 1000))
      .sign(key.sign)
    const id = newId<'credential'>(now.epochMilliseconds)
    await tx
      .insertInto('credentials.credential')
      .values({
        id,
        kind: card.kind,
        holder_person_id: offer.holder_person_id,
        subject_person_id: card.subjectPersonId,
        entry_id: card.entryId ?? null,
        family_id: card.familyId ?? null,
        number: card.number ?? null,
        device_id: offer.device_id,
        key_id: key.id,
        holder_key: await calculateJwkThumbprint(holderKey),
        status_list: place.list,
        status_index: place.index,
        issued_at: now.toString(),
        expires_at: content.expiresAt.toString(),
      })
      .execute()
    await tx
      .updateTable('credentials.offer')
      .set({ state: 'issued', credential_id: id })
      .where('id', '=', offer.id)
      .execute()
    const result: IssuedCard = { credentialId: id, sdJwt: `${[jwt, ...disclosures].join('~')}~` }
    const payload = { kind: card.kind, withNik: offer.with_nik, entryId: card.entryId ?? null }
    return { result, event: { subject: { type: 'credential', id }, payload } }
  },
})

/** The key of the wallet, when its proof holds and answers a challenge of ours that nobody has answered before. */
async function provenKey(tx: WriteHandle, { tenant, now, origin }: CommandContext, proof: string): Promise<JWK> {
  const wrong = (why: string) => new ProtocolError('invalid_proof', why)
  const [head, body] = proof.split('.')
  const header = readJson(head)
  const payload = readJson(body)
  if (!header || !payload) throw wrong('the proof is no JWT')
  if (header['typ'] !== proofType || header['alg'] !== 'ES256')
    throw wrong(`a proof is an ES256 JWT of type ${proofType}`)
  const jwk = publicKeyIn(header['jwk'])
  if (!jwk) throw wrong('the header of the proof holds no public P-256 key (jwk)')
  try {
    await compactVerify(proof, await importJWK(jwk, 'ES256'), { algorithms: ['ES256'] })
  } catch {
    throw wrong('the signature of the proof does not hold')
  }
  if (payload['aud'] !== origin) throw wrong('the proof is for another issuer')
  const { iat, nonce } = payload
  const seconds = now.epochMilliseconds / 1000
  if (typeof iat !== 'number' || Math.abs(seconds - iat) > proofAgeSeconds) throw wrong('the proof is too old')
  const isOurs = typeof nonce === 'string' && isLivingNonce(tenant, 'issuing', nonce, now)
  if (!isOurs || !(await useNonce(tx, nonce, now))) {
    throw new ProtocolError('invalid_nonce', 'ask the nonce endpoint for a challenge that nobody has answered')
  }
  return jwk
}

/** Only what a public key consists of, so that nothing else travels into the card. */
function publicKeyIn(value: unknown): JWK | undefined {
  const parsed = z
    .object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string().length(43), y: z.string().length(43) })
    .safeParse(value)
  const isPrivate = typeof value === 'object' && value !== null && Object.hasOwn(value, 'd')
  return parsed.success && !isPrivate ? parsed.data : undefined
}

/** The next place in the status lists; a sequence never makes two commands wait for each other. */
async function nextPlace(tx: WriteHandle, key: Buffer): Promise<{ readonly list: number; readonly index: number }> {
  const { rows } = await sql<{ n: string }>`select nextval('credentials.status_number') as n`.execute(tx)
  const n = Number(rows[0]?.n)
  const list = Math.floor(n / listSize)
  return { list, index: scatteredIndex(key, list, n % listSize) }
}
