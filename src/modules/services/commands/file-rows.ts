import { z } from 'zod'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import type { FieldDefinition } from '../definition/schema.ts'
import { largestFileBytes, mostFilesOf } from '../form/file-limits.ts'

/** What commands are told of a file that lies in the store already. */
export const storedFile = {
  field: z.string(),
  fileHash: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().min(1).max(120),
  mediaType: z.enum(['image/jpeg', 'image/png', 'application/pdf']),
  sizeBytes: z
    .number()
    .int()
    .positive()
    .max(largestFileBytes * 2),
  width: z.number().int().optional(),
  height: z.number().int().optional(),
}

const { field: _field, ...described } = storedFile
/** A stored file without the question it answers. */
export const storedFileSchema = z.object(described)

export interface FileOwner {
  /** Draft or case. */
  readonly id: string
  /** To whom the paper is offered again; nobody for what belongs to a step. */
  readonly personId: string | undefined
  readonly field: FieldDefinition
}

export interface NewFile {
  readonly fileHash: string
  readonly name: string
  readonly mediaType: string
  readonly sizeBytes: number
  readonly width?: number | undefined
  readonly height?: number | undefined
}

/** Names a stored file with its owner; the same file twice in one field is one. @throws invalid-input */
export async function addFile(
  tx: WriteHandle,
  now: Temporal.Instant,
  { id: ownerId, personId, field }: FileOwner,
  file: NewFile,
): Promise<{ id: string; isNew: boolean }> {
  if (field.kind !== 'file' && !file.mediaType.startsWith('image/')) throw notAnImage(field.id)
  const same = await tx
    .selectFrom('services.attachment')
    .select(['id', 'file_hash'])
    .where('owner_id', '=', ownerId)
    .where('field', '=', field.id)
    .where('removed_at', 'is', null)
    .execute()
  const twin = same.find((row) => row.file_hash === file.fileHash)
  if (twin) return { id: twin.id, isNew: false }
  const most = mostFilesOf(field)
  if (same.length >= most) throw tooMany(field.id, most)
  const id = newId(now.epochMilliseconds)
  await tx
    .insertInto('services.attachment')
    .values({
      id,
      owner_id: ownerId,
      person_id: personId ?? null,
      document: (personId && field.document) || null,
      field: field.id,
      file_hash: file.fileHash,
      name: file.name,
      media_type: file.mediaType,
      size_bytes: file.sizeBytes,
      width: file.width ?? null,
      height: file.height ?? null,
    })
    .execute()
  return { id, isNew: true }
}

/** @returns whether there was such a file */
export async function removeFileOf(
  tx: WriteHandle,
  now: Temporal.Instant,
  owner: FileOwner,
  attachmentId: string,
): Promise<boolean> {
  const gone = await tx
    .updateTable('services.attachment')
    .set({ removed_at: now.toString() })
    .where('id', '=', attachmentId)
    .where('owner_id', '=', owner.id)
    .where('field', '=', owner.field.id)
    .where('removed_at', 'is', null)
    .returning('id')
    .execute()
  return gone.length > 0
}

function notAnImage(path: string): AppError {
  const message = { id: 'Unggah foto: JPG, PNG atau WebP.', en: 'Upload a photo: JPG, PNG or WebP.' }
  return new AppError('invalid-input', { fields: [{ path, message }] })
}

function tooMany(path: string, most: number): AppError {
  const message =
    most === 1
      ? {
          id: 'Sudah ada tanda tangan. Hapus dahulu sebelum membuat yang baru.',
          en: 'There is a signature already. Remove it before making a new one.',
        }
      : {
          id: `Paling banyak ${most} berkas. Hapus salah satu sebelum mengunggah lagi.`,
          en: `At most ${most} files. Remove one before uploading another.`,
        }
  return new AppError('invalid-input', { fields: [{ path, message }] })
}
