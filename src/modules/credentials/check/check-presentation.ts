import { compactVerify, importJWK, type JWK } from 'jose'
import type { AnyHandle } from '#kernel/db/database.ts'
import { fillText, type LocalText } from '#kernel/i18n/texts.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'

import { findPublicKey } from '../keys/issuer-keys.ts'
import { isLivingNonce, type NonceUse } from '../keys/nonces.ts'
import { credentialPaths } from '../paths.ts'
import { findCredentialByPlace, type IssuedCredential } from '../queries/credentials.ts'
import type { JsonObject } from '../sd-jwt/disclosures.ts'
import { type BindingFault, checkBinding, readJson } from '../sd-jwt/key-binding.ts'
import { type SdJwtParts, splitSdJwt } from '../sd-jwt/parse.ts'
import { DisclosureError, type Revealed, reveal } from '../sd-jwt/reveal.ts'
import { causeWords } from '../texts-causes.ts'
import { type CheckName, type CheckResult, reasons, type Verdict } from './verdict.ts'

export interface CheckPlace {
  readonly tenant: Tenant
  readonly db: AnyHandle
  readonly now: Temporal.Instant
  /** Address of the region, which is what its cards name as issuer. */
  readonly origin: string
  /** For whom the proof has to be made. */
  readonly audience: string
  /** What the proof has to answer: a challenge of ours for a use, or one that the asking program set itself. */
  readonly challenge: { readonly use: NonceUse } | { readonly nonce: string }
}

const skewSeconds = 60
export const cardTokenType = 'dc+sd-jwt'

/**
 * Checks everything about a shown card and says each outcome in words. It goes on after a fault where that is safe, so that
 * an expired and revoked card is told as both. The challenge is not used up here: the caller does that when it decides.
 */
export async function checkPresentation(text: string, place: CheckPlace): Promise<Verdict> {
  const checks: CheckResult[] = []
  const note = (name: CheckName, outcome: CheckResult['outcome'], reason: LocalText) => {
    checks.push({ name, outcome, reason })
    return outcome === 'good'
  }
  const refused = (): Verdict => ({ ...nothing, checks })
  const parts = splitSdJwt(text.trim())
  const header = readJson(parts?.jwt.split('.')[0])
  const payload = readJson(parts?.jwt.split('.')[1])
  if (!parts || !header || !payload) {
    note('form', 'bad', reasons.formBad)
    return refused()
  }
  if (header['typ'] !== cardTokenType) {
    note('form', 'bad', reasons.formKind)
    return refused()
  }
  note('form', 'good', reasons.formGood)
  if (header['alg'] !== 'ES256') {
    note('signature', 'bad', reasons.algorithm)
    return refused()
  }
  const key = payload['iss'] === place.origin ? await findPublicKey(place.db, String(header['kid'] ?? '')) : undefined
  if (!key) {
    note('issuer', 'bad', reasons.issuerBad)
    return refused()
  }
  note('issuer', 'good', reasons.issuerGood)
  if (!(await isSignedBy(parts.jwt, key))) {
    note('signature', 'bad', reasons.signatureBad)
    return refused()
  }
  note('signature', 'good', reasons.signatureGood)
  const revealed = openDisclosures(payload, parts)
  note('disclosures', revealed ? 'good' : 'bad', revealed ? reasons.disclosuresGood : reasons.disclosuresBad)
  const issued = await findIssued(place, payload)
  noteValidity(note, payload, place.now)
  noteStatus(note, issued)
  const nonce = await noteHolder(note, parts, payload, place)
  const valid = checks.every((check) => check.outcome === 'good') && revealed !== undefined && issued !== undefined
  return {
    valid,
    checks,
    card: issued && cardOf(issued),
    claims: valid ? revealed.claims : {},
    shown: revealed?.shown ?? [],
    nonce,
  }
}

const nothing: Omit<Verdict, 'checks'> = { valid: false, card: undefined, claims: {}, shown: [], nonce: undefined }

type Note = (name: CheckName, outcome: CheckResult['outcome'], reason: LocalText) => boolean

async function isSignedBy(jwt: string, key: JWK): Promise<boolean> {
  try {
    await compactVerify(jwt, await importJWK(key, 'ES256'), { algorithms: ['ES256'] })
    return true
  } catch {
    return false
  }
}

function openDisclosures(payload: JsonObject, parts: SdJwtParts): Revealed | undefined {
  try {
    return reveal(payload, parts.disclosures)
  } catch (error) {
    if (error instanceof DisclosureError) return undefined
    throw error
  }
}

/** The card as we know it, found by its place in the status list; its type must be the one that we issued there. */
async function findIssued({ db, origin }: CheckPlace, payload: JsonObject): Promise<IssuedCredential | undefined> {
  const { status_list: at } = (payload['status'] ?? {}) as { readonly status_list?: { idx?: unknown; uri?: unknown } }
  const prefix = `${origin}${credentialPaths.statusList(0).slice(0, -1)}`
  const { idx, uri } = at ?? {}
  if (typeof idx !== 'number' || typeof uri !== 'string' || !uri.startsWith(prefix)) return undefined
  const list = Number(uri.slice(prefix.length))
  if (!Number.isSafeInteger(list) || !Number.isSafeInteger(idx)) return undefined
  const issued = await findCredentialByPlace(db, list, idx)
  return issued && payload['vct'] === `${origin}${credentialPaths.type(issued.kind)}` ? issued : undefined
}

function noteValidity(note: Note, payload: JsonObject, now: Temporal.Instant): void {
  const seconds = now.epochMilliseconds / 1000
  const { exp, nbf, iat } = payload
  const starts = [nbf, iat].filter((time): time is number => typeof time === 'number')
  if (starts.some((time) => time > seconds + skewSeconds)) note('validity', 'bad', reasons.validityEarly)
  else if (typeof exp !== 'number' || exp <= seconds) note('validity', 'bad', reasons.validityOver)
  else note('validity', 'good', reasons.validityGood)
}

function noteStatus(note: Note, issued: IssuedCredential | undefined): void {
  if (!issued) {
    note('status', 'unknown', reasons.statusUnknown)
    return
  }
  const { revokedCause } = issued
  if (!revokedCause) {
    note('status', 'good', reasons.statusGood)
    return
  }
  const words = causeWords[revokedCause]
  note('status', 'bad', {
    id: fillText(reasons.statusBad.id, { cause: words.id }),
    en: fillText(reasons.statusBad.en, { cause: words.en }),
  })
}

const bindingReasons: Readonly<Record<BindingFault, LocalText>> = {
  missing: reasons.holderMissing,
  unreadable: reasons.holderForm,
  algorithm: reasons.holderForm,
  kind: reasons.holderForm,
  key: reasons.holderKey,
  content: reasons.holderContent,
  audience: reasons.holderAudience,
  nonce: reasons.freshNonce,
  time: reasons.freshOld,
}

async function noteHolder(
  note: Note,
  parts: SdJwtParts,
  payload: JsonObject,
  place: CheckPlace,
): Promise<string | undefined> {
  const { jwk } = (payload['cnf'] ?? {}) as { readonly jwk?: JWK }
  if (!jwk) {
    note('holder', 'bad', reasons.holderMissing)
    return undefined
  }
  const { challenge } = place
  const bound = await checkBinding(parts.keyBinding, {
    bound: parts.bound,
    holderKey: jwk,
    now: place.now,
    audience: place.audience,
    nonce: 'nonce' in challenge ? challenge.nonce : undefined,
  })
  if ('fault' in bound) {
    const isAge = bound.fault === 'time' || bound.fault === 'nonce'
    if (isAge) note('holder', 'good', reasons.holderGood)
    note(isAge ? 'fresh' : 'holder', 'bad', bindingReasons[bound.fault])
    return undefined
  }
  note('holder', 'good', reasons.holderGood)
  const isOurs = 'nonce' in challenge || isLivingNonce(place.tenant, challenge.use, bound.nonce, place.now)
  note('fresh', isOurs ? 'good' : 'bad', isOurs ? reasons.freshGood : reasons.freshNonce)
  return bound.nonce
}

function cardOf(issued: IssuedCredential): NonNullable<Verdict['card']> {
  const { id, kind, holderPersonId, subjectPersonId, issuedAt, expiresAt, revokedAt, revokedCause } = issued
  return { credentialId: id, kind, holderPersonId, subjectPersonId, issuedAt, expiresAt, revokedAt, revokedCause }
}
