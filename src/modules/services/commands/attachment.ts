import { z } from 'zod'
import { signedIn } from '#kernel/access/access.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { fieldsOf } from '../definition/check.ts'
import type { FieldDefinition } from '../definition/schema.ts'
import { getDefinition } from '../definition/store.ts'
import { stateOf } from '../domain.ts'

export const mostFilesPerField = 5
export const largestFileBytes = 10 * 1024 * 1024

interface Owner {
  readonly id: string
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
    const same = await tx
      .selectFrom('services.attachment')
      .select(['id', 'file_hash'])
      .where('owner_id', '=', owner.id)
      .where('field', '=', input.field)
      .where('removed_at', 'is', null)
      .execute()
    const twin = same.find((row) => row.file_hash === input.fileHash)
    if (twin) return { result: { attachmentId: twin.id }, event: undefined }
    if (same.length >= mostFilesPerField) {
      throw new AppError('invalid-input', {
        fields: [
          {
            path: input.field,
            message: {
              id: `Paling banyak ${mostFilesPerField} berkas. Hapus salah satu sebelum mengunggah lagi.`,
              en: `At most ${mostFilesPerField} files. Remove one before uploading another.`,
            },
          },
        ],
      })
    }
    const id = newId(context.now.epochMilliseconds)
    await tx
      .insertInto('services.attachment')
      .values({
        id,
        owner_id: owner.id,
        field: input.field,
        file_hash: input.fileHash,
        name: input.name,
        media_type: input.mediaType,
        size_bytes: input.sizeBytes,
        width: input.width ?? null,
        height: input.height ?? null,
      })
      .execute()
    const payload = { ownerId: owner.id, field: input.field, fileHash: input.fileHash }
    return { result: { attachmentId: id }, event: { subject: { type: 'attachment', id }, payload } }
  },
})

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
    .select(['id', 'service_id', 'version'])
    .where('id', '=', ownerId)
    .where('account_id', '=', accountId)
    .forUpdate()
    .executeTakeFirst()
  const open =
    draft ??
    (await tx
      .selectFrom('services.case')
      .select(['id', 'service_id', 'version', 'state'])
      .where('id', '=', ownerId)
      .where('account_id', '=', accountId)
      .forUpdate()
      .executeTakeFirst())
  if (!open) throw notFound()
  const definition = await getDefinition(tx, open.service_id, open.version)
  const field = fieldsOf(definition).find((candidate) => candidate.id === fieldId && candidate.kind === 'file')
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
  return { id: open.id, field }
}
