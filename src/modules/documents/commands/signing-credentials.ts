import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { newId } from '#kernel/ids.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { createAuthority, type IssuedCertificate, issueSigner } from '../signing/certificate-authority.ts'
import { openKey, sealKey } from '../signing/key-sealing.ts'
import { createLocalSigner, type DocumentSigner } from '../signing/signer.ts'
import type { CertificateHolder, SigningParty } from './signing-party.ts'

const certificateYears = 2

export interface SigningCredentials {
  readonly signer: DocumentSigner
  readonly serial: string
}

interface Authority {
  readonly id: string
  readonly certificate: Uint8Array
  readonly privateKey: Uint8Array
}

/** Opened keys of this process, by certificate; the database holds them sealed. */
const opened = new Map<string, SigningCredentials>()

/**
 * The key and certificate with which an official signs in a post, or a unit seals, made on first use from the
 * region's own authority. A new holder of the post, or an expired certificate, gets a new one.
 */
export async function signingCredentials(
  tx: WriteHandle,
  context: CommandContext,
  party: SigningParty,
): Promise<SigningCredentials> {
  const { holder } = party
  const row = await tx
    .selectFrom('documents.signing_certificate as c')
    .innerJoin('documents.authority as a', 'a.id', 'c.authority_id')
    .select(['c.id', 'c.serial', 'c.certificate', 'c.key_sealed', 'a.certificate as authority'])
    .where((eb) =>
      holder.kind === 'official'
        ? eb.and({ 'c.position_id': holder.positionId, 'c.official_id': holder.officialId })
        : eb('c.unit_id', '=', holder.unitId),
    )
    .where('c.revoked_at', 'is', null)
    .where('c.valid_from', '<=', new Date(context.now.epochMilliseconds))
    .where('c.valid_to', '>', new Date(context.now.epochMilliseconds))
    .orderBy('c.valid_to', 'desc')
    .executeTakeFirst()
  if (!row) return issue(tx, context, party)
  const cacheKey = `${context.tenant.id}/${row.id}`
  let found = opened.get(cacheKey)
  if (!found) {
    const key = openKey(row.key_sealed, secretOf(context.tenant), row.id)
    const local = await createLocalSigner(fromBase64(row.certificate), [fromBase64(row.authority)], key)
    found = { signer: local, serial: row.serial }
    opened.set(cacheKey, found)
  }
  return found
}

async function issue(tx: WriteHandle, context: CommandContext, party: SigningParty): Promise<SigningCredentials> {
  const authority = await regionAuthority(tx, context)
  const made = await issueSigner(authority, {
    name: party.name,
    ...(party.holder.kind === 'official' ? { position: party.position } : {}),
    unit: party.unit.name,
    now: new Date(context.now.epochMilliseconds),
    validYears: certificateYears,
  })
  const id = newId()
  await tx
    .insertInto('documents.signing_certificate')
    .values({
      id,
      authority_id: authority.id,
      ...holderColumns(party.holder),
      serial: made.serial,
      certificate: toBase64(made.certificate),
      key_sealed: Buffer.from(sealKey(made.privateKey, secretOf(context.tenant), id)),
      valid_from: made.notBefore,
      valid_to: made.notAfter,
    })
    .execute()
  const local = await createLocalSigner(made.certificate, [authority.certificate], made.privateKey)
  return { signer: local, serial: made.serial }
}

/** Founds the region's own authority as of a moment, unless it is there: for letters older than the program's first run. */
export async function foundAuthority(tx: WriteHandle, tenant: Tenant, at: Temporal.Instant): Promise<void> {
  await regionAuthority(tx, { tenant, now: at })
}

async function regionAuthority(tx: WriteHandle, context: Pick<CommandContext, 'tenant' | 'now'>): Promise<Authority> {
  const row = await tx
    .selectFrom('documents.authority')
    .selectAll()
    .where('valid_from', '<=', new Date(context.now.epochMilliseconds))
    .where('valid_to', '>', new Date(context.now.epochMilliseconds))
    .orderBy('created_at', 'desc')
    .executeTakeFirst()
  if (row) {
    return {
      id: row.id,
      certificate: fromBase64(row.certificate),
      privateKey: openKey(row.key_sealed, secretOf(context.tenant), row.id),
    }
  }
  const made: IssuedCertificate = await createAuthority({
    region: context.tenant.profile.name,
    now: new Date(context.now.epochMilliseconds),
  })
  const id = newId()
  await tx
    .insertInto('documents.authority')
    .values({
      id,
      name: context.tenant.profile.name,
      certificate: toBase64(made.certificate),
      key_sealed: Buffer.from(sealKey(made.privateKey, secretOf(context.tenant), id)),
      valid_from: made.notBefore,
      valid_to: made.notAfter,
    })
    .execute()
  return { id, certificate: made.certificate, privateKey: made.privateKey }
}

function holderColumns(holder: CertificateHolder) {
  return holder.kind === 'official'
    ? { position_id: holder.positionId, official_id: holder.officialId, unit_id: null }
    : { position_id: null, official_id: null, unit_id: holder.unitId }
}

function secretOf(tenant: Tenant): Buffer {
  return tenant.key('signing-keys')
}

const toBase64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const fromBase64 = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))
