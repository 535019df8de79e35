import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { newId } from '#kernel/ids.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { longTermPaths } from '../long-term/paths.ts'
import { createAuthority } from '../signing/certificate-authority.ts'
import { openKey, sealKey } from '../signing/key-sealing.ts'

export interface Authority {
  readonly id: string
  readonly certificate: Uint8Array
  readonly privateKey: Uint8Array
}

type Place = Pick<CommandContext, 'tenant' | 'now'>

/** The region's own authority as of now, founded when there is none. */
export async function regionAuthority(tx: WriteHandle, { tenant, now }: Place): Promise<Authority> {
  const at = new Date(now.epochMilliseconds)
  const row = await tx
    .selectFrom('documents.authority')
    .selectAll()
    .where('valid_from', '<=', at)
    .where('valid_to', '>', at)
    .orderBy('created_at', 'desc')
    .executeTakeFirst()
  if (row) return openAuthority(tenant, row)
  const made = await createAuthority({ region: tenant.profile.name, now: at })
  const id = newId()
  await tx
    .insertInto('documents.authority')
    .values({
      id,
      name: tenant.profile.name,
      certificate: toBase64(made.certificate),
      key_sealed: Buffer.from(sealKey(made.privateKey, secretOf(tenant), id)),
      valid_from: made.notBefore,
      valid_to: made.notAfter,
    })
    .execute()
  return { id, certificate: made.certificate, privateKey: made.privateKey }
}

export function openAuthority(
  tenant: Tenant,
  row: { readonly id: string; readonly certificate: string; readonly key_sealed: Uint8Array },
): Authority {
  return {
    id: row.id,
    certificate: fromBase64(row.certificate),
    privateKey: openKey(row.key_sealed, secretOf(tenant), row.id),
  }
}

/** Where the list of an authority can be fetched; stands in the certificates that it issues. */
export const revocationListUrl = (origin: string | undefined, authorityId: string): string | undefined =>
  origin && `${origin}${longTermPaths.revocationList(authorityId)}`

export function secretOf(tenant: Tenant): Buffer {
  return tenant.key('signing-keys')
}

export const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
export const fromBase64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'))
