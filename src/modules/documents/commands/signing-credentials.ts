import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { newId } from '#kernel/ids.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { signingSettings } from '../long-term/settings.ts'
import { certifySigner, issueSigner, type SignerIdentity } from '../signing/certificate-authority.ts'
import { openKey, sealKey } from '../signing/key-sealing.ts'
import { createLocalSigner, type DocumentSigner } from '../signing/signer.ts'
import { createTokenKey, createTokenSigner } from '../signing/token-signer.ts'
import {
  type Authority,
  fromBase64,
  regionAuthority,
  revocationListUrl,
  secretOf,
  toBase64,
} from './region-authority.ts'
import type { CertificateHolder, SigningParty } from './signing-party.ts'
import { getTimeStamper } from './time-stamper.ts'

const certificateYears = 2

export interface SigningCredentials {
  readonly signer: DocumentSigner
  readonly serial: string
}

/** Opened keys of this process, by certificate; the database holds them sealed. */
const opened = new Map<string, SigningCredentials>()

/**
 * The key and certificate with which an official signs in a post, or a unit seals, made on first use from the
 * region's own authority. A new holder of the post, or one whose certificate has expired or was revoked, gets a new one:
 * that is asked anew for every signature.
 */
export async function signingCredentials(
  tx: WriteHandle,
  context: CommandContext,
  party: SigningParty,
): Promise<SigningCredentials> {
  const { holder } = party
  const at = new Date(context.now.epochMilliseconds)
  const row = await tx
    .selectFrom('documents.signing_certificate')
    .select('id')
    .where((eb) =>
      holder.kind === 'official'
        ? eb.and({ position_id: holder.positionId, official_id: holder.officialId })
        : eb('unit_id', '=', holder.unitId),
    )
    .where('revoked_at', 'is', null)
    .where('valid_from', '<=', at)
    .where('valid_to', '>', at)
    .orderBy('valid_to', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return issue(tx, context, party)
  const cacheKey = `${context.tenant.id}/${row.id}`
  let found = opened.get(cacheKey)
  if (!found) {
    found = await openCredentials(tx, context.tenant, row.id)
    opened.set(cacheKey, found)
  }
  return found
}

async function openCredentials(tx: WriteHandle, tenant: Tenant, id: string): Promise<SigningCredentials> {
  const row = await tx
    .selectFrom('documents.signing_certificate as c')
    .innerJoin('documents.authority as a', 'a.id', 'c.authority_id')
    .select(['c.id', 'c.serial', 'c.certificate', 'c.key_sealed', 'c.token_key', 'a.certificate as authority'])
    .where('c.id', '=', id)
    .executeTakeFirstOrThrow()
  return { signer: await openSigner(tenant, row), serial: row.serial }
}

interface CertificateRow {
  readonly id: string
  readonly certificate: string
  readonly authority: string
  readonly key_sealed: Uint8Array | null
  readonly token_key: string | null
}

function openSigner(tenant: Tenant, row: CertificateRow): Promise<DocumentSigner> {
  const [certificate, chain] = [fromBase64(row.certificate), [fromBase64(row.authority)]]
  if (row.key_sealed) return createLocalSigner(certificate, chain, openKey(row.key_sealed, secretOf(tenant), row.id))
  const { token } = signingSettings(tenant)
  if (!token || !row.token_key) throw new Error(`the key of certificate ${row.id} is in a token, and none is set up`)
  return Promise.resolve(createTokenSigner(token, row.token_key, certificate, chain))
}

async function issue(tx: WriteHandle, context: CommandContext, party: SigningParty): Promise<SigningCredentials> {
  const authority = await regionAuthority(tx, context)
  const id = newId()
  const made = await makeKey(context.tenant, id, authority, {
    name: party.name,
    ...(party.holder.kind === 'official' ? { position: party.position } : {}),
    unit: party.unit.name,
    now: new Date(context.now.epochMilliseconds),
    validYears: certificateYears,
    revocationListUrl: revocationListUrl(context.origin, authority.id),
  })
  await tx
    .insertInto('documents.signing_certificate')
    .values({
      id,
      authority_id: authority.id,
      ...holderColumns(party.holder),
      serial: made.serial,
      certificate: toBase64(made.certificate),
      key_sealed: made.keySealed,
      token_key: made.tokenKey,
      valid_from: made.notBefore,
      valid_to: made.notAfter,
    })
    .execute()
  return { signer: made.signer, serial: made.serial }
}

/** A key in the token when the region has one; a key left there by a rolled-back transaction is used by nothing. */
async function makeKey(tenant: Tenant, id: string, authority: Authority, identity: SignerIdentity) {
  const { token } = signingSettings(tenant)
  const chain = [authority.certificate]
  if (token) {
    const key = await createTokenKey(token, identity.name)
    const made = await certifySigner(authority, identity, key.publicKey)
    const signer = createTokenSigner(token, key.id, made.certificate, chain)
    return { ...made, signer, keySealed: null, tokenKey: key.id }
  }
  const made = await issueSigner(authority, identity)
  const keySealed = Buffer.from(sealKey(made.privateKey, secretOf(tenant), id))
  return {
    ...made,
    signer: await createLocalSigner(made.certificate, chain, made.privateKey),
    keySealed,
    tokenKey: null,
  }
}

/**
 * Founds the region's own authority and its time stamper as of a moment, unless they are there: for letters older than
 * the program's first run.
 */
export async function foundAuthority(tx: WriteHandle, tenant: Tenant, at: Temporal.Instant): Promise<void> {
  await getTimeStamper(tx, { tenant, now: at })
}

function holderColumns(holder: CertificateHolder) {
  return holder.kind === 'official'
    ? { position_id: holder.positionId, official_id: holder.officialId, unit_id: null }
    : { position_id: null, official_id: null, unit_id: holder.unitId }
}
