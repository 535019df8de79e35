import { CompactEncrypt, CompactSign, compactDecrypt, compactVerify, decodeJwt, importJWK } from 'jose'
import { AppError } from '#kernel/errors.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { ownKeys, type RegionKeys } from './keys.ts'
import { type Statement, statementSchema } from './statement.ts'

/** A message is what one region states, signed by it and sealed to the other: a JWS (RFC 7515) inside a JWE (RFC 7516). */
export async function sealStatement(
  tenant: Pick<Tenant, 'key'>,
  peer: { readonly keys: RegionKeys },
  statement: Statement,
): Promise<string> {
  const { sign } = ownKeys(tenant)
  const bytes = new TextEncoder().encode(JSON.stringify(statement))
  const signed = await new CompactSign(bytes).setProtectedHeader({ alg: 'EdDSA', typ: messageType }).sign(sign)
  const to = await importJWK(peer.keys.seal, 'ECDH-ES')
  return new CompactEncrypt(new TextEncoder().encode(signed))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', cty: messageType })
    .encrypt(to)
}

const messageType = 'balai-moving+jws'
export const largestMessage = 1_000_000

/**
 * Opens what another region sent. Nothing in it is believed before the signature holds under the key that was pinned when
 * both compared fingerprints, and both names in it are right.
 * @param findKeys pinned keys of a region that was verified
 * @throws unreadable for anything else, without saying why: whoever forges learns nothing
 */
export async function openStatement(
  tenant: Pick<Tenant, 'key'>,
  own: string,
  text: string,
  findKeys: (regionCode: string) => Promise<RegionKeys | undefined>,
): Promise<Statement> {
  try {
    if (text.length > largestMessage) throw new Error('too long')
    const { plaintext } = await compactDecrypt(text, ownKeys(tenant).seal, {
      keyManagementAlgorithms: ['ECDH-ES'],
      contentEncryptionAlgorithms: ['A256GCM'],
    })
    const signed = new TextDecoder().decode(plaintext)
    const claimed = String(decodeJwt(signed).iss ?? '')
    const keys = await findKeys(claimed)
    if (!keys) throw new Error('unknown region')
    const key = await importJWK(keys.sign, 'EdDSA')
    const { payload, protectedHeader } = await compactVerify(signed, key, { algorithms: ['EdDSA'] })
    if (protectedHeader.typ !== messageType) throw new Error('another kind of message')
    const statement = statementSchema.parse(JSON.parse(new TextDecoder().decode(payload)))
    if (statement.iss !== claimed || statement.aud !== own) throw new Error('for somebody else')
    return statement
  } catch (cause) {
    throw new AppError('unreadable', { cause })
  }
}
