import { createHmac, randomBytes } from 'node:crypto'
import { leafHash } from '../proof-log/merkle.ts'
import { canonicalJson } from './canonical-json.ts'

/** Why 32: the commitment must hide a NIK, of which there are few, behind what nobody can try out. */
const saltBytes = 32

/** A row of the journal as the proof log knows it. */
export interface Committed {
  readonly salt: Buffer
  readonly commitment: Buffer
  readonly leaf: Buffer
}

/** Everything that a row says, as its commitment binds it. */
export type Content = Readonly<Record<string, unknown>> & { readonly id: string }

/** Binds the content of a new row without showing any of it. */
export function commit(content: Content): Committed {
  const salt = randomBytes(saltBytes)
  const commitment = commitmentOf(content, salt)
  return { salt, commitment, leaf: leafHash(entryText(content.id, commitment)) }
}

export function commitmentOf(content: Content, salt: Uint8Array): Buffer {
  return createHmac('sha256', salt).update(canonicalJson(content)).digest()
}

/**
 * The public entry: the bytes of a leaf, canonical JSON. It names neither a person nor what happened; the time can
 * be told from the id. Whoever holds the content and its salt can show that they belong to it.
 */
export function entryText(id: string, commitment: Uint8Array): string {
  return canonicalJson({ commitment: Buffer.from(commitment).toString('base64'), id, v: 1 })
}
