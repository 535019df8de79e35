import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readSigningSettings, type SigningSettings } from '#kernel/config.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'

let common: SigningSettings | undefined
const chosen = new WeakMap<Tenant, SigningSettings>()
const roots = new Map<string, readonly X509Certificate[]>()

/** How this region signs. */
export function signingSettings(tenant: Tenant): SigningSettings {
  common ??= readSigningSettings()
  return chosen.get(tenant) ?? common
}

/** Other settings for one region of this process. */
export function chooseSigningSettings(tenant: Tenant, settings: Partial<SigningSettings>): void {
  chosen.set(tenant, { ...signingSettings(tenant), ...settings })
}

/** Roots of the time-stamping authority of somebody else; none when the region stamps itself. */
export function timeStampRoots(tenant: Tenant): readonly X509Certificate[] {
  const file = signingSettings(tenant).timeStamps?.rootFile
  if (!file) return []
  const known = roots.get(file) ?? readPem(file)
  roots.set(file, known)
  return known
}

function readPem(file: string): X509Certificate[] {
  const blocks = readFileSync(file, 'utf8').match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  if (blocks.length === 0) throw new Error(`${file} holds no certificate in PEM`)
  return blocks.map((block) => new X509Certificate(block))
}
