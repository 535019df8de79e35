import { z } from 'zod'
import { signedIn } from '#kernel/access/access.ts'
import { type CommandContext, command, type Outcome } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import type { FieldDefinition } from '../definition/schema.ts'
import { getDefinition } from '../definition/store.ts'
import { stateOf } from '../domain.ts'
import { fileFieldsOf } from '../form/journey.ts'
import { requireUnsent } from './own-draft.ts'

export const mostFilesPerField = 5
export const largestFileBytes = 10 * 1024 * 1024

interface Owner {
  readonly id: string
  readonly personId: string
  readonly field: FieldDefinition
}

/** Records a stored file with a draft, or with a returned case whose file field was marked. */
export const attachFile = command({
  name: 'services.attach-file',
  event: 'services.file-attached.v1',
  access: signedIn,
  input: z.object({
    ownerId: z.uuid(),
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
  }),
  async run(tx, input, context) {
    const owner = await fileOwner(tx, context, input.ownerId, input.field)
    return addFile(tx, context, owner, input)
  },
})

/** Gives a paper again that this person has given before: the same stored file, named once more. */
export const reuseFile = command({
  name: 'services.reuse-file',
  event: 'services.file-reused.v1',
  access: signedIn,
  input: z.object({ ownerId: z.uuid(), field: z.string(), attachmentId: z.uuid() }),
  async run(tx, input, context) {
    const owner = await fileOwner(tx, context, input.ownerId, input.field)
    // Who acts for somebody else does not get at what that person gave before.
    if (owner.personId !== context.actor.personId) throw notFound()
    const earlier = await tx
      .selectFrom('services.attachment')
      .selectAll()
      .where('id', '=', input.attachmentId)
      .where('person_id', '=', owner.personId)
      .where('document', '=', owner.field.document ?? '')
      .where('removed_at', 'is', null)
      .executeTakeFirst()
    if (!earlier) throw notFound()
    return addFile(tx, context, owner, {
      field: input.field,
      fileHash: earlier.file_hash,
      name: earlier.name,
      mediaType: earlier.media_type,
      sizeBytes: earlier.size_bytes,
      width: earlier.width ?? undefined,
      height: earlier.height ?? undefined,
      from: earlier.id,
    })
  },
})

interface NewFile {
  readonly field: string
  readonly fileHash: string
  readonly name: string
  readonly mediaType: string
  readonly sizeBytes: number
  readonly width?: number | undefined
  readonly height?: number | undefined
  /** The attachment that is given again. */
  readonly from?: string | undefined
}

async function addFile(
  tx: WriteHandle,
  context: CommandContext,
  owner: Owner,
  file: NewFile,
): Promise<Outcome<{ attachmentId: string }>> {
  if (owner.field.kind !== 'file' && !file.mediaType.startsWith('image/')) throw notAnImage(file.field)
  const same = await tx
    .selectFrom('services.attachment')
    .select(['id', 'file_hash'])
    .where('owner_id', '=', owner.id)
    .where('field', '=', file.field)
    .where('removed_at', 'is', null)
    .execute()
  const twin = same.find((row) => row.file_hash === file.fileHash)
  if (twin) return { result: { attachmentId: twin.id }, event: undefined }
  const most = mostFilesOf(owner.field)
  if (same.length >= most) throw tooMany(file.field, most)
  const id = newId(context.now.epochMilliseconds)
  await tx
    .insertInto('services.attachment')
    .values({
      id,
      owner_id: owner.id,
      person_id: owner.personId,
      document: owner.field.document ?? null,
      field: file.field,
      file_hash: file.fileHash,
      name: file.name,
      media_type: file.mediaType,
      size_bytes: file.sizeBytes,
      width: file.width ?? null,
      height: file.height ?? null,
    })
    .execute()
  const payload = {
    ownerId: owner.id,
    field: file.field,
    fileHash: file.fileHash,
    ...(file.from ? { from: file.from } : {}),
  }
  return { result: { attachmentId: id }, event: { subject: { type: 'attachment', id }, payload } }
}

/** One signature; of everything else several. */
export function mostFilesOf(field: Pick<FieldDefinition, 'kind'>): number {
  return field.kind === 'signature' ? 1 : mostFilesPerField
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

export const removeFile = command({
  name: 'services.remove-file',
  event: 'services.file-removed.v1',
  access: signedIn,
  input: z.object({ ownerId: z.uuid(), field: z.string(), attachmentId: z.uuid() }),
  async run(tx, input, context) {
    const owner = await fileOwner(tx, context, input.ownerId, input.field)
    await tx
      .updateTable('services.attachment')
      .set({ removed_at: context.now.toString() })
      .where('id', '=', input.attachmentId)
      .where('owner_id', '=', owner.id)
      .where('field', '=', input.field)
      .where('removed_at', 'is', null)
      .execute()
    return {
      result: undefined,
      event: { subject: { type: 'attachment', id: input.attachmentId }, payload: { ownerId: owner.id } },
    }
  },
})

/** The draft or returned case of this account that may take a file now. @throws not-found, wrong-state */
async function fileOwner(tx: WriteHandle, context: CommandContext, ownerId: string, fieldId: string): Promise<Owner> {
  const accountId = context.actor.accountId ?? ''
  const draft = await tx
    .selectFrom('services.draft')
    .select(['id', 'service_id', 'version', 'person_id', 'sent_at'])
    .where('id', '=', ownerId)
    .where('account_id', '=', accountId)
    .forUpdate()
    .executeTakeFirst()
  const open =
    draft ??
    (await tx
      .selectFrom('services.case')
      .select(['id', 'service_id', 'version', 'state', 'applicant_person_id as person_id'])
      .where('id', '=', ownerId)
      .where('account_id', '=', accountId)
      .forUpdate()
      .executeTakeFirst())
  if (!open) throw notFound()
  if ('sent_at' in open) requireUnsent({ sentAt: open.sent_at ? context.now : undefined })
  const definition = await getDefinition(tx, open.service_id, open.version, 'as-written')
  const field = fileFieldsOf(definition).find((candidate) => candidate.id === fieldId)
  if (!field) throw notFound()
  if ('state' in open) {
    const marked = await tx
      .selectFrom('services.mark')
      .select('id')
      .where('case_id', '=', open.id)
      .where('field', '=', fieldId)
      .where('resolved_at', 'is', null)
      .executeTakeFirst()
    if (stateOf(definition, open.state as string).holder !== 'applicant' || !marked) throw new AppError('wrong-state')
  }
  return { id: open.id, personId: open.person_id, field }
}
