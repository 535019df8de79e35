import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import type { Act } from '../authority/acts.ts'
import { checkStoredDocument } from '../queries/check-stored.ts'
import { lastVersion } from './raise-level.ts'
import { noteMissingStamp, signLetter } from './sign-letter.ts'
import { signingCredentials } from './signing-credentials.ts'
import { actingParty, type SigningParty } from './signing-party.ts'
import { insertFileVersion, insertSignature } from './stored-signatures.ts'

export interface CoSignature {
  readonly documentId: string
  readonly act: Act
  /** The unit for which the co-signer signs; that of the document when absent. */
  readonly unitPath?: string | undefined
  /** Under which mandate he signs on behalf of another post. */
  readonly mandateId?: string | undefined
}

export interface CoSigned {
  /** Of this signature in the file, from 1. */
  readonly ordinal: number
  /** The last of the wanted signatures: the document is complete. */
  readonly completed: boolean
}

/**
 * Adds the signature of another official to an issued document, inside the deciding command: a new revision of the file,
 * in which the earlier signatures keep their bytes.
 * @throws not-found; forbidden as for any signature; wrong-state when the document has all its signatures, no longer
 *   holds, has that person's signature already, or its stored file is not intact
 */
export async function coSignDocument(
  tx: WriteHandle,
  context: CommandContext,
  { documentId, act, unitPath, mandateId }: CoSignature,
): Promise<CoSigned> {
  const { tenant, now } = context
  const row = await tx
    .selectFrom('documents.issued')
    .select(['title', 'unit_path', 'file_hash', 'level', 'signatures_wanted', 'completed_at', 'revoked_at'])
    .where('id', '=', documentId)
    .executeTakeFirst()
  if (!row) throw notFound()
  if (row.completed_at) throw wrongState(refusals.complete)
  if (row.revoked_at) throw wrongState(refusals.revoked)
  const party = await actingParty(tx, context, unitPath ?? row.unit_path, act, mandateId)
  const earlier = await tx
    .selectFrom('documents.signature')
    .select(['ordinal', 'official_id'])
    .where('document_id', '=', documentId)
    .orderBy('ordinal')
    .execute()
  if (earlier.some(({ official_id: id }) => id !== null && id === officialOf(party))) throw wrongState(refusals.twice)
  if ((await checkStoredDocument(tenant, tx, documentId, now)) !== 'genuine') throw wrongState(refusals.damaged)
  const credentials = await signingCredentials(tx, context, party)
  const signedAt = new Date(now.epochMilliseconds)
  const signed = await signLetter(tx, context, await tenant.files.get(row.file_hash), credentials.signer, {
    reason: row.title,
    location: tenant.profile.shortName,
    name: party.name,
    signedAt,
  })
  const ordinal = earlier.length + 1
  const completed = ordinal >= row.signatures_wanted
  const fileHash = await tenant.files.put(signed.file)
  await tx
    .updateTable('documents.issued')
    .set({
      file_hash: fileHash,
      size_bytes: signed.file.length,
      // As good as the worst of its signatures.
      level: row.level === 'B-B' ? 'B-B' : signed.level,
      completed_at: completed ? signedAt : null,
    })
    .where('id', '=', documentId)
    .execute()
  await insertSignature(tx, documentId, ordinal, party, { certificateSerial: credentials.serial, signedAt })
  await insertFileVersion(tx, documentId, {
    version: (await lastVersion(tx, documentId)) + 1,
    fileHash,
    sizeBytes: signed.file.length,
    reason: 'co-signed',
    madeAt: signedAt,
  })
  await noteMissingStamp(tx, context, documentId, signed)
  return { ordinal, completed }
}

const officialOf = ({ holder }: SigningParty): string | undefined =>
  holder.kind === 'official' ? holder.officialId : undefined

const wrongState = (text: { readonly id: string; readonly en: string }) => new AppError('wrong-state', { text })

const refusals = {
  complete: {
    id: 'Dokumen ini sudah lengkap: semua tanda tangan yang diperlukan sudah ada.',
    en: 'This document is complete: all signatures that it needs are there.',
  },
  revoked: {
    id: 'Dokumen ini sudah dicabut dan tidak dapat ditandatangani lagi.',
    en: 'This document was revoked and cannot be signed any more.',
  },
  twice: {
    id: 'Anda sudah menandatangani dokumen ini. Tanda tangan berikutnya harus dari pejabat lain.',
    en: 'You have signed this document already. The next signature must be by another official.',
  },
  damaged: {
    id: 'Berkas dokumen ini tidak utuh lagi di penyimpanan, jadi tidak ditandatangani. Laporkan kepada pengelola sistem.',
    en: 'The stored file of this document is no longer intact, so it is not signed. Report it to the administrator.',
  },
} as const
