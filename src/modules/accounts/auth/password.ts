import { hash, verify } from '@node-rs/argon2'

/** OWASP Password Storage Cheat Sheet, argon2id: 19 MiB, two passes, one lane. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The same text typed on different keyboards may differ in bytes; normalized it does not. */
const normal = (password: string) => password.normalize('NFKC')

export function hashPassword(password: string): Promise<string> {
  return hash(normal(password), parameters)
}

export async function verifyPassword(stored: string, password: string): Promise<boolean> {
  return verify(stored, normal(password)).catch(() => false)
}
