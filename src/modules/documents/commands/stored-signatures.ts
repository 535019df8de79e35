import type { Insertable } from 'kysely'
import type { WriteHandle } from '#kernel/db/database.ts'
import type { FileVersionTable, SignatureTable } from '../tables.ts'
import type { SigningParty } from './signing-party.ts'

/** Who signed in what authority, as it is at this moment. @param ordinal of the signature in the file, from 1 */
export function signatureRow(
  documentId: string,
  ordinal: number,
  party: SigningParty,
  made: { readonly certificateSerial: string; readonly signedAt: Date },
): Insertable<SignatureTable> {
  const official = party.holder.kind === 'official' ? party.holder : undefined
  return {
    document_id: documentId,
    ordinal,
    signer_name: party.name,
    signer_position: party.position,
    manner: party.manner,
    on_behalf_form: party.onBehalf?.form ?? null,
    on_behalf_of: party.onBehalf?.of ?? null,
    order_number: party.order,
    holds_from: party.holdsFrom ?? null,
    holds_to: party.holdsTo ?? null,
    act: party.act,
    position_id: official?.positionId ?? null,
    official_id: official?.officialId ?? null,
    certificate_serial: made.certificateSerial,
    signed_at: made.signedAt,
  }
}

export async function insertSignature(tx: WriteHandle, ...of: Parameters<typeof signatureRow>): Promise<void> {
  await tx
    .insertInto('documents.signature')
    .values(signatureRow(...of))
    .execute()
}

export interface FileVersion {
  /** From 1, without gaps. */
  readonly version: number
  readonly fileHash: string
  readonly sizeBytes: number
  readonly reason: FileVersionTable['reason']
  readonly madeAt: Date
}

/** A file of a document, each beginning with all the bytes of the one before. */
export function fileVersionRow(documentId: string, file: FileVersion): Insertable<FileVersionTable> {
  return {
    document_id: documentId,
    version: file.version,
    file_hash: file.fileHash,
    size_bytes: file.sizeBytes,
    reason: file.reason,
    made_at: file.madeAt,
  }
}

export async function insertFileVersion(tx: WriteHandle, documentId: string, file: FileVersion): Promise<void> {
  await tx.insertInto('documents.file_version').values(fileVersionRow(documentId, file)).execute()
}
