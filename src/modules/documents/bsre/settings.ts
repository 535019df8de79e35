import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { signingSettings } from '../long-term/settings.ts'
import type { ServiceEndpoint } from './client/call.ts'

/** Where this region's certified signatures come from; undefined where it has none. */
export type NationalSource =
  | { readonly kind: 'service'; readonly endpoint: ServiceEndpoint; readonly version: 1 | 2 }
  | { readonly kind: 'simulator' }

/** A real service always comes before the made-up one, which only a demo region has. */
export function nationalSource(tenant: Tenant): NationalSource | undefined {
  const { national, simulatesNational } = signingSettings(tenant)
  if (!national) return tenant.profile.isDemo && simulatesNational ? { kind: 'simulator' } : undefined
  const { url, user, password, timeoutMs, caFile, version } = national
  const ca = caFile ? readFileSync(caFile, 'utf8') : undefined
  return { kind: 'service', endpoint: { url, user, password, timeoutMs, ca }, version }
}

/** Whether officials of this region have certified signatures at all; where not, nothing speaks of them. */
export function hasNationalSigning(tenant: Tenant): boolean {
  const { national, simulatesNational } = signingSettings(tenant)
  return national !== undefined || (tenant.profile.isDemo && simulatesNational)
}

const bundles = new Map<string, readonly Uint8Array[]>()

/** Authorities outside the region whose signatures are believed: those of the setting, and in a demo the made-up one. */
export async function nationalAuthorities(db: AnyHandle, tenant?: Tenant): Promise<readonly Uint8Array[]> {
  if (!tenant) return []
  const simulated = tenant.profile.isDemo ? await simulatedAuthorities(db) : []
  const file = signingSettings(tenant).trustedAuthoritiesFile
  if (!file) return simulated
  const known = bundles.get(file) ?? readBundle(file)
  bundles.set(file, known)
  return [...known, ...simulated]
}

async function simulatedAuthorities(db: AnyHandle): Promise<Uint8Array[]> {
  const rows = await db
    .selectFrom('documents.simulated_authority')
    .select('certificate')
    .orderBy('created_at')
    .execute()
  return rows.map(({ certificate }) => new Uint8Array(Buffer.from(certificate, 'base64')))
}

function readBundle(file: string): Uint8Array[] {
  const blocks = readFileSync(file, 'utf8').match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  if (blocks.length === 0) throw new Error(`${file} holds no certificate in PEM`)
  return blocks.map((block) => new Uint8Array(new X509Certificate(block).raw))
}
