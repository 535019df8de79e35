import { instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { type Act, isAct } from '../authority/acts.ts'
import type { SignatureTable } from '../tables.ts'

/** One signature in a document: person, post, order and act as they were at that moment. */
export interface StoredSignature {
  readonly ordinal: number
  readonly name: string
  readonly position: string
  readonly manner: SignatureTable['manner']
  readonly onBehalf: { readonly form: string; readonly of: string } | undefined
  readonly order: string
  /** ISO days on which the post was held by that order; of a seal none. */
  readonly holdsFrom: string | undefined
  readonly holdsTo: string | undefined
  readonly act: Act
  readonly certificateSerial: string
  /** Whose certificate: the region's own authority, or the national one. */
  readonly provider: 'own' | 'bsre'
  readonly signedAt: Temporal.Instant
}

export async function listSignatures(db: AnyHandle, documentId: string): Promise<StoredSignature[]> {
  const rows = await db
    .selectFrom('documents.signature')
    .selectAll()
    .where('document_id', '=', documentId)
    .orderBy('ordinal')
    .execute()
  return rows.map((row) => ({
    ordinal: row.ordinal,
    name: row.signer_name,
    position: row.signer_position,
    manner: row.manner,
    onBehalf: row.on_behalf_form && row.on_behalf_of ? { form: row.on_behalf_form, of: row.on_behalf_of } : undefined,
    order: row.order_number,
    holdsFrom: row.holds_from ?? undefined,
    holdsTo: row.holds_to ?? undefined,
    act: isAct(row.act) ? row.act : 'routine',
    certificateSerial: row.certificate_serial,
    provider: row.provider as StoredSignature['provider'],
    signedAt: instantOf(row.signed_at),
  }))
}

/** Whoever holds any file of a document, also one from before signatures or proofs were added to it. */
export async function findDocumentOfFile(db: AnyHandle, fileHash: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('documents.file_version')
    .select('document_id')
    .where('file_hash', '=', fileHash)
    .limit(1)
    .executeTakeFirst()
  return row?.document_id
}
