import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { parseNik } from '#modules/people/index.ts'

/** Words of a name as they are compared: lower case without accents, one letter and longer, each once. */
export function nameTokens(text: string): string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return [...new Set(plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1))].slice(0, 12)
}

/**
 * Everything a name is found by: its words, and from each word but the last to the end of the name. Names are
 * made of few, common words, but the words in their order lead to few files: "putri ayu lestari" is also kept
 * as "putri ayu lestari" and "ayu lestari".
 */
export function nameKeys(text: string): string[] {
  const words = nameTokens(text)
  return [...words, ...words.slice(0, -1).map((_, start) => phraseToken(words.slice(start)))]
}

/** Begins with a sign that no word has, so that a half typed word never leads to phrases. */
export function phraseToken(words: readonly string[]): string {
  return `"${words.join(' ')}`
}

/** A NIK is only ever compared by its keyed hash. */
export function nikToken(tenant: Tenant, nik: string): string {
  return `#${tenant.cipher.fingerprint(nik, 'services.case_token.nik').toString('base64url')}`
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
      ...names.flatMap(nameKeys),
      ...niks.filter((nik) => parseNik(nik)).map((nik) => nikToken(tenant, nik)),
    ]),
  ]
}
