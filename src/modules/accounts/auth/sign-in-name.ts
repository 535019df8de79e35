import { createHash } from 'node:crypto'
import type { ColumnCipher } from '#kernel/crypto/keys.ts'

export type AccountKind = 'citizen' | 'staff'

/** What somebody typed into the sign-in name field, understood. */
export interface SignInName {
  readonly kind: AccountKind
  readonly scheme: 'nik' | 'nip' | 'email'
  readonly value: string
}

/** 16 digits are a NIK (citizen); everything else belongs to an employee: NIP or official e-mail address. */
export function readSignInName(typed: string): SignInName {
  const text = typed.trim().toLowerCase()
  if (text.includes('@')) return { kind: 'staff', scheme: 'email', value: text }
  const plain = text.replace(/[\s.-]+/g, '')
  return /^\d{16}$/.test(plain)
    ? { kind: 'citizen', scheme: 'nik', value: plain }
    : { kind: 'staff', scheme: 'nip', value: plain }
}

/**
 * The address under which better-auth knows an account. It is a keyed hash, unique as the name is
 * unique, at a domain that can never exist (RFC 2606), so that no NIK or NIP is stored in clear.
 */
export function authEmail(cipher: ColumnCipher, name: Pick<SignInName, 'scheme' | 'value'>): string {
  const print = cipher.fingerprint(name.value, `accounts.sign-in-name.${name.scheme}`).toString('hex')
  return `${print.slice(0, 40)}@${name.scheme === 'nik' ? 'nik' : 'nip'}.invalid`
}

/** Under what failures of a name are counted. */
export function lockoutKey(email: string): string {
  return createHash('sha256').update(email).digest('hex')
}
