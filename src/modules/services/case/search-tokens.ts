import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { parseNik } from '#modules/people/index.ts'

/** Words of a name as they are compared: lower case without accents, one letter and longer, each once. */
export function nameTokens(text: string): string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return [...new Set(plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1))].slice(0, 12)
}

/** A NIK is only ever compared by its keyed hash. */
export function nikToken(tenant: Tenant, nik: string): string {
  return `nik:${tenant.cipher.fingerprint(nik, 'services.case_token.nik').toString('base64url')}`
}

/** Everything an officer may find a case by. */
export function caseTokens(
  tenant: Tenant,
  names: readonly string[],
  answers: Readonly<Record<string, unknown>>,
): string[] {
  const niks = Object.values(answers).filter(
    (value): value is string => typeof value === 'string' && /^\d{16}$/.test(value),
  )
  return [
    ...new Set([
      ...names.flatMap(nameTokens),
      ...niks.filter((nik) => parseNik(nik)).map((nik) => nikToken(tenant, nik)),
    ]),
  ]
}
