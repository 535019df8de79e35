import { z } from 'zod'
import { isPermitted, signedIn } from '#kernel/access/access.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import type { FieldDefinition } from '../definition/schema.ts'
import { machineOf, stateOf } from '../domain.ts'
import { listOpenTasks } from '../flow/tasks.ts'
import { isFileKind } from '../form/kinds.ts'
import { isOwnCase } from '../queries/own-case.ts'
import { largestFileBytes, mostFilesPerField } from './attachment.ts'
import { lockCase, type OpenCase } from './case-row.ts'

/** A file for the form of a step or review that one may take now: photos of an inspection, the papers of an objection. */
export const attachFinding = command({
  name: 'services.attach-finding',
  event: 'services.finding-attached.v1',
  access: signedIn,
  input: z.object({
    caseId: z.uuid(),
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
    const { open, field } = await stepField(tx, context, input.caseId, input.field)
    const same = await tx
      .selectFrom('services.attachment')
      .select(['id', 'file_hash'])
      .where('owner_id', '=', open.row.id)
      .where('field', '=', field.id)
      .where('removed_at', 'is', null)
      .execute()
    const twin = same.find((row) => row.file_hash === input.fileHash)
    if (twin) return { result: { attachmentId: twin.id }, event: undefined }
    const most = field.kind === 'signature' ? 1 : mostFilesPerField
    if (same.length >= most) throw tooMany(field.id, most)
    const id = newId(context.now.epochMilliseconds)
    await tx
      .insertInto('services.attachment')
      .values({
        id,
        owner_id: open.row.id,
        field: field.id,
        file_hash: input.fileHash,
        name: input.name,
        media_type: input.mediaType,
        size_bytes: input.sizeBytes,
        width: input.width ?? null,
        height: input.height ?? null,
      })
      .execute()
    const payload = { number: open.row.number, field: field.id, attachment: id, fileHash: input.fileHash }
    return { result: { attachmentId: id }, event: { subject: { type: 'case', id: open.row.id }, payload } }
  },
})

export const removeFinding = command({
  name: 'services.remove-finding',
  event: 'services.finding-removed.v1',
  access: signedIn,
  input: z.object({ caseId: z.uuid(), field: z.string(), attachmentId: z.uuid() }),
  async run(tx, input, context) {
    const { open, field } = await stepField(tx, context, input.caseId, input.field)
    const gone = await tx
      .updateTable('services.attachment')
      .set({ removed_at: context.now.toString() })
      .where('id', '=', input.attachmentId)
      .where('owner_id', '=', open.row.id)
      .where('field', '=', field.id)
      .where('removed_at', 'is', null)
      .returning('id')
      .execute()
    if (gone.length === 0) return { result: undefined, event: undefined }
    const payload = { number: open.row.number, field: field.id, attachment: input.attachmentId }
    return { result: undefined, event: { subject: { type: 'case', id: open.row.id }, payload } }
  },
})

/** The field for files in a step that the asker may take now. @throws not-found */
async function stepField(tx: WriteHandle, context: CommandContext, caseId: string, fieldId: string) {
  const open = await lockCase(tx, caseId)
  if (!open) throw notFound()
  const fields = await fieldsToFill(tx, context, open)
  const field = fields.find((candidate) => candidate.id === fieldId && isFileKind(candidate.kind))
  if (!field) throw notFound()
  return { open, field }
}

async function fieldsToFill(tx: WriteHandle, context: CommandContext, open: OpenCase): Promise<FieldDefinition[]> {
  const rows = machineOf(open.definition).from(open.row.state)
  if (await isOwnCase(tx, context, open.row)) {
    return rows.filter((row) => row.by === 'applicant').flatMap((row) => row.form)
  }
  const { actor } = context
  const territory = open.row.territory_code
  const here = { unitPath: open.row.unit_path, territory }
  const steps = rows.filter((row) => row.by.includes('.') && isPermitted(actor, row.by, here))
  const tasks = await listOpenTasks(tx, open.row.id)
  const branches = (stateOf(open.definition, open.row.state).branches ?? []).filter((branch) => {
    const task = tasks.find((candidate) => candidate.branch === branch.id)
    return task && isPermitted(actor, branch.desk, { unitPath: task.unitPath, territory })
  })
  return [...steps, ...branches].flatMap((step) => step.form)
}

function tooMany(path: string, most: number): AppError {
  const message = {
    id: `Paling banyak ${most} berkas. Hapus salah satu sebelum mengunggah lagi.`,
    en: `At most ${most} files. Remove one before uploading another.`,
  }
  return new AppError('invalid-input', { fields: [{ path, message }] })
}
